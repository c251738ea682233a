drop table public.member_preferences;
drop table public.gym_members_v2;
drop function private.fold(text);
