drop function public.list_kiosks(uuid, text, text, text, text, text, integer);
drop function private.kiosk_sort_number(text, text, public.kiosk_state, boolean);
drop function private.kiosk_row(public.kiosks, text);
