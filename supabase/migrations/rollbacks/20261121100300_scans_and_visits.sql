drop table public.gym_visits;
drop function private.advance_last_visit();
drop table public.badge_scans;
