begin;
select no_plan();
select tests.two_customers();
update public.franchises set shares_access = true where name = 'Nord';
update public.gyms set
  opening_hours = (select jsonb_agg(jsonb_build_object('weekday', d, 'open', '00:00', 'close', '24:00')) from generate_series(1, 7) d),
  facilities = '{sauna}', price_note = 'à l''accueil', address = '1 rue Fictive', city = 'Lille', phone = '03 20 00 00 00'
  where name = 'Lille';
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-haut');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Ben', '101');
select tests.make_member(tests.gym_id('Arras'), 'Sacha', '200');
select tests.make_member(tests.gym_id('Nice'), 'Nora', '300');
update public.gym_members_v2 set email = 'ana@example.test', phone = '06 00 00 00 00', membership_ends_on = current_date + 9 where first_name = 'Ana';

-- Fixed ids, so that a call can be written down: o1 soon, o2 overlaps it, o3 one seat, o4 past, o5 in 2 days, o6 at Nice.
create function pg_temp.id(p_name text) returns uuid
language sql immutable as $$ select ('00000000-0000-0000-0000-0000000000' || p_name)::uuid $$;
create function pg_temp.tool(p_slug text, p_call text, p_tool text, p_arguments jsonb default '{}') returns jsonb
language sql as $$ select public.kiosk_use_tool(tests.token(p_slug), p_call, p_tool, p_arguments) $$;
grant execute on all functions in schema pg_temp to public;
insert into public.gym_classes (id, gym_id, name, coach, room, minutes, capacity) values
  (pg_temp.id('c1'), tests.gym_id('Lille'), 'Yôga doux', 'Mina', 'Studio', 60, 10),
  (pg_temp.id('c2'), tests.gym_id('Nice'), 'Cross', null, null, 45, 10);
-- A clock of its own, so that "today" never ends in the middle of the story.
update public.gyms set timezone = (
  select name from pg_timezone_names
  where name like 'Etc/GMT%' and extract(hour from now() at time zone name) between 9 and 11 order by name limit 1
);
create temp table clock as select timezone as zone from public.gyms where name = 'Lille';
grant select on clock to public;
insert into public.class_occurrences (id, gym_id, class_id, starts_at, minutes, capacity, coach) values
  (pg_temp.id('01'), tests.gym_id('Lille'), pg_temp.id('c1'), now() + interval '2 hours', 60, 10, null),
  (pg_temp.id('02'), tests.gym_id('Lille'), pg_temp.id('c1'), now() + interval '2 hours 30 minutes', 60, 10, 'Tom'),
  (pg_temp.id('03'), tests.gym_id('Lille'), pg_temp.id('c1'), now() + interval '5 hours', 60, 1, null),
  (pg_temp.id('04'), tests.gym_id('Lille'), pg_temp.id('c1'), now() - interval '1 hour', 60, 10, null),
  (pg_temp.id('05'), tests.gym_id('Lille'), pg_temp.id('c1'), now() + interval '2 days', 60, 10, null),
  (pg_temp.id('06'), tests.gym_id('Nice'), pg_temp.id('c2'), now() + interval '2 hours', 45, 10, null);
insert into public.class_bookings (id, gym_id, occurrence_id, member_id, status, source) values
  (pg_temp.id('b3'), tests.gym_id('Lille'), pg_temp.id('03'), tests.member_id('Ben'), 'booked', 'desk'),
  (pg_temp.id('b5'), tests.gym_id('Lille'), pg_temp.id('05'), tests.member_id('Ana'), 'booked', 'desk');

select tests.as_service();
select throws_ok($$select pg_temp.tool('lille-entree', 'x', 'get_gym_info')$$, 'P0001', 'no_conversation', 'no tool without a conversation');
select tests.start('lille-entree', '100');
select tests.start('lille-haut', '200');

-- what a badge alone may learn (rule P7), field by field
select is(pg_temp.tool('lille-entree', 'p1', 'get_member_profile'), jsonb_build_object('ok', true, 'result', jsonb_build_object(
  'first_name', 'Ana', 'membership', 'needs_staff', 'bookings_today', '[]'::jsonb
)), 'the profile: these fields and no other; a booking of another day is not among them');
select is(array(select jsonb_object_keys(pg_temp.tool('lille-entree', 'g1', 'get_gym_info') -> 'result') order by 1),
  array['address', 'exceptions', 'facilities', 'inside_now', 'name', 'phone', 'price_note', 'today', 'usual_now', 'week'], 'the gym: these fields and no other');
select is(pg_temp.tool('lille-entree', 'g2', 'get_gym_info') -> 'result' -> 'today', '{"open": "00:00", "close": "24:00", "is_open": true}', 'open all day');
select is((pg_temp.tool('lille-entree', 'g3', 'get_gym_info') #>> '{result,inside_now}')::int, 2, 'who came in is inside');
create temp table shown as select pg_temp.tool('lille-entree', 's1', 'get_class_schedule') #> '{result,classes,0}' as class;
select is((select class - 'local_time' - 'local_date' from shown), jsonb_build_object(
  'occurrence_id', pg_temp.id('01'), 'name', 'Yôga doux', 'starts_at', now() + interval '2 hours', 'minutes', 60,
  'coach', 'Mina', 'room', 'Studio', 'capacity', 10, 'free', 10, 'booked_by_me', false
), 'a class: these fields and no other');
select is((select (class ->> 'local_date' || ' ' || (class ->> 'local_time'))::timestamp from shown),
  date_trunc('minute', (now() + interval '2 hours') at time zone zone), 'at the gym''s own time') from clock;
select is(jsonb_array_length(pg_temp.tool('lille-entree', 's2', 'get_class_schedule') #> '{result,classes}'), 3, 'today: what is still to come');
select is(jsonb_path_query_array(pg_temp.tool('lille-entree', 's3', 'get_class_schedule', jsonb_build_object(
    'from', current_date, 'to', current_date + 60, 'class_name', 'yoga')), '$.result.classes[*].booked_by_me'),
  '[false, false, false, false]', 'a week at most, found without the accent; another day''s booking is not told');
select is(pg_temp.tool('lille-entree', 's4', 'get_class_schedule', '{"from": "tomorrow"}'), '{"ok": false, "code": "invalid_arguments"}', 'a day that is none');
select is(pg_temp.tool('lille-entree', 's5', 'get_class_schedule', '{"from": "2026-02-31"}'), '{"ok": false, "code": "invalid_arguments"}', 'a day that never was');
select is(pg_temp.tool('lille-entree', 's6', 'get_class_schedule', '{"class_name": 7}'), '{"ok": false, "code": "invalid_arguments"}', 'a name that is no text');

-- every write asks back
select is(pg_temp.tool('lille-entree', 'w' || tool, tool, arguments), '{"ok": false, "code": "needs_confirmation"}', tool || ' asks back')
from (values
  ('book_class', '{"occurrence_id": "00000000-0000-0000-0000-000000000001"}'::jsonb),
  ('cancel_booking', '{"booking_id": "00000000-0000-0000-0000-0000000000b5"}'),
  ('report_issue', '{"text": "La barre grince"}'), ('leave_feedback', '{"text": "Top", "confirmed": "true"}')) as w (tool, arguments);
select is(pg_temp.tool('lille-entree', 'i' || tool, tool, '{"confirmed": true}'), '{"ok": false, "code": "invalid_arguments"}', tool || ' wants its arguments')
from unnest(array['book_class', 'cancel_booking', 'report_issue', 'leave_feedback', 'call_staff', 'drop_table']) as tool;
select is(pg_temp.tool('lille-haut', 'n' || tool, tool, '{"confirmed": true, "occurrence_id": "00000000-0000-0000-0000-000000000001"}'),
  '{"ok": false, "code": "no_member"}', tool || ' is not for a visitor')
from unnest(array['get_member_profile', 'book_class', 'cancel_booking']) as tool;
select tests.sign_out();
select is(tests.count_of('public.class_bookings'), 2::bigint, 'nothing was booked');
select is(tests.count_of('public.manager_alerts'), 0::bigint, 'nobody was told');

-- booking
select tests.as_service();
create temp table booked as select pg_temp.tool('lille-entree', 'b1', 'book_class', '{"confirmed": true, "occurrence_id": "00000000-0000-0000-0000-000000000001"}') as it;
select is((select array[it #>> '{result,status}', it #>> '{result,class,free}', it #>> '{result,class,booked_by_me}'] from booked),
  array['booked', '9', 'true'], 'a place is taken');
select is(pg_temp.tool('lille-entree', 'b1', 'book_class', '{"occurrence_id": "00000000-0000-0000-0000-000000000001", "confirmed": true}'),
  (select it from booked), 'the same call is answered alike');
select throws_ok($$select pg_temp.tool('lille-entree', 'b1', 'book_class', '{"confirmed": true, "occurrence_id": "00000000-0000-0000-0000-000000000003"}')$$,
  'P0001', 'tool_conflict', 'the same id with other arguments is refused');
select throws_ok($$select pg_temp.tool('lille-entree', 'b1', 'get_gym_info')$$, 'P0001', 'tool_conflict', 'or with another tool');
select is(pg_temp.tool('lille-entree', 'k' || n, 'book_class', jsonb_build_object('confirmed', true, 'occurrence_id', pg_temp.id(o))) #>> '{result,status}', expected, why)
from (values
  (1, '01', 'already_booked', 'twice is once'), (2, '02', 'conflict', 'not two classes at a time'), (3, '03', 'full', 'no seat is no seat'),
  (4, '04', 'past', 'the past is past'), (5, '06', 'not_found', 'other gym''s id is not found'), (6, 'ff', 'not_found', 'nor is an unknown one')
) as t (n, o, expected, why);
select is(jsonb_array_length(pg_temp.tool('lille-entree', 'p2', 'get_member_profile') #> '{result,bookings_today}'), 1, 'today''s booking is in the profile');

-- cancelling
select is(pg_temp.tool('lille-entree', 'x' || b, 'cancel_booking', jsonb_build_object('confirmed', true, 'booking_id', pg_temp.id(b))) #>> '{result,status}', 'not_found', why)
from (values ('b3', 'another member''s booking is not found'), ('b5', 'nor is one of another day, by badge alone'), ('b9', 'nor an unknown one')) as t (b, why);
select is(pg_temp.tool('lille-entree', 'x1', 'cancel_booking', jsonb_build_object('confirmed', true, 'booking_id', it #> '{result,booking_id}')) #>> '{result,status}',
  'cancelled', 'one''s own of today is cancelled') from booked;
select is(pg_temp.tool('lille-entree', 'k7', 'book_class', jsonb_build_object('confirmed', true, 'occurrence_id', pg_temp.id('02'))) #>> '{result,status}', 'booked', 'which frees the hour');
select tests.sign_out();
update public.class_bookings set status = 'cancelled', cancelled_at = now() where id = pg_temp.id('b5');
select tests.as_service();
create temp table later as select pg_temp.tool('lille-entree', 'k8', 'book_class', jsonb_build_object('confirmed', true, 'occurrence_id', pg_temp.id('05'))) as it;
select is(pg_temp.tool('lille-entree', 'x2', 'cancel_booking', jsonb_build_object('confirmed', true, 'booking_id', it #> '{result,booking_id}')) #>> '{result,status}',
  'cancelled', 'one made in this conversation can be taken back, whatever its day') from later;

-- a gym that masters its bookings itself
select tests.sign_out();
update public.gyms set bookings_by = 'staff' where name = 'Lille';
select tests.as_service();
select is(pg_temp.tool('lille-entree', 'k9', 'book_class', jsonb_build_object('confirmed', true, 'occurrence_id', pg_temp.id('05'))) #>> '{result,status}', 'requested', 'gets a request');
select tests.sign_out();
select is(tests.count_of($$public.manager_alerts where alert_type = 'staff_call' and context ->> 'code' = 'booking_request'$$), 1::bigint, 'that the team sees');
select is((private.class_occurrence_json(pg_temp.id('05'), null, null) ->> 'free')::int, 10, 'and that takes no place yet');

-- words for the team
select tests.as_service();
select is(pg_temp.tool('lille-entree', 'r1', 'report_issue', '{"confirmed": true, "text": "La barre grince", "equipment": "rower"}') #>> '{result,status}', 'reported', 'a defect');
select is(pg_temp.tool('lille-entree', 'f1', 'leave_feedback', '{"confirmed": true, "text": "Super coach"}'), '{"ok": true, "result": {"status": "noted"}}', 'feedback');
select is(pg_temp.tool('lille-haut', 'c1', 'call_staff', '{"reason": "help"}'), '{"ok": true, "result": {"status": "called"}}', 'a visitor calls somebody');
select is(public.kiosk_call_staff(tests.token('nice-entree')), '{"status": "nobody_on_duty"}', 'outside the opening hours nobody comes, but it is told');
select tests.sign_out();
select results_eq(
  $$select alert_type, context #>> '{reasons,0,params,text}' from public.manager_alerts
    where alert_type in ('equipment_issue', 'needs_review') order by alert_type$$,
  $$values ('equipment_issue', 'La barre grince'), ('needs_review', 'Super coach')$$, 'the team reads both');
select is(tests.count_of($$public.manager_alerts where alert_type = 'staff_call' and context ->> 'code' = 'member_call'$$), 2::bigint, 'and both calls');
select results_eq(
  $$select distinct payload ->> 'tool' from public.conversation_events where kind = 'tool' and payload ->> 'status' in ('reported', 'noted') order by 1$$,
  array['leave_feedback', 'report_issue'], 'the transcript says which tools ran, without their arguments');

-- no tool reads a contact, a birthday, a membership's end
select is(tests.count_of($$private.tool_calls where outcome::text ~ 'ana@example|06 00 00 00|Fictif' or outcome::text like '%' || (current_date + 9) || '%'$$), 0::bigint,
  'in none of the answers');

select * from finish();
rollback;
