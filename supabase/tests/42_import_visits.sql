-- Visits from a list: who came is found, 60 minutes are one visit in whatever order, the whole is taken back (rules M3, A7).
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_member(tests.gym_id('Lille'), name, badge) from (values ('Ana', '100'), ('Ben', '101'), ('Cleo', null), ('Dan', null)) one (name, badge);
select tests.make_member(tests.gym_id('Nice'), 'Nora', '300');
update public.gym_members_v2 set external_id = 'M-1', email = 'ana@lille.test', birth_date = '1990-05-01' where first_name = 'Ana';
update public.gym_members_v2 set external_id = 'M-2' where first_name = 'Ben';
update public.gym_members_v2 set birth_date = '1991-01-01' where first_name in ('Cleo', 'Dan');
update public.gym_members_v2 set first_name = 'Cléo', last_name = 'Double', birth_date = '1991-01-01' where first_name in ('Cleo', 'Dan');

create function tests.begin_import(p_total integer default 9, p_kind text default 'visits') returns uuid language sql as $$
  select public.start_import(tests.gym_id('Lille'), 'visites.csv', 'visits|' || p_total, '["external_id", "visit_at"]', p_total, '[]', p_kind)
$$;
create function tests.visits_of(p_name text) returns text[] language sql security definer as $$
  select coalesce(array_agg(to_char(v.started_at at time zone 'Europe/Paris', 'DD HH24:MI') || '-' || to_char(v.last_seen_at at time zone 'Europe/Paris', 'HH24:MI')
    || case when v.left_at is not null then ' ' || to_char(v.left_at at time zone 'Europe/Paris', 'HH24:MI') else '' end order by v.started_at), '{}')
  from public.gym_visits v join public.gym_members_v2 m on m.id = v.member_id where m.first_name = p_name
$$;
create function tests.came(p_id text, p_row integer, p_time text, p_day text default '2026-10-05', p_left text default null) returns jsonb language sql as $$
  select jsonb_strip_nulls(jsonb_build_object('row', p_row, 'external_id', p_id, 'day', p_day, 'at_time', p_time, 'left_time', p_left))
$$;
create function tests.last_of(p_name text) returns timestamptz language sql security definer as $$
  select last_visit from public.gym_members_v2 where first_name = p_name
$$;
create function tests.shuffle(p_seed integer) returns text[] language plpgsql as $$
declare
  import uuid;
  one record;
begin
  delete from public.gym_visits;
  perform setseed(p_seed / 100.0);
  perform tests.sign_in('manager@lille.test');
  import := tests.begin_import(40 + p_seed);
  for one in
    select jsonb_agg(tests.came('M-1', (part * 100 + n)::integer, to_char(minute * interval '1 minute', 'HH24:MI')) order by n) as rows
    from (
      select s.minute, s.n, s.n % 3 as part from (select m as minute, row_number() over (order by random()) as n
        from unnest('{600,630,689,749,810,871,930,990,1049,1110,1169}'::integer[]) m) s
    ) shuffled group by part order by part
  loop
    perform public.import_visits(import, one.rows);
  end loop;
  perform public.finish_import(import);
  perform tests.sign_out();
  return tests.visits_of('Ana');
end $$;
create temp table import (id uuid);
grant all on import to public;

-- Who is meant

select tests.sign_in('manager@lille.test');
select is(public.preview_visits(tests.gym_id('Lille'), jsonb_build_array(
  tests.came('M-1', 2, '18:00'),
  jsonb_build_object('row', 3, 'badge_hashes', jsonb_build_array(tests.hash('101')), 'day', '2026-10-05', 'at_time', '18:00'),
  jsonb_build_object('row', 4, 'email', 'ana@lille.test', 'day', '2026-10-06', 'at_time', '18:00'),
  jsonb_build_object('row', 5, 'first_name', 'ANA', 'last_name', 'Fictif', 'birth_date', '1990-05-01', 'day', '2026-10-07', 'at_time', '18:00'),
  jsonb_build_object('row', 6, 'first_name', 'Ana', 'last_name', 'Fictif', 'day', '2026-10-08', 'at_time', '18:00'),
  jsonb_build_object('row', 7, 'first_name', 'Cléo', 'last_name', 'Double', 'birth_date', '1991-01-01', 'day', '2026-10-08', 'at_time', '18:00'),
  jsonb_build_object('row', 8, 'badge_hashes', jsonb_build_array(tests.hash('300')), 'day', '2026-10-05'),
  tests.came('M-9', 9, '18:00'),
  tests.came('M-1', 10, '18:00'),
  tests.came('M-1', 11, '18:00', to_char(now() + interval '2 days', 'YYYY-MM-DD'))
)), '{"new": 4, "changed": 0, "same": 0, "bad": 6, "errors": [
  {"row": 6, "field": "last_name", "code": "member_not_found"}, {"row": 7, "field": "last_name", "code": "name_taken"},
  {"row": 8, "field": "badge", "code": "member_not_found"}, {"row": 9, "field": "external_id", "code": "member_not_found"},
  {"row": 10, "field": "visit_day", "code": "duplicate_visit"}, {"row": 11, "field": "visit_day", "code": "date_future"}]}',
  'by number, badge, e-mail, name with birth date; never by the name alone, nor in another gym');
select is(tests.visits_of('Ana'), '{}', 'a preview writes nothing');

-- Sixty minutes, in whatever order

insert into import select tests.begin_import(8);
select is(public.import_visits(id, jsonb_build_array(
  tests.came('M-1', 2, '19:10'), tests.came('M-1', 3, '18:20'), tests.came('M-1', 4, '21:00', p_left => '22:10'), tests.came('M-2', 5, '18:00')
)) - 'errors', '{"new": 3, "changed": 0, "same": 1, "bad": 0}', 'two reads within the hour are one visit') from import;
select is(tests.visits_of('Ana'), '{"05 18:20-19:10","05 21:00-21:00 22:10"}', 'from the first to the last');
select is(public.import_visits(id, jsonb_build_array(tests.came('M-1', 4, '21:00'))) - 'errors', '{"new": 0, "changed": 0, "same": 0, "bad": 0}',
  'a batch that comes twice does nothing') from import;
select is(public.import_visits(id, jsonb_build_array(
  tests.came('M-1', 6, '20:05'), tests.came('M-1', 7, '17:20'), tests.came('M-2', 8, '18:30'), tests.came('M-2', 9, '18:15')
)) - 'errors', '{"new": 1, "changed": 2, "same": 1, "bad": 0}', 'a read between two visits joins them') from import;
select is(tests.visits_of('Ana'), '{"05 17:20-17:20","05 18:20-21:00 22:10"}', 'to one; exactly an hour apart is apart');
select is(tests.visits_of('Ben'), '{"05 18:00-18:30"}', 'inside one nothing changes');
select is(public.finish_import(id) - 'same', '{"state": "done", "new": 4, "changed": 2, "bad": 0}', 'the counts') from import;
select is(tests.last_of('Ana'), timestamptz '2026-10-05 21:00+02', 'last_visit follows');

-- The same file again

update import set id = tests.begin_import(8);
select is(public.import_visits(id, jsonb_build_array(
  tests.came('M-1', 2, '19:10'), tests.came('M-1', 3, '18:20'), tests.came('M-1', 4, '21:00', p_left => '22:10'), tests.came('M-2', 5, '18:00'),
  tests.came('M-1', 6, '20:05'), tests.came('M-1', 7, '17:20'), tests.came('M-2', 8, '18:30'), tests.came('M-2', 9, '18:15')
)) - 'errors', '{"new": 0, "changed": 0, "same": 8, "bad": 0}', 'nothing is new') from import;
select public.finish_import(id) from import;
select is(public.undo_import(id), '{"removed": 0, "restored": 0, "kept": 0, "left": 0}', 'and nothing is taken back with it') from import;
select is(array_length(tests.visits_of('Ana'), 1), 2, 'so that the first one stays');

-- Any order gives the same visits

select tests.sign_out();
create temp table orders as select seed, tests.shuffle(seed) as visits from generate_series(1, 12) seed;
select is((select count(distinct visits) from orders), 1::bigint, 'twelve orders, one result');
select is((select visits from orders limit 1), '{"05 10:00-11:29","05 12:29-12:29","05 13:30-13:30","05 14:31-15:30","05 16:30-17:29","05 18:30-19:29"}'::text[],
  'reads less than an hour apart are joined');

-- Beside what the kiosk and the desk wrote, and back

delete from public.gym_visits;
insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source)
select gym_id, id, gym_id, date '2026-10-05', timestamptz '2026-10-05 18:00+02', timestamptz '2026-10-05 18:10+02', 'kiosk'
from public.gym_members_v2 where external_id = 'M-1'
union all
select gym_id, id, gym_id, date '2026-10-05', timestamptz '2026-10-05 19:40+02', timestamptz '2026-10-05 19:40+02', 'desk'
from public.gym_members_v2 where external_id = 'M-1';
create temp table before as select * from public.gym_visits;
select tests.sign_in('manager@lille.test');
update import set id = tests.begin_import(5);
select is(public.import_visits(id, jsonb_build_array(tests.came('M-1', 2, '18:50'), tests.came('M-1', 3, '08:00'), tests.came('M-2', 4, '08:00')))
  - 'errors', '{"new": 2, "changed": 1, "same": 0, "bad": 0}', 'a row joins a badge and a hand') from import;
select is(public.import_visits(id, jsonb_build_array(tests.came('M-1', 5, '20:30'), tests.came('M-1', 6, '08:30'))) - 'errors',
  '{"new": 0, "changed": 2, "same": 0, "bad": 0}', 'the next batch goes on with it') from import;
select is(tests.visits_of('Ana'), '{"05 08:00-08:30","05 18:00-20:30"}', 'one visit each');
select public.finish_import(id) from import;
select is(public.undo_import(id), '{"removed": 2, "restored": 1, "kept": 0, "left": 0}', 'the whole import goes') from import;
select tests.sign_out();
select results_eq('select * from public.gym_visits order by started_at', 'select * from before order by started_at',
  'and every visit is as it was, to the last column');
select is(tests.last_of('Ana'), timestamptz '2026-10-05 19:40+02', 'last_visit too');
select is(tests.last_of('Ben'), null, 'also of who never came');

-- Seen since: that visit stays

select tests.sign_in('manager@lille.test');
update import set id = tests.begin_import(2);
select public.import_visits(id, jsonb_build_array(tests.came('M-2', 2, '10:00'), tests.came('M-2', 3, '15:00'))) from import;
select public.finish_import(id) from import;
select tests.sign_out();
select private.record_visit(tests.gym_id('Lille'), tests.member_id('Ben'), tests.gym_id('Lille'), '2026-10-05 10:20+02', 'kiosk', null);
select tests.sign_in('manager@lille.test');
select is(public.undo_import(id), '{"removed": 1, "restored": 0, "kept": 1, "left": 0}', 'what somebody added to is kept') from import;
select is(tests.visits_of('Ben'), '{"05 10:00-10:20"}', 'and told');
select throws_ok($$select public.undo_import(id) from import$$, 'P0001', 'conflict', 'once');

-- Days without a time, leaving after midnight, the nights of the clock change

update import set id = tests.begin_import(6);
select is(public.import_visits(id, jsonb_build_array(
  tests.came('M-2', 2, null), tests.came('M-2', 3, null, '2026-10-06'),
  tests.came('M-2', 4, '23:10', '2026-10-08', '00:40'), tests.came('M-2', 5, '02:30', '2026-10-25'),
  tests.came('M-2', 6, '02:30', '2026-03-29'), tests.came('M-2', 7, '18:00', '2026-10-09', '17:00')
)) - 'errors', '{"new": 5, "changed": 0, "same": 1, "bad": 0}', 'a day that is known is not another visit') from import;
select is(tests.visits_of('Ben') @> '{"06 12:00-12:00","08 23:10-23:10 00:40","09 18:00-18:00 17:00"}', true, 'noon, and a leaving the next day');
select tests.sign_out();
select is((select started_at from public.gym_visits where local_date = '2026-10-25'), timestamptz '2026-10-25 02:30+01', 'an hour that came twice is its second');
select is((select started_at from public.gym_visits where local_date = '2026-03-29'), timestamptz '2026-03-29 03:30+02', 'one that was skipped is the next');
select is((select local_date from public.gym_visits where started_at = timestamptz '2026-10-08 23:10+02'), '2026-10-08'::date, 'the day is the gym''s');

-- A replaced badge; analytics

insert into public.member_badges (gym_id, member_id, badge_hash, valid_from, valid_to)
values (tests.gym_id('Lille'), tests.member_id('Ben'), tests.hash('old'), now() - interval '2 years', now());
select tests.sign_in('manager@lille.test');
select public.finish_import(id) from import;
update import set id = tests.begin_import(1);
select is(public.import_visits(id, jsonb_build_array(jsonb_build_object('row', 2, 'badge_hashes', jsonb_build_array(tests.hash('old')),
  'day', (now() - interval '3 days')::date, 'at_time', '09:00'))) - 'errors', '{"new": 1, "changed": 0, "same": 0, "bad": 0}', 'the badge of then') from import;
select public.finish_import(id) from import;
select is((select days_since_last_visit from public.member_analytics where member_id = tests.member_id('Ben')), 3, 'the figures follow at the end');
select public.undo_import(id) from import;
select isnt((select days_since_last_visit from public.member_analytics where member_id = tests.member_id('Ben')), 3, 'and go back with the undo');

-- Who may, and what is refused

update import set id = tests.begin_import(1);
select throws_ok($$select tests.begin_import()$$, 'P0001', 'conflict', 'one import at a time');
select throws_ok($$select public.import_rows(id, '[]') from import$$, 'P0001', 'conflict', 'members do not go into visits');
select throws_ok($$select public.import_visits(id, '[{"row": 1}]') from import$$, 'P0001', 'invalid_input', 'a visit has a day');
select throws_ok($$select public.import_visits(id, '[{"row": 1, "day": "2026-13-45"}]') from import$$, 'P0001', 'invalid_input', 'which exists');
select throws_ok($$select public.preview_visits(tests.gym_id('Lille'), '[{"row": 1, "day": "hier"}]')$$, 'P0001', 'invalid_input', 'in the preview too');
select throws_ok($$select public.start_import(tests.gym_id('Lille'), 'a', 'a', '[]', 1, '[]', 'badges')$$, 'P0001', 'invalid_input', 'a kind is one of two');
select public.finish_import(id) from import;
update import set id = tests.begin_import(1, 'members');
select throws_ok($$select public.import_visits(id, '[]') from import$$, 'P0001', 'conflict', 'nor visits into members');
select tests.sign_out();

-- An import that fell silent: who came is settled when the next one begins

update public.member_imports set state = 'done' where state = 'running';
delete from public.gym_visits;
update public.gym_members_v2 set last_visit = null;
select tests.sign_in('manager@lille.test');
update import set id = tests.begin_import(2);
select public.import_visits(id, jsonb_build_array(tests.came('M-1', 2, '10:00'))) from import;
select is(tests.last_of('Ana'), null, 'a batch moves no last_visit');
select tests.sign_out();
update public.member_imports set active_at = now() - interval '11 minutes' where state = 'running';
select tests.sign_in('manager@lille.test');
update import set id = tests.begin_import(1, 'members');
select is(tests.last_of('Ana'), timestamptz '2026-10-05 10:00+02', 'the next import finds it failed and settles it');

select tests.sign_in('staff@lille.test');
select throws_ok($$select public.preview_visits(tests.gym_id('Lille'), '[]')$$, 'P0001', 'forbidden', 'staff import nothing');
select throws_ok($$select public.import_visits(id, '[]') from import$$, 'P0001', 'forbidden', 'by no way');
select tests.sign_in('manager@nice.test');
select throws_ok($$select public.preview_visits(tests.gym_id('Lille'), '[]')$$, 'P0001', 'not_found', 'a foreign gym is not found');
select throws_ok($$select public.import_visits(id, '[]') from import$$, 'P0001', 'not_found', 'nor its import');
select tests.sign_out();

select * from finish();
rollback;
