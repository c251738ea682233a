-- Classes: weekly slots and their dates by the gym's clock, single dates, places given at the desk (rules T6, V5, A7).
begin;
select no_plan();
select tests.two_customers();
create temp table it (name text primary key, id uuid);
grant all on it to public;

create function pg_temp.yoga(p_slots jsonb default '[{"weekday": 2, "starts": "19:15"}]', p_more jsonb default '{}') returns jsonb language sql as $$
  select '{"name": " Yoga ", "coach": "Claire", "room": "", "minutes": 60, "capacity": 2}'::jsonb || jsonb_build_object('slots', p_slots) || p_more
$$;
create function pg_temp.dates() returns setof public.class_occurrences language sql security definer as $$
  select o.* from public.class_occurrences o where o.class_id = (select id from it where name = 'yoga') order by o.starts_at
$$;
create function pg_temp.version() returns timestamptz language sql security definer as $$
  select c.updated_at from public.gym_classes c where c.id = (select id from it where name = 'yoga')
$$;
create function pg_temp.save(p_changes jsonb) returns void language sql as $$
  select public.save_class(tests.gym_id('Lille'), p_changes, (select id from it where name = 'yoga'), pg_temp.version())
$$;
create function pg_temp.member(p_name text, p_gym text default 'Lille') returns uuid language sql security definer as $$
  select m.id from public.gym_members_v2 m where m.first_name = p_name and m.gym_id = tests.gym_id(p_gym)
$$;
create function pg_temp.first() returns public.class_occurrences language sql security definer as $$ select o from pg_temp.dates() o limit 1 $$;
create function pg_temp.whole(p_more jsonb default '{}') returns jsonb language sql security definer as $$
  select jsonb_build_object('date', (starts_at at time zone 'Europe/Paris')::date, 'time', to_char(starts_at at time zone 'Europe/Paris', 'HH24:MI'),
    'minutes', minutes, 'capacity', capacity, 'coach', coach, 'room', room, 'is_cancelled', false) || p_more from pg_temp.first()
$$;
create function pg_temp.change(p_more jsonb) returns timestamptz language sql as $$
  select public.change_class_date((pg_temp.first()).id, (pg_temp.first()).updated_at, pg_temp.whole(p_more))
$$;
grant execute on all functions in schema pg_temp to public;
insert into public.gym_members_v2 (gym_id, first_name, last_name)
select tests.gym_id(gym), name, 'Fictif' from (values ('Lille', 'Alix'), ('Lille', 'Bo'), ('Lille', 'Cleo'), ('Nice', 'Dan')) who (gym, name);

-- a class and what follows from its slots
select tests.sign_in('manager@lille.test');
insert into it values ('yoga', public.save_class(tests.gym_id('Lille'), pg_temp.yoga()));
select is((select array[name, coach, room, minutes::text, capacity::text] from public.gym_classes), '{Yoga,Claire,NULL,60,2}', 'texts are trimmed, an empty one is none');
select is((select count(*) from pg_temp.dates()), 8::bigint, 'eight weeks of dates');
select ok((select bool_and(to_char(starts_at at time zone 'Europe/Paris', 'ID HH24:MI') = '2 19:15') from pg_temp.dates()), 'on Tuesdays at 19:15 by the gym''s clock');
select tests.sign_out();
select is(private.plan_classes(tests.gym_id('Lille')), 0, 'the job doubles nothing');
update public.gyms set timezone = 'America/New_York' where name = 'Nice';
insert into public.gym_classes (gym_id, name, minutes, capacity) values (tests.gym_id('Nice'), 'Boxe', 45, 5);
insert into public.class_slots (gym_id, class_id, weekday, starts)
select tests.gym_id('Nice'), id, d, '02:30' from public.gym_classes, generate_series(1, 7) d where name = 'Boxe';
select ok(private.plan_classes() in (55, 56), 'the job plans every gym, today only what is to come');
select ok((select bool_and(to_char(o.starts_at at time zone 'America/New_York', 'HH24:MI') in ('02:30', '03:30')) from public.class_occurrences o
  where o.gym_id = tests.gym_id('Nice')), 'at 02:30 there, an hour later in the night that has no 02:30');

-- changing it
select tests.sign_in('manager@lille.test');
select pg_temp.save(pg_temp.yoga('[{"weekday": 2, "starts": "19:15"}]', '{"capacity": 5, "minutes": 50}'));
select ok((select bool_and(capacity = 5 and minutes = 50) from pg_temp.dates()), 'its dates follow');
select pg_temp.change('{"capacity": 3}');
select pg_temp.save(pg_temp.yoga('[{"weekday": 2, "starts": "19:15"}, {"weekday": 4, "starts": "12:00"}]', '{"capacity": 4}'));
select is((select array_agg(distinct capacity order by capacity) from pg_temp.dates()), '{3,4}', 'a date set by hand keeps its own');
select is((select count(*) from pg_temp.dates()), 16::bigint, 'another slot, another eight dates');
select throws_ok($$select public.save_class(tests.gym_id('Lille'), pg_temp.yoga(), (select id from it), 'yesterday')$$, 'P0001', 'conflict', 'what somebody saved meanwhile is not overwritten');
select public.book_class_place((select id from pg_temp.dates() where extract(isodow from starts_at) = 4 limit 1), pg_temp.member('Alix'));
select pg_temp.save(pg_temp.yoga());
select is((select count(*) from pg_temp.dates()), 9::bigint, 'a slot that goes takes its dates along, the booked one stays');
select is((select count(*) from pg_temp.dates() where slot_id is null), 1::bigint, 'as a date of its own');

select throws_ok(format('select public.save_class(%L, pg_temp.yoga(%L, %L))', tests.gym_id('Lille'), slots, more), 'P0001', 'invalid_input', what)
from (values ('[]', '{"name": " "}', 'a class has a name'), ('[]', '{"minutes": 4}', 'of five minutes at least'), ('[]', '{"capacity": 1.5}', 'a capacity is whole'),
  ('[]', '{"capacity": "9"}', 'and a number'), ('[{"weekday": 8, "starts": "10:00"}]', '{}', 'a week has seven days'), ('[{"weekday": 1, "starts": "24:00"}]', '{}', 'a day 24 hours'),
  ('{}', '{}', 'slots are a list'), ('[1]', '{}', 'of slots')) wrong (slots, more, what);

-- single dates
select throws_ok($$select pg_temp.change('{"date": "2020-01-01"}')$$, 'P0001', 'invalid_input', 'a date is to come');
select throws_ok($$select pg_temp.change('{"date": "bientôt"}')$$, 'P0001', 'invalid_input', 'and a date');
select throws_ok($$select pg_temp.change(jsonb_build_object('date', (pg_temp.first()).starts_at::date + 7))$$, 'P0001', 'conflict', 'not where there is one already');
select pg_temp.change('{"time": "20:00", "coach": "Mehdi"}');
select is((select to_char(starts_at at time zone 'Europe/Paris', 'HH24:MI') || coach from pg_temp.first()), '20:00Mehdi', 'one date is moved');
select pg_temp.change('{"is_cancelled": true}');
select ok((pg_temp.first()).cancelled_at is not null, 'and cancelled');
select throws_ok($$select public.book_class_place((pg_temp.first()).id, pg_temp.member('Bo'))$$, 'P0001', 'conflict', 'then nobody gets a place');
select pg_temp.change('{"is_cancelled": false}');
select is((pg_temp.first()).cancelled_at, null, 'which can be taken back');
select lives_ok($$select public.add_class_date((select id from it where name = 'yoga'), (now() + interval '30 days')::date, '07:00')$$, 'a date is added');
select throws_ok($$select public.add_class_date((select id from it where name = 'yoga'), (now() + interval '30 days')::date, '07:00')$$, 'P0001', 'conflict', 'once');
select throws_ok($$select public.add_class_date((select id from it where name = 'yoga'), current_date, '7h')$$, 'P0001', 'invalid_input', 'at a time');

-- places, by staff too
select tests.sign_in('staff@lille.test');
select throws_ok($$select pg_temp.change('{}')$$, 'P0001', 'forbidden', 'staff change no date');
select throws_ok($$select public.save_class(tests.gym_id('Lille'), pg_temp.yoga())$$, 'P0001', 'forbidden', 'nor a class');
select throws_ok($$select public.set_class_active((select id from it where name = 'yoga'), false)$$, 'P0001', 'forbidden', 'nor whether there is one');
insert into it values ('alix', public.book_class_place((pg_temp.first()).id, pg_temp.member('Alix')));
select is(public.book_class_place((pg_temp.first()).id, pg_temp.member('Alix')), (select id from it where name = 'alix'), 'a place is given once');
select public.book_class_place((pg_temp.first()).id, pg_temp.member('Bo'));
select public.book_class_place((pg_temp.first()).id, pg_temp.member('Cleo'));
select throws_ok($$select public.book_class_place((pg_temp.first()).id, pg_temp.member('Dan', 'Nice'))$$, 'P0001', 'not_found', 'another gym''s member is not found');
select tests.sign_in('manager@lille.test');
select throws_ok($$select pg_temp.change('{"capacity": 2}')$$, 'P0001', 'invalid_input', 'nobody loses a place to a smaller room');
select pg_temp.save(pg_temp.yoga('[{"weekday": 2, "starts": "19:15"}]', '{"capacity": 1}'));
select is((pg_temp.first()).capacity, 3, 'not by the class either');
select tests.sign_in('staff@lille.test');
select lives_ok($$select public.free_class_place((select id from it where name = 'alix'))$$, 'a place is freed');
select lives_ok($$select public.free_class_place((select id from it where name = 'alix'))$$, 'twice is once');
select is(public.list_classes(tests.gym_id('Lille'), null, (pg_temp.first()).id) -> 'open' -> 'booked', '2', 'and counted');
select isnt(public.book_class_place((pg_temp.first()).id, pg_temp.member('Alix')), (select id from it where name = 'alix'), 'given again it is another booking');
select tests.sign_out();
insert into public.class_bookings (gym_id, occurrence_id, member_id, status, source)
select gym_id, id, pg_temp.member('Bo'), 'requested', 'kiosk' from pg_temp.dates() offset 2 limit 1;
select tests.sign_in('staff@lille.test');
select is(public.book_class_place((select b.occurrence_id from public.class_bookings b where b.status = 'requested'), pg_temp.member('Bo')),
  (select b.id from public.class_bookings b join pg_temp.dates() o on o.id = b.occurrence_id where b.member_id = pg_temp.member('Bo') and b.source = 'kiosk'),
  'what was asked for is granted');

-- the page
select is((select jsonb_agg(c -> 'slots') from jsonb_array_elements(public.list_classes(tests.gym_id('Lille')) -> 'classes') c),
  '[[{"starts": "19:15", "weekday": 2}]]', 'a class with its slots');
select is(public.list_classes(tests.gym_id('Lille'), '2026-11-22') ->> 'monday', '2026-11-16', 'a Sunday belongs to the week before');
select is((select jsonb_agg(g ->> 'first_name' order by g ->> 'first_name') from jsonb_array_elements(public.list_classes(tests.gym_id('Lille'), null, (pg_temp.first()).id) #> '{open,guests}') g),
  '["Alix", "Bo", "Cleo"]', 'a date with its guests');
select is(public.list_classes(tests.gym_id('Lille'), null, gen_random_uuid()) -> 'open', 'null', 'an unknown date is none');
select throws_ok($$select public.list_classes(tests.gym_id('Nice'))$$, 'P0001', 'not_found', 'another gym is not found');

-- on hold, and from above
select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Nord';
select tests.sign_in('manager@lille.test');
select lives_ok($$select public.list_classes(tests.gym_id('Lille'))$$, 'a customer on hold keeps reading');
select throws_ok(call, 'P0001', 'customer_suspended', call) from (values
  ($$select public.save_class(tests.gym_id('Lille'), pg_temp.yoga())$$), ($$select pg_temp.change('{}')$$),
  ($$select public.book_class_place((pg_temp.first()).id, pg_temp.member('Alix'))$$), ($$select public.free_class_place((select id from it where name = 'alix'))$$)) calls (call);
select tests.sign_out();
update public.franchises set status = 'active' where name = 'Nord';
select tests.sign_in('admin@platform.test');
select lives_ok($$select public.set_class_active((select id from it where name = 'yoga'), false)$$, 'a super admin sets the gym up');
select throws_ok($$select public.book_class_place((pg_temp.first()).id, pg_temp.member('Alix'))$$, 'P0001', 'forbidden', 'and acts for no member');
select tests.sign_in('owner@nord.test');
select lives_ok($$select public.set_class_active((select id from it where name = 'yoga'), true)$$, 'an owner runs every gym of the franchise');
select tests.sign_out();
select is((select count(*) from public.audit_logs where entity in ('gym_classes', 'class_slots') and gym_id = tests.gym_id('Lille') and actor_id is not null) > 0, true, 'who changed a class is known');
select finish();
rollback;
