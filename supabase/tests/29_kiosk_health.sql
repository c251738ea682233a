-- The shown state in open hours, the job behind it, and what people see of the fleet (rules K3, T6).
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-haut');
select tests.make_kiosk(tests.gym_id('Arras'), 'arras-entree');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
update public.kiosks set status = 'online';
insert into public.kiosk_state (kiosk_id, gym_id, last_heartbeat_at) select id, gym_id, now() from public.kiosks;
-- Clocks between 9 and 11, so that no story ends at midnight.
update public.gyms set opening_hours = '[]', timezone = (
  select name from pg_timezone_names
  where name like 'Etc/GMT%' and extract(hour from now() at time zone name) between 9 and 11 order by name limit 1
);
create function pg_temp.heard(p_slug text, p_ago interval, p_down interval default null) returns void language sql as $$
  update public.kiosk_state s set last_heartbeat_at = now() - p_ago, going_down_at = now() - p_down
  from public.kiosks k where k.id = s.kiosk_id and k.slug = p_slug
$$;
create function pg_temp.shown(p_slug text) returns text language sql as $$
  select private.kiosk_shown(k.gym_id, k.status, s.last_heartbeat_at, s.going_down_at)
  from public.kiosks k join public.kiosk_state s on s.kiosk_id = k.id where k.slug = p_slug
$$;
create function pg_temp.open_from(p_from interval, p_to interval) returns void language sql as $$
  update public.gyms set opening_hours = (
    select jsonb_agg(jsonb_build_object('weekday', d,
      'open', to_char((now() + p_from) at time zone timezone, 'HH24:MI'), 'close', to_char((now() + p_to) at time zone timezone, 'HH24:MI')))
    from generate_series(1, 7) d
  ) where name = 'Lille'
$$;

-- the shown state
select is(pg_temp.shown('lille-entree'), 'online', 'heard just now');
select pg_temp.heard('lille-entree', '44 seconds');
select is(pg_temp.shown('lille-entree'), 'online', 'online under 45 s');
select pg_temp.heard('lille-entree', '45 seconds');
select is(pg_temp.shown('lille-entree'), 'late', 'late from there');
select pg_temp.heard('lille-entree', '104 seconds');
select is(pg_temp.shown('lille-entree'), 'late', 'under 105 s');
select pg_temp.heard('lille-entree', '105 seconds');
select is(pg_temp.shown('lille-entree'), 'offline', 'offline after');
select pg_temp.heard('lille-entree', '3 seconds', '2 seconds');
select is(pg_temp.shown('lille-entree'), 'offline', 'and at once when it said that it stops');
select pg_temp.open_from('2 hours', '6 hours');
select pg_temp.heard('lille-entree', '5 hours');
select is(pg_temp.shown('lille-entree'), 'resting', 'a closed gym''s kiosk rests');
select pg_temp.heard('lille-entree', '5 seconds');
select is(pg_temp.shown('lille-entree'), 'online', 'unless it is heard');
select pg_temp.open_from('0 minutes', '6 hours');
select pg_temp.heard('lille-entree', '9 hours');
select is(pg_temp.shown('lille-entree'), 'late', 'the night before does not count');
select pg_temp.open_from('-3 minutes', '6 hours');
select is(pg_temp.shown('lille-entree'), 'offline', 'the minutes since the opening do');
update public.gyms set opening_hours = (
  select jsonb_agg(jsonb_build_object('weekday', d, 'open', '00:00', 'close', '00:00')) from generate_series(1, 7) d) where name = 'Lille';
select cmp_ok(private.open_since(tests.gym_id('Lille'), now()), '<', now() - interval '2 days', 'who never closes has been open for days');

-- the job
update public.gyms set opening_hours = '[]';
select pg_temp.heard('lille-entree', '9 minutes');
select is(private.check_kiosks_health(), '{"stopped": 0, "open": 0, "closed": 0}', 'nine minutes are nothing');
select pg_temp.heard('lille-entree', '10 minutes');
select is(private.check_kiosks_health(), '{"stopped": 1, "open": 0, "closed": 0}', 'ten set it offline');
select is((select status from public.kiosks where slug = 'lille-entree'), 'offline', 'as its lifecycle');
select pg_temp.heard('lille-entree', '30 minutes');
select is(private.check_kiosks_health() ->> 'open', '1', 'thirty raise an alert');
select is((select priority from public.manager_alerts where alert_type = 'kiosk_offline'), 'high', 'high while another one is there');
select pg_temp.heard('lille-haut', '31 minutes');
select is(private.check_kiosks_health() ->> 'open', '2', 'then that one too');
select is((select array_agg(distinct priority) from public.manager_alerts where alert_type = 'kiosk_offline'), '{urgent}',
  'urgent, both, when every kiosk of a gym is out');
select pg_temp.heard('lille-entree', '1 second');
select is(private.check_kiosks_health() ->> 'closed', '1', 'closed when it is back');
select is((select a.status from public.manager_alerts a join public.kiosks k on k.id = a.kiosk_id where k.slug = 'lille-entree'), 'resolved', 'the right one');
select pg_temp.heard('lille-entree', '40 minutes');
select is(private.check_kiosks_health() ->> 'open', '2', 'another silence is another alert');
update public.kiosks set status = 'maintenance' where slug = 'lille-entree';
select is(private.check_kiosks_health() ->> 'closed', '1', 'nobody goes and looks at one in maintenance');
select pg_temp.heard('lille-entree', '9 hours');
select is(private.check_kiosks_health() ->> 'open', '1', 'however long it stays silent there, only the other one asks for somebody');
select is((select count(*) from public.manager_alerts a join public.kiosks k on k.id = a.kiosk_id
  where k.slug = 'lille-entree' and a.alert_type = 'kiosk_offline' and a.status in ('pending', 'in_progress')), 0::bigint, 'no alert of it is open');
update public.kiosks set status = 'offline' where slug = 'lille-entree';
insert into private.kiosk_commands (kiosk_id, command, value, asked_at)
  select id, 'maintenance', 0, now() - interval '29 minutes' from public.kiosks where slug = 'lille-entree';
select is(private.check_kiosks_health() ->> 'open', '1', 'nor in the half hour after the maintenance ended');
update private.kiosk_commands set asked_at = now() - interval '35 minutes';
select is(private.check_kiosks_health() ->> 'open', '2', 'one that stays dead after it does');
select is((select array_agg(a.status order by a.status) from public.manager_alerts a join public.kiosks k on k.id = a.kiosk_id
  where k.slug = 'lille-entree' and a.alert_type = 'kiosk_offline'), '{pending,resolved,resolved}', 'as a silence of its own');
select is(private.check_kiosks_health(), '{"stopped": 0, "open": 2, "closed": 0}', 'once');
update public.kiosks set status = 'maintenance' where slug = 'lille-entree';
select is(private.check_kiosks_health() ->> 'closed', '1', 'and is closed with the next maintenance');
update private.kiosk_credentials set revoked_at = now() where kiosk_id = (select id from public.kiosks where slug = 'lille-haut');
select is(private.check_kiosks_health(), '{"stopped": 0, "open": 0, "closed": 1}', 'nor at one that was taken out of service');
select pg_temp.heard('nice-entree', '5 hours');
update public.gyms set opening_hours = (
  select jsonb_agg(jsonb_build_object('weekday', d, 'open', '18:00', 'close', '20:00')) from generate_series(1, 7) d) where name = 'Nice';
select is(private.check_kiosks_health(), '{"stopped": 0, "open": 0, "closed": 0}', 'nor while the gym is closed');

-- what people see
update private.kiosk_credentials set revoked_at = null;
update public.kiosks set status = 'online';
select pg_temp.heard(slug, '1 second') from public.kiosks;
select pg_temp.heard('lille-haut', '2 minutes');
insert into public.kiosk_absences (gym_id, kiosk_id, client_event_id, away_from, away_to)
select k.gym_id, k.id, gen_random_uuid(), now() - ago - interval '1 hour', now() - ago
from (values ('lille-haut', interval '1 hour'), ('lille-haut', interval '2 days'), ('arras-entree', interval '8 days')) as a (slug, ago)
join public.kiosks k using (slug);
update public.kiosk_state s set noise_db = -20 from public.kiosks k where k.id = s.kiosk_id and k.slug = 'arras-entree';
select tests.sign_in('staff@lille.test');
select is((select array_agg(r #>> '{slug}' order by place) from jsonb_array_elements(public.list_kiosks() -> 'rows') with ordinality as r (r, place)),
  '{lille-haut,lille-entree}', 'staff see their gym, what asks for somebody first');
select is(public.list_kiosks(p_view => 'attention') ->> 'total', '1', 'or that alone');
select is(public.list_kiosks(p_search => 'HAUT') ->> 'total', '1', 'or what they search');
select is(public.list_kiosks(p_shown => 'online') #>> '{rows,0,slug}', 'lille-entree', 'or a state');
select throws_ok(format('select public.list_kiosks(%L)', tests.gym_id('Nice')), 'P0001', 'not_found', 'never another gym');
select is(public.get_kiosk((select id from public.kiosks where slug = 'lille-haut')) -> 'history', 'null', 'without the history');
select tests.sign_in('owner@nord.test');
select is((select array_agg(distinct r #>> '{gym,name}') from jsonb_array_elements(public.list_kiosks() -> 'rows') r), '{Arras,Lille}', 'an owner sees all gyms');
select is(public.list_kiosks(p_sort => 'noise') #>> '{rows,0,slug}', 'arras-entree', 'the loudest first');
create temp table pages as select public.list_kiosks(p_sort => 'name', p_limit => 2) as first;
select is((select jsonb_array_length(public.list_kiosks(p_sort => 'name', p_limit => 2, p_cursor => first ->> 'next_cursor') -> 'rows') from pages), 1, 'page by page');
select is(public.get_kiosk((select id from public.kiosks where slug = 'lille-haut')) ->> 'shown', 'offline', 'and each kiosk');
select is((select r -> 'last_away' from jsonb_array_elements(public.list_kiosks() -> 'rows') r where r ->> 'slug' = 'lille-haut'),
  (select jsonb_build_object('from', now() - interval '2 hours', 'to', now() - interval '1 hour')), 'with the time in which it read badges alone');
select is((select r -> 'last_away' from jsonb_array_elements(public.list_kiosks() -> 'rows') r where r ->> 'slug' = 'arras-entree'), 'null', 'for a week');
select cmp_ok(jsonb_array_length(public.get_kiosk((select id from public.kiosks where slug = 'lille-haut'), 168) -> 'curve'), '>=', 166, 'with its curve');
select isnt(public.get_kiosk((select id from public.kiosks where slug = 'lille-haut')) -> 'history', 'null', 'and its history');
select is(public.list_kiosks()::text ~ 'token|hash', false, 'no list holds a secret');
select tests.sign_out();

select * from finish();
rollback;
