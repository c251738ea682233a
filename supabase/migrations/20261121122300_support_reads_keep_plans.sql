-- What every page and every write asks for of support accesses keeps its plans, as the helpers of the policies do.

create or replace function private.support_scope_ids() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(array_agg(scope.id), '{}')
    from (
      select unnest(private.audit_scope_ids()) as id
      union
      select g.franchise_id from private.my_gyms m join public.gyms g on g.id = m.gym_id
      where m.role = 'gym_manager' and g.franchise_id is not null
    ) scope
  );
end $$;

create or replace function private.support_shown() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'id', s.id, 'scope_name', coalesce(g.name, f.name), 'reason', s.reason, 'expires_at', s.expires_at,
      'may_write', s.may_write
    )
    from private.my_support s
    join public.users u on u.id = (select auth.uid()) and u.is_active and u.role = 'super_admin'
    left join public.gyms g on g.id = s.gym_id
    left join public.franchises f on f.id = s.franchise_id
  );
end $$;

create or replace function private.visitors() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'name', u.full_name, 'gym_id', s.gym_id, 'franchise_id', s.franchise_id,
      'expires_at', s.expires_at, 'may_write', s.may_write
    ) order by s.opened_at, s.id), '[]')
    from public.support_access s
    join public.users u on u.id = s.admin_id and u.is_active and u.role = 'super_admin'
    where s.scope_id = any ((select private.support_scope_ids())::uuid[]) and s.ended_at is null and s.expires_at > now()
      and not exists (select from public.users me where me.id = (select auth.uid()) and me.role = 'super_admin')
  );
end $$;
