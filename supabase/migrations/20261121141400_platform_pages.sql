-- The platform's page of one franchise and of one gym, each in one answer.

create function public.get_franchise(p_franchise_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  asked public.franchises := private.require_platform_franchise(p_franchise_id);
begin
  return jsonb_build_object(
    'franchise', jsonb_build_object(
      'id', asked.id, 'name', asked.name, 'city', asked.city, 'status', asked.status, 'plan', asked.subscription_plan,
      'trial_ends_on', asked.trial_ends_on, 'shares_access', asked.shares_access, 'created_at', asked.created_at,
      'updated_at', asked.updated_at
    ),
    'gyms', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'name', g.name, 'city', g.city,
        'status', case asked.status when 'suspended' then 'suspended' else g.status end,
        'kiosks', private.kiosks_json(g.id), 'members', private.count_members(array[g.id])
      ) order by private.fold(g.name), g.id), '[]')
      from public.gyms g where g.franchise_id = asked.id
    ),
    'audit', public.list_audit(p_franchise_id => asked.id, p_limit => 6) -> 'rows'
  ) || private.team_lists(array[asked.id], array[asked.id], true);
end $$;
comment on function public.get_franchise(uuid) is
  '{franchise, gyms with their kiosks, people (owners), invitations (to owners), audit (its last lines)} for the platform. Raises mfa_required, not_found.';

create function public.get_gym(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  asked public.gyms := private.require_platform_gym(p_gym_id);
  customer public.franchises;
begin
  select * into customer from public.franchises f where f.id = asked.franchise_id;
  return jsonb_build_object(
    'gym', jsonb_build_object(
      'id', asked.id, 'name', asked.name, 'city', asked.city, 'address', asked.address, 'phone', asked.phone,
      'timezone', asked.timezone, 'locale', asked.locale, 'currency', asked.currency,
      'status', case customer.status when 'suspended' then 'suspended' else asked.status end,
      'franchise', case when customer.id is not null then jsonb_build_object('id', customer.id, 'name', customer.name) end,
      'plan', coalesce(customer.subscription_plan, asked.subscription_plan), 'created_at', asked.created_at,
      'updated_at', asked.updated_at
    ),
    'maintenance', case asked.status when 'maintenance' then jsonb_build_object(
      'message', asked.maintenance_message, 'since', asked.maintenance_since,
      'by', (select u.full_name from public.users u where u.id = asked.maintenance_by)
    ) end,
    'members', private.count_members(array[asked.id]),
    'last_scan_at', (select max(b.scanned_at) from public.badge_scans b where b.gym_id = asked.id),
    'conversations', (
      select count(*) from public.openai_realtime_sessions s
      where s.gym_id = asked.id and s.started_at > now() - interval '30 days'
    ),
    'kiosks', private.kiosks_json(asked.id),
    'grants', private.team_grants(asked.id, array[asked.id]),
    'audit', public.list_audit(p_gym_id => asked.id, p_limit => 6) -> 'rows'
  ) || private.team_lists(array[asked.id], array[asked.id], true);
end $$;
comment on function public.get_gym(uuid) is
  '{gym, maintenance {message, since, by} | null, members, last_scan_at, conversations (of 30 days), kiosks, people, invitations, grants, audit (its last lines)} for the platform. Raises mfa_required, not_found.';

grant execute on function public.get_franchise(uuid), public.get_gym(uuid) to authenticated;
