-- From a token to a call (rule V1): what the session is told, and who may connect.

create function private.realtime_model(p_kind text, p_session public.openai_realtime_sessions) returns text
language sql stable security definer set search_path = ''
as $$
  select m.id from private.ai_models m
  where m.kind = p_kind and m.preference is not null and (m.shutdown_at is null or m.shutdown_at > current_date)
    and coalesce(m.passed_over_until <= now(), true)
    -- A new call of this conversation does not try again what has failed in it (rule V6).
    and (m.id = p_session.transcription_model and p_session.untranscribed > 0 and p_session.transcribed = 0) is not true
  order by m.preference limit 1
$$;
comment on function private.realtime_model(text, public.openai_realtime_sessions) is
  'The model of a kind for a conversation; null when none is served, or every transcription fails.';

create function private.past_topics(p_session public.openai_realtime_sessions) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(distinct topic), '[]')
  from (
    select q.key_topics from public.conversation_summaries q
    where (p_session.consent ->> 'remember')::boolean and q.member_id = p_session.member_id
      and q.gym_id = p_session.gym_id and q.status = 'done' and q.session_id <> p_session.id
    order by q.created_at desc limit 3
  ) latest
  cross join lateral unnest(latest.key_topics) as topic
$$;
comment on function private.past_topics(public.openai_realtime_sessions) is
  'Codes of what the member''s last three conversations were about; none without their leave to remember (rule P7).';

create function private.call_briefing(p_session public.openai_realtime_sessions, p_at timestamptz) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'model', p_session.model,
    'transcription_model', p_session.transcription_model,
    'voice', coalesce((
      select p.voice_preference from public.member_preferences p
      where p.member_id = p_session.member_id and p.gym_id = p_session.gym_id and (p_session.consent ->> 'remember')::boolean
    ), k.voice_model),
    'setting', private.conversation_setting(p_session.id) || jsonb_build_object('now', p_at),
    'today', private.opening(g.id, p_at),
    'topics', private.past_topics(p_session),
    'expires_at', p_session.expires_at
  )
  from public.gyms g
  join public.kiosks k on k.id = p_session.kiosk_id
  where g.id = p_session.gym_id
$$;
comment on function private.call_briefing(public.openai_realtime_sessions, timestamptz) is
  '{model, transcription_model|null, voice, setting, today, topics, expires_at}: all that a call''s session is made of.';

create function public.kiosk_issue_call_token(p_token_hash text, p_call_token_hash text, p_provider text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  session public.openai_realtime_sessions;
  rate numeric;
  token private.call_tokens;
begin
  if p_call_token_hash is null or p_call_token_hash !~ '^[0-9a-f]{64}$' then
    perform private.refuse('invalid_input', 'call_token');
  end if;
  session := private.open_conversation(kiosk.id);
  if not (session.consent ->> 'talk')::boolean then
    perform private.refuse('consent_missing');
  elsif private.gym_is_suspended(kiosk.gym_id) then
    perform private.refuse('customer_suspended');
  elsif p_provider is null or not (private.kiosk_settings(kiosk.settings) ->> 'voice')::boolean then
    perform private.refuse('voice_unavailable');
  end if;
  -- A conversation keeps its model; what it is written down by may change with a new call.
  update public.openai_realtime_sessions s set
    model = coalesce(s.model, private.realtime_model('realtime', session)),
    transcription_model = private.realtime_model('transcription', session)
  where s.id = session.id returning * into session;
  select m.worst_usd_per_minute into rate from private.ai_models m where m.id = session.model;
  if rate is null then
    perform private.refuse('voice_unavailable');
  elsif not private.reserve_budget(
    session, session.cost_usd + (rate * extract(epoch from session.expires_at - now()) / 60)::numeric(20, 9)
  ) then
    perform private.refuse('budget_spent');
  end if;
  update public.openai_realtime_sessions s set price_ids = array(
    select distinct each.id from unnest(
      s.price_ids || private.price_ids(s.model, current_date) || private.price_ids(s.transcription_model, current_date)
    ) as each (id) order by each.id
  )
  where s.id = session.id;
  delete from private.call_tokens t where t.session_id = session.id and t.used_at is null;
  insert into private.call_tokens (token_hash, session_id, expires_at)
  values (p_call_token_hash, session.id, least(now() + interval '60 seconds', session.expires_at))
  returning * into token;
  return private.call_briefing(session, token.issued_at) || jsonb_build_object('token_expires_at', token.expires_at);
end $$;
comment on function public.kiosk_issue_call_token(text, text, text) is
  'Binds a one-time token of 60 s to the open conversation and holds its budget; {model, transcription_model, voice, setting, today, topics, expires_at, token_expires_at}. p_provider is null where none is configured. An unused earlier token is void. Raises no_conversation, conversation_closed, conversation_expired, consent_missing, customer_suspended, voice_unavailable, budget_spent.';

create function private.own_call_token(p_kiosk_id uuid, p_call_token_hash text) returns private.call_tokens
language plpgsql security definer set search_path = ''
as $$
declare
  token private.call_tokens;
begin
  select t.* into token from private.call_tokens t
  join public.openai_realtime_sessions s on s.id = t.session_id and s.kiosk_id = p_kiosk_id
  where t.token_hash = p_call_token_hash;
  if token.session_id is null then
    perform private.refuse('not_found', 'call_token');
  end if;
  return token;
end $$;
comment on function private.own_call_token(uuid, text) is 'A call token of a kiosk; another kiosk''s is not_found like an unknown one.';

create function public.kiosk_begin_call(p_token_hash text, p_call_token_hash text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  token private.call_tokens := private.own_call_token(kiosk.id, p_call_token_hash);
  session public.openai_realtime_sessions := private.open_conversation(kiosk.id);
begin
  if token.session_id <> session.id then
    perform private.refuse('not_found', 'call_token');
  end if;
  update private.call_tokens t set used_at = now()
  where t.token_hash = p_call_token_hash and t.used_at is null and t.expires_at > now();
  if not found then
    perform private.refuse('conflict', 'call_token');
  end if;
  return private.call_briefing(session, token.issued_at);
end $$;
comment on function public.kiosk_begin_call(text, text) is
  'Uses a token up, once, and answers what its session is made of, as when it was issued. Raises not_found, conflict (used or expired), no_conversation, conversation_closed, conversation_expired.';

create function public.kiosk_note_call(p_token_hash text, p_call_token_hash text, p_call_id text, p_provider text)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  token private.call_tokens := private.own_call_token(kiosk.id, p_call_token_hash);
  open boolean;
begin
  if coalesce(length(p_call_id), 0) not between 1 and 200 then
    perform private.refuse('invalid_input', 'call_id');
  elsif p_provider is null or p_provider not in ('openai', 'builtin') then
    perform private.refuse('invalid_input', 'provider');
  elsif token.used_at is null then
    perform private.refuse('conflict', 'call_token');
  end if;
  select s.state <> 'closed' into open from public.openai_realtime_sessions s where s.id = token.session_id for update;
  -- A new call takes the place of the one before; a call that the close overtook never becomes one.
  perform private.want_calls_ended(token.session_id);
  insert into private.voice_calls (call_id, session_id) values (p_call_id, token.session_id) on conflict do nothing;
  if not open then
    perform private.want_calls_ended(token.session_id);
    return '{"open": false}';
  end if;
  update public.openai_realtime_sessions s set
    channel = 'voice', provider = p_provider, call_id = p_call_id, connected_at = coalesce(s.connected_at, now()),
    last_event_at = now()
  where s.id = token.session_id;
  return '{"open": true}';
end $$;
comment on function public.kiosk_note_call(text, text, text, text) is
  '{open}: keeps a call''s id so that it can be hung up; false when the conversation has closed meanwhile, the call is then ended. Raises not_found, conflict (token not used), invalid_input.';

grant execute on function public.kiosk_issue_call_token(text, text, text), public.kiosk_begin_call(text, text),
  public.kiosk_note_call(text, text, text, text) to service_role;
