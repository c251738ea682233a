drop table private.kiosk_credentials;
drop table public.kiosk_state;
drop table public.kiosks;
