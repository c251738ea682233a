drop function public.set_person_active(uuid, boolean);
drop function public.set_person_role(uuid, public.user_role, uuid, uuid);
drop function private.lock_teammate(uuid);
