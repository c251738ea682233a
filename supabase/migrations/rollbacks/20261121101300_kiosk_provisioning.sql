drop function public.kiosk_provision(text, text, text);
drop function public.revoke_kiosk(uuid);
drop function public.issue_provisioning_code(uuid, text);
drop function private.set_provisioning_code(uuid, text);
