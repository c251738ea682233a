-- A read that waited on a kiosk without network is dated by our clock and its age; what its device thought is kept beside (rule K4).

alter table public.badge_scans
  add column device_at timestamptz,
  add column doubt text check (doubt in ('boot', 'clock')),
  add check (device_at is not null or doubt is null);
grant select (device_at, doubt) on public.badge_scans to authenticated;
comment on column public.badge_scans.device_at is 'The device''s own clock at a read that waited for the network; null for a read that was sent at once.';
comment on column public.badge_scans.doubt is
  'Why scanned_at may be wrong: boot, the device was started anew since, so that its clock alone tells the age; clock, that clock and ours disagree.';

create function private.date_entry(p_stamp jsonb, p_sent jsonb, out happened_at timestamptz, out device_at timestamptz, out doubt text)
language plpgsql stable set search_path = ''
as $$
declare
  longest constant numeric := 604800000;
  is_one_boot boolean := p_stamp ->> 'boot_id' = p_sent ->> 'boot_id';
  age numeric := case
    when is_one_boot then (p_sent ->> 'boot_ms')::numeric - (p_stamp ->> 'boot_ms')::numeric
    else (p_sent ->> 'at')::numeric - (p_stamp ->> 'at')::numeric
  end;
begin
  device_at := to_timestamp((p_stamp ->> 'at')::numeric / 1000);
  happened_at := now() - (least(greatest(age, 0), longest) || ' milliseconds')::interval;
  doubt := case
    when not is_one_boot then 'boot'
    when age < 0 or age > longest or abs(extract(epoch from device_at - happened_at)) > 300 then 'clock'
  end;
end $$;
comment on function private.date_entry(jsonb, jsonb) is
  'When something at a kiosk happened, at most 7 days ago. Both are {boot_id, boot_ms, at}: the device''s start, milliseconds since it and its wall clock in milliseconds, then and when it was sent.';

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
      -- Whoever tried them without network is gone by now: the reader is not paused for it.
      if p_scan.device_at is null then
        insert into public.kiosk_state as s (kiosk_id, gym_id, reader_paused_until)
        values (p_kiosk.id, p_kiosk.gym_id, p_scan.scanned_at + interval '1 minute')
        on conflict (kiosk_id) do update set reader_paused_until = excluded.reader_paused_until;
      end if;
      perform private.raise_alert(p_kiosk.gym_id, 'reader_suspicious', 'high', null, p_kiosk.id,
        jsonb_build_object('code', case when p_scan.device_at is null then 'unknown_badges' else 'unknown_badges_late' end,
          'params', jsonb_build_object('count', strangers)),
        '[{"code": "check_kiosk", "params": {}}, {"code": "go_to_entrance", "params": {}}]');
    end if;
  elsif p_scan.outcome = 'lost' and p_scan.scanned_at > now() - interval '10 minutes' then
    perform private.raise_alert(p_kiosk.gym_id, 'staff_call', 'medium', p_scan.member_id, p_kiosk.id,
      '{"code": "badge_lost", "params": {}}', '[{"code": "go_to_entrance", "params": {}}]');
  elsif p_scan.outcome in ('inactive', 'expired', 'suspended') and p_scan.scanned_at > now() - interval '10 minutes' then
    perform private.raise_alert(p_kiosk.gym_id, 'staff_call', 'low',
      case when p_scan.member_gym_id = p_kiosk.gym_id then p_scan.member_id end, p_kiosk.id,
      jsonb_build_object('code', 'badge_refused', 'params', jsonb_build_object('outcome', p_scan.outcome)),
      '[{"code": "go_to_entrance", "params": {}}]');
  end if;
end $$;
comment on function private.watch_reader(public.kiosks, public.badge_scans) is
  'Tells the team what a scan may mean: a flood of unknown badges (which pauses the reader for a minute, unless it comes late), two owners, a lost badge, a member refused.';

create function private.usable_hashes(p_kiosk public.kiosks, p_badge_hashes text[], p_forms text[]) returns text[]
language sql immutable set search_path = ''
as $$
  -- Turned bits count only where they were learnt.
  select array(
    select r.hash from unnest(p_badge_hashes, p_forms) r (hash, form)
    where r.hash is not null and (coalesce(r.form, '') !~ '^bits_' or r.form = p_kiosk.reader_profile ->> 'form')
  )
$$;
comment on function private.usable_hashes(public.kiosks, text[], text[]) is 'The forms of a read that may name somebody at this kiosk.';

create function private.keep_scan(
  p_kiosk public.kiosks, p_client_event_id uuid, p_badge_hashes text[], p_forms text[], p_tails text[],
  p_found jsonb, p_happened_at timestamptz, p_device_at timestamptz default null, p_doubt text default null
) returns public.badge_scans
language plpgsql security definer set search_path = ''
as $$
declare
  -- The likeliest form is the one that this kiosk's reader was found to write.
  place integer := coalesce(array_position(p_forms, p_kiosk.reader_profile ->> 'form'), 1);
  member uuid := (p_found ->> 'member_id')::uuid;
  outcome text := p_found ->> 'outcome';
  scan public.badge_scans;
begin
  if outcome in ('welcome', 'visitor') then
    -- The member's lock, not the kiosk's: two kiosks may read one badge at the same moment.
    perform private.record_visit(p_kiosk.gym_id, member, (p_found ->> 'member_gym_id')::uuid, p_happened_at, 'kiosk', p_kiosk.id);
    if exists (
      select from public.badge_scans s
      where s.member_id = member and s.gym_id = p_kiosk.gym_id and s.outcome in ('welcome', 'visitor')
        and s.scanned_at > p_happened_at - interval '1 minute' and s.scanned_at < p_happened_at + interval '1 minute'
    ) then
      outcome := 'repeat';
    end if;
  end if;
  insert into public.badge_scans (
    gym_id, kiosk_id, client_event_id, member_id, member_gym_id, badge_hash, badge_form, badge_tail, outcome,
    scanned_at, device_at, doubt
  )
  values (p_kiosk.gym_id, p_kiosk.id, p_client_event_id, member, (p_found ->> 'member_gym_id')::uuid,
    p_badge_hashes[place], left(p_forms[place], 40), left(p_tails[place], 4), outcome, p_happened_at, p_device_at, p_doubt)
  returning * into scan;
  return scan;
end $$;
comment on function private.keep_scan(public.kiosks, uuid, text[], text[], text[], jsonb, timestamptz, timestamptz, text) is
  'Writes a read whose badge was looked up, with the visit that it makes; needs the kiosk''s lock.';

create or replace function public.kiosk_scan(
  p_token_hash text, p_client_event_id uuid, p_badge_hashes text[], p_age_ms integer default 0,
  p_forms text[] default null, p_tails text[] default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  profile text := kiosk.reader_profile ->> 'form';
  capture private.badge_captures;
  scan public.badge_scans;
  found_badge jsonb;
  place integer := coalesce(array_position(p_forms, profile), 1);
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
  capture := private.capture_at(kiosk.id);
  if capture.purpose = 'learn' and happened_at > now() - interval '15 seconds' then
    found_badge := '{"outcome": "captured"}';
  elsif exists (
    select from public.kiosk_state s where s.kiosk_id = kiosk.id
      and happened_at < s.reader_paused_until and happened_at >= s.reader_paused_until - interval '1 minute'
  ) then
    found_badge := '{"outcome": "paused"}';
  else
    found_badge := private.recognise_badge(kiosk.gym_id, private.usable_hashes(kiosk, p_badge_hashes, p_forms));
    if capture.purpose = 'assign' and found_badge ->> 'outcome' in ('unknown', 'lost', 'replaced')
      and coalesce(p_forms[place], '') <> 'unreadable' and happened_at > now() - interval '15 seconds' then
      found_badge := '{"outcome": "captured"}';
    end if;
  end if;
  scan := private.keep_scan(kiosk, p_client_event_id, p_badge_hashes, p_forms, p_tails, found_badge, happened_at);
  if scan.outcome = 'captured' then
    perform private.keep_capture(capture, scan, p_badge_hashes, p_forms);
  end if;
  perform private.watch_reader(kiosk, scan);
  return private.scan_answer(scan);
end $$;
