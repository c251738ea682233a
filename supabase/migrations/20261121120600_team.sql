-- Changing people of a team (rule T6).

create function private.lock_teammate(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  person public.users;
begin
  perform private.require_mfa();
  select * into person from public.users u
  where u.id = p_id and u.id = any (private.visible_user_ids())
  for no key update;
  if person.id is null then
    perform private.refuse('not_found');
  elsif person.id = auth.uid() then
    perform private.refuse('forbidden');
  end if;
  perform private.require_team(auth.uid(), person.role, person.gym_id, person.franchise_id);
end $$;
comment on function private.lock_teammate(uuid) is
  'Locks a person whom the caller may change: of their own scope, not above their own role, not themselves. Raises mfa_required, not_found, forbidden, customer_suspended.';

create function public.set_person_role(
  p_id uuid, p_role public.user_role, p_gym_id uuid default null, p_franchise_id uuid default null
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.lock_teammate(p_id);
  perform private.require_scope(p_role, p_gym_id, p_franchise_id);
  perform private.require_team(auth.uid(), p_role, p_gym_id, p_franchise_id);
  update public.users u set role = p_role, gym_id = p_gym_id, franchise_id = p_franchise_id where u.id = p_id;
end $$;
comment on function public.set_person_role(uuid, public.user_role, uuid, uuid) is
  'Gives somebody a role and its scope. Both what they were and what they become must be within the caller''s own. Raises not_found, forbidden, customer_suspended, invalid_input (role, gym_id, franchise_id), last_owner.';

create function public.set_person_active(p_id uuid, p_active boolean) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.lock_teammate(p_id);
  if p_active is null then
    perform private.refuse('invalid_input', 'active');
  end if;
  update public.users u set is_active = p_active where u.id = p_id;
end $$;
comment on function public.set_person_active(uuid, boolean) is
  'Deactivates somebody, whose sign-ins end at once, or lets them in again. Raises not_found, forbidden, customer_suspended, last_owner.';

grant execute on function public.set_person_role(uuid, public.user_role, uuid, uuid),
  public.set_person_active(uuid, boolean) to authenticated;
