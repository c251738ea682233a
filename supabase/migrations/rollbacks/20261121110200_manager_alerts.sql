drop table public.manager_alerts;
