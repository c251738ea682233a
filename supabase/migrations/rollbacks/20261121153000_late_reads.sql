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
  usable text[];
  place integer;
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

  -- The likeliest form is the one that this kiosk's reader was found to write; turned bits count only where they were learnt.
  place := coalesce(array_position(p_forms, profile), 1);
  usable := array(
    select r.hash from unnest(p_badge_hashes, p_forms) r (hash, form)
    where r.hash is not null and (coalesce(r.form, '') !~ '^bits_' or r.form = profile)
  );
  if capture.purpose = 'learn' and happened_at > now() - interval '15 seconds' then
    found_badge := '{"outcome": "captured"}';
  elsif exists (
    select from public.kiosk_state s where s.kiosk_id = kiosk.id
      and happened_at < s.reader_paused_until and happened_at >= s.reader_paused_until - interval '1 minute'
  ) then
    found_badge := '{"outcome": "paused"}';
  else
    found_badge := private.recognise_badge(kiosk.gym_id, usable);
    if capture.purpose = 'assign' and found_badge ->> 'outcome' in ('unknown', 'lost', 'replaced')
      and coalesce(p_forms[place], '') <> 'unreadable' and happened_at > now() - interval '15 seconds' then
      found_badge := '{"outcome": "captured"}';
    end if;
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

  insert into public.badge_scans (
    gym_id, kiosk_id, client_event_id, member_id, member_gym_id, badge_hash, badge_form, badge_tail, outcome, scanned_at
  )
  values (kiosk.gym_id, kiosk.id, p_client_event_id, (found_badge ->> 'member_id')::uuid, (found_badge ->> 'member_gym_id')::uuid,
    p_badge_hashes[place], left(p_forms[place], 40), left(p_tails[place], 4), found_badge ->> 'outcome', happened_at)
  returning * into scan;
  if scan.outcome = 'captured' then
    perform private.keep_capture(capture, scan, p_badge_hashes, p_forms);
  end if;
  perform private.watch_reader(kiosk, scan);
  return private.scan_answer(scan);
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
drop function private.keep_scan(public.kiosks, uuid, text[], text[], text[], jsonb, timestamptz, timestamptz, text);
drop function private.usable_hashes(public.kiosks, text[], text[]);
drop function private.date_entry(jsonb, jsonb);
alter table public.badge_scans drop column doubt, drop column device_at;
