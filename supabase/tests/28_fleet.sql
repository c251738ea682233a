-- What a heartbeat brings and takes (rule K2).
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
create function pg_temp.beat(p_report jsonb, p_slug text default 'lille-entree') returns jsonb
language plpgsql as $$
declare
  answer jsonb;
begin
  perform tests.as_service();
  answer := public.kiosk_heartbeat(tests.token(p_slug), p_report);
  perform tests.sign_out();
  return answer;
end $$;
create function pg_temp.kiosk() returns uuid language sql security definer as $$
  select id from public.kiosks where slug = 'lille-entree'
$$;
grant execute on function pg_temp.kiosk() to authenticated;
create temp view state as select s.* from public.kiosk_state s where s.kiosk_id = pg_temp.kiosk();
create temp view beats as select h.* from private.kiosk_heartbeats h where h.kiosk_id = pg_temp.kiosk();

-- health
select pg_temp.beat('{"boot_id": "b1", "instance_id": "00000000-0000-0000-0000-0000000000a1", "version": "1.0.0", "uptime_s": 90,
  "network": "wifi", "rtt_ms": 38, "health": {"microphone": "ok", "speaker": "ok", "noise_db": -41, "ladder": "text",
  "ladder_reason": "noise", "latencies_ms": [100, 200, 300, 400, 1000], "waiting": 3}}');
select is((select array[microphone, speaker, ladder, ladder_reason, network] from state), '{ok,ok,text,noise,wifi}', 'the kiosk tells how it is');
select is((select array[noise_db, uptime_s, rtt_ms, waiting, latency_p50_ms, latency_p95_ms] from state), '{-41,90,38,3,300,880}',
  'noise, and half and 95 % of its answers');
select is((select array[noise_db, latency_p50_ms, waiting]::int[] from beats), '{-41,300,3}', 'one line of history is kept');
select is((select received_at from beats), now(), 'by the server''s clock');
select pg_temp.beat('{"boot_id": "b1", "health": {"ladder": "voice", "ladder_reason": null}}');
select is((select count(*) from beats), 1::bigint, 'a second one within five seconds leaves no line');
update public.kiosk_state set last_heartbeat_at = now() - interval '6 seconds';
update private.kiosk_heartbeats set received_at = received_at - interval '6 seconds';
select pg_temp.beat('{"boot_id": "b1", "health": {"ladder": "voice", "ladder_reason": null, "latencies_ms": []}}');
select is((select array[ladder, ladder_reason, latency_p50_ms::text] from state), array['voice', null, '300'],
  'after five it does; a reason goes, and figures stay until there are new ones');
select is((select count(*) from beats), 2::bigint, 'with a line of its own');

-- a day that nobody made a partition for
select is((select count(*) from pg_inherits where inhparent = 'private.kiosk_heartbeats'::regclass), 8::bigint, 'partitions lie a week ahead');
do $$ begin execute 'drop table private.kiosk_heartbeats_' || to_char(now() at time zone 'utc', 'YYYYMMDD'); end $$;
update public.kiosk_state set last_heartbeat_at = now() - interval '6 seconds';
select pg_temp.beat('{"boot_id": "b1"}');
select is((select count(*) from beats), 1::bigint, 'a heartbeat makes its day when the job slept');
select is(private.keep_kiosk_partitions(now() + interval '40 days') ->> 'dropped', '8', 'days older than 30 are dropped');
select is(private.keep_kiosk_partitions(now() + interval '40 days') ->> 'made', '0', 'a second run makes nothing');
select is((select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent in ('private.kiosk_heartbeats'::regclass, 'private.kiosk_minutes'::regclass) and not c.relrowsecurity), 0::bigint,
  'every partition is closed');
select private.keep_kiosk_partitions();

-- minutes
insert into private.kiosk_heartbeats (kiosk_id, received_at, noise_db, latency_p50_ms, latency_p95_ms, ladder)
select pg_temp.kiosk(), date_trunc('minute', now()) - make_interval(secs => s), -40 - s / 30, 200 + s, 400 + s, 'voice'
from unnest('{150,121,90,61}'::int[]) s
where (now() - make_interval(secs => 150))::date = now()::date;
select cmp_ok(private.roll_up_heartbeats(), '>=', 0, 'whole minutes are rolled up');
select is((select count(*) from private.kiosk_minutes m where m.kiosk_id = pg_temp.kiosk() and m.beats = 2),
  case when (now() - make_interval(secs => 150))::date = now()::date then 2 else 0 end::bigint, 'two beats, one row');
select is(private.roll_up_heartbeats(), 0, 'once');

-- commands
select tests.sign_in('manager@lille.test');
select throws_ok(format('select public.command_kiosk(%L, %L)', pg_temp.kiosk(), 'dance'), 'P0001', 'invalid_input', 'a closed list of commands');
select throws_ok(format('select public.command_kiosk(%L, %L, 101)', pg_temp.kiosk(), 'volume'), 'P0001', 'invalid_input', 'with their values');
select lives_ok(format('select public.command_kiosk(%L, %L)', pg_temp.kiosk(), 'reload'), 'a manager asks for a reload');
select lives_ok(format('select public.command_kiosk(%L, %L, 30)', pg_temp.kiosk(), 'volume'), 'and a volume');
select lives_ok(format('select public.command_kiosk(%L, %L, 35)', pg_temp.kiosk(), 'volume'), 'the last one counts');
select tests.sign_in('staff@lille.test');
select throws_ok(format('select public.command_kiosk(%L, %L)', pg_temp.kiosk(), 'reload'), 'P0001', 'forbidden', 'staff do not');
select tests.sign_in('manager@nice.test');
select throws_ok(format('select public.command_kiosk(%L, %L)', pg_temp.kiosk(), 'reload'), 'P0001', 'not_found', 'nor does another gym');
select tests.sign_out();
create temp table answers as select pg_temp.beat('{"boot_id": "b1"}') as it;
select is((select jsonb_agg(c - 'id' order by c ->> 'command') from answers, jsonb_array_elements(it -> 'commands') c),
  '[{"command": "reload", "value": null}, {"command": "volume", "value": 35}]', 'the next answer brings both');
select is((select it #>> '{kiosk,settings,volume}' from answers), '35', 'with the volume in its settings');
select is((select array_agg(c.state order by c.command) from jsonb_to_recordset(private.kiosk_commands_json(pg_temp.kiosk())) c (command text, state text)),
  '{sent,sent}', 'they were told');
select pg_temp.beat(jsonb_build_object('boot_id', 'b1', 'done', (
  select jsonb_agg(c -> 'id') from answers, jsonb_array_elements(it -> 'commands') c where c ->> 'command' = 'reload')));
select is((select array_agg(c.state order by c.command) from jsonb_to_recordset(private.kiosk_commands_json(pg_temp.kiosk())) c (command text, state text)),
  '{done,sent}', 'and what is done is said with a later one, within five seconds too');
select pg_temp.beat(jsonb_build_object('boot_id', 'b1', 'done', (select jsonb_agg(c.id) from private.kiosk_commands c)), 'nice-entree');
select is((select count(*) from private.kiosk_commands c where c.done_at is null), 1::bigint, 'another kiosk says nothing for it');
update private.kiosk_commands set asked_at = now() - interval '25 hours';
select is(pg_temp.beat('{"boot_id": "b1"}') -> 'commands', '[]', 'after a day nobody waits for it');
select tests.sign_in('manager@lille.test');
select lives_ok(format('select public.command_kiosk(%L, %L, 1)', pg_temp.kiosk(), 'maintenance'), 'maintenance is a command');
select tests.sign_out();
select is(pg_temp.beat('{"boot_id": "b1"}') #>> '{kiosk,status}', 'maintenance', 'that the answer shows');

-- settings
select tests.sign_in('owner@nord.test');
select is(public.save_kiosk(pg_temp.kiosk(), 3, '{"location": " À gauche ", "settings": {"voice": false}}') ->> 'version', '4', 'an owner saves');
select throws_ok(format('select public.save_kiosk(%L, 2, %L)', pg_temp.kiosk(), '{"name": "Autre"}'), 'P0001', 'conflict', 'not over somebody else');
select throws_ok(format('select public.save_kiosk(%L, 4, %L)', pg_temp.kiosk(), '{"settings": {"minutes": 16}}'), 'P0001', 'invalid_input', 'not beyond its bounds');
select throws_ok(format('select public.save_kiosk(%L, 4, %L)', pg_temp.kiosk(), '{"settings": {"colour": 1}}'), 'P0001', 'invalid_input', 'nor what is no setting');
select tests.sign_out();
select is((select array[location_in_gym, settings::text] from public.kiosks where id = pg_temp.kiosk()),
  array['À gauche', '{"voice": false, "volume": 35}'], 'and the rest stays');
select is(pg_temp.beat('{"boot_id": "b1"}') #> '{kiosk,settings}',
  '{"simulator": false, "voice": false, "push_to_talk": false, "mute": false, "volume": 35, "minutes": 5}', 'the kiosk learns it');

-- two living starts of one token
select pg_temp.beat('{"boot_id": "b2", "instance_id": "00000000-0000-0000-0000-0000000000a1"}');
select is((select array[boot_id, earlier_boots::text] from state), '{b2,"{b1}"}', 'the newer works');
select is(pg_temp.beat('{"boot_id": "b1", "instance_id": "00000000-0000-0000-0000-0000000000a1"}'), '{"opened_elsewhere": true}', 'the older is told, and nothing else');
select is((select copied_at from state), null, 'one browser is no copy');
select pg_temp.beat('{"boot_id": "b3", "instance_id": "00000000-0000-0000-0000-0000000000a2"}');
select is(pg_temp.beat('{"boot_id": "b2", "instance_id": "00000000-0000-0000-0000-0000000000a1"}') ->> 'opened_elsewhere', 'true', 'another browser');
select is((select copied_at from state), now(), 'may be a copy');
select isnt(pg_temp.beat('{"boot_id": "b2", "takes_over": true, "instance_id": "00000000-0000-0000-0000-0000000000a1"}') -> 'kiosk', null, 'who is touched takes over');
select is((select array[boot_id, earlier_boots::text] from state), '{b2,"{b3,b1}"}', 'and becomes the newer one');

-- the last word
select is(pg_temp.beat('{"boot_id": "b2", "version": "1", "going_down": true}'), '{"going_down": true}', 'a page says that it stops');
select is((select going_down_at from state), now(), 'and it is kept');
select pg_temp.beat('{"boot_id": "b2"}');
select is((select going_down_at from state), null, 'until it is heard again');

-- a new token
select tests.sign_in('manager@lille.test');
select lives_ok(format('select public.rotate_kiosk_token(%L)', pg_temp.kiosk()), 'a manager asks for a new token');
select tests.as_service();
select is(public.kiosk_heartbeat(tests.token('lille-entree'), '{"boot_id": "b2"}') -> 'rotate', 'true', 'the answer says so');
select is(public.kiosk_rotate_token(tests.token('lille-entree'), tests.hash('next')) -> 'rotates', 'true', 'the kiosk is given one');
select lives_ok('select public.kiosk_heartbeat(tests.token(''lille-entree''), ''{"boot_id": "b2"}'')', 'the old one holds until then');
select is(public.kiosk_heartbeat(tests.hash('next'), '{"boot_id": "b2"}') -> 'rotate', 'false', 'the new one comes');
select throws_ok('select public.kiosk_heartbeat(tests.token(''lille-entree''), ''{"boot_id": "b2"}'')', 'P0001', 'kiosk_not_paired', 'and the old one is nothing');
select is(public.kiosk_rotate_token(tests.hash('next'), tests.hash('other')) -> 'rotates', 'false', 'nobody rotates unasked');
select tests.sign_out();

select * from finish();
rollback;
