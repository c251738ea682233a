begin;
select no_plan();
select tests.make_gym('Nuit');
update public.gyms set timezone = 'Europe/Paris', opening_hours = '[
  {"weekday": 1, "open": "06:00", "close": "12:00"}, {"weekday": 1, "open": "14:00", "close": "22:00"},
  {"weekday": 5, "open": "18:00", "close": "02:00"}, {"weekday": 7, "open": "00:00", "close": "24:00"}]' where name = 'Nuit';

-- 2026-03-02 is a Monday; Paris is one hour ahead of UTC until the night of 29 March.
select is(private.opening(tests.gym_id('Nuit'), at::timestamptz), expected::jsonb, why)
from (values
  ('2026-03-02T05:30Z', '{"open": "06:00", "close": "22:00", "is_open": true}', 'Monday morning'),
  ('2026-03-02T12:00Z', '{"open": "06:00", "close": "22:00", "is_open": false}', 'closed at noon'),
  ('2026-03-02T13:00Z', '{"open": "06:00", "close": "22:00", "is_open": true}', 'open again at the minute'),
  ('2026-03-02T21:00Z', '{"open": "06:00", "close": "22:00", "is_open": false}', 'closed at the minute'),
  ('2026-03-03T12:00Z', '{"open": null, "close": null, "is_open": false}', 'Tuesday is closed'),
  ('2026-03-06T23:30Z', '{"open": null, "close": null, "is_open": true}', 'Friday''s night lasts into Saturday'),
  ('2026-03-07T01:00Z', '{"open": null, "close": null, "is_open": false}', 'until two'),
  ('2026-03-08T22:59Z', '{"open": "00:00", "close": "24:00", "is_open": true}', 'Sunday to its last minute'),
  ('2026-03-29T00:30Z', '{"open": "00:00", "close": "24:00", "is_open": true}', 'the night the clock changes'),
  ('2026-03-30T20:00Z', '{"open": "06:00", "close": "22:00", "is_open": false}', 'and in summer by the summer''s clock')
) as t (at, expected, why);
select is(private.opening(gen_random_uuid(), now()), '{"open": null, "close": null, "is_open": false}', 'an unknown gym is closed');

-- how many are inside, and how many usually
select is(private.usual_inside(tests.gym_id('Nuit'), '2026-03-30T17:00Z'), null, 'nothing usual without a past');
select tests.make_member(tests.gym_id('Nuit'), 'M' || n) from generate_series(1, 4) n;
select private.record_visit(tests.gym_id('Nuit'), tests.member_id('M' || n), tests.gym_id('Nuit'), at::timestamptz, 'import', null)
from (values
  (1, '2026-03-23T17:30Z'), (2, '2026-03-23T17:50Z'), (3, '2026-03-23T15:00Z'), (1, '2026-03-16T17:59Z'),
  (1, '2026-03-30T16:30Z'), (2, '2026-03-30T16:59Z'), (3, '2026-03-30T15:00Z')
) as v (n, at);
select is(private.people_inside(tests.gym_id('Nuit'), '2026-03-30T17:00Z'), 2, 'who came in the last 90 minutes');
select is(private.usual_inside(tests.gym_id('Nuit'), '2026-03-30T17:00Z'), 2, 'usual: the same hour of the wall clock, across the change');

select * from finish();
rollback;
