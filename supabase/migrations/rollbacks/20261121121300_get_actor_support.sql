create or replace function public.get_actor() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  me public.users;
  open_alerts jsonb := '{}';
begin
  perform private.require_mfa();
  select * into me from public.users u where u.id = (select auth.uid()) and u.is_active;
  if not found then
    return null;
  end if;
  if to_regclass('public.manager_alerts') is not null then
    select coalesce(jsonb_object_agg(counted.gym_id, counted.n), '{}') into open_alerts
    from (
      select a.gym_id, count(*) as n
      from public.manager_alerts a
      where a.gym_id = any (private.alert_gym_ids()) and a.status in ('pending', 'in_progress')
      group by a.gym_id
    ) counted;
  end if;
  return jsonb_build_object(
    'id', me.id, 'email', me.email, 'full_name', me.full_name, 'role', me.role, 'language', me.language,
    'gyms', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'name', g.name, 'city', coalesce(g.city, ''), 'franchise_name', f.name,
        'status', case when f.status = 'suspended' then 'suspended' else g.status end,
        'owner_reads_conversations', g.owner_reads_conversations,
        'locale', g.locale, 'timezone', g.timezone, 'currency', g.currency
      ) order by f.name nulls last, g.name), '[]')
      from public.gyms g
      left join public.franchises f on f.id = g.franchise_id
      where g.id = any (private.accessible_gym_ids())
    ),
    'open_alerts', open_alerts
  );
end $$;
comment on function public.get_actor() is
  'The signed-in person with role, gyms and open alerts by gym; null when unknown or deactivated.';
drop function private.support_shown();
drop function private.visitors();
