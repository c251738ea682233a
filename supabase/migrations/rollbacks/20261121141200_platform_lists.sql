drop function public.list_gyms(text, text, uuid, text, text, text, integer);
drop function private.gyms_in_trouble();
drop function private.kiosks_json(uuid);
drop function public.list_franchises(text, text, text, text, text, integer);
drop function private.count_owners(uuid);
drop index public.gym_members_v2_gym_id_living_idx;
drop function private.count_members(uuid[]);
