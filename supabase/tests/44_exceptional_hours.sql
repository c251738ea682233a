begin;
select no_plan();
select tests.make_gym('Nuit');
update public.gyms set timezone = 'Europe/Paris', opening_hours = '[
  {"weekday": 1, "open": "06:00", "close": "12:00"}, {"weekday": 1, "open": "14:00", "close": "22:00"},
  {"weekday": 5, "open": "18:00", "close": "02:30"}, {"weekday": 6, "open": "18:00", "close": "02:30"}]' where name = 'Nuit';

create function pg_temp.settle(p_date date, p_closed boolean, p_open text, p_close text, p_label text) returns void
language sql as $$
  insert into public.gym_hours_exceptions (gym_id, local_date, is_closed, open, close, label)
  values (tests.gym_id('Nuit'), p_date, p_closed, p_open, p_close, p_label)
$$;

-- 2026-03-02 is a Monday, 2026-03-06 a Friday; Paris is one hour ahead of UTC.
select pg_temp.settle('2026-03-02', true, null, null, 'Travaux');
select pg_temp.settle('2026-03-03', false, '20:00', '04:00', 'Nuit du sport');
select pg_temp.settle('2026-03-04', false, '03:00', '05:00', null);
select pg_temp.settle('2026-03-07', true, null, null, 'Inventaire');
select pg_temp.settle('2026-03-09', false, null, null, 'Lundi de fête');
select is(private.opening(tests.gym_id('Nuit'), at::timestamptz), expected::jsonb, why)
from (values
  ('2026-03-02T09:00Z', '{"open": null, "close": null, "is_open": false, "exception": {"is_closed": true, "label": "Travaux"}}', 'a Monday that is closed says why'),
  ('2026-03-03T18:59Z', '{"open": "20:00", "close": "04:00", "is_open": false, "exception": {"is_closed": false, "label": "Nuit du sport"}}', 'a Tuesday with hours of its own, before them'),
  ('2026-03-03T19:00Z', '{"open": "20:00", "close": "04:00", "is_open": true, "exception": {"is_closed": false, "label": "Nuit du sport"}}', 'from the minute on'),
  ('2026-03-04T01:30Z', '{"open": "03:00", "close": "05:00", "is_open": true, "exception": {"is_closed": false, "label": null}}', 'its night reaches into the exception of the day after'),
  ('2026-03-04T03:30Z', '{"open": "03:00", "close": "05:00", "is_open": true, "exception": {"is_closed": false, "label": null}}', 'which goes on by its own hours'),
  ('2026-03-04T04:00Z', '{"open": "03:00", "close": "05:00", "is_open": false, "exception": {"is_closed": false, "label": null}}', 'and ends'),
  ('2026-03-07T00:30Z', '{"open": null, "close": null, "is_open": true, "exception": {"is_closed": true, "label": "Inventaire"}}', 'Friday''s night ends by itself on a Saturday that is closed'),
  ('2026-03-07T18:00Z', '{"open": null, "close": null, "is_open": false, "exception": {"is_closed": true, "label": "Inventaire"}}', 'which has no evening'),
  ('2026-03-08T00:30Z', '{"open": null, "close": null, "is_open": false}', 'nor a night into Sunday'),
  ('2026-03-09T09:00Z', '{"open": "06:00", "close": "22:00", "is_open": true}', 'a holiday settled as usual is a Monday like any other')
) as t (at, expected, why);

-- The nights of the clock change: 2026-03-28 and 2026-10-24 are Saturdays, open from 18:00 to 02:30.
select is((private.opening(tests.gym_id('Nuit'), at::timestamptz) ->> 'is_open')::boolean, expected, why)
from (values
  ('2026-03-29T00:59Z', true, 'spring: open while the clock shows 01:59'),
  ('2026-03-29T01:00Z', false, 'closed when it jumps to 03:00, past the closing'),
  ('2026-10-25T00:29Z', true, 'autumn: open at the first 02:29'),
  ('2026-10-25T00:30Z', false, 'closed at the first 02:30'),
  ('2026-10-25T01:10Z', false, 'and when the clock shows 02:10 again')
) as t (at, expected, why);
select is(private.first_instant(local::timestamp, 'Europe/Paris'), expected::timestamptz, local || ' in Paris')
from (values
  ('2026-03-29 03:00', '2026-03-29T01:00Z'), ('2026-03-29 01:59', '2026-03-29T00:59Z'), ('2026-10-25 02:00', '2026-10-25T00:00Z'),
  ('2026-10-25 03:00', '2026-10-25T02:00Z'), ('2026-10-25 02:59', '2026-10-25T00:59Z'), ('2026-07-01 12:00', '2026-07-01T10:00Z')
) as t (local, expected);

select is(private.next_opening(tests.gym_id('Nuit'), at::timestamptz), expected::jsonb, why)
from (values
  ('2026-03-02T09:00Z', '{"date": "2026-03-03", "open": "20:00"}', 'after the closed Monday: the exception of Tuesday'),
  ('2026-03-09T11:30Z', '{"date": "2026-03-09", "open": "14:00"}', 'at noon: the same day again'),
  ('2026-03-07T12:00Z', '{"date": "2026-03-09", "open": "06:00"}', 'past a closed evening and a closed Sunday')
) as t (at, expected, why);
update public.gyms set opening_hours = '[]' where name = 'Nuit';
select is(private.next_opening(tests.gym_id('Nuit'), '2026-04-01T09:00Z'), null, 'nothing within two weeks');

-- Weekly hours that overlap
select is(private.hours_clash(hours::jsonb), expected, hours)
from (values
  ('[]', null),
  ('[{"weekday": 1, "open": "06:00", "close": "12:00"}, {"weekday": 1, "open": "12:00", "close": "22:00"}]', null),
  ('[{"weekday": 1, "open": "06:00", "close": "12:01"}, {"weekday": 1, "open": "12:00", "close": "22:00"}]', 1),
  ('[{"weekday": 3, "open": "14:00", "close": "22:00"}, {"weekday": 3, "open": "06:00", "close": "15:00"}]', 3),
  ('[{"weekday": 3, "open": "06:00", "close": "15:00"}, {"weekday": 3, "open": "06:00", "close": "15:00"}]', 3),
  ('[{"weekday": 5, "open": "18:00", "close": "02:00"}, {"weekday": 6, "open": "01:00", "close": "12:00"}]', 6),
  ('[{"weekday": 5, "open": "18:00", "close": "02:00"}, {"weekday": 6, "open": "02:00", "close": "12:00"}]', null),
  ('[{"weekday": 7, "open": "22:00", "close": "03:00"}, {"weekday": 1, "open": "00:00", "close": "24:00"}]', 1),
  ('[{"weekday": 7, "open": "00:00", "close": "24:00"}, {"weekday": 1, "open": "00:00", "close": "24:00"}]', null),
  ('[{"weekday": 2, "open": "08:00", "close": "08:00"}, {"weekday": 3, "open": "07:00", "close": "09:00"}]', 3)
) as t (hours, expected);
select throws_ok(
  $$update public.gyms set opening_hours = '[{"weekday": 2, "open": "06:00", "close": "12:00"}, {"weekday": 2, "open": "11:00", "close": "13:00"}]' where name = 'Nuit'$$,
  'P0001', 'invalid_input', 'hours that overlap are kept by nobody');

-- The kiosk's screen, its tool and its call follow
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
update public.gyms set opening_hours = (
  select jsonb_agg(jsonb_build_object('weekday', d, 'open', '00:00', 'close', '24:00')) from generate_series(1, 7) d
), kiosk_messages = '{"fr": {"closed": "Bonnes fêtes à tous."}}' where name = 'Lille';
select tests.as_service();
select is(public.kiosk_heartbeat(tests.token('lille-entree')) #> '{gym,today,is_open}', 'true', 'a gym that never closes is open');
select is(public.kiosk_call_staff(tests.token('lille-entree'), 'button') ->> 'status', 'called', 'and the team comes');
select tests.sign_out();
insert into public.gym_hours_exceptions (gym_id, local_date, is_closed, label)
select id, (now() at time zone timezone)::date, true, 'Noël' from public.gyms where name = 'Lille';
select tests.as_service();
select is(public.kiosk_heartbeat(tests.token('lille-entree')) #> '{gym,today}',
  '{"open": null, "close": null, "is_open": false, "exception": {"is_closed": true, "label": "Noël"}}', 'until today is an exception');
select is(public.kiosk_heartbeat(tests.token('lille-entree')) #> '{gym,messages}', '{"fr": {"closed": "Bonnes fêtes à tous."}}', 'in the gym''s own words');
select is(public.kiosk_heartbeat(tests.token('lille-entree')) #>> '{gym,next_opening,open}', '00:00', 'with the next opening');
select is(public.kiosk_call_staff(tests.token('lille-entree'), 'button') ->> 'status', 'nobody_on_duty', 'and nobody is on duty');
select tests.start('lille-entree', '100');
select is((public.kiosk_use_tool(tests.token('lille-entree'), 'g1', 'get_gym_info', '{}') #> '{result,exceptions,0}') - 'date',
  '{"open": null, "close": null, "label": "Noël"}', 'the tool tells the day by its name');

select * from finish();
rollback;
