drop function public.get_kiosk_pulse(uuid);
drop function public.get_kiosk(uuid, integer);
drop function private.kiosk_history(uuid, uuid);
drop index public.audit_logs_kiosks_idx;
drop function private.kiosk_commands_json(uuid);
drop function private.kiosk_curve(uuid, integer);
