begin;
select no_plan();
select tests.two_customers();
update public.franchises set shares_access = true where name = 'Nord';
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), name) from unnest('{Ana,Bea,Cleo}'::text[]) name;
select tests.make_member(tests.gym_id('Lille'), 'Dora', '400');
select tests.make_member(tests.gym_id('Arras'), 'Elsa', '500');
select tests.make_member(tests.gym_id('Nice'), 'Flo', '600');
create temp table said (what text primary key, it jsonb);
grant all on said to authenticated, service_role;

create function pg_temp.current(p_first_name text) returns text language sql security definer as $$
  select string_agg(coalesce(b.number, '-') , ',') from public.member_badges b where b.member_id = tests.member_id(p_first_name) and b.valid_to is null
$$;
create function pg_temp.shown(p_first_name text) returns text language sql security definer as $$
  select badge_id from public.gym_members_v2 where id = tests.member_id(p_first_name)
$$;

grant execute on function pg_temp.current(text), pg_temp.shown(text) to authenticated, service_role;

-- given by staff; greets; is whose it is
select tests.sign_in('staff@lille.test');
insert into said select 'ana', public.assign_badge(tests.member_id('Ana'), array[tests.hash('700'), tests.hash('700 turned')], '3829058002', 'decimal');
select is((select it ->> 'outcome' from said where what = 'ana'), 'assigned', 'staff give a badge');
select is(pg_temp.shown('Ana'), '3829058002', 'gym_members_v2 shows it');
select is(public.assign_badge(tests.member_id('Ana'), array[tests.hash('700')], '3829058002') ->> 'outcome', 'already', 'again: it is theirs already');
select is(public.assign_badge(tests.member_id('Bea'), array[tests.hash('x'), tests.hash('700')], '1'), jsonb_build_object(
  'outcome', 'taken', 'owner', jsonb_build_object('id', tests.member_id('Ana'), 'first_name', 'Ana', 'initial', 'F')
), 'somebody else''s badge is refused with their name, in any of its forms');
select is(pg_temp.current('Bea'), null, 'and nothing is written');
select tests.as_service();
select is(tests.scan('lille-entree', '700') ->> 'first_name', 'Ana', 'the kiosk greets by it');
select is(
  public.kiosk_scan(tests.token('lille-entree'), gen_random_uuid(), array[tests.hash('y'), tests.hash('700')], 0, '{decimal,decimal_reversed}') ->> 'first_name',
  'Ana', 'also where the reader writes it another way');

-- taken over, and taken back
select tests.sign_in('manager@lille.test');
insert into said select 'bea', public.assign_badge(tests.member_id('Bea'), array[tests.hash('700')], '3829058002', null, true);
select is((select it #>> '{owner,first_name}' from said where what = 'bea'), 'Ana', 'a badge is taken over by intent');
select is(array[pg_temp.current('Ana'), pg_temp.shown('Ana'), pg_temp.current('Bea')], array[null, null, '3829058002'], 'from one to the other');
select lives_ok(format($$select public.undo_badge(%L)$$, (select it ->> 'badge_id' from said where what = 'bea')), 'which can be taken back');
select is(array[pg_temp.current('Ana'), pg_temp.shown('Ana'), pg_temp.current('Bea')], array['3829058002', '3829058002', null], 'as it was');

-- replaced
insert into said select 'dora', public.assign_badge(tests.member_id('Dora'), array[tests.hash('401')], '0000000401');
select is((select it ->> 'replaced' from said where what = 'dora'), 'true', 'a second badge replaces the first');
select is(jsonb_path_query_array(public.list_member_badges(tests.member_id('Dora')), '$.badges[*].state'), '["valid", "replaced"]', 'the history says so');
select is(public.list_member_badges(tests.member_id('Dora')) #>> '{badges,1,tail}', '400', 'with the number that an import had left with the member');
select tests.as_service();
select is(tests.scan('lille-entree', '400') - 'scan_id', '{"outcome": "replaced"}', 'the old one says that it was replaced');
select is(tests.scan('lille-entree', '401') ->> 'first_name', 'Dora', 'the new one opens');

-- lost
select tests.sign_in('staff@lille.test');
select lives_ok(format($$select public.end_badge(%L, 'lost')$$, (select it ->> 'badge_id' from said where what = 'ana')), 'staff report a badge lost');
select throws_ok(format($$select public.end_badge(%L, 'lost')$$, (select it ->> 'badge_id' from said where what = 'ana')), 'P0001', 'conflict', 'once');
select throws_ok(format($$select public.end_badge(%L, 'sold')$$, (select it ->> 'badge_id' from said where what = 'dora')), 'P0001', 'invalid_input', 'for a reason that exists');
select is(pg_temp.shown('Ana'), null, 'the member has none then');
select tests.as_service();
select is(tests.scan('lille-entree', '700') - 'scan_id', '{"outcome": "lost"}', 'the kiosk says lost and names nobody');
select tests.sign_out();
select is(
  (select member_id from public.manager_alerts where context ->> 'code' = 'badge_lost'), tests.member_id('Ana'), 'the desk is told whose it is');
select is((select member_id from public.badge_scans where outcome = 'lost'), tests.member_id('Ana'), 'and the log as well');
select is(tests.count_of($$public.gym_visits where member_id = tests.member_id('Ana') and last_seen_at > now()$$), 0::bigint, 'it is no visit');
select tests.sign_in('staff@lille.test');
select lives_ok(format($$select public.undo_badge(%L)$$, (select it ->> 'badge_id' from said where what = 'ana')), 'found again a moment later');
select is(pg_temp.shown('Ana'), '3829058002', 'it holds again');
select lives_ok(format($$select public.end_badge(%L, 'returned')$$, (select it ->> 'badge_id' from said where what = 'ana')), 'given back');
select tests.as_service();
select is(tests.scan('lille-entree', '700') ->> 'outcome', 'unknown', 'a badge that was given back is anybody''s');
select tests.sign_in('staff@lille.test');
select is(public.assign_badge(tests.member_id('Cleo'), array[tests.hash('700')], '3829058002') ->> 'outcome', 'assigned', 'and goes to somebody else');
select throws_ok(format($$select public.undo_badge(%L)$$, (select it ->> 'badge_id' from said where what = 'ana')), 'P0001', 'conflict', 'after which it does not come back');
select tests.sign_out();
update public.member_badges set created_at = now() - interval '20 minutes' where member_id = tests.member_id('Cleo');
select tests.sign_in('staff@lille.test');
select throws_ok(
  format($$select public.undo_badge(%L)$$, public.list_member_badges(tests.member_id('Cleo')) #>> '{badges,0,id}'), 'P0001', 'conflict', 'nothing is taken back after a quarter of an hour');

-- one read, two owners
select tests.sign_in('manager@lille.test');
select is(public.assign_badge(tests.member_id('Bea'), array[tests.hash('700'), tests.hash('401')], '1', null, true), '{"outcome": "ambiguous"}', 'a number that fits two members is given to nobody');
select tests.sign_out();
select is(tests.count_of($$public.manager_alerts where alert_type = 'reader_suspicious' and context ->> 'code' = 'ambiguous_badge' and kiosk_id is null$$), 1::bigint, 'and the manager is told');
select is(pg_temp.current('Bea'), null, 'nothing was guessed');

-- at the kiosk, for a desk that waits
select tests.sign_in('staff@lille.test');
insert into said select 'wait', public.start_badge_capture(tests.kiosk_id('lille-entree'));
select is(public.get_badge_capture((select (it ->> 'id')::uuid from said where what = 'wait')), '{"state": "waiting", "form": null, "scan_id": null, "tail": null}', 'the desk waits');
select tests.as_service();
select is(tests.scan('lille-entree', '401') ->> 'first_name', 'Dora', 'members come in as ever');
select is(
  public.kiosk_scan(tests.token('lille-entree'), gen_random_uuid(), array[tests.hash('801'), tests.hash('802')], 0, '{decimal,decimal_reversed}', '{4821,9999}') - 'scan_id',
  '{"outcome": "captured"}', 'the next unknown badge is for the desk');
select is(tests.scan('lille-entree', '803') ->> 'outcome', 'unknown', 'one badge alone');
select tests.sign_in('manager@lille.test');
select is(public.get_badge_capture((select (it ->> 'id')::uuid from said where what = 'wait')) - 'scan_id', '{"state": "read", "form": null, "tail": "4821"}', 'the desk sees it');
insert into said select 'bea kiosk', public.assign_scan((public.get_badge_capture((select (it ->> 'id')::uuid from said where what = 'wait')) ->> 'scan_id')::uuid, tests.member_id('Bea'));
select is((select it ->> 'outcome' from said where what = 'bea kiosk'), 'assigned', 'and gives it');
select is(pg_temp.shown('Bea'), '4821', 'without a number but its last four digits');
select is(public.get_badge_capture((select (it ->> 'id')::uuid from said where what = 'wait')) ->> 'state', 'used', 'once');
select tests.as_service();
select is(tests.scan('lille-entree', '801') ->> 'first_name', 'Bea', 'it greets');
select tests.sign_in('manager@nice.test');
select throws_ok(format($$select public.get_badge_capture(%L)$$, (select it ->> 'id' from said where what = 'wait')), 'P0001', 'not_found', 'another gym sees nothing of it');
select throws_ok(format($$select public.start_badge_capture(%L)$$, tests.kiosk_id('lille-entree')), 'P0001', 'not_found', 'nor waits at its kiosk');
select tests.sign_in('manager@lille.test');
insert into said select 'late', public.start_badge_capture(tests.kiosk_id('lille-entree'));
select tests.sign_out();
update private.badge_captures set expires_at = now() - interval '1 second' where id = (select (it ->> 'id')::uuid from said where what = 'late');
select tests.as_service();
select is(tests.scan('lille-entree', '804') ->> 'outcome', 'unknown', 'after two minutes nobody waits');
select tests.sign_in('manager@lille.test');
select is(public.get_badge_capture((select (it ->> 'id')::uuid from said where what = 'late')) ->> 'state', 'expired', 'and the desk knows');

-- learning how a kiosk's reader writes
select tests.sign_in('staff@lille.test');
select throws_ok(format($$select public.start_badge_capture(%L, array[tests.hash('901')])$$, tests.kiosk_id('lille-entree')), 'P0001', 'forbidden', 'a kiosk''s reader is for managers to teach');
select tests.sign_in('manager@lille.test');
insert into said select 'learn', public.start_badge_capture(tests.kiosk_id('lille-entree'), array[tests.hash('901')]);
select tests.as_service();
select is(
  public.kiosk_scan(tests.token('lille-entree'), gen_random_uuid(), array[tests.hash('109'), tests.hash('901')], 0, '{decimal,decimal_reversed}', '{1,2}') ->> 'outcome',
  'captured', 'one badge whose number is known');
select tests.sign_in('manager@lille.test');
select is(public.get_badge_capture((select (it ->> 'id')::uuid from said where what = 'learn')) ->> 'form', 'decimal_reversed', 'tells how the reader writes');
select is(public.badge_desk(tests.gym_id('Lille')) #>> '{kiosks,0,form}', 'decimal_reversed', 'which the kiosk keeps');
select tests.as_service();
select public.kiosk_scan(tests.token('lille-entree'), gen_random_uuid(), array[tests.hash('222'), tests.hash('333'), tests.hash('444')], 0, '{decimal,decimal_reversed,bits_reversed}');
select tests.sign_out();
select is((select badge_hash from public.badge_scans where badge_form = 'decimal_reversed' and outcome = 'unknown'), tests.hash('333'), 'an unknown read is kept as this reader means it');
insert into public.member_badges (gym_id, member_id, badge_hash) values (tests.gym_id('Lille'), tests.member_id('Ana'), tests.hash('444'));
select tests.as_service();
select is(public.kiosk_scan(tests.token('lille-entree'), gen_random_uuid(), array[tests.hash('222'), tests.hash('444')], 0, '{decimal,bits_reversed}') ->> 'outcome', 'unknown', 'turned bits find nobody where they were not learnt');
select tests.sign_in('manager@lille.test');
select lives_ok(format($$select public.set_reader_profile(%L, 'bits_reversed')$$, tests.kiosk_id('lille-entree')), 'a manager says it by hand');
select tests.as_service();
select is(public.kiosk_scan(tests.token('lille-entree'), gen_random_uuid(), array[tests.hash('222'), tests.hash('444')], 0, '{decimal,bits_reversed}') ->> 'first_name', 'Ana', 'and do where they were');

-- the entry log
select tests.sign_in('staff@lille.test');
create temp table log as select public.list_entries(tests.gym_id('Lille')) as it;
select is((select jsonb_path_query_array(it, '$.rows[*] ? (@.outcome == "lost").member.first_name') from log), '["Ana"]', 'a lost badge has its owner');
select is((select (it #>> '{counts,unknown}')::integer from log), (select jsonb_array_length(jsonb_path_query_array(it, '$.rows[*] ? (@.outcome == "unknown")')) from log), 'counts are those of the day');
select is((select bool_or(row::text ~ 'hash|[0-9a-f]{64}|4821') from log, jsonb_array_elements(it -> 'rows') row), false, 'no number and no hash is in it');
select is(jsonb_array_length(public.list_entries(tests.gym_id('Lille'), 'unknown') -> 'rows'), (select (it #>> '{counts,unknown}')::integer from log), 'one view');
select is(jsonb_array_length(public.list_entries(tests.gym_id('Lille'), p_member_id => tests.member_id('Dora')) -> 'rows') > 0, true, 'one person');
select is(jsonb_array_length(public.list_entries(tests.gym_id('Lille'), p_search => 'dor') -> 'rows') > 0, true, 'by name');
select is(jsonb_array_length(public.list_entries(tests.gym_id('Lille'), p_day => current_date - 9) -> 'rows'), 0, 'another day is empty');
select is(jsonb_array_length(public.list_entries(tests.gym_id('Lille'), p_kiosk_id => tests.kiosk_id('nice-entree')) -> 'rows'), 0, 'a foreign kiosk shows nothing');
do $$
declare
  page jsonb;
  cursor text;
  seen text[] := '{}';
begin
  loop
    page := public.list_entries(tests.gym_id('Lille'), p_cursor => cursor, p_limit => 3);
    seen := seen || array(select r ->> 'id' from jsonb_array_elements(page -> 'rows') r);
    cursor := page ->> 'next_cursor';
    exit when cursor is null;
  end loop;
  insert into said values ('paged', to_jsonb(seen));
end $$;
select is((select it from said where what = 'paged'), (select jsonb_path_query_array(it, '$.rows[*].id') from log), 'pages of three are the same list');
select throws_ok($$select public.list_entries(tests.gym_id('Lille'), p_cursor => 'bm90aGluZw')$$, 'P0001', 'invalid_input', 'a made-up cursor is refused');
select is(public.assign_scan(
  (select (r ->> 'id')::uuid from log, jsonb_array_elements(it -> 'rows') r where r ->> 'outcome' = 'unknown' and (r ->> 'assignable')::boolean limit 1),
  tests.member_id('Ana')) ->> 'outcome', 'assigned', 'an unknown read is given to a member from the log');
select throws_ok(
  format($$select public.assign_scan(%L, %L)$$, (select r ->> 'id' from log, jsonb_array_elements(it -> 'rows') r where r ->> 'outcome' = 'welcome' limit 1), tests.member_id('Ana')),
  'P0001', 'conflict', 'a read that greeted somebody is not');

-- by the index, also in a gym of many reads
select tests.sign_out();
insert into public.badge_scans (gym_id, kiosk_id, client_event_id, outcome, scanned_at)
select k.gym_id, k.id, gen_random_uuid(), 'unknown', now() - interval '3 days' - n * interval '1 minute'
from public.kiosks k cross join generate_series(1, 6000) n;
analyze public.badge_scans;
create function pg_temp.plan() returns text language plpgsql as $$
declare
  line text;
  plan text := '';
begin
  for line in explain
    select * from public.badge_scans s
    where s.gym_id = tests.gym_id('Lille') and s.scanned_at >= now() - interval '10 days' and s.scanned_at < now() and s.scanned_at <= now()
      and (s.scanned_at, s.id) < (now(), 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
    order by s.scanned_at desc, s.id desc limit 51
  loop
    plan := plan || line;
  end loop;
  return plan;
end $$;
select matches(pg_temp.plan(), 'badge_scans_gym_id_scanned_at_idx', 'a page of the log is read along its index');
select tests.sign_in('staff@lille.test');

-- guests
insert into said select 'guest', public.give_guest_badge(tests.gym_id('Lille'), ' Gaston ', array[tests.hash('guest 1')], '0000004444');
select is((select it ->> 'outcome' from said where what = 'guest'), 'assigned', 'a guest is lent a badge');
select is(public.give_guest_badge(tests.gym_id('Lille'), 'Gus', array[tests.hash('401')], '1') ->> 'outcome', 'taken', 'never a member''s');
select is(public.badge_desk(tests.gym_id('Lille')) #>> '{guests,0,first_name}', 'Gaston', 'the desk sees the guests of today');
select tests.as_service();
select is(tests.scan('lille-entree', 'guest 1') ->> 'outcome', 'welcome', 'the kiosk lets them in');
select tests.sign_out();
select is(tests.count_of($$public.gym_members_v2 where first_name = 'Gus'$$), 0::bigint, 'who got no badge is not written');
select results_eq(
  $$select member_kind, (select b.expires_at from public.member_badges b where b.member_id = m.id) from public.gym_members_v2 m where first_name = 'Gaston'$$,
  $$values ('guest', private.local_midnight(tests.gym_id('Lille'), 1))$$, 'until midnight by the gym''s clock, as a guest (rule P3)');
update public.member_badges set valid_from = now() - interval '1 day', expires_at = now() - interval '1 minute' where member_id = tests.member_id('Gaston');
select tests.as_service();
select is(tests.scan('lille-entree', 'guest 1') ->> 'outcome', 'unknown', 'after that the badge is anybody''s, before any job has run');
select tests.sign_in('staff@lille.test');
select is(public.give_guest_badge(tests.gym_id('Lille'), 'Gwen', array[tests.hash('guest 1')], '0000004444') ->> 'outcome', 'assigned', 'and is lent to the next guest');
select tests.sign_out();
select private.expire_badges();
update public.member_badges set valid_from = now() - interval '1 day', expires_at = now() - interval '1 minute' where member_id = tests.member_id('Gwen');
select is(private.expire_badges(), 1, 'the job ends what was lent');
select is((select array[badge_id is null, deleted_at is not null] from public.gym_members_v2 where first_name = 'Gwen'), '{t,t}', 'and the guest is gone from the lists');
update public.gym_members_v2 set guest_day = guest_day - 31 where first_name = 'Gaston';
select private.expire_badges();
select is(tests.count_of($$public.gym_members_v2 where guest_day is not null$$), 1::bigint, 'after thirty days nothing is left of them');
select tests.sign_in('staff@lille.test');
insert into said select 'gil', public.give_guest_badge(tests.gym_id('Lille'), 'Gil', array[tests.hash('guest 2')], '0000005555');
select lives_ok(format($$select public.end_badge(%L, 'returned')$$, (select it ->> 'badge_id' from said where what = 'gil')), 'a guest gives it back');
select is(jsonb_array_length(public.badge_desk(tests.gym_id('Lille')) -> 'guests'), 0, 'and has left');
select lives_ok(format($$select public.undo_badge(%L)$$, (select it ->> 'badge_id' from said where what = 'gil')), 'or has not');
select is(public.badge_desk(tests.gym_id('Lille')) #>> '{guests,0,first_name}', 'Gil', 'after all');

-- members to give badges to
select is((select array_agg(r ->> 'first_name' order by 1) from jsonb_array_elements(public.list_badge_members(tests.gym_id('Lille'), null, true) -> 'rows') r),
  null, 'everybody has one by now');
select is(public.list_badge_members(tests.gym_id('Lille'), 'cle') #>> '{rows,0,tail}', '8002', 'by name, with the last four digits');

-- who may not
select tests.sign_in('admin@platform.test');
select throws_ok(format($$select public.assign_badge(%L, array[tests.hash('a')], '1')$$, tests.member_id('Ana')), 'P0001', 'forbidden', 'the platform gives badges through a support access alone');
select tests.open_support('admin@platform.test', tests.gym_id('Lille'), null, true);
select is(public.assign_badge(tests.member_id('Ana'), array[tests.hash('a')], '11111111') ->> 'outcome', 'assigned', 'and does with one');
select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Nord';
select tests.sign_in('manager@lille.test');
select throws_ok(format($$select public.assign_badge(%L, array[tests.hash('b')], '1')$$, tests.member_id('Ana')), 'P0001', 'customer_suspended', 'on hold nothing is given');
select throws_ok(format($$select public.give_guest_badge(%L, 'Z', array[tests.hash('b')], '1')$$, tests.gym_id('Lille')), 'P0001', 'customer_suspended', 'nor lent');
select lives_ok(format($$select public.list_entries(%L)$$, tests.gym_id('Lille')), 'the log is read');

select * from finish();
rollback;
