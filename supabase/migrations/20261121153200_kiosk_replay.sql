-- What a kiosk kept while it was without network, delivered once and in order (rules K4, K6).

create function private.check_stamp(p_stamp jsonb, p_field text) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  if jsonb_typeof(p_stamp) is distinct from 'object' or coalesce(length(p_stamp ->> 'boot_id'), 0) not between 1 and 100
    or jsonb_typeof(p_stamp -> 'boot_ms') is distinct from 'number' or jsonb_typeof(p_stamp -> 'at') is distinct from 'number'
    or (p_stamp ->> 'boot_ms')::numeric not between 0 and 1e12 or (p_stamp ->> 'at')::numeric not between 0 and 1e13 then
    perform private.refuse('invalid_input', p_field);
  end if;
end $$;
comment on function private.check_stamp(jsonb, text) is 'Raises invalid_input unless it is {boot_id, boot_ms, at}.';

create function private.text_array(p_list jsonb) returns text[]
language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(p_list) = 'array' then array(select jsonb_array_elements_text(p_list)) end
$$;
comment on function private.text_array(jsonb) is 'A JSON array as an array of text; null for anything else.';

create function private.conversation_of_read(p_kiosk public.kiosks, p_read_event_id uuid) returns public.openai_realtime_sessions
language sql stable security definer set search_path = ''
as $$
  select s from public.badge_scans b
  join public.openai_realtime_sessions s on s.scan_id = b.id and s.gym_id = b.gym_id
  where b.gym_id = p_kiosk.gym_id and b.client_event_id = p_read_event_id
    and b.kiosk_id in (select k.id from public.kiosks k where k.gym_id = p_kiosk.gym_id)
  limit 1
$$;
comment on function private.conversation_of_read(public.kiosks, uuid) is
  'The conversation that a read of this kiosk, or of one of its gym that it takes the place of, began.';

create function private.take_late_words(
  p_session public.openai_realtime_sessions, p_seq integer, p_text text, p_at timestamptz
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform from public.openai_realtime_sessions s where s.id = p_session.id for update;
  if exists (
    select from public.conversation_events e where e.session_id = p_session.id and e.source = 'member' and e.seq = p_seq
  ) or not private.may_analyse(p_session.id) then
    return;
  end if;
  perform private.record_event(p_session.id, 'member', p_seq, 'said', p_text, '{}');
  update public.conversation_events e set at = p_at
  where e.session_id = p_session.id and e.source = 'member' and e.seq = p_seq;
end $$;
comment on function private.take_late_words(public.openai_realtime_sessions, integer, text, timestamptz) is
  'A turn that waited for the network joins its transcript, once and where there may be one; it gets no answer any more.';

create function public.kiosk_replay(p_token_hash text, p_sent jsonb) returns jsonb
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
      elsif entry ->> 'kind' = 'closed' then
        perform private.close_conversation(session.id, entry ->> 'reason', (entry ->> 'last_seq')::integer);
      end if;
    end if;
  end loop;
  return jsonb_build_object('gym', left(encode(sha256(convert_to('queue ' || kiosk.gym_id, 'utf8')), 'hex'), 16));
end $$;
comment on function public.kiosk_replay(text, jsonb) is
  '{gym: a sign that only this gym''s kiosks get}. Takes at most 100 entries {event_id, kind: scan|away|said|closed, boot_id, boot_ms, at, …}, each once however often it is sent, and never pauses the reader. Raises kiosk_not_paired, kiosk_revoked, invalid_input.';

grant execute on function public.kiosk_replay(text, jsonb) to service_role;
