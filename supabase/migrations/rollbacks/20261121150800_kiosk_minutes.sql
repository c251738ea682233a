create or replace function public.kiosk_start_conversation(
  p_token_hash text, p_scan_id uuid, p_language text, p_consents jsonb, p_consent_version text,
  p_versions jsonb default '{}'
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
  elsif not private.were_published(kiosk.gym_id, p_versions) then
    perform private.refuse('invalid_input', 'versions');
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
  select session.gym_id, session.member_id, choice.key, choice.value::boolean,
    coalesce(p_versions ->> choice.key, p_consent_version), p_language, kiosk.id, session.id
  from jsonb_each_text(session.consent) as choice
  where session.member_id is not null
    and choice.value::boolean is distinct from
      (private.current_consents(session.member_id, session.gym_id) ->> choice.key)::boolean;
  return private.started_answer(session);
end $$;
