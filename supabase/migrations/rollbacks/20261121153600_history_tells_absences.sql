create or replace function private.kiosk_history(p_kiosk_id uuid, p_gym_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'at', l.at, 'action', l.action, 'changed', l.changed, 'actor', l.actor_kind,
    'by', case when u.role <> 'super_admin' then u.full_name end
  ) order by l.seq desc), '[]')
  from (
    select * from public.audit_logs a
    where a.gym_id = p_gym_id and a.entity = 'kiosks' and a.entity_id = p_kiosk_id and a.at > now() - interval '13 months'
    order by a.seq desc limit 30
  ) l
  left join public.users u on u.id = l.actor_id
$$;
comment on function private.kiosk_history(uuid, uuid) is 'Who did what to a kiosk, the last thirty: [{at, action, changed, actor, by}].';
