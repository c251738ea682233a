drop table public.member_analytics;
