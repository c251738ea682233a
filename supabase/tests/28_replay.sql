-- What a kiosk delivers after a time without network (rules K4, K6): nothing lost, nothing doubled, dated by our clock.
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-neuve');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Remi', '102');
select tests.make_member(tests.gym_id('Nice'), 'Nora', '300');
update public.gym_members_v2 set membership_suspended = true where first_name = 'Remi';

create function tests.ms(p_at timestamptz) returns numeric language sql as $$ select round(extract(epoch from p_at) * 1000) $$;
-- A device that has run for 20 minutes, and whose clock is as wrong as it is told.
create function tests.stamp(p_ago interval, p_boot text default 'now', p_wrong interval default '0') returns jsonb language sql as $$
  select jsonb_build_object('boot_id', p_boot, 'boot_ms', greatest(0, 1200000 - extract(epoch from p_ago) * 1000), 'at', tests.ms(now() - p_ago + p_wrong))
$$;
create function tests.read(p_badge text, p_stamp jsonb, p_event uuid default gen_random_uuid()) returns jsonb language sql as $$
  select p_stamp || jsonb_build_object('kind', 'scan', 'event_id', p_event, 'hashes', jsonb_build_array(tests.hash(p_badge)),
    'forms', '["decimal"]'::jsonb, 'tails', '["0100"]'::jsonb)
$$;
create function tests.replay(p_slug text, p_entries jsonb, p_sent jsonb default tests.stamp('0')) returns jsonb language sql as $$
  select public.kiosk_replay(tests.token(p_slug), p_sent || jsonb_build_object('entries', p_entries))
$$;

-- once, in whatever way it is sent
select tests.as_service();
create temp table batches as select jsonb_agg(tests.read('100', tests.stamp(make_interval(secs => 5 * n)))) as entries from generate_series(1, 100) n;
select tests.replay('lille-entree', entries) from batches;
select tests.sign_out();
select is(tests.count_of('public.badge_scans'), 100::bigint, 'a hundred reads are kept');
select is(tests.count_of($$public.badge_scans where outcome = 'repeat'$$), 91::bigint, 'reads within a minute are one scan');
select results_eq('select now() - started_at, now() - last_seen_at from public.gym_visits',
  $$values (interval '500 seconds', interval '5 seconds')$$, 'all of it is one visit, by the time of the reads');
create temp table kept as select * from public.badge_scans;
select tests.as_service();
select tests.replay('lille-entree', entries) from batches;
select tests.replay('lille-neuve', entries) from batches;
select tests.replay('lille-entree', jsonb_build_array(entries -> 0, entries -> 0)) from batches;
select tests.sign_out();
select bag_eq('select * from public.badge_scans', 'select * from kept', 'sent again, also by the kiosk that took its place, nothing is doubled');
select tests.as_service();
select is(
  public.kiosk_scan(tests.token('lille-entree'), (entries #>> '{0,event_id}')::uuid, array[tests.hash('100')]) ->> 'outcome', 'welcome',
  'nor by the request that was under way') from batches;
select tests.sign_out();
select is(tests.count_of('public.badge_scans'), 100::bigint, 'which finds its row');

-- by our clock
create function tests.told(p_event uuid) returns text language sql as $$
  select concat_ws(' ', now() - scanned_at, make_interval(secs => round(extract(epoch from device_at - now()))::integer), doubt) from public.badge_scans where client_event_id = p_event
$$;
select tests.as_service();
select tests.replay('lille-entree', jsonb_build_array(
  tests.read('7', tests.stamp('3 minutes'), '00000000-0000-0000-0000-000000000001'),
  tests.read('7', tests.stamp('10 minutes', 'earlier'), '00000000-0000-0000-0000-000000000002')
));
select tests.replay('lille-entree', jsonb_build_array(
  tests.read('7', tests.stamp('3 minutes', 'now', '1 day'), '00000000-0000-0000-0000-000000000003'),
  tests.read('7', tests.stamp('10 minutes', 'earlier', '1 day'), '00000000-0000-0000-0000-000000000004'),
  tests.read('7', tests.stamp('10 minutes', 'earlier', '2 days'), '00000000-0000-0000-0000-000000000005'),
  tests.read('7', tests.stamp('-10 minutes', 'now', '1 day'), '00000000-0000-0000-0000-000000000006'),
  tests.read('7', tests.stamp('20 days', 'earlier', '1 day'), '00000000-0000-0000-0000-000000000007')
), tests.stamp('0', 'now', '1 day'));
select tests.sign_out();
select is(tests.told('00000000-0000-0000-0000-000000000001'), '00:03:00 -00:03:00', 'within a boot by its age');
select is(tests.told('00000000-0000-0000-0000-000000000002'), '00:10:00 -00:10:00 boot', 'of another boot by the device''s clock, which is doubtful');
select is(tests.told('00000000-0000-0000-0000-000000000003'), '00:03:00 23:57:00 clock', 'a clock that is wrong by a day changes no date, and is told');
select is(tests.told('00000000-0000-0000-0000-000000000004'), '00:10:00 23:50:00 boot', 'nor over a new start');
select is(tests.told('00000000-0000-0000-0000-000000000005'), '00:00:00 47:50:00 boot', 'a clock that was set back in between makes no future');
select is(tests.told('00000000-0000-0000-0000-000000000006'), '00:00:00 24:10:00 clock', 'nor does nonsense');
select is(tests.told('00000000-0000-0000-0000-000000000007'), '7 days -456:00:00 boot', 'nothing is older than 7 days');

-- the reader
select tests.as_service();
select tests.replay('nice-entree', (select jsonb_agg(tests.read('9', tests.stamp('1 second'))) from generate_series(1, 12)));
select is(tests.scan('nice-entree', '300') ->> 'outcome', 'welcome', 'strangers of earlier do not pause the reader');
select tests.sign_out();
select is(tests.count_of($$public.manager_alerts where context ->> 'code' = 'unknown_badges_late'$$), 1::bigint, 'the team hears of them');
update public.kiosk_state set reader_paused_until = now() + interval '30 seconds';
insert into public.kiosk_state (kiosk_id, gym_id, reader_paused_until)
select id, gym_id, now() + interval '30 seconds' from public.kiosks where slug = 'nice-entree';
insert into private.badge_captures (gym_id, kiosk_id, purpose) select gym_id, id, 'learn' from public.kiosks where slug = 'nice-entree';
select tests.as_service();
select tests.replay('nice-entree', jsonb_build_array(tests.read('300', tests.stamp('2 seconds'), '00000000-0000-0000-0000-0000000000b1')));
select tests.sign_out();
select is((select outcome from public.badge_scans where client_event_id = '00000000-0000-0000-0000-0000000000b1'), 'repeat',
  'a pause of now and a desk that waits now do not touch what was read before');

-- absences
select tests.as_service();
select tests.replay('lille-entree', jsonb_build_array(tests.stamp('1 minute') || jsonb_build_object(
  'kind', 'away', 'event_id', '00000000-0000-0000-0000-0000000000a1', 'since', tests.stamp('6 minutes')))) from generate_series(1, 2);
select tests.sign_out();
select results_eq('select now() - away_from, now() - away_to, doubt from public.kiosk_absences',
  $$values (interval '6 minutes', interval '1 minute', null::text)$$, 'one absence, however often it is told');

select tests.sign_in('manager@lille.test');
select is(
  public.get_kiosk((select id from public.kiosks where slug = 'lille-entree')) -> 'history' @> '[{"action": "away", "actor": "kiosk"}]', true,
  'the manager sees it in the kiosk''s history');
select tests.sign_out();

-- conversations
select tests.as_service();
create temp table talk as select '00000000-0000-0000-0000-0000000000c1'::uuid as event;
select public.kiosk_start_conversation(tests.token('lille-neuve'), (tests.scan('lille-neuve', '100', '0', event) ->> 'scan_id')::uuid, 'fr',
  '{"talk": true, "analyse": true, "remember": false}', 'test-1') from talk;
select public.kiosk_say(tests.token('lille-neuve'), 1, 'Bonjour');
create temp table words as select jsonb_build_array(
  tests.stamp('3 minutes') || jsonb_build_object('kind', 'said', 'event_id', gen_random_uuid(), 'read_event_id', event, 'seq', 1, 'text', 'Autre chose', 'language', 'fr'),
  tests.stamp('2 minutes') || jsonb_build_object('kind', 'said', 'event_id', gen_random_uuid(), 'read_event_id', event, 'seq', 2, 'text', 'La douche est froide', 'language', 'fr'),
  tests.stamp('1 minute') || jsonb_build_object('kind', 'closed', 'event_id', gen_random_uuid(), 'read_event_id', event, 'reason', 'tab_lost', 'last_seq', 2)
) as entries from talk;
select tests.replay('nice-entree', entries) from words;
select tests.sign_out();
select is((select state from public.openai_realtime_sessions), 'active', 'another gym''s kiosk reaches no conversation');
select tests.as_service();
select tests.replay('lille-neuve', entries) from words;
select tests.replay('lille-neuve', entries) from words;
select tests.sign_out();
select results_eq($$select seq, text from public.conversation_events where source = 'member' order by seq$$,
  $$values (1, 'Bonjour'), (2, 'La douche est froide')$$, 'what was said without network joins the transcript once; what is known stays');
select results_eq('select end_reason, last_seq from public.openai_realtime_sessions', $$values ('tab_lost', 2)$$, 'and the conversation ends as it did there');
update public.conversation_summaries set status = 'done', processed_at = now(), provider = 'builtin', model = 'x', sentiment_score = 0, sentiment_label = 'neutral';
select tests.as_service();
select tests.replay('lille-neuve', jsonb_build_array(entries -> 1 || '{"seq": 3, "text": "Merci"}', entries -> 2 || '{"reason": "goodbye"}')) from words;
select tests.sign_out();
select is((select status from public.conversation_summaries), 'pending', 'words that come after the analysis queue it again (rule V4)');
select is((select end_reason from public.openai_realtime_sessions), 'tab_lost', 'the first reason stays');
update public.openai_realtime_sessions set connected_at = started_at;
select tests.as_service();
create temp table call as select jsonb_agg(tests.stamp('1 minute') || jsonb_build_object(
  'kind', 'spoken', 'event_id', gen_random_uuid(), 'read_event_id', talk.event, 'event', spoken.event || jsonb_build_object('seq', place, 'age_ms', 0)
)) as entries from talk, jsonb_array_elements($$[
  {"kind": "turn", "by": "member", "item_id": "i1", "text": "Vous ouvrez quand ?", "language": "fr"},
  {"kind": "timing", "name": "first_sound", "ms": 700},
  {"kind": "turn", "by": "jarvis", "item_id": "i2", "text": "À six heures.", "language": "fr"}
]$$) with ordinality as spoken (event, place);
select tests.replay('lille-neuve', entries) from call, generate_series(1, 2);
select tests.sign_out();
select results_eq($$select source, text from public.conversation_events where payload ->> 'spoken' = 'true' order by seq$$,
  $$values ('member', 'Vous ouvrez quand ?'), ('assistant', 'À six heures.')$$, 'what was said aloud is delivered too, once');
select is((select last_voice_seq from public.openai_realtime_sessions), 3, 'every number of it is in');
update public.openai_realtime_sessions set consent = consent || '{"analyse": false}';
delete from public.conversation_events;
select tests.as_service();
select tests.replay('lille-neuve', entries) from words;
select tests.sign_out();
select is(tests.count_of('public.conversation_events'), 0::bigint, 'without leave to analyse nothing is kept (rule P1)');

-- who may
select tests.as_service();
select is(tests.replay('lille-entree', '[]'), tests.replay('lille-neuve', '[]'), 'the kiosks of a gym know it by one sign');
select isnt(tests.replay('lille-entree', '[]'), tests.replay('nice-entree', '[]'), 'which no other gym''s kiosk gets');
select is(tests.outcome($$select tests.replay('nowhere', '[]')$$), 'P0001', 'without a token: refused');
select is(tests.outcome($$select tests.replay('lille-entree', '{}')$$), 'P0001', 'no list');
select is(tests.outcome($$select tests.replay('lille-entree', (select jsonb_agg(tests.read('9', tests.stamp('0'))) from generate_series(1, 101)))$$), 'P0001', 'a list too long');
select is(tests.outcome($$select tests.replay('lille-entree', '[{"kind": "scan"}]')$$), 'P0001', 'an entry without a stamp');
select is(tests.outcome($$select public.kiosk_replay(tests.token('lille-entree'), '{"entries": []}')$$), 'P0001', 'a batch without one');
select tests.sign_out();
update private.kiosk_credentials set revoked_at = now() where kiosk_id = (select id from public.kiosks where slug = 'lille-entree');
select tests.as_service();
select throws_ok($$select tests.replay('lille-entree', '[]')$$, 'P0001', 'kiosk_revoked', 'a kiosk that was revoked delivers nothing (rule K6)');

select * from finish();
rollback;
