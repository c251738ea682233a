-- Which wording of a question holds, and who is to be asked again because it changed (rule P1).

create function private.product_consent_version() returns text
language sql immutable set search_path = ''
as $$ select '2026-11' $$;
comment on function private.product_consent_version() is
  'The version of JARVIS''s own texts, which the app ships; the app names the same.';

create function private.consent_in_force(p_gym_id uuid, p_purpose text, p_at timestamptz default clock_timestamp()) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select t.version from public.consent_texts t
    where t.gym_id = p_gym_id and t.purpose = p_purpose and t.valid_from <= p_at
    order by t.valid_from desc limit 1
  );
end $$;
comment on function private.consent_in_force(uuid, text, timestamptz) is
  'The version of the gym''s own text for a purpose at a time; null while JARVIS''s text holds.';

create function private.consent_texts_in_force(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_object_agg(held.purpose, held.texts), '{}')
    from (
      select t.purpose, jsonb_object_agg(t.language, t.text) || jsonb_build_object('version', t.version) as texts
      from public.consent_texts t
      where t.gym_id = p_gym_id and t.purpose <> 'health' and t.version = private.consent_in_force(t.gym_id, t.purpose)
      group by t.purpose, t.version
    ) held
  );
end $$;
comment on function private.consent_texts_in_force(uuid) is
  'The gym''s own texts under the questions of its kiosk: {purpose: {version, fr, en, es}}, without those that are JARVIS''s.';

create function private.consent_asks_again(p_gym_id uuid, p_purpose text, p_version text) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return exists (
    select from public.consent_texts t
    where t.gym_id = p_gym_id and t.purpose = p_purpose and t.asks_again and t.valid_from <= clock_timestamp()
      and t.valid_from > coalesce((
        select min(s.valid_from) from public.consent_texts s
        where s.gym_id = p_gym_id and s.purpose = p_purpose and s.version = p_version
      ), '-infinity')
  );
end $$;
comment on function private.consent_asks_again(uuid, text, text) is
  'Whether a later version than this one wants to be agreed to anew.';

create or replace function private.current_consents(p_member_id uuid, p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select jsonb_object_agg(purpose.code, (
      -- A no is not worn down: only who agreed is asked again.
      select case when not c.granted or not private.consent_asks_again(c.gym_id, c.purpose, c.version) then c.granted end
      from public.member_consents c
      where c.member_id = p_member_id and c.gym_id = p_gym_id and c.purpose = purpose.code
      order by c.created_at desc limit 1
    ))
    from (values ('talk'), ('analyse'), ('remember')) as purpose (code)
  );
end $$;
comment on function private.current_consents(uuid, uuid) is
  '{talk, analyse, remember}: the newest answer, null while there is none or the text has changed in meaning since a yes.';

create function private.were_published(p_gym_id uuid, p_versions jsonb) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return jsonb_typeof(p_versions) = 'object' and not exists (
    select from jsonb_each_text(p_versions) as shown
    where not exists (
      select from public.consent_texts t
      where t.gym_id = p_gym_id and t.purpose = shown.key and t.version = shown.value and t.valid_from <= clock_timestamp()
    )
  );
end $$;
comment on function private.were_published(uuid, jsonb) is 'Whether the gym has published each of these versions {purpose: version}.';

create or replace function private.scan_answer(p_scan public.badge_scans) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  answer jsonb := jsonb_build_object('outcome', p_scan.outcome, 'scan_id', p_scan.id);
  at_home boolean := p_scan.member_gym_id = p_scan.gym_id;
begin
  if p_scan.outcome = 'paused' then
    return answer || jsonb_build_object('retry_after_s', (
      select greatest(1, ceil(extract(epoch from s.reader_paused_until - now())))::integer
      from public.kiosk_state s where s.kiosk_id = p_scan.kiosk_id
    ));
  elsif p_scan.outcome in ('unknown', 'ambiguous', 'replaced') or p_scan.member_id is null then
    return answer;
  end if;
  answer := answer || (
    select jsonb_build_object('first_name', m.first_name, 'language', coalesce(p.language, g.locale))
    from public.gym_members_v2 m
    join public.gyms g on g.id = p_scan.gym_id
    left join public.member_preferences p on p.member_id = m.id
    where m.id = p_scan.member_id
  );
  if p_scan.outcome in ('inactive', 'expired', 'suspended') then
    return answer;
  end if;
  -- A sister gym's member is a visitor: their answers and bookings stay at home.
  return answer || coalesce(private.visit_facts(p_scan), '{}') || jsonb_build_object(
    'consents', private.current_consents(case when at_home then p_scan.member_id end, p_scan.gym_id),
    'consent_texts', private.consent_texts_in_force(p_scan.gym_id),
    'next_class', case when at_home then private.next_booked_class(p_scan.member_id, p_scan.gym_id) end
  );
end $$;

drop function public.kiosk_start_conversation(text, uuid, text, jsonb, text);

create function public.kiosk_start_conversation(
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
comment on function public.kiosk_start_conversation(text, uuid, text, jsonb, text, jsonb) is
  'Opens the conversation of a scan of the last 3 minutes; the same scan again answers the open one. p_versions names the gym''s own texts that were shown {purpose: version}, the others were JARVIS''s of p_consent_version. Raises invalid_input, forbidden, not_found, conflict, customer_suspended.';
grant execute on function public.kiosk_start_conversation(text, uuid, text, jsonb, text, jsonb) to service_role;

create or replace function public.kiosk_change_consent(p_token_hash text, p_purpose text, p_granted boolean) returns jsonb
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
  select session.gym_id, session.member_id, p_purpose, p_granted, coalesce(
      private.consent_in_force(session.gym_id, p_purpose, session.started_at),
      (
        select c.version from public.member_consents c
        where c.member_id = session.member_id and c.gym_id = session.gym_id and not exists (
          select from public.consent_texts t where t.gym_id = c.gym_id and t.purpose = c.purpose and t.version = c.version)
        order by c.created_at desc limit 1
      ),
      private.product_consent_version()), session.language, kiosk.id, session.id
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
