-- What a spoken conversation reports: turns, claims of usage, times. Each counts once (rules V3, V4, V6).

create function private.claimed_count(p_usage jsonb, p_path text[], p_most integer) returns integer
language plpgsql immutable set search_path = ''
as $$
declare
  claimed jsonb := p_usage #> p_path;
begin
  if claimed is null or claimed = 'null' then
    return 0;
  elsif jsonb_typeof(claimed) <> 'number' or claimed::text !~ '^[0-9]{1,6}$' or claimed::text::integer > p_most then
    perform private.refuse('invalid_input', 'usage.' || array_to_string(p_path, '.'));
  end if;
  return claimed::text::integer;
end $$;
comment on function private.claimed_count(jsonb, text[], integer) is
  'A count of tokens in a claim, 0 when it is not there; raises invalid_input for anything but a whole number up to p_most.';

create function private.response_usage(p_usage jsonb) returns jsonb
language plpgsql immutable set search_path = ''
as $$
declare
  -- A context holds 128,000 tokens, an answer at most 4,096.
  heard integer := private.claimed_count(p_usage, '{input_tokens}', 128000);
  said integer := private.claimed_count(p_usage, '{output_tokens}', 4096);
  audio integer := private.claimed_count(p_usage, '{input_token_details,audio_tokens}', heard);
  image integer := private.claimed_count(p_usage, '{input_token_details,image_tokens}', heard - audio);
  text_all integer := heard - audio - image;
  text_cached integer := private.claimed_count(p_usage, '{input_token_details,cached_tokens_details,text_tokens}', text_all);
  audio_cached integer := private.claimed_count(p_usage, '{input_token_details,cached_tokens_details,audio_tokens}', audio);
  image_cached integer := private.claimed_count(p_usage, '{input_token_details,cached_tokens_details,image_tokens}', image);
  audio_out integer := private.claimed_count(p_usage, '{output_token_details,audio_tokens}', said);
begin
  if jsonb_typeof(p_usage) is distinct from 'object' then
    perform private.refuse('invalid_input', 'usage');
  end if;
  return (
    select coalesce(jsonb_object_agg(used.modality, used.tokens), '{}')
    from (values
      ('text_in', text_all - text_cached), ('text_cached', text_cached),
      ('audio_in', audio - audio_cached), ('audio_cached', audio_cached),
      ('image_in', image - image_cached), ('image_cached', image_cached),
      ('text_out', said - audio_out), ('audio_out', audio_out)
    ) as used (modality, tokens)
    where used.tokens > 0
  );
end $$;
comment on function private.response_usage(jsonb) is
  '{modality: tokens} of response.done''s usage; what its details leave open is text. Raises invalid_input for what no response can have used.';

create function private.transcription_usage(p_usage jsonb) returns jsonb
language plpgsql immutable set search_path = ''
as $$
declare
  heard integer;
  audio integer;
begin
  case p_usage ->> 'type'
    when 'duration' then
      if jsonb_typeof(p_usage -> 'seconds') is distinct from 'number' or (p_usage ->> 'seconds')::numeric not between 0 and 900 then
        perform private.refuse('invalid_input', 'usage.seconds');
      end if;
      return jsonb_build_object('minutes', (p_usage ->> 'seconds')::numeric(9, 3) / 60);
    when 'tokens' then
      heard := private.claimed_count(p_usage, '{input_tokens}', 32000);
      audio := private.claimed_count(p_usage, '{input_token_details,audio_tokens}', heard);
      return jsonb_build_object('audio_in', audio, 'text_in', heard - audio,
        'text_out', private.claimed_count(p_usage, '{output_tokens}', 4096));
    else
      perform private.refuse('invalid_input', 'usage.type');
  end case;
  return '{}';
end $$;
comment on function private.transcription_usage(jsonb) is
  '{minutes} or {audio_in, text_in, text_out} of a transcription''s usage. Raises invalid_input.';

create function private.claim_usage(
  p_session public.openai_realtime_sessions, p_kind text, p_key text, p_model text, p_used jsonb
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if coalesce(length(p_key), 0) not between 1 and 100 then
    perform private.refuse('invalid_input', case p_kind when 'response' then 'response_id' else 'item_id' end);
  end if;
  -- Nobody gets more than an answer a second.
  if (select count(*) from private.voice_usage u where u.session_id = p_session.id and u.kind = p_kind)
    > 10 + extract(epoch from coalesce(p_session.ended_at, now()) - p_session.connected_at) then
    perform private.refuse('invalid_input', 'usage');
  end if;
  insert into private.voice_usage (session_id, kind, key, model, used, cost_usd)
  values (p_session.id, p_kind, p_key, p_model, p_used, private.usage_cost(p_model, p_session.price_ids, p_used))
  on conflict do nothing;
end $$;
comment on function private.claim_usage(public.openai_realtime_sessions, text, text, text, jsonb) is
  'Keeps a claim once, with its cost. Raises invalid_input for more claims than a second has.';

create function private.take_voice_turn(
  p_session public.openai_realtime_sessions, p_event jsonb, p_at timestamptz
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  said text := btrim(p_event ->> 'text', E' \t\r\n');
  speaker text := case p_event ->> 'by' when 'member' then 'member' when 'jarvis' then 'assistant' end;
begin
  if speaker is null then
    perform private.refuse('invalid_input', 'by');
  elsif coalesce(length(said), 0) not between 1 and 8000 then
    perform private.refuse('invalid_input', 'text');
  elsif (p_event ->> 'language') in ('fr', 'en', 'es') is not true then
    perform private.refuse('invalid_input', 'language');
  elsif coalesce(length(p_event ->> 'item_id'), 0) not between 1 and 100 then
    perform private.refuse('invalid_input', 'item_id');
  end if;
  if speaker = 'member' and p_event ->> 'language' <> p_session.language then
    update public.openai_realtime_sessions s set language = p_event ->> 'language' where s.id = p_session.id;
  end if;
  if private.may_analyse(p_session.id) then
    -- Typed turns have the numbers up to 10,000.
    insert into public.conversation_events (gym_id, session_id, source, seq, kind, text, payload, at)
    values (p_session.gym_id, p_session.id, speaker, 100000 + (p_event ->> 'seq')::integer, 'said', said,
      jsonb_strip_nulls(jsonb_build_object(
        'spoken', true, 'item_id', p_event -> 'item_id', 'language', p_event -> 'language',
        'interrupted', case when p_event -> 'interrupted' = 'true' then true end
      )), p_at)
    on conflict (session_id, source, seq) do nothing;
  end if;
end $$;
comment on function private.take_voice_turn(public.openai_realtime_sessions, jsonb, timestamptz) is
  'Writes a spoken turn into the transcript of a conversation that may have one.';

create function private.take_voice_event(
  p_session public.openai_realtime_sessions, p_event jsonb, p_at timestamptz
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  case p_event ->> 'kind'
    when 'turn' then
      perform private.take_voice_turn(p_session, p_event, p_at);
    when 'usage' then
      perform private.claim_usage(
        p_session, 'response', p_event ->> 'response_id', p_session.model, private.response_usage(p_event -> 'usage'));
    when 'transcription' then
      update public.openai_realtime_sessions s set
        transcribed = s.transcribed + case when p_event -> 'failed' = 'true' then 0 else 1 end,
        untranscribed = s.untranscribed + case when p_event -> 'failed' = 'true' then 1 else 0 end
      where s.id = p_session.id;
      if jsonb_typeof(p_event -> 'usage') = 'object' and p_session.transcription_model is not null then
        perform private.claim_usage(p_session, 'transcription', p_event ->> 'item_id', p_session.transcription_model,
          private.transcription_usage(p_event -> 'usage'));
      end if;
    else
      -- A time is kept with its number.
      null;
  end case;
end $$;
comment on function private.take_voice_event(public.openai_realtime_sessions, jsonb, timestamptz) is
  'What one new event does. Raises invalid_input (the field).';

create function private.voice_seq(p_session_id uuid) returns integer
language sql stable security definer set search_path = ''
as $$
  select coalesce(max(placed.seq) filter (where placed.seq = placed.place), 0)
  from (
    select v.seq, row_number() over (order by v.seq) as place from private.voice_events v where v.session_id = p_session_id
  ) placed
$$;
comment on function private.voice_seq(uuid) is 'The highest number up to which every spoken event is in.';

create function private.speaking_session(p_kiosk_id uuid) returns public.openai_realtime_sessions
language plpgsql security definer set search_path = ''
as $$
declare
  session public.openai_realtime_sessions;
begin
  select * into session from public.openai_realtime_sessions s
  where s.kiosk_id = p_kiosk_id order by (s.state <> 'closed') desc, s.started_at desc limit 1 for update;
  if session.id is null or session.connected_at is null then
    perform private.refuse('no_conversation');
  elsif session.ended_at < now() - interval '1 hour' then
    perform private.refuse('conversation_closed');
  end if;
  return session;
end $$;
comment on function private.speaking_session(uuid) is
  'The kiosk''s latest conversation, locked, up to an hour after its close; raises no_conversation when it has not spoken, conversation_closed.';

create function public.kiosk_voice_events(p_token_hash text, p_events jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  session public.openai_realtime_sessions;
  event jsonb;
  at timestamptz;
  spoke boolean := false;
  is_new boolean := false;
begin
  if jsonb_typeof(p_events) is distinct from 'array' or jsonb_array_length(p_events) not between 1 and 100 then
    perform private.refuse('invalid_input', 'events');
  end if;
  session := private.speaking_session(kiosk.id);
  for event in select e.value from jsonb_array_elements(p_events) as e loop
    if (event ->> 'seq') ~ '^[1-9][0-9]{0,4}$' is not true or (event ->> 'seq')::integer > 10000 then
      perform private.refuse('invalid_input', 'seq');
    elsif (event ->> 'age_ms') ~ '^[0-9]{1,9}$' is not true then
      perform private.refuse('invalid_input', 'age_ms');
    elsif (event ->> 'kind') in ('turn', 'usage', 'transcription', 'timing') is not true then
      perform private.refuse('invalid_input', 'kind');
    elsif event ->> 'kind' = 'timing'
      and ((event ->> 'name') in ('ready', 'first_sound', 'barge_in') and (event ->> 'ms') ~ '^[0-9]{1,6}$') is not true then
      perform private.refuse('invalid_input', 'ms');
    end if;
    at := now() - (event ->> 'age_ms')::integer * interval '1 millisecond';
    -- It was heard before this conversation began: it is not this one's, whatever its number.
    continue when at < session.started_at - interval '2 seconds';
    insert into private.voice_events (session_id, seq, kind, at, name, ms)
    values (session.id, (event ->> 'seq')::integer, event ->> 'kind', at,
      case event ->> 'kind' when 'timing' then event ->> 'name' end,
      case event ->> 'kind' when 'timing' then (event ->> 'ms')::integer end)
    on conflict do nothing;
    continue when not found;
    perform private.take_voice_event(session, event, greatest(least(at, coalesce(session.ended_at, now())), session.started_at));
    is_new := true;
    spoke := spoke or event ->> 'kind' = 'turn';
  end loop;
  if is_new then
    update public.openai_realtime_sessions s set
      last_event_at = case when s.state = 'closed' then s.last_event_at else now() end,
      events_version = s.events_version + case when spoke then 1 else 0 end,
      last_voice_seq = greatest(s.last_voice_seq, private.voice_seq(s.id))
    where s.id = session.id;
    perform private.settle_cost(session.id);
  end if;
  return jsonb_build_object('last_seq', private.voice_seq(session.id));
end $$;
comment on function public.kiosk_voice_events(text, jsonb) is
  '{last_seq: every event up to it is in}. Takes up to 100 events of the latest conversation, each number once, until an hour after its close; the time of a turn is the server''s minus its age. Raises no_conversation, conversation_closed, invalid_input (the field).';

create or replace function private.conversation_is_complete(p_session_id uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select s.state = 'closed' and (
    s.ended_at <= now() - interval '20 seconds'
    or (
      s.last_seq = (
        select count(*) from public.conversation_events e
        where e.session_id = s.id and e.source = 'member' and e.seq between 1 and s.last_seq
      )
      and s.last_voice_seq <= private.voice_seq(s.id)
    )
  )
  from public.openai_realtime_sessions s where s.id = p_session_id
$$;
comment on function private.conversation_is_complete(uuid) is
  'Closed, and every typed turn of the member up to last_seq and every spoken event up to last_voice_seq is in, or 20 s have passed.';

drop function public.kiosk_close(text, text, integer);
create function public.kiosk_close(
  p_token_hash text, p_reason text, p_last_seq integer default null, p_last_voice_seq integer default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  session_id uuid;
begin
  if p_reason is null or p_reason not in (
    'goodbye', 'stop', 'silence', 'limit', 'replaced', 'revoked', 'page_closed', 'tab_lost'
  ) then
    perform private.refuse('invalid_input', 'reason');
  elsif p_last_voice_seq not between 0 and 10000 then
    perform private.refuse('invalid_input', 'last_voice_seq');
  end if;
  select s.id into session_id from public.openai_realtime_sessions s where s.kiosk_id = kiosk.id and s.state <> 'closed';
  update public.openai_realtime_sessions s set last_voice_seq = greatest(s.last_voice_seq, p_last_voice_seq)
  where s.id = session_id and s.state <> 'closed' and s.connected_at is not null;
  return jsonb_build_object(
    'closed', session_id is not null and private.close_conversation(session_id, p_reason, p_last_seq)
  );
end $$;
comment on function public.kiosk_close(text, text, integer, integer) is
  '{closed: whether this call closed it}. The first reason stays; nothing to close is no error. p_last_voice_seq announces the last spoken event, which the analysis waits 20 s for.';

grant execute on function public.kiosk_voice_events(text, jsonb), public.kiosk_close(text, text, integer, integer) to service_role;
