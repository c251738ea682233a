-- Where kiosks and reads are many, what is the same for all of them is asked once, and the answers stay what they were.
begin;
select no_plan();
set local track_functions = 'all';
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-' || n) from generate_series(1, 12) n;
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-1');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Remi', '102');
create function pg_temp.calls(p_name text) returns bigint language sql as $$
  select coalesce(sum(f.calls), 0)::bigint from pg_stat_xact_user_functions f where f.funcname = p_name
$$;
create temp table before (name text, calls bigint);
create function pg_temp.watch(p_name text) returns void language sql as $$
  delete from before; insert into before select p_name, pg_temp.calls(p_name)
$$;
create function pg_temp.watched() returns bigint language sql as $$ select pg_temp.calls(name) - calls from before $$;

-- opening hours, in one statement as day by day
create function pg_temp.open_since(p_gym uuid, p_at timestamptz) returns timestamptz language plpgsql as $$
declare
  zone text := (select timezone from public.gyms where id = p_gym);
  since timestamptz;
  span record;
begin
  for span in
    select private.first_instant(day.it + h.open::time, zone) as opens,
      private.first_instant(day.it + h.close::interval + case when h.close::interval <= h.open::interval then interval '1 day' else '0' end, zone) as closes
    from (select (p_at at time zone zone)::date - ago as it from generate_series(0, 3) ago) day
    cross join lateral private.hours_on(p_gym, day.it) h order by 1 desc
  loop
    continue when span.opens > p_at or span.closes < coalesce(since, p_at) or (since is null and span.closes <= p_at);
    since := span.opens;
  end loop;
  return since;
end $$;
update public.gyms set opening_hours = '[{"weekday": 1, "open": "06:00", "close": "12:00"}, {"weekday": 1, "open": "14:00", "close": "24:00"},
  {"weekday": 2, "open": "00:00", "close": "24:00"}, {"weekday": 3, "open": "00:00", "close": "23:00"}, {"weekday": 5, "open": "22:00", "close": "06:00"},
  {"weekday": 7, "open": "01:00", "close": "04:00"}]' where id = tests.gym_id('Lille');
insert into public.gym_hours_exceptions (gym_id, local_date, is_closed, open, close, label) values
  (tests.gym_id('Lille'), '2026-10-20', true, null, null, 'Travaux'), (tests.gym_id('Lille'), '2026-10-21', false, null, null, 'Fête'),
  (tests.gym_id('Lille'), '2026-10-22', false, '09:00', '01:00', null), (tests.gym_id('Lille'), '2026-10-26', true, null, null, null);
select is_empty($$
  select at, private.open_since(tests.gym_id('Lille'), at), pg_temp.open_since(tests.gym_id('Lille'), at)
  from generate_series('2026-10-18 00:30+02'::timestamptz, '2026-10-29 00:00+02', interval '97 minutes') at
  where private.open_since(tests.gym_id('Lille'), at) is distinct from pg_temp.open_since(tests.gym_id('Lille'), at)
$$, 'split days, nights, exceptions, the night with an hour twice: as it was');
select isnt_empty($$select from generate_series('2026-10-18 00:30+02'::timestamptz, '2026-10-29 00:00+02', interval '97 minutes') at
  where private.open_since(tests.gym_id('Lille'), at) is null$$, 'with hours in which it is closed');

-- the fleet
update public.gyms set opening_hours = (
  select jsonb_agg(jsonb_build_object('weekday', n, 'open', '00:00', 'close', '24:00')) from generate_series(1, 7) n
) where id = tests.gym_id('Lille');
delete from public.gym_hours_exceptions;
insert into public.kiosk_state (kiosk_id, gym_id, last_heartbeat_at, going_down_at)
select k.id, k.gym_id, now() - heard.ago, case when k.slug = 'lille-4' then now() end
from public.kiosks k
join (values ('lille-1', interval '10 seconds'), ('lille-2', '50 seconds'), ('lille-3', '20 minutes'), ('lille-4', '5 seconds'), ('nice-1', '1 hour'))
  as heard (slug, ago) on heard.slug = k.slug
on conflict (kiosk_id) do update set last_heartbeat_at = excluded.last_heartbeat_at, going_down_at = excluded.going_down_at;
update public.kiosks set status = case slug when 'lille-5' then 'maintenance' when 'lille-6' then 'error' else 'online' end;
create temp table shown as
select k.slug, private.kiosk_shown(k.gym_id, k.status, s.last_heartbeat_at, s.going_down_at) as shown
from public.kiosks k left join public.kiosk_state s on s.kiosk_id = k.id where k.gym_id = tests.gym_id('Lille');
select is((select string_agg(shown, ' ' order by slug) from shown where slug in ('lille-1', 'lille-2', 'lille-3', 'lille-4', 'lille-5', 'lille-6', 'lille-7')),
  'online late offline offline maintenance error offline', 'kiosks of all kinds');
grant select on shown to authenticated;
select tests.sign_in('manager@lille.test');
select bag_eq($$select r ->> 'slug' as slug, r ->> 'shown' as shown from jsonb_array_elements(public.list_kiosks(tests.gym_id('Lille')) -> 'rows') r$$,
  'select slug, shown from shown', 'the list tells what each kiosk alone tells');
select tests.sign_out();
select bag_eq($$select r ->> 'slug' as slug, r ->> 'shown' as shown from jsonb_array_elements(private.kiosks_json(tests.gym_id('Lille'))) r$$,
  'select slug, shown from shown', 'so do the gym''s figures for the platform');
select pg_temp.watch('open_since');
select tests.sign_in('manager@lille.test');
select public.list_kiosks(tests.gym_id('Lille'));
select tests.sign_out();
select is(pg_temp.watched(), 1::bigint, 'and asks the hours of a gym once');
select pg_temp.watch('open_since');
select is(private.gyms_in_trouble() @> array[tests.gym_id('Lille'), tests.gym_id('Nice')], true, 'gyms with a silent kiosk are in trouble');
select is(pg_temp.watched(), 2::bigint, 'each is asked once');

-- what waited
create function pg_temp.read(p_badge text, p_ago interval, p_event text) returns jsonb language sql as $$
  select jsonb_build_object('kind', 'scan', 'event_id', p_event, 'boot_id', 'b', 'boot_ms', 1e9 - extract(epoch from p_ago) * 1000, 'at', 0,
    'hashes', jsonb_build_array(tests.hash(p_badge)), 'forms', '["decimal"]'::jsonb, 'tails', '["0100"]'::jsonb)
$$;
create function pg_temp.replay(p_slug text, p_entries jsonb) returns void language sql as $$
  select tests.as_service();
  select public.kiosk_replay(tests.token(p_slug), jsonb_build_object('boot_id', 'b', 'boot_ms', 1e9, 'at', 0, 'entries', p_entries));
  select tests.sign_out()
$$;
select pg_temp.watch('recognise_badge');
select pg_temp.replay('lille-1', (select jsonb_agg(pg_temp.read(case when n % 2 = 0 then '100' else '102' end, make_interval(hours => n), md5('r' || n)::uuid::text)) from generate_series(1, 20) n));
select is(pg_temp.watched(), 2::bigint, 'two badges of twenty reads are looked up twice');
select results_eq($$select first_name, now() - last_visit from public.gym_members_v2 where first_name in ('Ana', 'Remi') order by 1$$,
  $$values ('Ana', interval '2 hours'), ('Remi', interval '1 hour')$$, 'the last visit is the last one');
select is(tests.count_of('public.gym_visits'), 20::bigint, 'of twenty');
select pg_temp.replay('lille-2', jsonb_build_array(pg_temp.read('100', '30 hours', md5('r2')::uuid::text), pg_temp.read('100', '30 hours', upper(md5('r3')::uuid::text)),
  pg_temp.read('100', '30 hours', md5('x')::uuid::text), pg_temp.read('100', '30 hours', upper(md5('x')::uuid::text))));
select is(tests.count_of('public.badge_scans'), 21::bigint, 'a read is the same at every kiosk of its gym, in whatever letters its id is written');
select is((select now() - last_visit from public.gym_members_v2 where first_name = 'Ana'), interval '2 hours', 'an earlier visit moves nothing back');
select pg_temp.replay('lille-3', '[]');
select is(current_setting('jarvis.visits_in_batches', true), '', 'whatever is written after it moves the last visit by itself again');

select * from finish();
rollback;
