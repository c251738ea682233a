-- The figures of a gym's page, by the gym's day (rules A7, K3, T6).

create function private.kiosk_shown(p_status text, p_last_heartbeat_at timestamptz) returns text
language sql stable set search_path = ''
as $$
  select case
    when p_status in ('provisioning', 'maintenance', 'error') then p_status
    when p_last_heartbeat_at > now() - interval '45 seconds' then 'online'
    when p_last_heartbeat_at > now() - interval '105 seconds' then 'late'
    else 'offline'
  end
$$;
comment on function private.kiosk_shown(text, timestamptz) is
  'online under 45 s since the last heartbeat, late under 105 s, offline after; what the lifecycle says comes first.';

create function private.overview_days(p_gym_id uuid, p_zone text, p_today date) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with days as (select p_today - n as day, n from generate_series(1, 10) as n),
  visits as (
    select v.local_date as day, count(*) as n from public.gym_visits v
    where v.gym_id = p_gym_id and v.local_date between p_today - 57 and p_today - 1
    group by 1
  ),
  conversations as (
    select (s.started_at at time zone p_zone)::date as day, count(*) as n
    from public.openai_realtime_sessions s
    where s.gym_id = p_gym_id and s.started_at >= (p_today - 10)::timestamp at time zone p_zone
      and s.started_at < p_today::timestamp at time zone p_zone
    group by 1
  )
  select jsonb_build_object(
    'visits_yesterday', coalesce((select v.n from visits v where v.day = p_today - 1), 0),
    'visits_usual', (
      select round(avg(coalesce(v.n, 0)))
      from generate_series(1, 8) as week
      left join visits v on v.day = p_today - 1 - 7 * week
      where p_today - 1 - 7 * week >= (select min(f.local_date) from public.gym_visits f where f.gym_id = p_gym_id)
    ),
    'conversations_yesterday', coalesce((select c.n from conversations c where c.day = p_today - 1), 0),
    'sparks', (
      select jsonb_build_object(
        'visits', jsonb_agg(coalesce(v.n, 0) order by d.day),
        'conversations', jsonb_agg(coalesce(c.n, 0) order by d.day)
      )
      from days d left join visits v on v.day = d.day left join conversations c on c.day = d.day
    )
  )
$$;
comment on function private.overview_days(uuid, text, date) is
  'Visits and conversations of the ten days before today; visits_usual is the mean of yesterday''s weekday over the 8 weeks before it, null without a week on record.';

create function private.overview_hours(p_gym_id uuid, p_zone text, p_today date) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with clock as (select now() at time zone p_zone as local),
  opening as (
    select coalesce(min(left(h ->> 'open', 2)::integer), 6) as first,
      coalesce(max(case when h ->> 'close' <= h ->> 'open' then 23
        else least(23, ceil(extract(epoch from (h ->> 'close')::interval) / 3600)::integer - 1) end), 22) as last
    from public.gyms g cross join lateral jsonb_array_elements(g.opening_hours) as h
    where g.id = p_gym_id and (h ->> 'weekday')::integer = extract(isodow from p_today)
  ),
  past as (
    select p_today - 7 * week as day from generate_series(0, 8) as week
    where week = 0
      or p_today - 7 * week >= (select min(f.local_date) from public.gym_visits f where f.gym_id = p_gym_id)
  ),
  hours as (
    select past.day, hour,
      least(past.day + make_interval(hours => hour, mins => 30), case when past.day = p_today then clock.local end) as at
    from past cross join clock cross join opening cross join lateral generate_series(opening.first, opening.last) as hour
    where past.day < p_today or past.day + make_interval(hours => hour) <= clock.local
  ),
  inside as (
    select h.day, h.hour, count(v.at) as n
    from hours h
    left join (
      select v.local_date, v.started_at at time zone p_zone as at from public.gym_visits v
      where v.gym_id = p_gym_id and v.local_date in (select past.day from past)
    ) v on v.local_date = h.day and v.at > h.at - interval '90 minutes' and v.at <= h.at
    group by h.day, h.hour
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'hour', hour,
    'usual', coalesce((select round(avg(i.n)) from inside i where i.hour = slot.hour and i.day < p_today), 0),
    'today', (select i.n from inside i where i.hour = slot.hour and i.day = p_today)
  ) order by hour), '[]')
  from opening cross join lateral generate_series(opening.first, opening.last) as slot (hour)
$$;
comment on function private.overview_hours(uuid, text, date) is
  'People inside at half past each opening hour, as people_inside counts: mean of the same weekday over 8 weeks, and today so far (now in the running hour, null ahead of it).';

create function private.overview_moods(p_gym_id uuid, p_zone text, p_today date) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with talks as (
    select q.sentiment_label, q.key_topics
    from public.openai_realtime_sessions s
    join public.conversation_summaries q on q.session_id = s.id and q.status = 'done'
    where s.gym_id = p_gym_id and s.started_at >= (p_today - 1)::timestamp at time zone p_zone
      and s.started_at < p_today::timestamp at time zone p_zone
  )
  select jsonb_build_object(
    'negative_yesterday', (select count(*) from talks t where t.sentiment_label = 'negative'),
    'topics', (
      select coalesce(jsonb_agg(jsonb_build_object('topic', top.topic, 'count', top.n) order by top.n desc, top.topic), '[]')
      from (
        select topic, count(*) as n from talks t cross join unnest(t.key_topics) as topic
        group by topic order by n desc, topic limit 6
      ) top
    )
  )
$$;
comment on function private.overview_moods(uuid, text, date) is 'Yesterday''s negative conversations and six most frequent topics.';

create function private.overview_members(p_gym_id uuid, p_today date) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'members_active', count(*) filter (where m.is_active),
    'members_new_30d', count(*) filter (where m.is_active and m.member_since > p_today - 30),
    'at_risk', count(*) filter (where m.is_active and a.churn_risk_score >= 0.5)
  )
  from public.gym_members_v2 m
  left join public.member_analytics a on a.member_id = m.id
  where m.gym_id = p_gym_id and m.deleted_at is null and m.member_kind = 'member'
$$;
comment on function private.overview_members(uuid, date) is 'Active members, those who joined within 30 days, and those at high or critical risk.';

create function private.overview_live(p_gym_id uuid, p_sees_alerts boolean, p_lists_conversations boolean) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with news as (
    (select v.started_at as at, 'visit' as kind, v.member_id, jsonb_build_object('source', v.source) as params
      from public.gym_visits v where v.gym_id = p_gym_id and v.started_at <= now() order by v.started_at desc limit 6)
    union all
    (select s.started_at, 'conversation', s.member_id, jsonb_build_object('id', s.id, 'kiosk', k.name, 'open', s.state <> 'closed')
      from public.openai_realtime_sessions s join public.kiosks k on k.id = s.kiosk_id
      where s.gym_id = p_gym_id and p_lists_conversations order by s.started_at desc limit 6)
    union all
    (select a.created_at, 'alert', a.member_id, jsonb_build_object('id', a.id, 'type', a.alert_type, 'priority', a.priority)
      from public.manager_alerts a where a.gym_id = p_gym_id and p_sees_alerts order by a.created_at desc limit 6)
    union all
    (select b.created_at, 'booking', b.member_id,
        jsonb_build_object('class', c.name, 'starts_at', o.starts_at, 'status', b.status)
      from public.class_bookings b
      join public.class_occurrences o on o.id = b.occurrence_id
      join public.gym_classes c on c.id = o.class_id
      where b.gym_id = p_gym_id and b.status <> 'cancelled' and b.created_at > now() - interval '2 days'
      order by b.created_at desc limit 6)
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'at', n.at, 'kind', n.kind, 'params', n.params,
    'member', case when m.id is not null then jsonb_build_object(
      'first_name', m.first_name, 'last_initial', left(m.last_name, 1)
    ) end
  ) order by n.at desc, n.kind), '[]')
  from (select * from news order by at desc, kind limit 6) n
  left join public.gym_members_v2 m on m.id = n.member_id
$$;
comment on function private.overview_live(uuid, boolean, boolean) is 'The six newest visits, conversations, alerts and bookings, as far as the caller may see them.';

create function private.alerts_to_call(p_gym_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', row -> 'id', 'type', row -> 'type', 'created_at', row -> 'created_at', 'member', row -> 'member',
    'level', a.churn_risk_level, 'context', row -> 'context', 'recommended_actions', row -> 'recommended_actions',
    'assigned_to', row -> 'assigned_to'
  ) order by place), '[]')
  from jsonb_array_elements(private.alerts_json(p_gym_id, array(
    select a.id from public.manager_alerts a
    where a.gym_id = p_gym_id and a.status in ('pending', 'in_progress') and a.member_id is not null
      and a.alert_type in ('churn_risk', 'negative_feedback')
    order by private.priority_rank(a.priority) desc, a.created_at desc, a.id limit 5
  ))) with ordinality as listed (row, place)
  left join public.member_analytics a on a.member_id = (row #>> '{member,id}')::uuid
$$;
comment on function private.alerts_to_call(uuid) is 'The five most pressing open alerts about a member, as the caller may see them.';

create function public.dashboard_overview(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
  today date := (now() at time zone zone)::date;
  sees_alerts boolean := p_gym_id = any (private.alert_gym_ids());
  lists boolean := p_gym_id = any (private.conversation_gym_ids());
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  return jsonb_build_object('date', today, 'inside_now', private.people_inside(p_gym_id, now()))
    || private.overview_days(p_gym_id, zone, today)
    || private.overview_members(p_gym_id, today)
    || case when lists then private.overview_moods(p_gym_id, zone, today)
      else '{"negative_yesterday": null, "topics": []}' end
    || (
      select jsonb_build_object('alerts_open', count(*), 'alerts_urgent', count(*) filter (where a.priority = 'urgent'))
      from public.manager_alerts a where a.gym_id = p_gym_id and sees_alerts and a.status in ('pending', 'in_progress')
    )
    || jsonb_build_object(
      'kiosks', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', k.id, 'slug', k.slug, 'name', k.name, 'location', k.location_in_gym,
          'shown', private.kiosk_shown(k.status, s.last_heartbeat_at), 'last_heartbeat_at', s.last_heartbeat_at
        ) order by k.name, k.id), '[]')
        from public.kiosks k left join public.kiosk_state s on s.kiosk_id = k.id where k.gym_id = p_gym_id
      ),
      'to_call', private.alerts_to_call(p_gym_id),
      'live', private.overview_live(p_gym_id, sees_alerts, lists),
      'hours', private.overview_hours(p_gym_id, zone, today)
    );
end $$;
comment on function public.dashboard_overview(uuid) is
  'All the figures of a gym''s page; days are the gym''s. Moods, topics and alerts only for those who may see them (negative_yesterday null, topics and to_call empty, alerts 0). Raises not_found, mfa_required.';

create function public.dashboard_pulse(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  return jsonb_build_object('version', md5(concat_ws('/',
    (select max(a.updated_at) from public.manager_alerts a where a.gym_id = p_gym_id),
    (select max(q.updated_at) from public.conversation_summaries q where q.gym_id = p_gym_id),
    (select max(s.started_at) from public.openai_realtime_sessions s where s.gym_id = p_gym_id),
    (
      select count(*) from public.kiosks k
      join public.openai_realtime_sessions s on s.kiosk_id = k.id and s.state <> 'closed' where k.gym_id = p_gym_id
    )
  )));
end $$;
comment on function public.dashboard_pulse(uuid) is
  '{version}: another one as soon as an alert or a conversation of the gym begins, changes or ends. Four index look-ups. Raises not_found, mfa_required.';

grant execute on function public.dashboard_overview(uuid), public.dashboard_pulse(uuid) to authenticated;
