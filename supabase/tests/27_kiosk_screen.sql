begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
-- A clock of its own, so that "today" never ends in the middle of the story.
update public.gyms set opening_hours = '[]', timezone = (
  select name from pg_timezone_names
  where name like 'Etc/GMT%' and extract(hour from now() at time zone name) between 9 and 11 order by name limit 1
) where name = 'Lille';
insert into public.gym_classes (id, gym_id, name, minutes, capacity)
values ('00000000-0000-0000-0000-0000000000c1', tests.gym_id('Lille'), 'Yoga', 60, 10);
insert into public.class_occurrences (gym_id, class_id, starts_at, minutes, capacity, cancelled_at)
select tests.gym_id('Lille'), '00000000-0000-0000-0000-0000000000c1', now() + h * interval '1 hour', 60, 10, case when h = 3 then now() end
from generate_series(-1, 30) h;

-- the screen
select tests.as_service();
create temp table screen as select public.kiosk_heartbeat(tests.token('lille-entree'), '{"boot_id": "b1", "version": "0.1.0"}') as it;
select is((select it - 'classes' - 'gym' - '{commands,rotate}'::text[] from screen), jsonb_build_object(
  'kiosk', '{"slug": "lille-entree", "name": "lille-entree", "language": "fr", "status": "online", "config_version": 1,
    "settings": {"simulator": false, "voice": true, "push_to_talk": false, "mute": false, "volume": 80, "minutes": 5}}'::jsonb,
  'reader_paused_until', null, 'server_time', now()), 'a kiosk knows itself and the time');
select is((select it -> 'gym' from screen) - 'timezone',
  '{"name": "Lille", "locale": "fr", "address_form": "tu", "status": "active", "today": {"open": null, "close": null, "is_open": false},
    "next_opening": null, "maintenance_message": null, "messages": {}}', 'and its gym');
select is((select jsonb_array_length(it -> 'classes') from screen), 6, 'six classes at most');
select is((select (it #>> '{classes,0,starts_at}')::timestamptz from screen), now(), 'from now on');
select is((select (it #>> '{classes,3,starts_at}')::timestamptz from screen), now() + interval '4 hours', 'without the cancelled one');
select is((select it::text ~ 'password|hash|token|phone|email' from screen), false, 'and no secret');

-- the sign of life
select tests.sign_out();
select is((select array[status, software_version] from public.kiosks where slug = 'lille-entree'), array['online', '0.1.0'], 'it is online in its version');
update public.kiosk_state set last_heartbeat_at = now() - interval '4 seconds';
select tests.as_service();
select public.kiosk_heartbeat(tests.token('lille-entree'), '{"boot_id": "b1"}');
select tests.sign_out();
select is((select now() - last_heartbeat_at from public.kiosk_state), interval '4 seconds', 'a second one within five writes nothing');
select tests.as_service();
select public.kiosk_heartbeat(tests.token('lille-entree'), '{"boot_id": "b2", "version": "0.1.1"}');
select tests.sign_out();
select is((select array[boot_id, (last_heartbeat_at = now())::text] from public.kiosk_state), array['b2', 'true'], 'unless it started anew');
select is((select software_version from public.kiosks where slug = 'lille-entree'), '0.1.1', 'with the new version');
update public.kiosks set status = 'maintenance' where slug = 'lille-entree';
update public.gyms set status = 'suspended' where name = 'Lille';
select tests.as_service();
select is(public.kiosk_heartbeat(tests.token('lille-entree')) #>> '{kiosk,status}', 'maintenance', 'maintenance stays until somebody ends it');
select is(public.kiosk_heartbeat(tests.token('lille-entree')) #>> '{gym,status}', 'suspended', 'a suspended gym says so');

-- the simulator
select tests.sign_out();
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Ben', '101');
select tests.make_member(tests.gym_id('Lille'), 'Cleo', '102');
select tests.make_member(tests.gym_id('Lille'), 'Remi', '103');
select tests.make_member(tests.gym_id('Arras'), 'Sacha', '200');
select tests.make_member(tests.gym_id('Nice'), 'Nora', '300');
select tests.make_member(tests.gym_id('Nice'), 'Ugo', '301');
update public.gym_members_v2 set membership_ends_on = current_date - 3 where first_name in ('Remi', 'Ugo');
update public.gym_members_v2 set is_minor = true, birth_date = current_date - 4000 where first_name = 'Ana';
select tests.as_service();
select throws_ok($$select public.kiosk_simulator_badges(tests.token('lille-entree'), true)$$, 'P0001', 'not_found', 'no badge numbers where this is no demonstration');
select tests.sign_out();
insert into private.settings (key, value) values ('demo', 'true');
select tests.as_service();
select results_eq(
  $$select b ->> 'kind', count(*) from jsonb_array_elements(public.kiosk_simulator_badges(tests.token('lille-entree'), true)) b group by 1 order by 1$$,
  $$values ('expired', 1::bigint), ('foreign', 1), ('member', 2)$$, 'four of them where it is');
select is(
  (select count(*) from jsonb_array_elements(public.kiosk_simulator_badges(tests.token('lille-entree'), true)) b where b ->> 'badge_id' in ('100', '200')),
  0::bigint, 'grown-ups first, and no sister gym''s as a foreign one');
select throws_ok('select public.kiosk_simulator_badges(null, true)', 'P0001', 'kiosk_not_paired', 'for a paired kiosk alone');

select * from finish();
rollback;
