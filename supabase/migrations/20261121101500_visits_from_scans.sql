-- From a read of a badge to a visit and the facts of a welcome (rules M3, M4).

create function private.record_visit(
  p_gym_id uuid, p_member_id uuid, p_member_gym_id uuid, p_at timestamptz, p_source text, p_kiosk_id uuid
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  near uuid[];
  first_at timestamptz;
  last_at timestamptz;
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
begin
  perform pg_advisory_xact_lock(hashtextextended('visit:' || p_gym_id || p_member_id, 0));
  select array_agg(v.id order by v.started_at), least(min(v.started_at), p_at), greatest(max(v.last_seen_at), p_at)
  into near, first_at, last_at
  from public.gym_visits v
  where v.member_id = p_member_id and v.member_gym_id = p_member_gym_id and v.gym_id = p_gym_id
    and v.started_at < p_at + interval '60 minutes' and v.last_seen_at > p_at - interval '60 minutes';
  if near is null then
    insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source, kiosk_id)
    values (p_gym_id, p_member_id, p_member_gym_id, (p_at at time zone zone)::date, p_at, p_at, p_source, p_kiosk_id);
    return;
  end if;
  -- A read that comes late may close the gap between two visits: they were one.
  delete from public.gym_visits v where v.id = any (near[2:]);
  update public.gym_visits v set
    started_at = first_at, last_seen_at = last_at, local_date = (first_at at time zone zone)::date
  where v.id = near[1] and (v.started_at, v.last_seen_at) is distinct from (first_at, last_at);
end $$;
comment on function private.record_visit(uuid, uuid, uuid, timestamptz, text, uuid) is
  'Adds a read to the visits of a member at a gym; the result is the same in whatever order the reads arrive.';

create function private.membership_obstacle(p_member public.gym_members_v2, p_timezone text) returns text
language sql stable set search_path = ''
as $$
  select case
    when not p_member.is_active then 'inactive'
    when p_member.membership_suspended then 'suspended'
    when p_member.membership_ends_on < (now() at time zone p_timezone)::date then 'expired'
  end
$$;
comment on function private.membership_obstacle(public.gym_members_v2, text) is
  'inactive, suspended or expired; null when the member may come in.';

create function private.current_consents(p_member_id uuid, p_gym_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_object_agg(purpose.code, (
    select c.granted from public.member_consents c
    where c.member_id = p_member_id and c.gym_id = p_gym_id and c.purpose = purpose.code
    order by c.created_at desc limit 1
  ))
  from (values ('talk'), ('analyse'), ('remember')) as purpose (code)
$$;
comment on function private.current_consents(uuid, uuid) is '{talk, analyse, remember}: the newest answer, null while there is none.';

create function private.next_booked_class(p_member_id uuid, p_gym_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select private.class_occurrence_json(o.id, p_member_id, null)
  from public.class_bookings b
  join public.class_occurrences o on o.id = b.occurrence_id
  where b.member_id = p_member_id and b.gym_id = p_gym_id and b.status <> 'cancelled' and o.cancelled_at is null
    and o.starts_at >= now() and o.starts_at < private.local_midnight(p_gym_id, 1)
  order by o.starts_at limit 1
$$;
comment on function private.next_booked_class(uuid, uuid) is 'The member''s next own class of today as ClassOccurrence, or null.';

create function private.visit_facts(p_scan public.badge_scans) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with visits as (
    select v.* from public.gym_visits v
    where v.gym_id = p_scan.gym_id and v.member_id = p_scan.member_id and v.member_gym_id = p_scan.member_gym_id
  ),
  this as (
    select v.* from visits v
    where v.started_at <= p_scan.scanned_at and v.last_seen_at >= p_scan.scanned_at
  )
  select jsonb_build_object(
    'visit', jsonb_build_object(
      'is_new', p_scan.outcome <> 'repeat' and this.started_at = p_scan.scanned_at,
      'number_this_month', (
        select count(*) from visits v
        where v.local_date >= date_trunc('month', this.local_date)::date and v.started_at <= this.started_at
      )
    ),
    'days_away', (select this.local_date - max(v.local_date) from visits v where v.started_at < this.started_at)
  )
  from this
$$;
comment on function private.visit_facts(public.badge_scans) is '{visit: {is_new, number_this_month}, days_away|null} of the visit that a scan belongs to.';

create function private.scan_answer(p_scan public.badge_scans) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  answer jsonb := jsonb_build_object('outcome', p_scan.outcome, 'scan_id', p_scan.id);
  at_home boolean := p_scan.member_gym_id = p_scan.gym_id;
begin
  if p_scan.outcome = 'paused' then
    return answer || jsonb_build_object('retry_after_s', (
      select greatest(1, ceil(extract(epoch from s.reader_paused_until - now())))::integer
      from public.kiosk_state s where s.kiosk_id = p_scan.kiosk_id
    ));
  elsif p_scan.outcome in ('unknown', 'ambiguous', 'replaced') or p_scan.member_id is null then
    return answer;
  end if;
  answer := answer || (
    select jsonb_build_object('first_name', m.first_name, 'language', coalesce(p.language, g.locale))
    from public.gym_members_v2 m
    join public.gyms g on g.id = p_scan.gym_id
    left join public.member_preferences p on p.member_id = m.id
    where m.id = p_scan.member_id
  );
  if p_scan.outcome in ('inactive', 'expired', 'suspended') then
    return answer;
  end if;
  -- A sister gym's member is a visitor: their answers and bookings stay at home.
  return answer || coalesce(private.visit_facts(p_scan), '{}') || jsonb_build_object(
    'consents', private.current_consents(case when at_home then p_scan.member_id end, p_scan.gym_id),
    'next_class', case when at_home then private.next_booked_class(p_scan.member_id, p_scan.gym_id) end
  );
end $$;
comment on function private.scan_answer(public.badge_scans) is
  'What a kiosk learns from a scan; made from the stored row, so that a scan sent twice is answered alike.';
