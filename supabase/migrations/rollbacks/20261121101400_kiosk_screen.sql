drop function public.kiosk_heartbeat(text, jsonb);
drop function private.kiosk_screen(uuid);
