alter function private.recognise_badge(uuid, text[]) reset plan_cache_mode;

create or replace function public.kiosk_replay(p_token_hash text, p_sent jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  siblings uuid[] := array(select k.id from public.kiosks k where k.gym_id = kiosk.gym_id);
  entries jsonb := p_sent -> 'entries';
  new_reads jsonb := '[]';
  entry jsonb;
  session public.openai_realtime_sessions;
  dated record;
begin
  perform private.check_stamp(p_sent, 'sent');
  if jsonb_typeof(entries) is distinct from 'array' or jsonb_array_length(entries) > 100 then
    perform private.refuse('invalid_input', 'entries');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('scan:' || kiosk.id, 0));

  for entry in select e from jsonb_array_elements(entries) e loop
    perform private.check_stamp(entry, 'entries');
    if entry ->> 'kind' = 'scan' and not exists (
      select from public.badge_scans s
      where s.kiosk_id = any (siblings) and s.client_event_id = (entry ->> 'event_id')::uuid
    ) then
      new_reads := new_reads || jsonb_build_array(entry || jsonb_build_object('found', private.recognise_badge(
        kiosk.gym_id,
        private.usable_hashes(kiosk, private.text_array(entry -> 'hashes'), private.text_array(entry -> 'forms'))
      )));
    end if;
  end loop;
  -- By member: two kiosks that come back at the same moment take the members' locks in the same order.
  for entry in
    select r.e from (
      select distinct on (e ->> 'event_id') e, place from jsonb_array_elements(new_reads) with ordinality as n (e, place)
      order by e ->> 'event_id', place
    ) r
    order by r.e #>> '{found,member_id}' nulls first, r.place
  loop
    dated := private.date_entry(entry, p_sent);
    perform private.watch_reader(kiosk, private.keep_scan(
      kiosk, (entry ->> 'event_id')::uuid, private.text_array(entry -> 'hashes'), private.text_array(entry -> 'forms'),
      private.text_array(entry -> 'tails'), entry -> 'found', dated.happened_at, dated.device_at, dated.doubt
    ));
  end loop;

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

drop function private.advance_last_visits(uuid, uuid[]);

create or replace function private.conversation_of_read(p_kiosk public.kiosks, p_read_event_id uuid) returns public.openai_realtime_sessions
language sql stable security definer set search_path = ''
as $$
  select s from public.badge_scans b
  join public.openai_realtime_sessions s on s.scan_id = b.id and s.gym_id = b.gym_id
  where b.gym_id = p_kiosk.gym_id and b.client_event_id = p_read_event_id
    and b.kiosk_id in (select k.id from public.kiosks k where k.gym_id = p_kiosk.gym_id)
  limit 1
$$;

drop index public.badge_scans_gym_id_client_event_id_idx;
