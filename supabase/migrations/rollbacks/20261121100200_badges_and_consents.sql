drop table public.member_consents;
drop table public.member_badges;
