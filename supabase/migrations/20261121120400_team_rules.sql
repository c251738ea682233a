-- Who may give which role where (rule T6), and what of a team must never be missing.

create function private.is_address(p_email text) returns boolean
language sql immutable set search_path = ''
as $$ select p_email ~ '^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$' and char_length(p_email) <= 254 $$;
comment on function private.is_address(text) is 'Whether a text is one e-mail address and nothing else.';
alter table public.invitations
  drop constraint invitations_email_check,
  add constraint invitations_email_check check (email = lower(email) and private.is_address(email));

create function private.team_refusal(
  p_person_id uuid, p_role public.user_role, p_gym_id uuid, p_franchise_id uuid
) returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
  person public.users;
  customer uuid := coalesce(p_franchise_id, (select g.franchise_id from public.gyms g where g.id = p_gym_id));
  is_suspended boolean := private.gym_is_suspended(p_gym_id)
    or exists (select from public.franchises f where f.id = p_franchise_id and f.status = 'suspended');
  is_above boolean;
  is_seen boolean;
begin
  select * into person from public.users u where u.id = p_person_id and u.is_active;
  is_above := case person.role
    when 'super_admin' then false
    when 'franchise_owner' then p_role = 'super_admin'
    when 'gym_manager' then p_role not in ('gym_manager', 'gym_staff')
    else true
  end;
  is_seen := case
    when p_role = 'super_admin' then true
    when person.role = 'super_admin' then
      exists (select from public.gyms g where g.id = p_gym_id)
      or exists (select from public.franchises f where f.id = p_franchise_id)
    when person.role = 'franchise_owner' then customer = person.franchise_id
    else p_gym_id = person.gym_id or p_franchise_id = (
      select g.franchise_id from public.gyms g where g.id = person.gym_id
    )
  end;
  return case
    when person.id is null then 'forbidden'
    when is_seen is not true then 'not_found'
    when is_above then 'forbidden'
    when is_suspended and person.role <> 'super_admin' then 'customer_suspended'
  end;
end $$;
comment on function private.team_refusal(uuid, public.user_role, uuid, uuid) is
  'Why a person may not give or take this role in this scope: not_found (a scope that is not theirs), forbidden (above their role, or they are deactivated), customer_suspended; null when they may.';

create function private.require_scope(p_role public.user_role, p_gym_id uuid, p_franchise_id uuid) returns void
language plpgsql stable set search_path = ''
as $$
begin
  if p_role is null then
    perform private.refuse('invalid_input', 'role');
  elsif (p_role in ('gym_manager', 'gym_staff')) <> (p_gym_id is not null) then
    perform private.refuse('invalid_input', 'gym_id');
  elsif (p_role = 'franchise_owner') <> (p_franchise_id is not null) then
    perform private.refuse('invalid_input', 'franchise_id');
  end if;
end $$;
comment on function private.require_scope(public.user_role, uuid, uuid) is
  'Raises invalid_input unless the role comes with its own kind of scope and no other.';

create function private.require_team(
  p_person_id uuid, p_role public.user_role, p_gym_id uuid, p_franchise_id uuid
) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
  refusal text := private.team_refusal(p_person_id, p_role, p_gym_id, p_franchise_id);
begin
  if refusal is not null then
    perform private.refuse(refusal);
  end if;
end $$;
comment on function private.require_team(uuid, public.user_role, uuid, uuid) is 'Raises what private.team_refusal answers.';

create function private.keep_last_owner() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Whoever leaves waits here for whoever is leaving, so that of the last two only one can.
  case old.role
    when 'super_admin' then
      perform pg_advisory_xact_lock(hashtext('private.keep_last_owner'));
    when 'franchise_owner' then
      perform from public.franchises f where f.id = old.franchise_id for no key update;
    else
      perform from public.gyms g where g.id = old.gym_id and g.franchise_id is null for no key update;
      if not found then
        return null;
      end if;
  end case;
  if not exists (
    select from public.users u
    where u.is_active and u.role = old.role
      and case old.role
        when 'super_admin' then true
        when 'franchise_owner' then u.franchise_id = old.franchise_id
        else u.gym_id = old.gym_id
      end
  ) then
    perform private.refuse('last_owner');
  end if;
  return null;
end $$;
comment on function private.keep_last_owner() is
  'Row trigger: refuses to lose the last active super admin, owner of a franchise, or manager of a gym that is its own customer.';

create trigger users_keep_last_owner after update of role, gym_id, franchise_id, is_active on public.users
  for each row
  when (
    old.is_active and old.role <> 'gym_staff'
    and (not new.is_active or (old.role, old.gym_id, old.franchise_id) is distinct from (new.role, new.gym_id, new.franchise_id))
  )
  execute function private.keep_last_owner();
create trigger users_keep_last_owner_deleted after delete on public.users
  for each row when (old.is_active and old.role <> 'gym_staff') execute function private.keep_last_owner();

create function private.close_sign_ins() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update auth.users a set banned_until = case when new.is_active then null else now() + interval '100 years' end
  where a.id = new.id;
  if not new.is_active then
    delete from auth.sessions s where s.user_id = new.id;
  end if;
  return null;
end $$;
comment on function private.close_sign_ins() is
  'Row trigger: a deactivated person is banned in Auth and signed out everywhere; who is active again may sign in.';

create trigger users_close_sign_ins after update of is_active on public.users
  for each row when (old.is_active <> new.is_active) execute function private.close_sign_ins();
