drop function public.kiosk_scan(text, uuid, text[], integer, text[], text[]);
drop function private.keep_capture(private.badge_captures, public.badge_scans, text[], text[]);
drop function private.capture_at(uuid);
create or replace function private.scan_answer(p_scan public.badge_scans) returns jsonb
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
    'consent_texts', private.consent_texts_in_force(p_scan.gym_id),
    'next_class', case when at_home then private.next_booked_class(p_scan.member_id, p_scan.gym_id) end
  );
end $$;

create or replace function private.recognise_badge(p_gym_id uuid, p_badge_hashes text[]) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  franchise uuid := (
    select f.id from public.gyms g join public.franchises f on f.id = g.franchise_id
    where g.id = p_gym_id and f.shares_access
  );
  members uuid[];
  member public.gym_members_v2;
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
begin
  select array_agg(distinct b.member_id) into members
  from public.member_badges b
  join public.gym_members_v2 m on m.id = b.member_id and m.deleted_at is null
  where b.gym_id = p_gym_id and b.badge_hash = any (p_badge_hashes) and b.valid_to is null;
  if members is null then
    if exists (
      select from public.member_badges b
      where b.gym_id = p_gym_id and b.badge_hash = any (p_badge_hashes) and b.replaced_by is not null
    ) then
      return '{"outcome": "replaced"}';
    end if;
    select array_agg(distinct b.member_id) into members
    from public.gyms g
    join public.member_badges b on b.gym_id = g.id
    join public.gym_members_v2 m on m.id = b.member_id and m.deleted_at is null
    where g.franchise_id = franchise and g.id <> p_gym_id
      and b.badge_hash = any (p_badge_hashes) and b.valid_to is null;
  end if;
  if members is null then
    return '{"outcome": "unknown"}';
  elsif cardinality(members) > 1 then
    return '{"outcome": "ambiguous"}';
  end if;
  select * into member from public.gym_members_v2 m where m.id = members[1];
  return jsonb_build_object(
    'outcome', coalesce(
      private.membership_obstacle(member, zone), case when member.gym_id = p_gym_id then 'welcome' else 'visitor' end
    ),
    'member_id', member.id, 'member_gym_id', member.gym_id
  );
end $$;

create or replace function private.watch_reader(p_kiosk public.kiosks, p_scan public.badge_scans) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  strangers integer;
begin
  if p_scan.outcome = 'ambiguous' then
    perform private.raise_alert(p_kiosk.gym_id, 'reader_suspicious', 'medium', null, p_kiosk.id,
      '{"code": "ambiguous_badge", "params": {}}', '[{"code": "check_kiosk", "params": {}}]');
  elsif p_scan.outcome = 'unknown' then
    select count(*) into strangers from public.badge_scans s
    where s.kiosk_id = p_kiosk.id and s.gym_id = p_kiosk.gym_id and s.outcome = 'unknown'
      and s.scanned_at > p_scan.scanned_at - interval '1 minute' and s.scanned_at <= p_scan.scanned_at;
    if strangers >= 10 then
      insert into public.kiosk_state as s (kiosk_id, gym_id, reader_paused_until)
      values (p_kiosk.id, p_kiosk.gym_id, p_scan.scanned_at + interval '1 minute')
      on conflict (kiosk_id) do update set reader_paused_until = excluded.reader_paused_until;
      perform private.raise_alert(p_kiosk.gym_id, 'reader_suspicious', 'high', null, p_kiosk.id,
        jsonb_build_object('code', 'unknown_badges', 'params', jsonb_build_object('count', strangers)),
        '[{"code": "check_kiosk", "params": {}}, {"code": "go_to_entrance", "params": {}}]');
    end if;
  elsif p_scan.outcome in ('inactive', 'expired', 'suspended') and p_scan.scanned_at > now() - interval '10 minutes' then
    perform private.raise_alert(p_kiosk.gym_id, 'staff_call', 'low',
      case when p_scan.member_gym_id = p_kiosk.gym_id then p_scan.member_id end, p_kiosk.id,
      jsonb_build_object('code', 'badge_refused', 'params', jsonb_build_object('outcome', p_scan.outcome)),
      '[{"code": "go_to_entrance", "params": {}}]');
  end if;
end $$;

comment on function private.watch_reader(public.kiosks, public.badge_scans) is
  'Tells the team what a scan may mean: a flood of unknown badges (which pauses the reader for a minute), two owners, a member refused.';

create function public.kiosk_scan(
  p_token_hash text, p_client_event_id uuid, p_badge_hashes text[], p_age_ms integer default 0
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  scan public.badge_scans;
  found_badge jsonb;
  happened_at timestamptz := now() - least(greatest(coalesce(p_age_ms, 0), 0), 604800000) * interval '1 millisecond';
begin
  if p_client_event_id is null then
    perform private.refuse('invalid_input', 'client_event_id');
  elsif coalesce(cardinality(p_badge_hashes), 0) not between 1 and 12
    or exists (select from unnest(p_badge_hashes) as h where h is null or h !~ '^[0-9a-f]{64}$') then
    perform private.refuse('invalid_input', 'badge_hashes');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('scan:' || kiosk.id, 0));
  select * into scan from public.badge_scans s where s.kiosk_id = kiosk.id and s.client_event_id = p_client_event_id;
  if scan.id is not null then
    return private.scan_answer(scan);
  end if;

  if exists (
    select from public.kiosk_state s where s.kiosk_id = kiosk.id
      and happened_at < s.reader_paused_until and happened_at >= s.reader_paused_until - interval '1 minute'
  ) then
    found_badge := '{"outcome": "paused"}';
  else
    found_badge := private.recognise_badge(kiosk.gym_id, p_badge_hashes);
  end if;
  if found_badge ->> 'outcome' in ('welcome', 'visitor') then
    -- The member's lock, not the kiosk's: two kiosks may read one badge at the same moment.
    perform private.record_visit(kiosk.gym_id, (found_badge ->> 'member_id')::uuid,
      (found_badge ->> 'member_gym_id')::uuid, happened_at, 'kiosk', kiosk.id);
    if exists (
      select from public.badge_scans s
      where s.member_id = (found_badge ->> 'member_id')::uuid and s.gym_id = kiosk.gym_id
        and s.outcome in ('welcome', 'visitor')
        and s.scanned_at > happened_at - interval '1 minute' and s.scanned_at < happened_at + interval '1 minute'
    ) then
      found_badge := found_badge || '{"outcome": "repeat"}';
    end if;
  end if;

  insert into public.badge_scans (gym_id, kiosk_id, client_event_id, member_id, member_gym_id, badge_hash, outcome, scanned_at)
  values (kiosk.gym_id, kiosk.id, p_client_event_id, (found_badge ->> 'member_id')::uuid,
    (found_badge ->> 'member_gym_id')::uuid, p_badge_hashes[1], found_badge ->> 'outcome', happened_at)
  returning * into scan;
  perform private.watch_reader(kiosk, scan);
  return private.scan_answer(scan);
end $$;
comment on function public.kiosk_scan(text, uuid, text[], integer) is
  'One read of a badge in all its possible forms, p_age_ms (0 to 7 days) ago. Raises kiosk_not_paired, kiosk_revoked, invalid_input.';

grant execute on function public.kiosk_scan(text, uuid, text[], integer) to service_role;
