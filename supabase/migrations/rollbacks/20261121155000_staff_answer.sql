drop function public.kiosk_staff_answer(text);
