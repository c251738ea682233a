-- What every kiosk verb stands on: which kiosk speaks, its open conversation, and the one way to close it.

create function private.refuse(p_code text, p_detail text default null) returns void
language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'P0001', message = p_code, detail = coalesce(p_detail, '');
end $$;
comment on function private.refuse(text, text) is 'Raises a business refusal: a code of lib/errors.ts and, for invalid_input, the field.';

create function private.kiosk_by_token(p_token_hash text) returns public.kiosks
language plpgsql security definer set search_path = ''
as $$
declare
  credential private.kiosk_credentials;
  kiosk public.kiosks;
begin
  select * into credential from private.kiosk_credentials c where c.token_hash = p_token_hash;
  select * into kiosk from public.kiosks k where k.id = credential.kiosk_id;
  if kiosk.id is null then
    perform private.refuse('kiosk_not_paired');
  elsif credential.revoked_at is not null then
    perform private.refuse('kiosk_revoked');
  end if;
  -- The audit names this kiosk as the actor of whatever the transaction writes.
  perform set_config('jarvis.kiosk_id', kiosk.id::text, true);
  return kiosk;
end $$;
comment on function private.kiosk_by_token(text) is
  'The kiosk that holds a token; raises kiosk_not_paired or kiosk_revoked after the same two look-ups.';

create function private.may_analyse(p_session_id uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select coalesce((
    select (s.consent ->> 'analyse')::boolean and m.member_kind = 'member' and not m.is_minor
      and not m.analysis_objection and m.deleted_at is null
    from public.openai_realtime_sessions s
    join public.gym_members_v2 m on m.id = s.member_id
    where s.id = p_session_id
  ), false)
$$;
comment on function private.may_analyse(uuid) is
  'Whether the conversation may leave a transcript and a summary: the member agreed and is nobody whom rule P3 excludes.';

create function private.open_conversation(p_kiosk_id uuid) returns public.openai_realtime_sessions
language plpgsql security definer set search_path = ''
as $$
declare
  session public.openai_realtime_sessions;
begin
  select * into session from public.openai_realtime_sessions s
  where s.kiosk_id = p_kiosk_id and s.state <> 'closed' for update;
  if session.id is not null then
    if now() > session.expires_at then
      perform private.refuse('conversation_expired');
    end if;
    return session;
  end if;
  select * into session from public.openai_realtime_sessions s
  where s.kiosk_id = p_kiosk_id order by s.started_at desc limit 1;
  perform private.refuse(case
    when session.ended_at is null or session.ended_at < now() - interval '1 hour' then 'no_conversation'
    when session.end_reason = 'limit' then 'conversation_expired'
    else 'conversation_closed'
  end);
end $$;
comment on function private.open_conversation(uuid) is
  'The kiosk''s open conversation, locked; raises conversation_expired, conversation_closed or no_conversation.';

create function private.record_event(
  p_session_id uuid, p_source text, p_seq integer, p_kind text, p_text text, p_payload jsonb
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.openai_realtime_sessions s set
    last_event_at = now(),
    events_version = s.events_version + 1,
    last_seq = case when p_source = 'member' then greatest(s.last_seq, p_seq) else s.last_seq end
  where s.id = p_session_id;
  if not private.may_analyse(p_session_id) then
    return;
  end if;
  insert into public.conversation_events (gym_id, session_id, source, seq, kind, text, payload)
  select s.gym_id, s.id, p_source,
    coalesce(p_seq, (
      select coalesce(max(e.seq) + 1, 0) from public.conversation_events e
      where e.session_id = s.id and e.source = p_source
    )),
    p_kind, p_text, coalesce(p_payload, '{}')
  from public.openai_realtime_sessions s where s.id = p_session_id
  on conflict (session_id, source, seq) do nothing;
end $$;
comment on function private.record_event(uuid, text, integer, text, text, jsonb) is
  'Moves the conversation on and writes its transcript where it may have one; without p_seq the next of the source. Needs the conversation''s lock.';

create function private.close_conversation(p_session_id uuid, p_reason text, p_last_seq integer default null)
returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  perform from public.openai_realtime_sessions s where s.id = p_session_id and s.state <> 'closed' for update;
  if not found then
    return false;
  end if;
  delete from private.conversation_dialogs d where d.session_id = p_session_id;
  delete from private.conversation_turns t where t.session_id = p_session_id;
  if not private.may_analyse(p_session_id) then
    delete from private.tool_calls t where t.session_id = p_session_id;
    delete from public.conversation_events e where e.session_id = p_session_id;
  end if;
  update public.openai_realtime_sessions s set
    state = 'closed',
    ended_at = greatest(least(now(), s.expires_at), s.started_at),
    end_reason = p_reason,
    last_seq = greatest(s.last_seq, least(coalesce(p_last_seq, s.last_seq), s.last_seq + 100))
  where s.id = p_session_id;
  return true;
end $$;
comment on function private.close_conversation(uuid, text, integer) is
  'Closes once; true for the call that did it. What may not be kept is gone before the row says closed (rules P1, V4).';

create function private.take_late_event(
  p_kiosk_id uuid, p_source text, p_seq integer, p_text text, p_payload jsonb
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  session public.openai_realtime_sessions;
begin
  if exists (select from public.openai_realtime_sessions s where s.kiosk_id = p_kiosk_id and s.state <> 'closed') then
    return null;
  end if;
  select * into session from public.openai_realtime_sessions s
  where s.kiosk_id = p_kiosk_id order by s.started_at desc limit 1 for update;
  if session.id is null or session.ended_at < now() - interval '20 seconds' or p_seq > session.last_seq then
    return null;
  end if;
  if not exists (
    select from public.conversation_events e
    where e.session_id = session.id and e.source = p_source and e.seq = p_seq
  ) then
    perform private.record_event(session.id, p_source, p_seq, 'said', p_text, p_payload);
  end if;
  return session.id;
end $$;
comment on function private.take_late_event(uuid, text, integer, text, jsonb) is
  'A turn that the close overtook, up to 20 s later: it still joins the transcript (rule V4). Null when it comes too late.';

create function private.conversation_setting(p_session_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'language', s.language, 'address', g.address_form, 'first_name', m.first_name, 'gym_name', g.name,
    'now', now(), 'timezone', g.timezone, 'bookings_by', g.bookings_by
  )
  from public.openai_realtime_sessions s
  join public.gyms g on g.id = s.gym_id
  left join public.badge_scans b on b.id = s.scan_id
  left join public.gym_members_v2 m on m.id = coalesce(s.member_id, b.member_id)
  where s.id = p_session_id
$$;
comment on function private.conversation_setting(uuid) is
  '{language, address, first_name, gym_name, now, timezone, bookings_by}: all that a greeting may know.';
