-- The desk: who just came in, what there is to say, and what the team does about it (rules T6, M3, M4).
begin;
select no_plan();
select tests.two_customers();
update public.franchises set shares_access = true where name = 'Nord';
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-haut');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), name, badge)
from (values ('Ana', '100'), ('Ben', '101'), ('Cleo', '102'), ('Dan', '103'), ('Eve', '104'), ('Fay', '105'), ('Gus', '106'), ('Hal', null)) as one (name, badge);
select tests.make_member(tests.gym_id('Arras'), 'Sacha', '200');
select tests.make_member(tests.gym_id('Nice'), 'Nora', '300');

create function tests.desk(p_gym text default 'Lille') returns jsonb language sql as $$ select public.desk(tests.gym_id(p_gym)) $$;
create function tests.person(p_name text) returns jsonb language sql as $$
  select one from jsonb_array_elements(tests.desk() -> 'people') one where one ->> 'first_name' = p_name
$$;
create function tests.says(p_name text) returns text[] language sql as $$
  select coalesce(array_agg(s ->> 'code' order by place), '{}')
  from jsonb_array_elements(tests.person(p_name) -> 'say') with ordinality said (s, place)
$$;
create function tests.tick(p_name text, p_code text, p_said boolean default true, p_alert uuid default null) returns jsonb language sql as $$
  select public.desk_tick(tests.member_id(p_name), p_code, p_said, p_alert)
$$;
create function tests.visits(p_name text) returns bigint language sql security definer as $$
  select count(*) from public.gym_visits where member_id = tests.member_id(p_name)
$$;
create function tests.last_visit(p_name text) returns timestamptz language sql security definer as $$
  select last_visit from public.gym_members_v2 where first_name = p_name
$$;
create function tests.visit_of(p_name text) returns uuid language sql security definer as $$
  select id from public.gym_visits where member_id = tests.member_id(p_name) order by started_at desc limit 1
$$;
create function tests.found(p_text text, p_badges text[] default '{}') returns text[] language sql as $$
  select coalesce(array_agg(one ->> 'first_name' order by place), '{}')
  from jsonb_array_elements(public.desk_search(tests.gym_id('Lille'), p_text, array(select tests.hash(b) from unnest(p_badges) b))) with ordinality f (one, place)
$$;

-- What there is to say

update public.gym_members_v2 set member_since = current_date - 3, birth_date = current_date - interval '30 years' + interval '2 days' where first_name = 'Ana';
select tests.make_visits('Ben', '{40}');
update public.gym_members_v2 set membership_ends_on = current_date + 9 where first_name = 'Ben';
select tests.make_visits('Cleo', array(select generate_series(2, 10)));
update public.gym_members_v2 set membership_ends_on = current_date - 2 where first_name = 'Dan';
update public.gym_members_v2 set membership_suspended = true where first_name = 'Eve';
update public.gym_members_v2 set is_active = false where first_name = 'Fay';
select tests.as_service();
select tests.scan('lille-entree', badge) from unnest('{100,101,102,103,104,105,200}'::text[]) badge;
select tests.sign_out();

select tests.sign_in('staff@lille.test');
select is(tests.says('Ana'), '{first_visit,birthday}', 'a new member whose birthday is near');
select is(tests.says('Ben'), '{return,ending}', 'back after 40 days, with a membership that ends');
select is(tests.person('Ben') #> '{say,0,params}', '{"days": 40}', 'the days are told');
select is(tests.says('Cleo'), '{visits}', 'the tenth visit');
select is(tests.says('Dan'), '{badge_expired}', 'expired');
select is(tests.says('Eve'), '{badge_suspended}', 'suspended');
select is(tests.says('Fay'), '{badge_inactive}', 'inactive');
select is((tests.person('Dan') ->> 'refusal'), 'expired', 'whose badge was refused');
select is(tests.person('Sacha') - 'at' - 'visit_id' - 'member_id', jsonb_build_object(
  'first_name', 'Sacha', 'last_initial', 'F', 'kind', 'member', 'home', 'Arras', 'source', 'kiosk', 'kiosk', 'lille-entree',
  'left_at', null, 'refusal', null, 'say', '[]'::jsonb, 'said', null), 'a sister gym''s member visits; first name and initial alone');
select is((tests.desk() ->> 'inside')::integer, 4, 'those refused are not inside');
select is(jsonb_array_length(tests.desk() -> 'people'), 7, 'and listed all the same');
select ok(tests.desk()::text !~ 'Fictif', 'no last name leaves for the list');
select tests.sign_out();

-- A member without a badge, long known from a list, is not said to come for the first time
insert into public.member_imports (gym_id, source, filename, rows_total, mapping, state)
values (tests.gym_id('Lille'), repeat('a', 64), 'a.csv', 1, '[]', 'done');
update public.gym_members_v2 set member_since = null, import_id = (select id from public.member_imports) where first_name = 'Hal';
select tests.sign_in('staff@lille.test');
select lives_ok($$select public.desk_check_in(tests.member_id('Hal'))$$, 'staff check somebody in by hand');
select is(tests.says('Hal'), '{no_badge}', 'who has no badge, and may have come for years');
select is(tests.person('Hal') ->> 'source', 'desk', 'by hand');
select tests.sign_out();
update public.gym_members_v2 set birth_date = '2004-02-29', member_since = (current_date - interval '1 year')::date where first_name = 'Hal';
select tests.sign_in('staff@lille.test');
select ok('years' = any (tests.says('Hal')), 'the first visit after a year of membership');

-- Ticking off

select is(tests.tick('Ana', 'first_visit') ->> 'by', 'Staff', 'it was said');
select is(tests.says('Ana'), '{birthday}', 'and is not to be said again');
select is(tests.person('Ana') #>> '{said,by}', 'Staff', 'the colleague''s name stands there');
select tests.sign_out();
select tests.sign_in('manager@lille.test');
select is(tests.says('Ana'), '{birthday}', 'nor by a colleague');
select is(tests.tick('Ana', 'first_visit') ->> 'by', 'Staff', 'who comes second hears who was first');
select is(tests.count_of('public.desk_ticks'), 1::bigint, 'one row');
select tests.tick('Ana', 'first_visit', false);
select is(tests.says('Ana'), '{first_visit,birthday}', 'taken back');
select throws_ok($$select tests.tick('Ana', 'Nom de famille !')$$, 'P0001', 'invalid_input', 'a tick is a code, not a text');
select throws_ok($$select tests.tick('Nora', 'birthday')$$, 'P0001', 'not_found', 'a foreign member is not found');
select tests.sign_out();
insert into public.desk_ticks (gym_id, member_id, code, local_date) values
  (tests.gym_id('Lille'), tests.member_id('Ana'), 'birthday', current_date - 3),
  (tests.gym_id('Lille'), tests.member_id('Ana'), 'first_visit', current_date - 1);
select tests.sign_in('staff@lille.test');
select is(tests.says('Ana'), '{first_visit}', 'wishes hold for the week, other words for the day');
select tests.sign_out();

-- Alerts: what staff may act on, and what a word settles

select private.raise_alert(tests.gym_id('Lille'), 'churn_risk', 'high', tests.member_id('Ana'), null, '{"code": "churn_risk", "reasons": []}', '[]');
select private.raise_alert(tests.gym_id('Lille'), 'negative_feedback', 'high', tests.member_id('Ben'), null,
  '{"code": "negative_feedback", "params": {"text": "mot à mot"}}', '[]');
update public.manager_alerts set assigned_to = tests.user_id('manager@lille.test'), status = 'in_progress' where alert_type = 'negative_feedback';
select private.raise_alert(tests.gym_id('Lille'), 'milestone', 'low', tests.member_id('Cleo'), null, '{"code": "visits", "params": {"count": 10}}', '[]');
select private.call_team(tests.gym_id('Lille'), tests.kiosk_id('lille-entree'), null, null, 'aide', null);
select tests.sign_in('staff@lille.test');
select ok('alert' = any (tests.says('Ana')), 'an open alert is something to say');
select ok(not 'alert' = any (tests.says('Ben')), 'not one that a manager has in hand');
select is((select count(*) from jsonb_array_elements(tests.desk() -> 'alerts') a where a ->> 'type' = 'staff_call' and a ->> 'priority' = 'high'), 1::bigint,
  'a call from the kiosk is there');
select is((select count(*) from jsonb_array_elements(tests.desk() -> 'alerts') a where a ->> 'type' = 'negative_feedback'), 0::bigint,
  'alerts of others do not leave');
select tests.tick('Cleo', 'milestone:10', true, (select id from public.manager_alerts where alert_type = 'milestone'));
select is((select status from public.manager_alerts where alert_type = 'milestone'), 'resolved', 'a congratulation settles its alert');
select tests.tick('Cleo', 'milestone:10', false);
select is((select status from public.manager_alerts where alert_type = 'milestone'), 'in_progress', 'taken back, it is open again');
select tests.tick('Ana', 'alert:' || (select id from public.manager_alerts where alert_type = 'churn_risk'), true,
  (select id from public.manager_alerts where alert_type = 'churn_risk'));
select is((select status from public.manager_alerts where alert_type = 'churn_risk'), 'pending', 'a risk stays with who follows it');
select tests.sign_out();
select tests.sign_in('manager@lille.test');
select ok('alert' = any (tests.says('Ben')), 'the manager is told');
select tests.sign_out();

-- Checking in by hand

select tests.sign_in('staff@lille.test');
create temp table made as select 'gus' as who, public.desk_check_in(tests.member_id('Gus')) as it;
select ok((select (it ->> 'is_new')::boolean from made where who = 'gus'), 'a visit begins');
select is(tests.last_visit('Gus'), now(), 'last_visit follows');
insert into made select 'again', public.desk_check_in(tests.member_id('Gus'), now() - interval '30 minutes');
select is(tests.visits('Gus'), 1::bigint, 'within 60 minutes it is the same visit (rule M3)');
select ok(not (select (it ->> 'is_new')::boolean from made where who = 'again'), 'which is told');
select throws_ok($$select public.undo_desk_check_in((select (it ->> 'id')::uuid from made where who = 'gus'))$$, 'P0001', 'conflict',
  'the first is not taken from under the second');
select lives_ok($$select public.undo_desk_check_in((select (it ->> 'id')::uuid from made where who = 'again'))$$, 'the second goes');
select is((select started_at from public.gym_visits where member_id = tests.member_id('Gus')), now(), 'and only what it made');
select lives_ok($$select public.undo_desk_check_in((select (it ->> 'id')::uuid from made where who = 'gus'))$$, 'then the first');
select is(tests.visits('Gus'), 0::bigint, 'no visit is left');
select is(tests.last_visit('Gus'), null, 'nor a last visit');
select throws_ok($$select public.undo_desk_check_in((select (it ->> 'id')::uuid from made where who = 'gus'))$$, 'P0001', 'conflict', 'once');
select throws_ok($$select public.desk_check_in(tests.member_id('Gus'), now() + interval '1 second')$$, 'P0001', 'invalid_input', 'nobody comes tomorrow');
select throws_ok($$select public.desk_check_in(tests.member_id('Gus'), now() - interval '13 hours')$$, 'P0001', 'invalid_input', 'nor came yesterday');
select throws_ok($$select public.desk_check_in(tests.member_id('Nora'))$$, 'P0001', 'not_found', 'a foreign member is not found');
select throws_ok($$select public.desk_check_in(tests.member_id('Dan'))$$, 'P0001', 'member_expired', 'expired: the team is warned');
select throws_ok($$select public.desk_check_in(tests.member_id('Dan'), null, 'parce que')$$, 'P0001', 'invalid_input', 'a reason is one of the list');
select lives_ok($$select public.desk_check_in(tests.member_id('Dan'), null, 'renews')$$, 'with a reason they come in');
select is(tests.person('Dan') ->> 'refusal', null, 'and the refused badge is done with');
select is((select reason from public.desk_check_ins where member_id = tests.member_id('Dan')), 'renews', 'the reason is kept');
select throws_ok($$select public.desk_check_in(tests.member_id('Eve'))$$, 'P0001', 'member_suspended', 'suspended');
select throws_ok($$select public.desk_check_in(tests.member_id('Fay'))$$, 'P0001', 'member_inactive', 'inactive');
select tests.sign_out();

-- Seen since: the visit stays
select tests.sign_in('staff@lille.test');
insert into made select 'seen', public.desk_check_in(tests.member_id('Gus'), now() - interval '10 minutes');
select tests.as_service();
select tests.scan('lille-entree', '106');
select tests.sign_in('staff@lille.test');
select throws_ok($$select public.undo_desk_check_in((select (it ->> 'id')::uuid from made where who = 'seen'))$$, 'P0001', 'conflict', 'who badged since is here');
select tests.sign_out();
update public.desk_check_ins set created_at = now() - interval '16 minutes' where member_id = tests.member_id('Dan');
select tests.sign_in('staff@lille.test');
select throws_ok($$select public.undo_desk_check_in(id) from public.desk_check_ins where member_id = tests.member_id('Dan')$$, 'P0001', 'conflict', 'after a quarter of an hour it is history');

-- Leaving

select is((tests.desk() ->> 'inside')::integer, 7, 'control: seven inside');
select public.set_visit_left(tests.visit_of('Ana'), true);
select is((tests.desk() ->> 'inside')::integer, 6, 'one has left');
select ok(tests.person('Ana') ->> 'left_at' is not null, 'which the list says');
select public.set_visit_left(tests.visit_of('Ana'), false);
select is((tests.desk() ->> 'inside')::integer, 7, 'or has not');
select tests.sign_out();
update public.gym_visits set started_at = now() - interval '30 minutes', last_seen_at = now() - interval '30 minutes',
  left_at = now() - interval '20 minutes' where member_id = tests.member_id('Ana');
select tests.as_service();
select tests.scan('lille-haut', '100');
select tests.sign_in('staff@lille.test');
select is(tests.person('Ana') ->> 'left_at', null, 'who badges again is back');
select tests.sign_out();

-- Requests for a class

insert into public.gym_classes (gym_id, name, minutes, capacity) values (tests.gym_id('Lille'), 'Yoga', 60, 1);
insert into public.class_occurrences (gym_id, class_id, starts_at, minutes, capacity)
select gym_id, id, now() + interval '3 hours', 60, 1 from public.gym_classes;
insert into public.class_bookings (gym_id, occurrence_id, member_id, status, source)
select o.gym_id, o.id, tests.member_id(name), 'requested', 'kiosk' from public.class_occurrences o, unnest('{Ana,Fay}'::text[]) name;
insert into public.gym_members_v2 (gym_id, first_name, last_name) values (tests.gym_id('Lille'), 'Ida', 'Fictif');
insert into public.class_bookings (gym_id, occurrence_id, member_id, status, source)
select o.gym_id, o.id, tests.member_id('Ida'), 'requested', 'kiosk' from public.class_occurrences o;
select private.raise_alert(tests.gym_id('Lille'), 'staff_call', 'medium', tests.member_id('Ana'), null, '{"code": "booking_request", "params": {}}', '[]');
create function tests.booking_of(p_name text) returns uuid language sql security definer as $$
  select id from public.class_bookings where member_id = tests.member_id(p_name)
$$;
create function tests.call_of(p_name text) returns text language sql security definer as $$
  select status from public.manager_alerts where member_id = tests.member_id(p_name) and alert_type = 'staff_call' and context ->> 'code' = 'booking_request'
$$;
select tests.sign_in('staff@lille.test');
select is(tests.person('Ana') #>> '{say,0,params,class}', 'Yoga', 'who is here is told about their class');
select is(tests.desk() #>> '{requests,0,first_name}', 'Ida', 'other requests stand beside');
select is(jsonb_array_length(tests.desk() -> 'requests'), 1, 'each once');
select is(public.answer_booking(tests.booking_of('Ana'), 'accept'), '{"status": "booked"}', 'confirmed');
select is(tests.call_of('Ana'), 'resolved', 'the request''s alert is done');
select throws_ok($$select public.answer_booking(tests.booking_of('Ida'), 'accept')$$, 'P0001', 'conflict', 'the class is full');
select throws_ok($$select public.answer_booking(tests.booking_of('Ana'), 'decline')$$, 'P0001', 'conflict', 'an answer is one');
select is(public.answer_booking(tests.booking_of('Ana'), 'reopen'), '{"status": "requested"}', 'taken back');
select is(tests.call_of('Ana'), 'in_progress', 'the alert too');
select is(public.answer_booking(tests.booking_of('Ana'), 'decline'), '{"status": "cancelled"}', 'declined');
select throws_ok($$select public.answer_booking(tests.booking_of('Ana'), 'peut-être')$$, 'P0001', 'invalid_input', 'an answer is one of the list');
select tests.sign_out();

-- Searching

select tests.sign_in('staff@lille.test');
select is(tests.found('an'), '{Ana}', 'by the beginning of a name');
select is(tests.found('fictif 101'), '{Ben}', 'by the printed badge');
select is(tests.found('3a9f', '{102}'), '{Cleo}', 'by a badge that was read');
select is(tests.found('nora'), '{}', 'never a foreign member');
select is(tests.found('x', '{300}'), '{}', 'nor by their badge');
select is(tests.found(''), '{}', 'nothing by nothing');
select is(public.desk_search(tests.gym_id('Lille'), 'dan') #>> '{0,obstacle}', 'expired', 'the obstacle is told before');
select ok((public.desk_search(tests.gym_id('Lille'), 'ana') #>> '{0,inside}')::boolean, 'and who is here already');
select ok(not public.desk_search(tests.gym_id('Lille'), 'ana') -> 0 ?| '{email,phone}', 'without e-mail and phone (rule T6)');

-- The pulse

create temp table pulses (it text);
insert into pulses select public.dashboard_pulse(tests.gym_id('Lille')) ->> 'desk';
select is(public.dashboard_pulse(tests.gym_id('Lille')) ->> 'desk', (select it from pulses), 'nothing new, the same pulse');
select tests.tick('Gus', 'birthday');
select isnt(public.dashboard_pulse(tests.gym_id('Lille')) ->> 'desk', (select it from pulses), 'a tick moves it');
update pulses set it = public.dashboard_pulse(tests.gym_id('Lille')) ->> 'desk';
select public.set_visit_left(tests.visit_of('Ana'), true);
select isnt(public.dashboard_pulse(tests.gym_id('Lille')) ->> 'desk', (select it from pulses), 'so does who leaves');
update pulses set it = public.dashboard_pulse(tests.gym_id('Lille')) ->> 'desk';
select public.desk_check_in(tests.member_id('Ida'));
select isnt(public.dashboard_pulse(tests.gym_id('Lille')) ->> 'desk', (select it from pulses), 'and who comes');

-- Who may

select throws_ok($$select tests.desk('Arras')$$, 'P0001', 'not_found', 'the sister gym is not found for staff');
select tests.sign_in('owner@nord.test');
select lives_ok($$select tests.desk('Lille')$$, 'an owner sees the desk of their gyms');
select tests.sign_in('admin@platform.test');
select throws_ok($$select tests.desk('Lille')$$, 'P0001', 'forbidden', 'the platform only by a support access');
select throws_ok($$select public.desk_check_in(tests.member_id('Ida'))$$, 'P0001', 'forbidden', 'nor does it act');
select tests.open_support('admin@platform.test', tests.gym_id('Lille'), null, true);
select lives_ok($$select tests.desk('Lille')$$, 'which opens it');
select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Nord';
select tests.sign_in('staff@lille.test');
select lives_ok($$select tests.desk('Lille')$$, 'on hold, the desk is still read');
select throws_ok($$select public.desk_check_in(tests.member_id('Ida'))$$, 'P0001', 'customer_suspended', 'and nothing is written');
select throws_ok($$select tests.tick('Ida', 'birthday')$$, 'P0001', 'customer_suspended', 'not even a tick');

select * from finish();
rollback;
