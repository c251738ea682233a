begin;
select no_plan();
select tests.two_customers();
update public.franchises set shares_access = true where name = 'Nord';
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-haut');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Ben', '101');
select tests.make_member(tests.gym_id('Arras'), 'Sacha', '200');
select tests.make_member(tests.gym_id('Nice'), 'Nora', '300');
create function pg_temp.session(p_slug text) returns public.openai_realtime_sessions
language sql security definer as $$
  select s.* from public.openai_realtime_sessions s
  where s.kiosk_id = tests.kiosk_id(p_slug) order by s.started_at desc limit 1
$$;
create function pg_temp.begin_with(p_slug text, p_scan text, p_choice text, p_language text default 'fr') returns text
language sql as $$
  select format('select public.kiosk_start_conversation(%L, %L, %L, %L, %L)', tests.token(p_slug), p_scan, p_language, p_choice, 'v1')
$$;
grant execute on function pg_temp.begin_with(text, text, text, text) to public;

-- nothing begins without the member's choice and a scan of this kiosk
select tests.as_service();
create temp table seen as select 'ana' as who, tests.scan('lille-entree', '100') ->> 'scan_id' as scan_id;
insert into seen select 'unknown', tests.scan('lille-entree', '999') ->> 'scan_id';
create temp table choices as
  select '{"talk": true, "analyse": true, "remember": false}' as yes, '{"talk": false, "analyse": false, "remember": false}' as no;
select throws_ok(pg_temp.begin_with('lille-entree', scan_id, no), 'P0001', 'forbidden', 'no talk without the choice to talk') from seen, choices where who = 'ana';
select throws_ok(pg_temp.begin_with('lille-entree', scan_id, '{"talk": true}'), 'P0001', 'invalid_input', 'a choice left open is refused') from seen where who = 'ana';
select throws_ok(pg_temp.begin_with('lille-entree', scan_id, yes, 'de'), 'P0001', 'invalid_input', 'a language we do not speak') from seen, choices where who = 'ana';
select throws_ok(pg_temp.begin_with('lille-haut', scan_id, yes), 'P0001', 'not_found', 'another kiosk''s scan is not found') from seen, choices where who = 'ana';
select throws_ok(pg_temp.begin_with('nice-entree', scan_id, yes), 'P0001', 'not_found', 'nor is another gym''s') from seen, choices where who = 'ana';
select throws_ok(pg_temp.begin_with('lille-entree', scan_id, yes), 'P0001', 'forbidden', 'an unknown badge talks to nobody') from seen, choices where who = 'unknown';
select throws_ok(format('select public.kiosk_say(%L, 1, %L)', tests.token('lille-entree'), 'Bonjour'), 'P0001', 'no_conversation', 'and nothing is said before');
select tests.sign_out();
select is(tests.count_of('public.openai_realtime_sessions'), 0::bigint, 'no row was written');
select is(tests.count_of('public.member_consents'), 0::bigint, 'no consent either');

-- begun
select tests.as_service();
create temp table begun as
  select public.kiosk_start_conversation(tests.token('lille-entree'), scan_id::uuid, 'es', yes::jsonb, 'v1') as it
  from seen, choices where who = 'ana';
select is((select it - 'conversation_id' from begun), jsonb_build_object(
  'expires_at', now() + interval '5 minutes', 'language', 'es', 'first_name', 'Ana',
  'setting', jsonb_build_object('language', 'es', 'address', 'tu', 'first_name', 'Ana', 'gym_name', 'Lille', 'now', now(),
    'timezone', 'Europe/Paris', 'bookings_by', 'jarvis')), 'a conversation begins with the first name and the gym, and ends in 5 minutes');
select is(public.kiosk_start_conversation(tests.token('lille-entree'), scan_id::uuid, 'es', yes::jsonb, 'v1'),
  (select it from begun), 'beginning twice is beginning once') from seen, choices where who = 'ana';
select tests.sign_out();
select results_eq(
  $$select purpose, granted, version, language from public.member_consents where member_id = tests.member_id('Ana') order by purpose$$,
  $$values ('analyse', true, 'v1', 'es'), ('remember', false, 'v1', 'es'), ('talk', true, 'v1', 'es')$$, 'the answers are kept, with version and language');
select is(private.current_consents(tests.member_id('Ana'), tests.gym_id('Lille')),
  '{"talk": true, "analyse": true, "remember": false}', 'and hold from now on');

-- said and answered once
select tests.as_service();
select is(public.kiosk_reply(tests.token('lille-entree'), 0, 'Hola Ana', '{"chips": []}', '{"step": "greeted"}'),
  jsonb_build_object('expires_at', now() + interval '5 minutes'), 'the greeting is number 0');
select throws_ok(format('select public.kiosk_reply(%L, 1, %L)', tests.token('lille-entree'), 'Sí'), 'P0001', 'invalid_input', 'no answer to what was not said');
select is(public.kiosk_say(tests.token('lille-entree'), 1, '  Qué clases hay  ') - 'conversation_id' - 'setting',
  '{"closed": false, "first_name": "Ana", "dialog": {"step": "greeted"}, "replayed": false, "reply": null}', 'a turn knows where the dialog stands');
select is(public.kiosk_say(tests.token('lille-entree'), 1, 'Qué clases hay') -> 'replayed', 'true', 'sent again, it is known');
select lives_ok(format('select public.kiosk_reply(%L, 1, %L, %L, %L)', tests.token('lille-entree'), 'Hay yoga', '{"intent": "class_schedule"}', '{"step": "shown"}'), 'it is answered');
select lives_ok(format('select public.kiosk_reply(%L, 1, %L, %L, %L)', tests.token('lille-entree'), 'Otra cosa', '{}', '{"step": "lost"}'), 'a second answer is let go');
select is(public.kiosk_say(tests.token('lille-entree'), 1, 'Qué clases hay') -> 'reply',
  '{"text": "Hay yoga", "payload": {"intent": "class_schedule"}}', 'a replay gets the first answer');
select is(public.kiosk_say(tests.token('lille-entree'), 2, 'Gracias') -> 'dialog', '{"step": "shown"}', 'and the dialog stands where that left it');
select throws_ok(format('select public.kiosk_say(%L, 1, %L)', tests.token('lille-entree'), 'Otra pregunta'), 'P0001', 'conflict', 'one number, one text');
select throws_ok(format('select public.kiosk_say(%L, 3, %L)', tests.token('lille-entree'), repeat('x', 2001)), 'P0001', 'invalid_input', 'too long');
select throws_ok(format('select public.kiosk_say(%L, 3, %L)', tests.token('lille-entree'), E' \n'), 'P0001', 'invalid_input', 'nothing said');
select throws_ok(format('select public.kiosk_say(%L, 0, %L)', tests.token('lille-entree'), 'a'), 'P0001', 'invalid_input', '0 is the greeting''s');
select throws_ok(format('select public.kiosk_say(%L, 3, %L)', tests.token('nice-entree'), 'a'), 'P0001', 'no_conversation', 'another kiosk speaks for itself');
select tests.sign_out();
select results_eq(
  $$select source, seq, text from public.conversation_events where session_id = (pg_temp.session('lille-entree')).id order by seq, source$$,
  $$values ('assistant', 0, 'Hola Ana'), ('assistant', 1, 'Hay yoga'), ('member', 1, 'Qué clases hay'), ('member', 2, 'Gracias')$$,
  'the transcript has each turn once');
select is((pg_temp.session('lille-entree')).last_seq, 2, 'last_seq is the member''s');

-- who reads it
select tests.sign_in('manager@lille.test');
select is(tests.count_of('public.conversation_events'), 4::bigint, 'the manager reads the transcript');
select tests.sign_in('staff@lille.test');
select is(tests.count_of('public.openai_realtime_sessions'), 1::bigint, 'staff see that they talked');
select is(tests.count_of('public.conversation_events'), 0::bigint, 'not what was said');
select tests.sign_in('owner@nord.test');
select is(tests.count_of('public.openai_realtime_sessions'), 0::bigint, 'an owner sees nothing unless the gym allows it');
select tests.sign_in('manager@nice.test');
select is(tests.count_of('public.openai_realtime_sessions'), 0::bigint, 'nor does a stranger');
select tests.sign_in('admin@platform.test', 'aal2');
select is(tests.count_of('public.openai_realtime_sessions'), 0::bigint, 'nor the platform');

-- closing: once, first reason wins, what the close overtook still counts
select tests.as_service();
select throws_ok(format('select public.kiosk_close(%L, %L)', tests.token('lille-entree'), 'bored'), 'P0001', 'invalid_input', 'a reason of the list');
select is(public.kiosk_close(tests.token('lille-entree'), 'goodbye', 3), '{"closed": true}', 'closed');
select is(public.kiosk_close(tests.token('lille-entree'), 'tab_lost', 9), '{"closed": false}', 'a second close does nothing');
select is(public.kiosk_say(tests.token('lille-entree'), 3, 'Adiós') - 'conversation_id',
  '{"closed": true, "replayed": false, "reply": null}', 'a turn that the close overtook is kept without an answer');
select is(public.kiosk_say(tests.token('lille-entree'), 3, 'Adiós') -> 'closed', 'true', 'also when sent again');
select throws_ok(format('select public.kiosk_say(%L, 4, %L)', tests.token('lille-entree'), 'a'), 'P0001', 'conversation_closed', 'a turn after the last one is not');
select throws_ok(format('select public.kiosk_use_tool(%L, %L, %L)', tests.token('lille-entree'), 'c1', 'get_gym_info'), 'P0001', 'conversation_closed', 'no tool either');
select tests.sign_out();
select is((select array[state, end_reason, last_seq::text] from pg_temp.session('lille-entree')), array['closed', 'goodbye', '3'], 'the first reason stays');
select is(tests.count_of($$public.conversation_events where source = 'member' and seq = 3$$), 1::bigint, 'the late turn is in the transcript once');
select is((pg_temp.session('lille-entree')).events_version, 5, 'and raised the version once');
select is(tests.count_of('private.conversation_turns') + tests.count_of('private.conversation_dialogs'), 0::bigint, 'what the open conversation needed is gone');
update public.openai_realtime_sessions set ended_at = now() - interval '21 seconds', started_at = now() - interval '1 minute';
select tests.as_service();
select throws_ok(format('select public.kiosk_say(%L, 2, %L)', tests.token('lille-entree'), 'tarde'), 'P0001', 'conversation_closed', 'after 20 s it is too late');
select throws_ok(pg_temp.begin_with('lille-entree', scan_id, yes), 'P0001', 'conflict', 'a scan begins one conversation') from seen, choices where who = 'ana';
select tests.sign_out();
insert into public.badge_scans (id, gym_id, kiosk_id, client_event_id, member_id, member_gym_id, outcome, scanned_at)
values ('00000000-0000-0000-0000-00000000000f', tests.gym_id('Lille'), tests.kiosk_id('lille-entree'), gen_random_uuid(),
  tests.member_id('Ben'), tests.gym_id('Lille'), 'welcome', now() - interval '181 seconds');
select tests.as_service();
select throws_ok(pg_temp.begin_with('lille-entree', '00000000-0000-0000-0000-00000000000f', yes), 'P0001', 'conflict', 'and after 3 minutes none') from choices;

-- without "analyse" nothing of it is ever written
select tests.start('lille-haut', '101', false);
select public.kiosk_say(tests.token('lille-haut'), 1, 'Je suis furieux');
select public.kiosk_reply(tests.token('lille-haut'), 1, 'Je comprends');
select is(public.kiosk_say(tests.token('lille-haut'), 1, 'Je suis furieux') #>> '{reply,text}', 'Je comprends', 'a replay is answered all the same');
select tests.sign_out();
select is(tests.count_of($$public.conversation_events where session_id = (pg_temp.session('lille-haut')).id$$), 0::bigint, 'no transcript while it lasts');
select tests.as_service();
select is(public.kiosk_change_consent(tests.token('lille-haut'), 'analyse', true), '{"consents": {"talk": true, "analyse": true, "remember": false}, "closed": false}', 'agreeing later');
select public.kiosk_say(tests.token('lille-haut'), 2, 'La douche est froide');
select tests.sign_out();
select results_eq(
  $$select kind, text from public.conversation_events where session_id = (pg_temp.session('lille-haut')).id order by at$$,
  $$values ('consent', null), ('said', 'La douche est froide')$$, 'counts from then on');
select tests.as_service();
select is(public.kiosk_change_consent(tests.token('lille-haut'), 'analyse', false) #> '{consents,analyse}', 'false', 'changing one''s mind');
select public.kiosk_close(tests.token('lille-haut'), 'goodbye', 2);
select tests.sign_out();
select is(tests.count_of($$public.conversation_events where session_id = (pg_temp.session('lille-haut')).id$$), 0::bigint, 'erases');
select is(tests.count_of($$public.conversation_summaries where session_id = (pg_temp.session('lille-haut')).id$$), 0::bigint, 'and no summary is made');
select is(tests.count_of($$public.conversation_summaries where session_id = (pg_temp.session('lille-entree')).id$$), 1::bigint, 'while the agreed one has its row');
select results_eq(
  $$select granted from public.member_consents where member_id = tests.member_id('Ben') and purpose = 'analyse' order by created_at$$,
  array[false, true, false], 'each answer is a row');

-- whom rule P3 excludes
select is(private.may_analyse((pg_temp.session('lille-entree')).id), true, 'a member who agreed may be analysed');
update public.gym_members_v2 set birth_date = current_date - interval '17 years' where first_name = 'Ana';
select is(private.may_analyse((pg_temp.session('lille-entree')).id), false, 'a minor never');
update public.gym_members_v2 set birth_date = current_date - interval '30 years', member_kind = 'staff' where first_name = 'Ana';
select is(private.may_analyse((pg_temp.session('lille-entree')).id), false, 'nor staff');
update public.gym_members_v2 set member_kind = 'member', analysis_objection = true where first_name = 'Ana';
select is(private.may_analyse((pg_temp.session('lille-entree')).id), false, 'nor whoever objected');
update public.gym_members_v2 set analysis_objection = false where first_name = 'Ana';

-- withdrawing "talk" ends it
select tests.as_service();
select is(tests.start('nice-entree', '300') #>> '{setting,first_name}', 'Nora', 'Nora talks');
select is(public.kiosk_change_consent(tests.token('nice-entree'), 'talk', false) -> 'closed', 'true', 'and stops');
select throws_ok(format('select public.kiosk_change_consent(%L, %L, true)', tests.token('nice-entree'), 'talk'), 'P0001', 'conversation_closed', 'for good');
select throws_ok(format('select public.kiosk_change_consent(%L, %L, true)', tests.token('nice-entree'), 'sell'), 'P0001', 'invalid_input', 'a purpose of the list');
select tests.sign_out();
select is((pg_temp.session('nice-entree')).end_reason, 'stop', 'by the member''s word');

-- a visitor leaves no consent and no transcript; the next scan replaces
select tests.as_service();
select is(tests.start('lille-entree', '200') ->> 'first_name', 'Sacha', 'a visitor talks');
select public.kiosk_say(tests.token('lille-entree'), 1, 'Bonjour');
select tests.sign_out();
select is((pg_temp.session('lille-entree')).member_id, null, 'as nobody of this gym');
select is(tests.count_of($$public.member_consents where member_id = tests.member_id('Sacha')$$), 0::bigint, 'without a consent row');
select is(tests.count_of($$public.conversation_events where session_id = (pg_temp.session('lille-entree')).id$$), 0::bigint, 'or a transcript');
create temp table visitor as select (pg_temp.session('lille-entree')).id as id;
select tests.as_service();
select tests.start('lille-entree', '101');
select tests.sign_out();
select is((select s.end_reason from public.openai_realtime_sessions s join visitor v on v.id = s.id), 'replaced', 'the next one replaces');
select is(tests.outcome(format(
  $$insert into public.openai_realtime_sessions (gym_id, kiosk_id, language, expires_at, consent)
    select gym_id, id, 'fr', now(), '{"talk": true, "analyse": true, "remember": true}' from public.kiosks where slug = 'lille-entree'$$)),
  '23505', 'a kiosk has one open conversation');

-- the limit and the silence
select is(private.end_sessions(), 0, 'nothing to end yet');
update public.openai_realtime_sessions set last_event_at = now() - interval '61 seconds' where id = (pg_temp.session('lille-entree')).id;
select is(private.end_sessions(), 1, 'after 60 s of silence');
select is((pg_temp.session('lille-entree')).end_reason, 'silence', 'it ends');
select tests.as_service();
select tests.start('nice-entree', '300');
select tests.sign_out();
update public.openai_realtime_sessions set started_at = now() - interval '6 minutes', expires_at = now() - interval '1 minute'
  where id = (pg_temp.session('nice-entree')).id;
select tests.as_service();
select throws_ok(format('select public.kiosk_say(%L, 1, %L)', tests.token('nice-entree'), 'a'), 'P0001', 'conversation_expired', 'over the limit nothing more is said');
select tests.sign_out();
select is(private.end_sessions(), 1, 'the job ends it');
select is((select array[end_reason, (ended_at = expires_at)::text] from public.openai_realtime_sessions where expires_at = now() - interval '1 minute'),
  array['limit', 'true'], 'at its limit');
select is(tests.count_of($$cron.job where jobname = 'end-sessions' and schedule = '30 seconds'$$), 1::bigint, 'every 30 seconds')
where to_regclass('cron.job') is not null;

-- a suspended customer, a revoked kiosk
update public.franchises set status = 'suspended' where name = 'Nord';
select tests.as_service();
select throws_ok(pg_temp.begin_with('lille-entree', (tests.scan('lille-entree', '101') ->> 'scan_id'), yes), 'P0001', 'customer_suspended', 'a suspended customer''s kiosk talks to nobody') from choices;
select tests.sign_out();
update public.franchises set status = 'active' where name = 'Nord';
select tests.as_service();
select tests.start('lille-haut', '100');
select tests.sign_in('manager@lille.test');
select public.revoke_kiosk(tests.kiosk_id('lille-haut'));
select tests.sign_out();
select is((pg_temp.session('lille-haut')).end_reason, 'revoked', 'revoking ends the conversation');

select * from finish();
rollback;
