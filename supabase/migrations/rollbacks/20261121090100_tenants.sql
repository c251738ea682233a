drop table public.users;
drop table public.gyms;
drop function private.check_gym_timezone();
drop table public.franchises;
drop type public.user_role;
