begin;
select no_plan();
select tests.two_customers();
update public.franchises set shares_access = true where name = 'Nord';
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-haut');
select tests.make_kiosk(tests.gym_id('Arras'), 'arras-entree');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Arras'), 'Sacha', '200');
create function pg_temp.decline(p_slug text, p_scan text, p_language text default 'fr') returns jsonb
language sql as $$
  select public.kiosk_decline_talk(tests.token(p_slug), p_scan::uuid, p_language, '2026-11')
$$;
grant execute on function pg_temp.decline(text, text, text) to public;

-- just the door: a no is asked for once
select tests.as_service();
create temp table seen as select 'ana' as who, tests.scan('lille-entree', '100') as it;
insert into seen select 'sacha', tests.scan('lille-entree', '200');
insert into seen select 'unknown', tests.scan('lille-entree', '999');
select is(pg_temp.decline('lille-entree', it ->> 'scan_id'), '{"kept": true}', 'a no to talking is kept') from seen where who = 'ana';
select is(pg_temp.decline('lille-entree', it ->> 'scan_id'), '{"kept": false}', 'once, however often it is sent') from seen where who = 'ana';
select is(tests.scan('lille-entree', '100') #>> '{consents,talk}', 'false', 'the next read of the badge knows it');
select is(pg_temp.decline('lille-entree', it ->> 'scan_id'), '{"kept": false}', 'a visitor''s is not kept at the gym they visit') from seen where who = 'sacha';
select tests.sign_out();
select results_eq(
  $$select member_id, purpose, granted, version, language, kiosk_id, session_id from public.member_consents$$,
  $$values (tests.member_id('Ana'), 'talk', false, '2026-11', 'fr', tests.kiosk_id('lille-entree'), null::uuid)$$,
  'as one row with version, language and kiosk, and without a conversation');
select is(tests.count_of('public.openai_realtime_sessions'), 0::bigint, 'no conversation was opened');
select tests.as_service();
select lives_ok(format($$select public.kiosk_start_conversation(%L, %L, 'fr', '{"talk": true, "analyse": false, "remember": false}', '2026-11')$$,
  tests.token('lille-entree'), it ->> 'scan_id'), 'who thinks better of it talks after all') from seen where who = 'ana';
select is(pg_temp.decline('lille-entree', it ->> 'scan_id'), '{"kept": true}', 'and may say no again') from seen where who = 'ana';
select throws_ok(format($$select pg_temp.decline('lille-haut', %L)$$, it ->> 'scan_id'), 'P0001', 'not_found', 'another kiosk''s scan is not found') from seen where who = 'ana';
select throws_ok(format($$select pg_temp.decline('nice-entree', %L)$$, it ->> 'scan_id'), 'P0001', 'not_found', 'nor is another gym''s') from seen where who = 'ana';
select throws_ok(format($$select pg_temp.decline('lille-entree', %L)$$, it ->> 'scan_id'), 'P0001', 'forbidden', 'an unknown badge chooses nothing') from seen where who = 'unknown';
select throws_ok(format($$select pg_temp.decline('lille-entree', %L, 'de')$$, it ->> 'scan_id'), 'P0001', 'invalid_input', 'a language we do not speak') from seen where who = 'ana';
select throws_ok($$select public.kiosk_decline_talk(null, gen_random_uuid(), 'fr', '2026-11')$$, 'P0001', 'kiosk_not_paired', 'for a paired kiosk alone');
select tests.sign_out();
update public.badge_scans set scanned_at = now() - interval '4 minutes' where client_event_id is not null and member_id = tests.member_id('Ana');
select tests.as_service();
select throws_ok(format($$select pg_temp.decline('lille-entree', %L)$$, it ->> 'scan_id'), 'P0001', 'conflict', 'nor does who left three minutes ago') from seen where who = 'ana';

-- the simulator outside a demonstration
select throws_ok($$select public.kiosk_simulator_badges(tests.token('lille-entree'), true)$$, 'P0001', 'not_found', 'no simulator where neither setting says so');
select tests.sign_out();
update public.kiosks set settings = '{"simulator": true}' where slug = 'lille-entree';
select tests.as_service();
select is(public.kiosk_simulator_badges(tests.token('lille-entree'), false), '[]', 'a kiosk that may simulate names no member');
select throws_ok($$select public.kiosk_simulator_badges(tests.token('lille-haut'), false)$$, 'P0001', 'not_found', 'the kiosk beside it may not');
select tests.sign_out();
insert into private.settings (key, value) values ('demo', 'true');
select tests.as_service();
select is(public.kiosk_simulator_badges(tests.token('lille-entree'), false), '[]', 'nor do demo data name anybody where the server is exposed');
select throws_ok($$select public.kiosk_simulator_badges(tests.token('lille-haut'), false)$$, 'P0001', 'not_found', 'and without the setting it stays shut');
select is(jsonb_array_length(public.kiosk_simulator_badges(tests.token('lille-haut'), true)), 1, 'a demonstration opens it by itself');

-- the page that sets up a kiosk
select tests.sign_in('owner@nord.test');
select is((public.launch_page(tests.gym_id('Lille')) #> '{kiosks,0}') - 'id',
  '{"slug": "lille-entree", "name": "lille-entree", "location": null, "paired": false}', 'the kiosks of the gym');
select is(public.launch_page(tests.gym_id('Lille'), 'arras-entree') -> 'chosen' ->> 'gym_name', 'Arras', 'a kiosk''s own code leads an owner to it from any gym');
select is(public.launch_page(tests.gym_id('Lille'), 'nice-entree') -> 'chosen', 'null', 'a foreign kiosk is not there');
select is(public.launch_page(tests.gym_id('Lille'), 'nowhere'), public.launch_page(tests.gym_id('Lille'), 'nice-entree'), 'exactly like one that does not exist');
select tests.sign_in('staff@lille.test');
select is(public.launch_page(tests.gym_id('Lille'), 'arras-entree') -> 'chosen', 'null', 'nor is a sister gym''s for whom works in one');
select throws_ok(format('select public.launch_page(%L)', tests.gym_id('Nice')), 'P0001', 'not_found', 'a foreign gym is not found');

select * from finish();
rollback;
