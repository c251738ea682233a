-- Opening and closing a conversation, and changing one's mind in it (rules P1, V2, V4).

create function private.check_choice(p_consents jsonb) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  if jsonb_typeof(p_consents -> 'talk') is distinct from 'boolean'
    or jsonb_typeof(p_consents -> 'analyse') is distinct from 'boolean'
    or jsonb_typeof(p_consents -> 'remember') is distinct from 'boolean' then
    perform private.refuse('invalid_input', 'consents');
  end if;
end $$;
comment on function private.check_choice(jsonb) is 'Raises invalid_input unless talk, analyse and remember are each true or false.';

create function private.started_answer(p_session public.openai_realtime_sessions) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'conversation_id', p_session.id, 'expires_at', p_session.expires_at, 'language', p_session.language,
    'first_name', setting.value -> 'first_name', 'setting', setting.value
  )
  from (select private.conversation_setting(p_session.id)) as setting (value)
$$;
comment on function private.started_answer(public.openai_realtime_sessions) is
  '{conversation_id, expires_at, first_name, language, setting}.';

create function public.kiosk_start_conversation(
  p_token_hash text, p_scan_id uuid, p_language text, p_consents jsonb, p_consent_version text
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  scan public.badge_scans;
  session public.openai_realtime_sessions;
begin
  perform private.check_choice(p_consents);
  if p_language is null or p_language not in ('fr', 'en', 'es') then
    perform private.refuse('invalid_input', 'language');
  elsif coalesce(length(p_consent_version), 0) not between 1 and 40 then
    perform private.refuse('invalid_input', 'consent_version');
  elsif not (p_consents ->> 'talk')::boolean then
    perform private.refuse('forbidden', 'talk');
  elsif private.gym_is_suspended(kiosk.gym_id) then
    perform private.refuse('customer_suspended');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('conversation:' || kiosk.id, 0));
  select * into scan from public.badge_scans b where b.id = p_scan_id and b.kiosk_id = kiosk.id;
  if scan.id is null then
    perform private.refuse('not_found', 'scan_id');
  end if;
  select * into session from public.openai_realtime_sessions s where s.scan_id = scan.id;
  if session.state <> 'closed' then
    return private.started_answer(session);
  elsif session.id is not null or scan.scanned_at < now() - interval '3 minutes' then
    perform private.refuse('conflict', 'scan_id');
  elsif scan.outcome not in ('welcome', 'visitor', 'repeat') or scan.member_id is null then
    perform private.refuse('forbidden', 'scan_id');
  end if;

  perform private.close_conversation(s.id, 'replaced')
  from public.openai_realtime_sessions s where s.kiosk_id = kiosk.id and s.state <> 'closed';
  insert into public.openai_realtime_sessions (
    gym_id, kiosk_id, scan_id, member_id, state, channel, language, provider, started_at, expires_at, consent
  )
  select kiosk.gym_id, kiosk.id, scan.id, case when scan.member_gym_id = kiosk.gym_id then scan.member_id end, 'active',
    'text', p_language, 'builtin', clock_timestamp(), now() + make_interval(mins => g.conversation_minutes),
    jsonb_build_object('talk', p_consents -> 'talk', 'analyse', p_consents -> 'analyse', 'remember', p_consents -> 'remember')
  from public.gyms g where g.id = kiosk.gym_id
  returning * into session;
  insert into public.member_consents (gym_id, member_id, purpose, granted, version, language, kiosk_id, session_id)
  select session.gym_id, session.member_id, choice.key, choice.value::boolean, p_consent_version, p_language, kiosk.id, session.id
  from jsonb_each_text(session.consent) as choice
  where session.member_id is not null
    and choice.value::boolean is distinct from
      (private.current_consents(session.member_id, session.gym_id) ->> choice.key)::boolean;
  return private.started_answer(session);
end $$;
comment on function public.kiosk_start_conversation(text, uuid, text, jsonb, text) is
  'Opens the conversation of a scan of the last 3 minutes; the same scan again answers the open one. Raises invalid_input, forbidden, not_found, conflict, customer_suspended.';

create function public.kiosk_change_consent(p_token_hash text, p_purpose text, p_granted boolean) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  session public.openai_realtime_sessions;
begin
  if p_purpose is null or p_purpose not in ('talk', 'analyse', 'remember') then
    perform private.refuse('invalid_input', 'purpose');
  elsif p_granted is null then
    perform private.refuse('invalid_input', 'granted');
  end if;
  session := private.open_conversation(kiosk.id);
  if (session.consent ->> p_purpose)::boolean = p_granted then
    return jsonb_build_object('consents', session.consent, 'closed', false);
  end if;
  update public.openai_realtime_sessions s set consent = s.consent || jsonb_build_object(p_purpose, p_granted)
  where s.id = session.id returning * into session;
  insert into public.member_consents (gym_id, member_id, purpose, granted, version, language, kiosk_id, session_id)
  select session.gym_id, session.member_id, p_purpose, p_granted, coalesce((
      select c.version from public.member_consents c
      where c.member_id = session.member_id and c.gym_id = session.gym_id order by c.created_at desc limit 1
    ), '1'), session.language, kiosk.id, session.id
  where session.member_id is not null;
  if not private.may_analyse(session.id) then
    delete from public.conversation_events e where e.session_id = session.id;
  end if;
  perform private.record_event(session.id, 'system', null, 'consent', null,
    jsonb_build_object('purpose', p_purpose, 'granted', p_granted));
  return jsonb_build_object(
    'consents', session.consent,
    'closed', p_purpose = 'talk' and not p_granted and private.close_conversation(session.id, 'stop')
  );
end $$;
comment on function public.kiosk_change_consent(text, text, boolean) is
  '{consents, closed}. Withdrawing "analyse" erases the transcript at once, withdrawing "talk" ends the conversation.';

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

grant execute on function public.kiosk_start_conversation(text, uuid, text, jsonb, text),
  public.kiosk_change_consent(text, text, boolean), public.kiosk_close(text, text, integer) to service_role;
