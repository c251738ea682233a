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
