drop table public.kiosk_absences;
