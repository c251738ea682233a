drop function public.save_gym(uuid, timestamptz, jsonb);
drop function public.save_franchise(uuid, timestamptz, jsonb);
drop function public.create_kiosk(uuid, text, text);
drop function public.create_gym(uuid, text, text);
drop function private.new_kiosk_slug(text, text);
