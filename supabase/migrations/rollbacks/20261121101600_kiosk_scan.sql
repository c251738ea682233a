drop function public.kiosk_scan(text, uuid, text[], integer);
drop function private.watch_reader(public.kiosks, public.badge_scans);
drop function private.recognise_badge(uuid, text[]);
