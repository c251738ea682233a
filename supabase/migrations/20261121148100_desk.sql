-- The desk of a gym: who just came in, what there is to say to them, who is here (rules T6, M3, M4).

create function private.require_acting(p_gym_id uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  if p_gym_id <> all (private.acting_gym_ids()) then
    perform private.refuse(case when private.gym_is_suspended(p_gym_id) then 'customer_suspended' else 'forbidden' end);
  end if;
end $$;
comment on function private.require_acting(uuid) is
  'Passes for a gym where the caller acts at the desk; raises mfa_required, not_found, forbidden, customer_suspended.';

create function private.desk_alert_ids(p_gym_id uuid, p_member_ids uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  is_staff boolean := exists (select from private.team_of(p_gym_id) t where t.id = me and t.role = 'gym_staff');
begin
  return array(
    select a.id from public.manager_alerts a
    where a.gym_id = p_gym_id and a.status in ('pending', 'in_progress')
      and (not is_staff or coalesce(a.assigned_to = me, true))
      and (
        -- By its priority: a refused badge of the same person would overwrite its code.
        (a.alert_type = 'staff_call' and private.priority_rank(a.priority) >= 3 and a.updated_at > now() - interval '1 day')
        or (a.member_id = any (p_member_ids) and (
          a.alert_type in ('churn_risk', 'negative_feedback', 'equipment_issue', 'milestone')
          or a.context ->> 'code' in ('feedback_left', 'badge_refused')))
      )
    order by private.priority_rank(a.priority) desc, a.updated_at desc, a.id
  );
end $$;
comment on function private.desk_alert_ids(uuid, uuid[]) is
  'Open alerts that the caller may act on: calls from a kiosk of the last day, and what is about one of these members.';

create function private.desk_sayings(
  p_member public.gym_members_v2, p_visit public.gym_visits, p_refusal text, p_today date, p_alert_ids uuid[]
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  earlier bigint;
  last_before date;
  joined date := coalesce(p_member.member_since, case when p_member.import_id is null then p_member.created_at::date end);
  is_member boolean := p_member.member_kind = 'member';
begin
  if p_visit.id is not null then
    select count(*), max(v.local_date) into earlier, last_before
    from public.gym_visits v
    where v.member_id = p_member.id and v.member_gym_id = p_member.gym_id and v.started_at < p_visit.started_at;
  end if;
  return (
    with alerts as (
      select a.id, a.alert_type, a.context from public.manager_alerts a
      where a.id = any (p_alert_ids) and a.member_id = p_member.id
    ),
    said (place, key, code, params, alert_id, booking_id) as (
      select 1, 'badge', 'badge_' || p_refusal, jsonb_build_object('date', p_member.membership_ends_on),
        (select a.id from alerts a where a.context ->> 'code' = 'badge_refused' limit 1), null::uuid
      where p_refusal is not null
      union all
      select 2, 'booking:' || b.id, 'booking', jsonb_build_object('class', c.name, 'starts_at', o.starts_at), null, b.id
      from public.class_bookings b
      join public.class_occurrences o on o.id = b.occurrence_id
      join public.gym_classes c on c.id = o.class_id
      where b.member_id = p_member.id and b.gym_id = p_member.gym_id and b.status = 'requested'
        and o.cancelled_at is null and o.starts_at > now()
      union all
      select 3, 'alert:' || a.id, 'alert', jsonb_build_object('type', a.alert_type), a.id, null
      from alerts a
      where a.alert_type not in ('milestone', 'staff_call')
      union all
      -- Whoever was on an imported list has come before, though not with us.
      select 4, 'first_visit', 'first_visit', '{}', null, null
      where is_member and earlier = 0 and joined > p_today - 60
      union all
      select 5, 'return', 'return', jsonb_build_object('days', p_visit.local_date - last_before),
        (select a.id from alerts a where a.alert_type = 'milestone' and a.context ->> 'code' = 'return' limit 1), null
      where is_member and p_visit.local_date - last_before > 30
      union all
      select 6, 'milestone:' || (earlier + 1), 'visits', jsonb_build_object('count', earlier + 1),
        (select a.id from alerts a where a.alert_type = 'milestone' and a.context ->> 'code' = 'visits' limit 1), null
      where is_member and earlier + 1 in (10, 50, 100, 250, 500)
      union all
      select 7, 'years:' || n, 'years', jsonb_build_object('years', n),
        (select a.id from alerts a where a.alert_type = 'milestone' and a.context ->> 'code' = 'years' limit 1), null
      from unnest('{1,2,5}'::integer[]) n
      cross join lateral (select (p_member.member_since + make_interval(years => n))::date as day) reached
      where is_member and p_visit.local_date between reached.day and reached.day + 30
        and coalesce(last_before < reached.day, true)
      union all
      select 8, 'birthday', 'birthday', jsonb_build_object('date', birthday.day, 'days', birthday.day - p_today), null, null
      from generate_series(-1, 1) n
      cross join lateral (
        select (p_member.birth_date + make_interval(
          years => (extract(year from p_today) - extract(year from p_member.birth_date))::integer + n))::date as day
      ) birthday
      where p_member.birth_date < p_today - 300 and birthday.day between p_today - 3 and p_today + 3
      union all
      select 9, 'ending', 'ending',
        jsonb_build_object('date', p_member.membership_ends_on, 'days', p_member.membership_ends_on - p_today), null, null
      where is_member and p_refusal is null and p_member.membership_ends_on between p_today and p_today + 14
      union all
      select 10, 'no_badge', 'no_badge', '{}', null, null
      where is_member and p_refusal is null and not exists (
        select from public.member_badges b
        where b.member_id = p_member.id and b.gym_id = p_member.gym_id and b.valid_to is null)
    )
    select coalesce(jsonb_agg(jsonb_build_object(
      'key', s.key, 'code', s.code, 'params', s.params, 'alert_id', s.alert_id, 'booking_id', s.booking_id
    ) order by s.place, s.key), '[]')
    from said s
    where not exists (
      select from public.desk_ticks t
      where t.gym_id = p_member.gym_id and t.member_id = p_member.id and t.code = s.key
        -- Wishes and reminders hold for the week, everything else for the day.
        and t.local_date > p_today - case when s.key in ('birthday', 'ending') then 7 else 1 end
    )
  );
end $$;
comment on function private.desk_sayings(public.gym_members_v2, public.gym_visits, text, date, uuid[]) is
  'What there is to say to a member at the desk and nobody has said: [{key, code, params, alert_id, booking_id}], the most pressing first.';

create function private.desk_came(p_gym_id uuid)
returns table (at timestamptz, member_id uuid, member_gym_id uuid, visit public.gym_visits, refusal text, kiosk_id uuid)
language plpgsql stable security definer set search_path = ''
as $$
begin
  return query
  with visits as (
    -- By hand or by badge: a list that was imported tells nothing of who stands there.
    select v as visit, v.member_id, v.member_gym_id, v.started_at, v.kiosk_id
    from public.gym_visits v
    where v.gym_id = p_gym_id and v.started_at > now() - interval '90 minutes' and v.started_at <= now()
    order by v.started_at desc limit 200
  ),
  refused as (
    select distinct on (s.member_id) s.member_id, s.member_gym_id, s.scanned_at, s.outcome, s.kiosk_id
    from public.badge_scans s
    where s.gym_id = p_gym_id and s.scanned_at > now() - interval '90 minutes' and s.scanned_at <= now()
      and s.outcome in ('inactive', 'expired', 'suspended') and s.member_id is not null
    order by s.member_id, s.scanned_at desc
  )
  select v.started_at, v.member_id, v.member_gym_id, v.visit, null::text, v.kiosk_id from visits v
  union all
  select r.scanned_at, r.member_id, r.member_gym_id, null::public.gym_visits, r.outcome, r.kiosk_id
  from refused r
  where not exists (select from visits v where v.member_id = r.member_id and (v.visit).last_seen_at >= r.scanned_at);
end $$;
comment on function private.desk_came(uuid) is
  'Who came in the last 90 minutes: visits, and members whose badge was refused and who have not been let in since.';

create function private.desk_requests(p_gym_id uuid, p_except uuid[]) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'booking_id', r.id, 'member_id', r.member_id, 'first_name', r.first_name, 'last_initial', left(r.last_name, 1),
      'class', r.class, 'starts_at', r.starts_at
    ) order by r.starts_at, r.id), '[]')
    from (
      select b.id, m.id as member_id, m.first_name, m.last_name, c.name as class, o.starts_at
      from public.class_bookings b
      join public.class_occurrences o on o.id = b.occurrence_id
      join public.gym_classes c on c.id = o.class_id
      join public.gym_members_v2 m on m.id = b.member_id and m.deleted_at is null
      where b.gym_id = p_gym_id and b.status = 'requested' and o.cancelled_at is null and o.starts_at > now()
        and b.member_id <> all (p_except)
      order by o.starts_at, b.id limit 20
    ) r
  );
end $$;
comment on function private.desk_requests(uuid, uuid[]) is
  'Places in classes that wait for the team''s word, soonest first, but for those of members who are in the list.';

create function public.desk(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  today date;
  present uuid[];
  alert_ids uuid[];
  people jsonb;
begin
  perform private.require_gym(p_gym_id, private.alert_gym_ids());
  select (now() at time zone g.timezone)::date into today from public.gyms g where g.id = p_gym_id;
  present := array(select c.member_id from private.desk_came(p_gym_id) c where c.member_gym_id = p_gym_id);
  alert_ids := private.desk_alert_ids(p_gym_id, present);
  select coalesce(jsonb_agg(jsonb_build_object(
    'at', c.at, 'member_id', m.id, 'first_name', m.first_name, 'last_initial', left(m.last_name, 1),
    'kind', m.member_kind, 'home', case when m.gym_id <> p_gym_id then home.name end,
    'source', case when c.refusal is null then (c.visit).source end, 'kiosk', k.name,
    'visit_id', (c.visit).id, 'left_at', (c.visit).left_at, 'refusal', c.refusal,
    -- A sister gym's member is known at home; here it is said that they visit.
    'say', case when m.gym_id = p_gym_id then private.desk_sayings(m, c.visit, c.refusal, today, alert_ids) else '[]' end,
    'said', (
      select jsonb_build_object('by', u.full_name, 'at', t.said_at)
      from public.desk_ticks t left join public.users u on u.id = t.said_by
      where t.gym_id = p_gym_id and t.member_id = m.id and t.local_date = today order by t.said_at desc limit 1
    )
  ) order by c.at desc, m.id), '[]') into people
  from private.desk_came(p_gym_id) c
  join public.gym_members_v2 m on m.id = c.member_id
  join public.gyms home on home.id = m.gym_id
  left join public.kiosks k on k.id = c.kiosk_id;
  return jsonb_build_object(
    'date', today,
    'inside', private.people_inside(p_gym_id, now()),
    'usual', private.usual_inside(p_gym_id, now()),
    'people', people,
    'requests', private.desk_requests(p_gym_id, present),
    'alerts', private.alerts_json(p_gym_id, alert_ids)
  );
end $$;
comment on function public.desk(uuid) is
  '{date, inside, usual, people (newest first, with what to say and who said something today), requests, alerts (calls from a kiosk, and those that what to say names)}. Raises not_found, forbidden, mfa_required.';

grant execute on function public.desk(uuid) to authenticated;
