-- A kiosk's history says from when to when it could not reach us (rule K4).

create or replace function private.kiosk_history(p_kiosk_id uuid, p_gym_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(h.line order by h.at desc, h.seq desc), '[]')
  from (
    (
      select l.at, l.seq, jsonb_build_object(
        'at', l.at, 'action', l.action, 'changed', l.changed, 'actor', l.actor_kind,
        'by', case when u.role <> 'super_admin' then u.full_name end
      ) as line
      from public.audit_logs l
      left join public.users u on u.id = l.actor_id
      where l.gym_id = p_gym_id and l.entity = 'kiosks' and l.entity_id = p_kiosk_id and l.at > now() - interval '13 months'
      order by l.seq desc limit 30
    )
    union all
    (
      select a.away_to, null, jsonb_build_object(
        'at', a.away_to, 'action', 'away', 'changed', '[]'::jsonb, 'actor', 'kiosk', 'by', null, 'since', a.away_from
      )
      from public.kiosk_absences a where a.kiosk_id = p_kiosk_id and a.gym_id = p_gym_id
      order by a.away_from desc limit 30
    )
    order by at desc limit 30
  ) h
$$;
comment on function private.kiosk_history(uuid, uuid) is
  'Who did what to a kiosk and when it was away, the last thirty: [{at, action, changed, actor, by, since (of action away)}].';
