drop function public.get_member(uuid, text, text, integer);
drop function private.visible_member(uuid);
drop function private.member_consents_json(public.gym_members_v2);
drop function private.member_habits(public.gym_members_v2);
drop function private.member_counts(public.gym_members_v2);
drop function private.member_history(public.gym_members_v2, text, timestamptz, uuid, integer);
