-- The page's frame knows of an open support access: the admin's own, and for a customer who is visiting (rule S1).

create function private.visitors() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'name', u.full_name, 'gym_id', s.gym_id, 'franchise_id', s.franchise_id,
    'expires_at', s.expires_at, 'may_write', s.may_write
  ) order by s.opened_at, s.id), '[]')
  from public.support_access s
  join public.users u on u.id = s.admin_id and u.is_active and u.role = 'super_admin'
  where s.scope_id = any ((select private.support_scope_ids())::uuid[]) and s.ended_at is null and s.expires_at > now()
    and not exists (select from public.users me where me.id = (select auth.uid()) and me.role = 'super_admin')
$$;
comment on function private.visitors() is
  'The platform''s people who have a support access to the caller''s gym or franchise open; for managers and owners.';

create function private.support_shown() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'id', s.id, 'scope_name', coalesce(g.name, f.name), 'reason', s.reason, 'expires_at', s.expires_at,
    'may_write', s.may_write
  )
  from private.my_support s
  join public.users u on u.id = (select auth.uid()) and u.is_active and u.role = 'super_admin'
  left join public.gyms g on g.id = s.gym_id
  left join public.franchises f on f.id = s.franchise_id
$$;
comment on function private.support_shown() is 'The caller''s open support access as a banner shows it, or null.';

create or replace function public.get_actor() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  me public.users;
  open_alerts jsonb;
begin
  perform private.require_mfa();
  select * into me from public.users u where u.id = (select auth.uid()) and u.is_active;
  if not found then
    return null;
  end if;
  select coalesce(jsonb_object_agg(counted.gym_id, counted.n), '{}') into open_alerts
  from (
    select a.gym_id, count(*) as n
    from public.manager_alerts a
    where a.gym_id = any (private.alert_gym_ids()) and a.status in ('pending', 'in_progress')
    group by a.gym_id
  ) counted;
  return jsonb_build_object(
    'id', me.id, 'email', me.email, 'full_name', me.full_name, 'role', me.role, 'language', me.language,
    'gyms', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'name', g.name, 'city', coalesce(g.city, ''), 'franchise_name', f.name,
        'status', case when f.status = 'suspended' then 'suspended' else g.status end,
        'owner_reads_conversations', g.owner_reads_conversations,
        'locale', g.locale, 'timezone', g.timezone, 'currency', g.currency, 'support', mine.support
      ) order by f.name nulls last, g.name), '[]')
      from private.my_gyms mine
      join public.gyms g on g.id = mine.gym_id
      left join public.franchises f on f.id = g.franchise_id
    ),
    'open_alerts', open_alerts, 'support', private.support_shown(), 'visitors', private.visitors()
  );
end $$;
comment on function public.get_actor() is
  'The signed-in person with role, gyms, open alerts by gym, their own support access and who visits their customer; null when unknown or deactivated.';
