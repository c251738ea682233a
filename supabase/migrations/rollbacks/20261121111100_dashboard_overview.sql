drop function public.dashboard_pulse(uuid);
drop function public.dashboard_overview(uuid);
drop function private.alerts_to_call(uuid);
drop function private.overview_live(uuid, boolean, boolean);
drop function private.overview_members(uuid, date);
drop function private.overview_moods(uuid, text, date);
drop function private.overview_hours(uuid, text, date);
drop function private.overview_days(uuid, text, date);
drop function private.kiosk_shown(text, timestamptz);
