-- The page of a member in one round trip (rules T2, T6, T7).

-- What happened with a member, newest first. Visits of a week are one line among the rest and single lines in their own tab.
create function private.member_history(p_member public.gym_members_v2, p_tab text, p_before timestamptz, p_before_id uuid, p_size integer)
returns table (at timestamptz, id uuid, kind text, data jsonb)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  gym uuid := p_member.gym_id;
  lists boolean := gym = any (private.conversation_gym_ids());
  hears boolean := gym = any (private.transcript_gym_ids());
  alerted boolean := gym = any (private.alert_gym_ids());
  audits boolean := gym = any (private.audit_scope_ids());
  latest timestamptz := coalesce(p_before, 'infinity');
  latest_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  everything boolean := p_tab = 'all';
begin
  return query
  select e.at, e.id, e.kind, e.data from (
    (select g.at, g.id, 'visits'::text as kind, g.data from (
        select max(v.started_at) as at, (array_agg(v.id order by v.started_at desc))[1] as id,
          jsonb_build_object('count', count(*), 'first_at', min(v.started_at), 'source', (array_agg(v.source order by v.started_at desc))[1],
            'kiosk', (array_agg(k.name order by v.started_at desc))[1]) as data
        from public.gym_visits v left join public.kiosks k on k.id = v.kiosk_id
        where everything and v.member_id = p_member.id and v.member_gym_id = gym
        group by date_trunc('week', v.local_date)
      ) g where (g.at, g.id) < (latest, latest_id) order by g.at desc, g.id desc limit p_size + 1)
    union all
    (select v.started_at, v.id, 'visits', jsonb_build_object('count', 1, 'first_at', v.started_at, 'source', v.source, 'kiosk', k.name)
      from public.gym_visits v left join public.kiosks k on k.id = v.kiosk_id
      where p_tab = 'visits' and v.member_id = p_member.id and v.member_gym_id = gym and (v.started_at, v.id) < (latest, latest_id)
      order by v.started_at desc, v.id desc limit p_size + 1)
    union all
    (select s.started_at, s.id, 'conversation', jsonb_build_object(
        'kiosk', k.name, 'seconds', round(extract(epoch from coalesce(s.ended_at, now()) - s.started_at))::integer,
        'status', coalesce(q.status, 'none'), 'summary', case when hears then q.summary_text end,
        'topics', to_jsonb(coalesce(q.key_topics, '{}')), 'mood', q.sentiment_label)
      from public.openai_realtime_sessions s
      join public.kiosks k on k.id = s.kiosk_id
      left join public.conversation_summaries q on q.session_id = s.id
      where (everything or p_tab = 'conversations') and lists and s.member_id = p_member.id and s.gym_id = gym 
        and (s.started_at, s.id) < (latest, latest_id)
      order by s.started_at desc, s.id desc limit p_size + 1)
    union all
    (select b.at, b.id, b.kind, b.data from (
        select one.at, k.id, one.kind, jsonb_build_object('class', c.name, 'starts_at', o.starts_at, 'status', k.status, 'source', k.source) as data
        from public.class_bookings k
        join public.class_occurrences o on o.id = k.occurrence_id
        join public.gym_classes c on c.id = o.class_id
        cross join lateral (values ('booking', k.created_at), ('booking_cancelled', k.cancelled_at)) one (kind, at)
        where everything and k.member_id = p_member.id and k.gym_id = gym
      ) b where (b.at, b.id) < (latest, latest_id) order by b.at desc, b.id desc limit p_size + 1)
    union all
    (select b.at, b.id, b.kind, b.data from (
        select one.at, a.id, one.kind, jsonb_build_object(
          'type', a.alert_type, 'priority', a.priority, 'status', a.status,
          'context', case when hears then a.context else private.without_words(a.context) end,
          'notes', case when one.kind = 'alert_closed' then a.resolution_notes end,
          'by', case when one.kind = 'alert_closed' then u.full_name end) as data
        from public.manager_alerts a
        left join public.users u on u.id = a.assigned_to
        cross join lateral (values ('alert', a.created_at), ('alert_closed', a.resolved_at)) one (kind, at)
        where (everything or p_tab = 'alerts' or (p_tab = 'contacts' and one.kind = 'alert_closed' and a.status = 'resolved'))
          and alerted and a.member_id = p_member.id and a.gym_id = gym
      ) b where (b.at, b.id) < (latest, latest_id) order by b.at desc, b.id desc limit p_size + 1)
    union all
    (select n.created_at, n.id, n.kind, jsonb_build_object(
        'text', n.text, 'outcome', n.outcome, 'by', u.full_name, 'edited', n.edited_at is not null,
        'may_edit', private.may_change_note(n) and gym = any (private.acting_gym_ids()),
        'may_delete', gym = any (private.acting_gym_ids())
          and (private.may_change_note(n) or gym = any (private.manageable_gym_ids())))
      from public.member_notes n left join public.users u on u.id = n.author_id
      where (everything or (p_tab = 'notes' and n.kind = 'note') or (p_tab = 'contacts' and n.kind <> 'note')) and alerted
        and n.member_id = p_member.id and n.gym_id = gym and n.deleted_at is null and (n.created_at, n.id) < (latest, latest_id)
      order by n.created_at desc, n.id desc limit p_size + 1)
    union all
    -- The answers of one moment are one line.
    (select b.at, b.id, 'consents', b.data from (
        select max(c.created_at) as at, (array_agg(c.id order by c.created_at desc, c.id))[1] as id,
          jsonb_build_object('answers', jsonb_object_agg(c.purpose, c.granted), 'source', min(c.source), 'kiosk', min(k.name), 'by', min(u.full_name)) as data
        from public.member_consents c
        left join public.kiosks k on k.id = c.kiosk_id
        left join public.users u on u.id = c.recorded_by
        where everything and c.member_id = p_member.id and c.gym_id = gym
        group by coalesce(c.session_id, c.recorded_by), date_trunc('minute', c.created_at)
      ) b where (b.at, b.id) < (latest, latest_id) order by b.at desc, b.id desc limit p_size + 1)
    union all
    (select l.at, l.id, 'edited', jsonb_build_object('fields', to_jsonb(l.fields), 'by', u.full_name)
      from (
        select a.at, a.id, a.actor_id, array(
          select f from unnest(a.changed) f
          where f not in ('is_minor', 'import_id', 'badge_id', 'merged_into', 'deleted_at') order by f) as fields
        from public.audit_logs a
        where everything and audits and a.entity_id = p_member.id and a.gym_id = gym and a.action = 'update'
          and a.entity in ('gym_members_v2', 'member_preferences', 'member_fitness_profile') and a.actor_kind = 'staff'
          and (a.at, a.id) < (latest, latest_id)
        order by a.at desc, a.id desc limit 200
      ) l left join public.users u on u.id = l.actor_id
      where cardinality(l.fields) > 0
      order by l.at desc, l.id desc limit p_size + 1)
    union all
    (select p_member.created_at, p_member.id, 'created', jsonb_build_object('imported', p_member.import_id is not null)
      where everything and (p_member.created_at, p_member.id) < (latest, latest_id))
  ) e
  order by e.at desc, e.id desc
  limit p_size + 1;
end $$;
comment on function private.member_history(public.gym_members_v2, text, timestamptz, uuid, integer) is
  'A page of what happened with a member and one row more: {at, id, kind, data} as the caller may see it, newest first.';

create function private.member_counts(p_member public.gym_members_v2) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  alerted boolean := p_member.gym_id = any (private.alert_gym_ids());
begin
  return jsonb_build_object(
    'visits', (select count(*) from public.gym_visits v where v.member_id = p_member.id and v.member_gym_id = p_member.gym_id),
    'conversations', case when p_member.gym_id = any (private.conversation_gym_ids()) then (
      select count(*) from public.openai_realtime_sessions s where s.member_id = p_member.id and s.gym_id = p_member.gym_id
    ) end,
    'alerts', case when alerted then (
      select count(*) from public.manager_alerts a where a.member_id = p_member.id and a.gym_id = p_member.gym_id
    ) end,
    'contacts', case when alerted then (
      select count(*) from public.member_notes n where n.member_id = p_member.id and n.kind <> 'note' and n.deleted_at is null
    ) + (
      select count(*) from public.manager_alerts a
      where a.member_id = p_member.id and a.gym_id = p_member.gym_id and a.status = 'resolved'
    ) end,
    'notes', case when alerted then (
      select count(*) from public.member_notes n where n.member_id = p_member.id and n.kind = 'note' and n.deleted_at is null
    ) end
  );
end $$;
comment on function private.member_counts(public.gym_members_v2) is 'How much each tab of a member''s history holds; null for what the caller does not see.';

create function private.member_habits(p_member public.gym_members_v2) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  zone text := (select g.timezone from public.gyms g where g.id = p_member.gym_id);
  today date := (now() at time zone zone)::date;
  monday date := date_trunc('week', now() at time zone zone)::date;
begin
  return jsonb_build_object(
    'today', today,
    'weeks', (
      select jsonb_agg(jsonb_build_object('start', monday - 7 * w, 'visits', (
        select count(*) from public.gym_visits v
        where v.member_id = p_member.id and v.member_gym_id = p_member.gym_id
          and v.local_date between monday - 7 * w and monday - 7 * w + 6
      )) order by w desc) from generate_series(0, 12) w
    ),
    -- What was usual before the last four weeks; too little of it is no habit.
    'habit', case when coalesce(p_member.member_since, (p_member.created_at at time zone zone)::date) <= today - 56 then (
      select case when count(*) >= 4 then round(count(*) * 7 / least(90, today - 28 - greatest(
        today - 118, coalesce(p_member.member_since, (p_member.created_at at time zone zone)::date)))::numeric, 1) end
      from public.gym_visits v
      where v.member_id = p_member.id and v.member_gym_id = p_member.gym_id and v.local_date between today - 117 and today - 28
    ) end,
    'visits_year', (
      select count(*) from public.gym_visits v
      where v.member_id = p_member.id and v.member_gym_id = p_member.gym_id and v.local_date >= date_trunc('year', today)
    ),
    'usual', (
      select coalesce(jsonb_agg(jsonb_build_object('weekday', u.weekday, 'part', u.part)), '[]') from (
        select extract(isodow from v.local_date)::integer as weekday,
          case when extract(hour from v.started_at at time zone zone) < 12 then 'morning'
            when extract(hour from v.started_at at time zone zone) < 14 then 'noon'
            when extract(hour from v.started_at at time zone zone) < 18 then 'afternoon' else 'evening' end as part
        from public.gym_visits v
        where v.member_id = p_member.id and v.member_gym_id = p_member.gym_id and v.local_date > today - 90
        group by 1, 2 having count(*) >= 3 order by count(*) desc, 1 limit 3
      ) u
    ),
    'classes', (
      select coalesce(jsonb_agg(f.name), '[]') from (
        select c.name from public.class_bookings b
        join public.class_occurrences o on o.id = b.occurrence_id
        join public.gym_classes c on c.id = o.class_id
        where b.member_id = p_member.id and b.gym_id = p_member.gym_id and b.status = 'booked'
        group by c.name order by count(*) desc, c.name limit 3
      ) f
    ),
    'moods', case when p_member.gym_id = any (private.conversation_gym_ids()) then (
      select coalesce(jsonb_agg(m.sentiment_score order by m.created_at), '[]') from (
        select q.sentiment_score, q.created_at from public.conversation_summaries q
        where q.member_id = p_member.id and q.gym_id = p_member.gym_id and q.status = 'done'
        order by q.created_at desc limit 5
      ) m
    ) end
  );
end $$;
comment on function private.member_habits(public.gym_members_v2) is
  '{today, weeks: [{start, visits}] of 13 weeks, habit (visits a week before the last four, null without one), visits_year, usual: [{weekday 1 Monday, part}], classes, moods}.';

create function private.member_consents_json(p_member public.gym_members_v2) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', c.id, 'purpose', c.purpose, 'granted', c.granted, 'version', c.version, 'language', c.language, 'at', c.created_at,
    'source', c.source, 'kiosk', k.name, 'by', u.full_name,
    'text', (select t.text from public.consent_texts t
      where t.gym_id = c.gym_id and t.purpose = c.purpose and t.version = c.version and t.language = c.language)
  ) order by c.created_at desc, c.id desc), '[]')
  from public.member_consents c
  left join public.kiosks k on k.id = c.kiosk_id
  left join public.users u on u.id = c.recorded_by
  where c.member_id = p_member.id and c.gym_id = p_member.gym_id
$$;
comment on function private.member_consents_json(public.gym_members_v2) is 'Every answer of a member, newest first: the newest of a purpose is what holds.';

create function private.visible_member(p_id uuid) returns public.gym_members_v2
language plpgsql stable security definer set search_path = ''
as $$
declare
  member public.gym_members_v2;
begin
  perform private.require_mfa();
  select * into member from public.gym_members_v2 m where m.id = p_id and m.gym_id = any (private.accessible_gym_ids());
  if member.id is null then
    perform private.refuse('not_found');
  end if;
  return member;
end $$;
comment on function private.visible_member(uuid) is 'A member of a gym that the caller reads, deleted ones too; raises mfa_required, not_found.';

create function public.get_member(p_id uuid, p_tab text default 'all', p_cursor text default null, p_limit integer default 30)
returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  member public.gym_members_v2 := private.visible_member(p_id);
  tab text := coalesce(p_tab, 'all');
  place jsonb;
  size integer := least(greatest(coalesce(p_limit, 30), 1), 100);
  manages boolean := member.gym_id = any (private.contact_gym_ids());
  history jsonb;
begin
  if tab not in ('all', 'visits', 'conversations', 'contacts', 'notes', 'alerts') then
    perform private.refuse('invalid_input', 'tab');
  end if;
  place := private.read_cursor(p_cursor, 'member:' || tab);
  with page as (
    select h.*, row_number() over (order by h.at desc, h.id desc) as n
    from private.member_history(member, tab, private.cursor_time(place), (place ->> 'id')::uuid, size) h
  )
  select jsonb_build_object(
    'next_cursor', max(private.write_cursor('member:' || tab, 0, p.at::text, p.id)) filter (
      where p.n = size and exists (select from page more where more.n > size)),
    'rows', coalesce(jsonb_agg(jsonb_build_object('at', p.at, 'id', p.id, 'kind', p.kind, 'data', p.data)
      order by p.n) filter (where p.n <= size), '[]')
  ) into history from page p;
  return jsonb_build_object(
    'id', member.id, 'gym_id', member.gym_id, 'first_name', member.first_name, 'last_name', member.last_name,
    'badge_id', member.badge_id, 'membership_type', member.membership_type, 'membership_ends_on', member.membership_ends_on,
    'membership_suspended', member.membership_suspended, 'is_active', member.is_active, 'member_since', member.member_since,
    'last_visit', member.last_visit, 'birth_date', member.birth_date, 'is_minor', member.is_minor,
    'member_kind', member.member_kind, 'analysis_objection', member.analysis_objection, 'deleted_at', member.deleted_at,
    'merged_into', member.merged_into, 'contact', private.member_contact(member.id),
    'values', case when manages then private.member_values(member.id) end,
    'health', case when not private.agrees(member.id, 'health') then 'no_consent'
      when member.gym_id = any (private.transcript_gym_ids()) then 'open' else 'closed' end,
    'profile', (
      select jsonb_build_object(
        'communication_style', p.communication_style, 'language', p.language, 'voice_preference', p.voice_preference,
        'fitness_level', f.fitness_level, 'primary_goals', to_jsonb(coalesce(f.primary_goals, '{}')),
        'workout_frequency_per_week', f.workout_frequency_per_week)
      from (select member.id) one (id)
      left join public.member_preferences p on p.member_id = one.id
      left join public.member_fitness_profile f on f.member_id = one.id
    ),
    'risk', (
      select jsonb_build_object('level', a.churn_risk_level, 'points', round(a.churn_risk_score * 100)::integer,
        'factors', a.churn_factors, 'trend', a.sentiment_trend)
      from public.member_analytics a where a.member_id = member.id),
    'alert', case when member.gym_id = any (private.alert_gym_ids()) then (
      select jsonb_build_object('id', a.id, 'created_at', a.created_at, 'recommended_actions', a.recommended_actions)
      from public.manager_alerts a
      where a.member_id = member.id and a.gym_id = member.gym_id and a.alert_type = 'churn_risk'
        and a.status in ('pending', 'in_progress') limit 1) end,
    'next_booking', (
      select jsonb_build_object('id', b.id, 'status', b.status, 'class', c.name, 'starts_at', o.starts_at,
        'coach', coalesce(o.coach, c.coach), 'room', coalesce(o.room, c.room), 'capacity', o.capacity,
        'taken', (select count(*) from public.class_bookings t where t.occurrence_id = o.id and t.status <> 'cancelled'))
      from public.class_bookings b
      join public.class_occurrences o on o.id = b.occurrence_id
      join public.gym_classes c on c.id = o.class_id
      where b.member_id = member.id and b.gym_id = member.gym_id and b.status in ('booked', 'requested')
        and o.cancelled_at is null and o.starts_at > now()
      order by o.starts_at limit 1),
    'habits', private.member_habits(member), 'counts', private.member_counts(member),
    'consents', private.member_consents_json(member), 'history', history
  );
end $$;
comment on function public.get_member(uuid, text, text, integer) is
  'Everything of a member''s page as the caller may see it; a deleted member too, with merged_into where it was merged. Raises mfa_required, not_found, invalid_input (tab, cursor).';
grant execute on function public.get_member(uuid, text, text, integer) to authenticated;
