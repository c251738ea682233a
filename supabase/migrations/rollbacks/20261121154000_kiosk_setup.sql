drop function public.launch_page(uuid, text);
drop function public.kiosk_simulator_badges(text, boolean);
alter function private.simulator_badges(text) set schema public;
alter function public.simulator_badges(text) rename to kiosk_simulator_badges;
grant execute on function public.kiosk_simulator_badges(text) to service_role;
drop function public.kiosk_decline_talk(text, uuid, text, text, jsonb);
