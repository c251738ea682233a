drop function public.kiosk_close(text, text, integer, integer);
create function public.kiosk_close(p_token_hash text, p_reason text, p_last_seq integer default null) returns jsonb
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
  end if;
  select s.id into session_id from public.openai_realtime_sessions s where s.kiosk_id = kiosk.id and s.state <> 'closed';
  return jsonb_build_object(
    'closed', session_id is not null and private.close_conversation(session_id, p_reason, p_last_seq)
  );
end $$;
comment on function public.kiosk_close(text, text, integer) is
  '{closed: whether this call closed it}. The first reason stays; nothing to close is no error.';
grant execute on function public.kiosk_close(text, text, integer) to service_role;
create or replace function private.conversation_is_complete(p_session_id uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select s.state = 'closed' and (
    s.ended_at <= now() - interval '20 seconds'
    or s.last_seq = (
      select count(*) from public.conversation_events e
      where e.session_id = s.id and e.source = 'member' and e.seq between 1 and s.last_seq
    )
  )
  from public.openai_realtime_sessions s where s.id = p_session_id
$$;
comment on function private.conversation_is_complete(uuid) is
  'Closed, and every turn of the member up to last_seq is in or 20 s have passed.';
drop function public.kiosk_voice_events(text, jsonb);
drop function private.speaking_session(uuid);
drop function private.voice_seq(uuid);
drop function private.take_voice_event(public.openai_realtime_sessions, jsonb, timestamptz);
drop function private.take_voice_turn(public.openai_realtime_sessions, jsonb, timestamptz);
drop function private.claim_usage(public.openai_realtime_sessions, text, text, text, jsonb);
drop function private.transcription_usage(jsonb);
drop function private.response_usage(jsonb);
drop function private.claimed_count(jsonb, text[], integer);
