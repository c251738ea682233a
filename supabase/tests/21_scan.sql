begin;
select no_plan();
select tests.two_customers();
update public.franchises set shares_access = true where name = 'Nord';
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-haut');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Ines', '101');
select tests.make_member(tests.gym_id('Lille'), 'Remi', '102');
select tests.make_member(tests.gym_id('Lille'), 'Zoe', '103');
select tests.make_member(tests.gym_id('Lille'), 'Ugo', '104');
select tests.make_member(tests.gym_id('Lille'), 'Max', '105');
select tests.make_member(tests.gym_id('Arras'), 'Sacha', '200');
select tests.make_member(tests.gym_id('Nice'), 'Nora', '300');
update public.gym_members_v2 set is_active = false where first_name = 'Ines';
update public.gym_members_v2 set membership_ends_on = current_date - 2 where first_name = 'Remi';
update public.gym_members_v2 set membership_suspended = true where first_name = 'Zoe';
insert into public.member_preferences (member_id, gym_id, language) values (tests.member_id('Ana'), tests.gym_id('Lille'), 'es');

-- a member at home
select tests.as_service();
create temp table answers as select 'ana' as who, tests.scan('lille-entree', '100', '0', '00000000-0000-0000-0000-0000000000a1') as it;
select is((select it - 'scan_id' from answers where who = 'ana'), jsonb_build_object(
  'outcome', 'welcome', 'first_name', 'Ana', 'language', 'es',
  'consents', '{"talk": null, "analyse": null, "remember": null}'::jsonb,
  'visit', '{"is_new": true, "number_this_month": 1}'::jsonb, 'next_class', null, 'days_away', null,
  'consent_texts', '{}'::jsonb
), 'a member is welcomed with what a badge may tell, and no more');
select is(tests.scan('lille-entree', '100', '0', '00000000-0000-0000-0000-0000000000a1'),
  (select it from answers where who = 'ana'), 'the same scan sent again is answered alike');
insert into answers select 'again', tests.scan('lille-haut', '100', '0');
select is((select it ->> 'outcome' from answers where who = 'again'), 'repeat', 'a second read within a minute is a repeat');
select is((select it -> 'first_name' from answers where who = 'again'), '"Ana"', 'which lets the screen go on');
select tests.sign_out();
select is(tests.count_of($$public.gym_visits$$), 1::bigint, 'all of it is one visit');
select is(tests.count_of($$public.badge_scans$$), 2::bigint, 'and each read is kept once');
select is((select last_visit from public.gym_members_v2 where first_name = 'Ana'), now(), 'last_visit follows');

-- those whom the desk has to see
select tests.as_service();
select is(tests.scan('lille-entree', '101') - 'scan_id', '{"outcome": "inactive", "first_name": "Ines", "language": "fr"}', 'inactive');
select is(tests.scan('lille-entree', '102') ->> 'outcome', 'expired', 'expired');
select is(tests.scan('lille-entree', '103') ->> 'outcome', 'suspended', 'suspended');
select tests.sign_out();
select is(tests.count_of('public.gym_visits'), 1::bigint, 'they make no visit');
select is(
  tests.count_of($$public.manager_alerts where alert_type = 'staff_call' and context ->> 'code' = 'badge_refused'$$),
  3::bigint, 'and the desk is told of each');

-- a replaced badge
with renewed as (
  insert into public.member_badges (gym_id, member_id, badge_hash)
  values (tests.gym_id('Lille'), tests.member_id('Ugo'), tests.hash('1040')) returning id
)
update public.member_badges b set valid_to = now(), replaced_by = renewed.id
from renewed where b.badge_hash = tests.hash('104');
select tests.as_service();
select is(tests.scan('lille-entree', '104') - 'scan_id', '{"outcome": "replaced"}', 'a replaced badge says so and names nobody');
select is(tests.scan('lille-entree', '1040') ->> 'first_name', 'Ugo', 'the new one opens');

-- one read, two owners
select is(
  public.kiosk_scan(tests.token('lille-entree'), gen_random_uuid(), array[tests.hash('100'), tests.hash('105')]) - 'scan_id',
  '{"outcome": "ambiguous"}', 'two owners for one read: nobody is guessed');
select is(
  public.kiosk_scan(tests.token('lille-entree'), gen_random_uuid(), array[tests.hash('nobody'), tests.hash('105')]) ->> 'first_name',
  'Max', 'one owner among the forms is found');

-- unknown, foreign, sister
select is(tests.scan('lille-entree', '999') - 'scan_id', tests.scan('lille-entree', '300') - 'scan_id',
  'an unknown badge and a foreign one get the same answer');
select is(tests.scan('lille-entree', '300') - 'scan_id', '{"outcome": "unknown"}', 'which says nothing');
select is(tests.scan('lille-entree', '200') - 'scan_id' - 'visit', jsonb_build_object(
  'outcome', 'visitor', 'first_name', 'Sacha', 'language', 'fr', 'next_class', null, 'days_away', null,
  'consents', '{"talk": null, "analyse": null, "remember": null}'::jsonb, 'consent_texts', '{}'::jsonb
), 'a sister gym''s member is a visitor');
select tests.sign_out();
select results_eq(
  $$select gym_id, member_gym_id from public.gym_visits where member_id = tests.member_id('Sacha')$$,
  $$values (tests.gym_id('Lille'), tests.gym_id('Arras'))$$, 'whose visit says where and whose');
select is((select member_id from public.badge_scans where badge_hash = tests.hash('300') limit 1), null, 'a foreign badge names nobody in the log');
update public.franchises set shares_access = false where name = 'Nord';
select tests.as_service();
select is(tests.scan('lille-entree', '200') ->> 'outcome', 'unknown', 'without shared access a sister''s badge is unknown');

-- by event time, whatever the order of arrival
select tests.scan('nice-entree', '300', '2 hours');
select tests.scan('nice-entree', '300', '10 minutes');
select tests.scan('nice-entree', '300', '40 minutes');
select tests.sign_out();
select results_eq(
  $$select now() - started_at, now() - last_seen_at from public.gym_visits where member_id = tests.member_id('Nora') order by started_at$$,
  $$values (interval '2 hours', interval '2 hours'), (interval '40 minutes', interval '10 minutes')$$,
  'a late read joins its visit');
select tests.as_service();
select is(tests.scan('nice-entree', '300', '80 minutes') #> '{visit,is_new}', 'false', 'a read between two visits is no new one');
select tests.sign_out();
select results_eq(
  $$select now() - started_at, now() - last_seen_at from public.gym_visits where member_id = tests.member_id('Nora')$$,
  $$values (interval '2 hours', interval '10 minutes')$$, 'it makes them one');
select tests.as_service();
select tests.scan('nice-entree', '300', '20 days');
select tests.scan('nice-entree', '300', '-1 hour');
select tests.sign_out();
select is((select now() - min(started_at) from public.gym_visits where member_id = tests.member_id('Nora')), interval '7 days', 'an age counts up to 7 days');
select is((select max(last_seen_at) from public.gym_visits), now(), 'and never points ahead');
select is((select last_visit from public.gym_members_v2 where first_name = 'Nora'), now(), 'a late read does not set last_visit back');
update public.gyms set timezone = 'Pacific/Auckland' where name = 'Nice';
select private.record_visit(tests.gym_id('Nice'), tests.member_id('Nora'), tests.gym_id('Nice'), '2026-03-01T12:30:00Z', 'import', null);
select is(
  (select local_date from public.gym_visits where source = 'import'), date '2026-03-02', 'the day is the gym''s');

-- the same reads in twenty orders: one member an order, at the same moments
select tests.make_member(tests.gym_id('Arras'), 'Order ' || n) from generate_series(1, 20) n;
do $$
declare
  one record;
begin
  for one in
    select m.id, m.gym_id, at.minutes
    from public.gym_members_v2 m
    cross join unnest(array[0, 5, 59, 118, 200, 259, 320, 379, 380, 500, 559, 621]) as at (minutes)
    where m.first_name like 'Order %'
    order by m.id, md5(m.first_name || at.minutes)
  loop
    perform private.record_visit(one.gym_id, one.id, one.gym_id, '2026-01-05T06:00Z'::timestamptz + one.minutes * interval '1 minute', 'import', null);
  end loop;
end $$;
select results_eq(
  $$select visits, count(*) from (
      select member_id, string_agg(to_char(started_at, 'HH24:MI') || '-' || to_char(last_seen_at, 'HH24:MI'), ' ' order by started_at) as visits
      from public.gym_visits v where v.gym_id = tests.gym_id('Arras') group by member_id
    ) each group by visits$$,
  $$select string_agg(to_char('2026-01-05T06:00Z'::timestamptz + a * interval '1 minute', 'HH24:MI') || '-' ||
      to_char('2026-01-05T06:00Z'::timestamptz + b * interval '1 minute', 'HH24:MI'), ' ' order by a), 20::bigint
    from (values (0, 118), (200, 259), (320, 380), (500, 559), (621, 621)) as v (a, b)$$,
  'twenty orders of arrival make the same five visits');

-- ten unknown badges in a minute
select tests.as_service();
select is(tests.scan('nice-entree', 'u' || n) ->> 'outcome', 'unknown', 'unknown ' || n) from generate_series(1, 10) n;
select is(tests.scan('nice-entree', '300') - 'scan_id', '{"outcome": "paused", "retry_after_s": 60}', 'then the reader rests for a minute');
select is(public.kiosk_heartbeat(tests.token('nice-entree')) ->> 'reader_paused_until', to_jsonb(now() + interval '1 minute') #>> '{}', 'and the screen knows');
select tests.sign_out();
select is(
  (select array[priority, context #>> '{params,count}'] from public.manager_alerts
    where alert_type = 'reader_suspicious' and gym_id = tests.gym_id('Nice')),
  array['high', '10'], 'the manager is told');
update public.kiosk_state set reader_paused_until = now() - interval '1 second' where kiosk_id = tests.kiosk_id('nice-entree');
select tests.as_service();
select is(tests.scan('nice-entree', '300') ->> 'outcome', 'repeat', 'afterwards it reads again');

-- what is no scan
select throws_ok(format('select public.kiosk_scan(%L, null, array[%L])', tests.token('nice-entree'), tests.hash('1')), 'P0001', 'invalid_input', 'a scan without its id');
select throws_ok(format('select public.kiosk_scan(%L, gen_random_uuid(), array[%L])', tests.token('nice-entree'), '300'), 'P0001', 'invalid_input', 'a badge in clear');
select throws_ok(format('select public.kiosk_scan(%L, gen_random_uuid(), %L)', tests.token('nice-entree'), '{}'), 'P0001', 'invalid_input', 'no badge');

select * from finish();
rollback;
