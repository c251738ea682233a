drop function public.kiosk_reply(text, integer, text, jsonb, jsonb);
drop function public.kiosk_say(text, integer, text, text);
