-- What waited at a kiosk is taken in sets: each badge looked up once, each member's last visit moved once, and a read found
-- by its gym and its id instead of by every kiosk that the gym has.

create index badge_scans_gym_id_client_event_id_idx on public.badge_scans (gym_id, client_event_id);

create or replace function private.conversation_of_read(p_kiosk public.kiosks, p_read_event_id uuid) returns public.openai_realtime_sessions
language sql stable security definer set search_path = ''
as $$
  select s from public.badge_scans b
  join public.openai_realtime_sessions s on s.scan_id = b.id and s.gym_id = b.gym_id
  where b.gym_id = p_kiosk.gym_id and b.client_event_id = p_read_event_id
  limit 1
$$;

create function private.advance_last_visits(p_gym_id uuid, p_member_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.gym_members_v2 m set last_visit = seen.at
  from (
    select v.member_id, v.member_gym_id, max(v.last_seen_at) as at from public.gym_visits v
    where v.gym_id = p_gym_id and v.member_id = any (p_member_ids)
      -- What waits at a kiosk is dated within 7 days.
      and v.started_at > now() - interval '14 days'
    group by 1, 2
  ) seen
  where m.id = seen.member_id and m.gym_id = seen.member_gym_id and (m.last_visit is null or m.last_visit < seen.at);
end $$;
comment on function private.advance_last_visits(uuid, uuid[]) is
  'What the trigger of gym_visits does with each visit, once for the latest visits of these members to a gym.';

create or replace function public.kiosk_replay(p_token_hash text, p_sent jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  entries jsonb := p_sent -> 'entries';
  new_reads jsonb;
  entry jsonb;
  session public.openai_realtime_sessions;
  dated record;
begin
  perform private.check_stamp(p_sent, 'sent');
  if jsonb_typeof(entries) is distinct from 'array' or jsonb_array_length(entries) > 100 then
    perform private.refuse('invalid_input', 'entries');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('scan:' || kiosk.id, 0));

  perform private.check_stamp(e, 'entries') from jsonb_array_elements(entries) e;

  -- A badge is looked up once, however often it was read. By member: two kiosks that come back at the same moment take the
  -- members' locks in the same order.
  with reads as materialized (
    select distinct on ((e ->> 'event_id')::uuid) e, place,
      private.usable_hashes(kiosk, private.text_array(e -> 'hashes'), private.text_array(e -> 'forms')) as hashes
    from jsonb_array_elements(entries) with ordinality as n (e, place)
    where e ->> 'kind' = 'scan' and not exists (
      -- A kiosk that takes another one's place delivers what that one has sent already.
      select from public.badge_scans s where s.gym_id = kiosk.gym_id and s.client_event_id = (e ->> 'event_id')::uuid
    )
    order by (e ->> 'event_id')::uuid, place
  ),
  badges as materialized (
    select b.hashes, private.recognise_badge(kiosk.gym_id, b.hashes) as found from (select distinct r.hashes from reads r) b
  )
  select jsonb_agg(r.e || jsonb_build_object('found', b.found) order by b.found ->> 'member_id' nulls first, r.place)
  into new_reads
  from reads r join badges b on b.hashes = r.hashes;

  perform set_config('jarvis.visits_in_batches', 'on', true);
  for entry in select e from jsonb_array_elements(new_reads) with ordinality as n (e, place) order by place loop
    dated := private.date_entry(entry, p_sent);
    perform private.watch_reader(kiosk, private.keep_scan(
      kiosk, (entry ->> 'event_id')::uuid, private.text_array(entry -> 'hashes'), private.text_array(entry -> 'forms'),
      private.text_array(entry -> 'tails'), entry -> 'found', dated.happened_at, dated.device_at, dated.doubt
    ));
  end loop;
  perform set_config('jarvis.visits_in_batches', '', true);
  perform private.advance_last_visits(kiosk.gym_id, array(
    select distinct (e #>> '{found,member_id}')::uuid from jsonb_array_elements(new_reads) e
    where e #>> '{found,outcome}' in ('welcome', 'visitor')
  ));

  for entry in select e from jsonb_array_elements(entries) e where e ->> 'kind' <> 'scan' loop
    dated := private.date_entry(entry, p_sent);
    if entry ->> 'kind' = 'away' then
      perform private.check_stamp(entry -> 'since', 'entries');
      insert into public.kiosk_absences (gym_id, kiosk_id, client_event_id, away_from, away_to, doubt)
      select kiosk.gym_id, kiosk.id, (entry ->> 'event_id')::uuid, least(since.happened_at, dated.happened_at),
        dated.happened_at, since.doubt
      from private.date_entry(entry -> 'since', p_sent) since
      on conflict (kiosk_id, client_event_id) do nothing;
    else
      session := private.conversation_of_read(kiosk, (entry ->> 'read_event_id')::uuid);
      if session.id is null then
        continue;
      elsif entry ->> 'kind' = 'said' then
        perform private.take_late_words(session, (entry ->> 'seq')::integer, entry ->> 'text',
          greatest(dated.happened_at, session.started_at));
      elsif entry ->> 'kind' = 'spoken' then
        perform private.take_late_voice(session, entry -> 'event', dated.happened_at);
      elsif entry ->> 'kind' = 'closed' then
        perform private.close_conversation(session.id, entry ->> 'reason', (entry ->> 'last_seq')::integer);
      end if;
    end if;
  end loop;
  return jsonb_build_object('gym', left(encode(sha256(convert_to('queue ' || kiosk.gym_id, 'utf8')), 'hex'), 16));
end $$;

-- Its three look-ups by a list of hashes were planned anew at every read, which took longer than the look-ups.
alter function private.recognise_badge(uuid, text[]) set plan_cache_mode = force_generic_plan;
