drop function public.kiosk_call_staff(text, text);
drop function public.kiosk_use_tool(text, text, text, jsonb);
