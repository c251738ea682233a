-- rule_v1 and the alerts by the thresholds of each gym.
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana');
select tests.make_member(tests.gym_id('Nice'), 'Nora');
update public.gym_members_v2 set membership_ends_on = current_date + 10;
select tests.make_visits('Ana', '{10}'), tests.make_visits('Nora', '{10}');

create function pg_temp.reasons(p_name text) returns text[]
language sql as $$
  select private.factor_codes(f.churn_factors) from private.member_figures(array[tests.member_id(p_name)]) f
$$;
create function pg_temp.sets(p_thresholds jsonb) returns void
language sql as $$ update public.gyms set thresholds = thresholds || p_thresholds where name = 'Lille' $$;

select is(pg_temp.reasons('Ana'), '{membership_ends}', 'ten days away is no absence');
select pg_temp.sets('{"absent_days": 10}');
select is(pg_temp.reasons('Ana'), '{membership_ends}', 'nor is it where ten are allowed');
select pg_temp.sets('{"absent_days": 9}');
select is(pg_temp.reasons('Ana'), '{membership_ends,no_visit}', 'it is where nine are');
select is(pg_temp.reasons('Nora'), '{membership_ends}', 'at that gym alone');
select is(public.update_member_analytics(tests.member_id('Ana')), true, 'the row is written');
select is((select churn_risk_score from public.member_analytics where member_id = tests.member_id('Ana')), 0.50, 'with its points');

select is(public.generate_alerts_if_needed(tests.member_id('Ana')), 0, '50 points are no alert at 70');
select pg_temp.sets('{"risk_alert": 51}');
select is(public.generate_alerts_if_needed(tests.member_id('Ana')), 0, 'nor at 51');
select pg_temp.sets('{"risk_alert": 50}');
select is(public.generate_alerts_if_needed(tests.member_id('Ana')), 1, 'they are at 50');
select is((select array[alert_type, priority] from public.manager_alerts where member_id = tests.member_id('Ana')), '{churn_risk,high}', 'as churn_risk, not urgent');

update public.gyms set thresholds = default where name = 'Lille';
delete from public.manager_alerts;
select tests.make_talk('lille-entree', 'Ana', -0.45);
select is(public.generate_alerts_if_needed(tests.member_id('Ana')), 0, '-0.45 is no alert at -0.50');
select pg_temp.sets('{"negative_sentiment": -0.46}');
select is(public.generate_alerts_if_needed(tests.member_id('Ana')), 0, 'nor at -0.46');
select pg_temp.sets('{"negative_sentiment": -0.45}');
select is(public.generate_alerts_if_needed(tests.member_id('Ana')), 1, 'it is at -0.45');
select is((select sentiment_label from public.conversation_summaries where member_id = tests.member_id('Ana')), 'neutral', 'and stays neutral by its label');

select * from finish();
rollback;
