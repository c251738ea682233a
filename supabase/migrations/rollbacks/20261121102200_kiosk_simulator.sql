drop function public.kiosk_simulator_badges(text);
drop table private.settings;
