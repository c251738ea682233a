-- Who the caller is and which rows that opens (rules T2, T3, T6). Each branch is tied to its role, and a
-- deactivated person has no row here, so every helper answers with an empty array.

create view private.my_gyms as
select
  g.id as gym_id,
  u.role,
  g.status = 'suspended' or coalesce(f.status = 'suspended', false) as suspended,
  g.owner_reads_conversations
from public.users u
-- A branch a role, so that each finds its gyms by an index.
cross join lateral (
  select own.* from public.gyms own where own.id = u.gym_id and u.role in ('gym_staff', 'gym_manager')
  union all
  select sister.* from public.gyms sister where sister.franchise_id = u.franchise_id and u.role = 'franchise_owner'
  union all
  select every.* from public.gyms every where u.role = 'super_admin'
) g
left join public.franchises f on f.id = g.franchise_id
where u.id = (select auth.uid()) and u.is_active;
comment on view private.my_gyms is 'The caller''s gyms with the role that opens them; for the helpers, granted to nobody.';

create function private.accessible_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$ select coalesce(array_agg(gym_id), '{}') from private.my_gyms $$;
comment on function private.accessible_gym_ids() is 'Gyms whose ordinary rows the caller reads.';

create function private.accessible_franchise_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(f.id), '{}')
  from public.users u
  join public.franchises f on case u.role
      when 'super_admin' then true
      when 'franchise_owner' then f.id = u.franchise_id
      else false
    end
  where u.id = (select auth.uid()) and u.is_active
$$;
comment on function private.accessible_franchise_ids() is 'Franchises whose row the caller reads: owner and super admin.';

create function private.visible_user_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(seen.id), '{}')
  from public.users me
  cross join lateral (
    select u.id from public.users u where u.gym_id = me.gym_id and me.role in ('gym_staff', 'gym_manager')
    union all
    select u.id from public.users u where u.franchise_id = me.franchise_id and me.role = 'franchise_owner'
    union all
    select u.id from public.gyms g join public.users u on u.gym_id = g.id
    where g.franchise_id = me.franchise_id and me.role = 'franchise_owner'
    union all
    select u.id from public.users u where me.role = 'super_admin'
  ) seen
  where me.id = (select auth.uid()) and me.is_active
$$;
comment on function private.visible_user_ids() is 'People whose row the caller reads: the team of their own scope.';

create function private.own_user_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(u.id), '{}') from public.users u
  where u.id = (select auth.uid()) and u.is_active
$$;
comment on function private.own_user_ids() is 'The caller alone, while active.';

create function private.manageable_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where role in ('gym_manager', 'franchise_owner') and not suspended
$$;
comment on function private.manageable_gym_ids() is 'Gyms that the caller manages: writes of managers and owners.';

create function private.acting_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where role in ('gym_staff', 'gym_manager', 'franchise_owner') and not suspended
$$;
comment on function private.acting_gym_ids() is 'Gyms where the caller acts at the desk and on alerts.';

create function private.contact_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where role in ('gym_manager', 'franchise_owner', 'super_admin')
$$;
comment on function private.contact_gym_ids() is 'Gyms whose members'' e-mail and phone the caller reads.';

create function private.conversation_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where role in ('gym_staff', 'gym_manager') or (role = 'franchise_owner' and owner_reads_conversations)
$$;
comment on function private.conversation_gym_ids() is 'Gyms whose conversations the caller lists, topics and mood included.';

create function private.transcript_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where role = 'gym_manager' or (role = 'franchise_owner' and owner_reads_conversations)
$$;
comment on function private.transcript_gym_ids() is 'Gyms whose transcripts and summaries the caller reads.';

create function private.alert_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where role in ('gym_staff', 'gym_manager', 'franchise_owner')
$$;
comment on function private.alert_gym_ids() is 'Gyms whose alerts the caller reads; acting also needs acting_gym_ids.';

create function private.kiosk_admin_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where role = 'super_admin' or (role in ('gym_manager', 'franchise_owner') and not suspended)
$$;
comment on function private.kiosk_admin_gym_ids() is 'Gyms whose kiosks and settings the caller changes.';

create function private.gym_is_suspended(p_gym_id uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select coalesce((
    select g.status = 'suspended' or coalesce(f.status = 'suspended', false)
    from public.gyms g
    left join public.franchises f on f.id = g.franchise_id
    where g.id = p_gym_id
  ), false)
$$;
comment on function private.gym_is_suspended(uuid) is 'Whether the gym or its franchise is suspended; false for an unknown gym.';

create function private.allowed_aals() returns text[]
language sql stable security definer set search_path = ''
as $$
  select case
    when exists (
      select from auth.mfa_factors f where f.user_id = (select auth.uid()) and f.status::text = 'verified'
    ) then array['aal2']
    else array['aal1', 'aal2']
  end
$$;
comment on function private.allowed_aals() is 'Assurance levels that open rows to the caller: aal2 alone once a factor is verified.';

create function private.require_mfa() returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  if (select auth.jwt()) ->> 'aal' = any (private.allowed_aals()) then
    return;
  end if;
  raise exception using errcode = 'P0001', message = 'mfa_required';
end $$;
comment on function private.require_mfa() is 'First statement of every security definer function that signed-in people call.';

-- Policies and an invoker's function run these as the caller; gym_is_suspended and require_mfa stay with the definer.
grant execute on function
  private.accessible_gym_ids(), private.accessible_franchise_ids(), private.visible_user_ids(),
  private.own_user_ids(), private.manageable_gym_ids(), private.acting_gym_ids(), private.contact_gym_ids(),
  private.conversation_gym_ids(), private.transcript_gym_ids(), private.alert_gym_ids(),
  private.kiosk_admin_gym_ids(), private.allowed_aals()
to authenticated;
