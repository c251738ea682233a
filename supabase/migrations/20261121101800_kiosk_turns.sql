-- What the member says and what JARVIS answers, each taken once (rule V4).

create function public.kiosk_say(p_token_hash text, p_seq integer, p_text text, p_language text default null)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  said text := btrim(p_text, E' \t\r\n');
  fingerprint text := encode(sha256(convert_to(coalesce(said, ''), 'utf8')), 'hex');
  late_id uuid;
  session public.openai_realtime_sessions;
  turn private.conversation_turns;
begin
  if p_seq is null or p_seq not between 1 and 10000 then
    perform private.refuse('invalid_input', 'seq');
  elsif coalesce(length(said), 0) not between 1 and 2000 then
    perform private.refuse('invalid_input', 'text');
  elsif p_language is not null and p_language not in ('fr', 'en', 'es') then
    perform private.refuse('invalid_input', 'language');
  end if;
  late_id := private.take_late_event(kiosk.id, 'member', p_seq, said, '{}');
  if late_id is not null then
    return jsonb_build_object('conversation_id', late_id, 'closed', true, 'replayed', false, 'reply', null);
  end if;
  session := private.open_conversation(kiosk.id);
  select * into turn from private.conversation_turns t where t.session_id = session.id and t.seq = p_seq;
  if turn.said_hash <> fingerprint then
    perform private.refuse('conflict', 'seq');
  elsif turn.session_id is null then
    insert into private.conversation_turns (session_id, seq, said_hash) values (session.id, p_seq, fingerprint);
    perform private.record_event(session.id, 'member', p_seq, 'said', said, '{}');
    update public.openai_realtime_sessions s set language = p_language
    where s.id = session.id and s.language <> p_language;
  end if;
  return jsonb_build_object(
    'conversation_id', session.id,
    'closed', false,
    'first_name', private.conversation_setting(session.id) -> 'first_name',
    'dialog', (select d.state from private.conversation_dialogs d where d.session_id = session.id),
    'setting', private.conversation_setting(session.id),
    'replayed', turn.session_id is not null,
    'reply', turn.reply
  );
end $$;
comment on function public.kiosk_say(text, integer, text, text) is
  '{conversation_id, closed, first_name, dialog|null, setting, replayed, reply {text, payload}|null}. closed: the close overtook this turn, it is kept and gets no reply. The same number with another text raises conflict.';

create function public.kiosk_reply(
  p_token_hash text, p_seq integer, p_text text, p_payload jsonb default '{}', p_dialog jsonb default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  payload jsonb := coalesce(p_payload, '{}');
  session public.openai_realtime_sessions;
  turn private.conversation_turns;
  late_id uuid;
begin
  if p_seq is null or p_seq not between 0 and 10000 then
    perform private.refuse('invalid_input', 'seq');
  elsif coalesce(length(p_text), 0) not between 1 and 8000 then
    perform private.refuse('invalid_input', 'text');
  elsif jsonb_typeof(payload) <> 'object' then
    perform private.refuse('invalid_input', 'payload');
  end if;
  late_id := private.take_late_event(kiosk.id, 'assistant', p_seq, p_text, payload);
  if late_id is not null then
    return (
      select jsonb_build_object('expires_at', s.expires_at)
      from public.openai_realtime_sessions s where s.id = late_id
    );
  end if;
  session := private.open_conversation(kiosk.id);
  select * into turn from private.conversation_turns t where t.session_id = session.id and t.seq = p_seq;
  if turn.session_id is null and p_seq > 0 then
    perform private.refuse('invalid_input', 'seq');
  end if;
  if turn.reply is null then
    insert into private.conversation_turns as t (session_id, seq, reply)
    values (session.id, p_seq, jsonb_build_object('text', p_text, 'payload', payload))
    on conflict (session_id, seq) do update set reply = excluded.reply;
    perform private.record_event(session.id, 'assistant', p_seq, 'said', p_text, payload);
    insert into private.conversation_dialogs as d (session_id, state) values (session.id, coalesce(p_dialog, '{}'))
    on conflict (session_id) do update set state = coalesce(p_dialog, d.state);
  end if;
  return jsonb_build_object('expires_at', session.expires_at);
end $$;
comment on function public.kiosk_reply(text, integer, text, jsonb, jsonb) is
  '{expires_at}. The answer to the member''s turn of the same number, 0 for the greeting; the first one stays.';

grant execute on function public.kiosk_say(text, integer, text, text),
  public.kiosk_reply(text, integer, text, jsonb, jsonb) to service_role;
