begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_member(tests.gym_id('Lille'), name)
from unnest('{Assidu,Rare,Absent,Partant,Fache,Neuf,Jamais,Bavard,Remonte,Deprime}'::text[]) name;

-- visits: every second day; 21 days away; 40 days away; the same with what else there is
select tests.make_visits('Assidu', array(select generate_series(0, 88, 2)));
select tests.make_visits('Rare', '{21,25,40,60,80}');
select tests.make_visits(name, '{40,50}') from unnest('{Absent,Partant,Fache}'::text[]) name;
select tests.make_visits(name, '{1}') from unnest('{Bavard,Remonte,Deprime}'::text[]) name;
update public.gym_members_v2 set member_since = current_date - 3 where first_name = 'Neuf';
update public.gym_members_v2 set membership_ends_on = (now() at time zone 'Europe/Paris')::date + 16 where first_name in ('Partant', 'Fache');
select tests.make_talk('lille-entree', 'Fache', -0.7, interval '60 days' + n * interval '1 day') from generate_series(1, 4) n;
select is(private.refresh_member_analytics(array(select id from public.gym_members_v2)), 10, 'ten members, ten rows, one statement');

create function pg_temp.figures(p_name text) returns public.member_analytics language sql as $$
  select a from public.member_analytics a where a.member_id = tests.member_id(p_name)
$$;
create function pg_temp.risk(p_name text) returns text[] language sql as $$
  select array[a.churn_risk_score::text, a.churn_risk_level, a.engagement_score::text, coalesce(a.days_since_last_visit::text, '-'),
    array_to_string(private.factor_codes(a.churn_factors), ',')] from pg_temp.figures(p_name) a
$$;
-- engagement = 0.5 visits + 0.3 recency + 0.2 conversations
select is(pg_temp.risk('Assidu'), '{0.00,low,0.80,0,""}', '14 visits of 12 expected, here today: 0.5 + 0.3');
select is(pg_temp.risk('Rare'), '{0.30,medium,0.60,21,no_visit}', 'up to their own habit, 9 of 27 days of recency: 0.5 + 0.1; 30 points');
select is(pg_temp.risk('Absent'), '{0.50,high,0.00,40,"low_engagement,no_visit"}', 'gone for 40 days: 50 points');
select is(pg_temp.risk('Partant'), '{0.70,critical,0.00,40,"low_engagement,membership_ends,no_visit"}', 'and a membership that ends: exactly 70, critical');
select is(pg_temp.risk('Fache'), '{0.90,critical,0.00,40,"low_engagement,membership_ends,negative_talks,no_visit"}', 'and four negative conversations: 90');
select is(pg_temp.risk('Neuf'), '{0.20,low,0.00,-,low_engagement}', 'three days a member, never came: not absent for long');
select is(pg_temp.risk('Jamais'), '{0.50,high,0.00,-,"low_engagement,no_visit"}', 'a member since long who never came is absent since then');
select is(
  (pg_temp.figures('Fache')).churn_factors,
  jsonb_build_array(
    '{"code": "no_visit", "params": {"days": 40, "points": 30}}'::jsonb,
    '{"code": "negative_talks", "params": {"count": 4, "points": 20}}'::jsonb,
    '{"code": "low_engagement", "params": {"engagement": 0.00, "points": 20}}'::jsonb,
    jsonb_build_object('code', 'membership_ends', 'params', jsonb_build_object(
      'date', (now() at time zone 'Europe/Paris')::date + 16, 'days', 16, 'points', 20))),
  'reasons are codes with their figures');
select is((pg_temp.figures('Assidu')).visit_frequency_per_week, 3.50::numeric(4,2), '14 visits in four weeks');
select is((pg_temp.figures('Assidu')).model, 'rule_v1', 'the rule is named');

-- edges
create function pg_temp.points(p_change text) returns integer language plpgsql as $$
declare
  answer integer;
begin
  execute format('update public.gym_members_v2 set %s where first_name = ''Neuf''', p_change);
  perform public.update_member_analytics(tests.member_id('Neuf'));
  select round(churn_risk_score * 100) into answer from pg_temp.figures('Neuf');
  return answer;
end $$;
create function pg_temp.day(p_ago integer) returns text language sql as $$
  select quote_literal(((now() at time zone 'Europe/Paris')::date - p_ago)::timestamp at time zone 'Europe/Paris')
$$;
select is(pg_temp.points('last_visit = ' || pg_temp.day(14)), 20, '14 days are not more than 14');
select is(pg_temp.points('last_visit = ' || pg_temp.day(15)), 50, '15 are');
select is(pg_temp.points('last_visit = ' || pg_temp.day(0) || ', membership_ends_on = ' || quote_literal((now() at time zone 'Europe/Paris')::date + 30)), 0,
  'seen today: engagement 0.30 is not below 0.3, and 30 days are not less than 30');
select is(pg_temp.points('membership_ends_on = ' || quote_literal((now() at time zone 'Europe/Paris')::date + 29)), 20, '29 are');
select is(pg_temp.points('membership_ends_on = ' || quote_literal((now() at time zone 'Europe/Paris')::date - 1)), 0, 'what has ended does not end soon');
delete from public.conversation_summaries where id = (select id from public.conversation_summaries limit 1);
select public.update_member_analytics(tests.member_id('Fache'));
select is((pg_temp.figures('Fache')).churn_risk_score, 0.70::numeric(3,2), 'three negative conversations are not more than three');

-- conversations: counted from rows, each time
select tests.make_talk('lille-entree', 'Bavard', 0.5, n * interval '1 day') from generate_series(1, 20) n;
select is(public.update_member_analytics(tests.member_id('Bavard')), true, 'conversations change the row');
select is(
  (select array[total_conversations::text, total_session_duration_seconds::text, avg_session_duration_seconds::text, conversation_frequency,
    avg_sentiment_score::text, sentiment_trend, positive_sentiment_count::text, negative_sentiment_count::text, engagement_score::text]
    from pg_temp.figures('Bavard')),
  '{20,1200,60.00,daily,0.50,stable,20,0,1.00}', '20 in four weeks are daily; 0.5 + 0.3 + 0.2');
select tests.make_talk('lille-entree', 'Remonte', case when n <= 5 then 0.4 else 0.24 end, n * interval '6 days') from generate_series(1, 10) n;
select tests.make_talk('lille-entree', 'Deprime', case when n <= 5 then 0.0 else 0.14 end, n * interval '20 days') from generate_series(1, 10) n;
select private.refresh_member_analytics(array[tests.member_id('Remonte'), tests.member_id('Deprime')]);
select results_eq(
  $$select conversation_frequency, sentiment_trend, avg_sentiment_score from public.member_analytics
    where member_id in (tests.member_id('Remonte'), tests.member_id('Deprime')) order by 3 desc$$,
  $$values ('weekly', 'improving', 0.32::numeric(3,2)), ('monthly', 'stable', 0.07::numeric(3,2))$$,
  '0.16 up is improving, 0.14 down is stable; four in 28 days are weekly, one in 30 monthly');
update public.conversation_summaries set sentiment_score = -0.02 where member_id = tests.member_id('Deprime') and created_at > now() - interval '101 days';
select public.update_member_analytics(tests.member_id('Deprime'));
select is((pg_temp.figures('Deprime')).sentiment_trend, 'declining', '0.16 down is declining');
select is((pg_temp.figures('Absent')).conversation_frequency, 'rare', 'none is rare');

-- a row that says the same is not written
select is(private.refresh_member_analytics(array(select id from public.gym_members_v2)), 0, 'a second run writes nothing');
update public.gym_members_v2 set last_visit = last_visit - interval '5 days' where first_name = 'Rare';
select is(public.update_member_analytics(tests.member_id('Rare')), false, '26 days instead of 21 say the same');
select is((pg_temp.figures('Rare')).days_since_last_visit, 21, 'so the row stays');
update public.gym_members_v2 set last_visit = last_visit - interval '5 days' where first_name = 'Rare';
select is(public.update_member_analytics(tests.member_id('Rare')), true, '31 days are another bucket');
select is(array(select private.day_bucket(d) from unnest('{0,3,4,7,8,14,15,30,31,60,61,999}'::integer[]) d), '{0,0,1,1,2,2,3,3,4,4,5,5}', 'buckets of rule A2');

-- nobody whom rule P3 excludes, from the moment on
select private.raise_alert(tests.gym_id('Lille'), type, 'high', tests.member_id('Partant'), null, '{}', '[]')
from unnest('{churn_risk,staff_call}'::text[]) type;
update public.gym_members_v2 set member_kind = 'staff' where first_name = 'Absent';
update public.gym_members_v2 set analysis_objection = true where first_name = 'Partant';
update public.gym_members_v2 set birth_date = current_date - 3650 where first_name = 'Fache';
select is((select string_agg(alert_type, ',') from public.manager_alerts), 'staff_call', 'alerts that tell a score go with it, others stay');
select is(
  (select count(*) from public.member_analytics a join public.gym_members_v2 m on m.id = a.member_id where m.first_name in ('Absent', 'Partant', 'Fache')),
  0::bigint, 'staff, who objects and minors have no score at all');
select private.refresh_member_analytics(array(select id from public.gym_members_v2));
select is(tests.count_of('public.member_analytics'), 7::bigint, 'nor does a recomputation bring one back');
select is(public.update_member_analytics(gen_random_uuid()), false, 'an unknown member changes nothing');

-- reading
select tests.sign_in('staff@lille.test');
select is(tests.count_of('public.member_analytics'), 7::bigint, 'staff read the figures of their gym');
select is(tests.outcome('update public.member_analytics set churn_risk_score = 0'), '42501', 'nobody writes a score');
select is(tests.outcome(format('select public.update_member_analytics(%L)', gen_random_uuid())), '42501', 'nor has it recomputed');
select tests.sign_in('manager@nice.test');
select is(tests.count_of('public.member_analytics'), 0::bigint, 'another gym reads none');

select * from finish();
rollback;
