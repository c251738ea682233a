-- Dollars and euros, budgets, what the provider says: who reads them, who sets them (rules V3, V6, T6).
begin;
select no_plan();
select tests.two_customers();
update public.franchises set subscription_plan = 'pro';
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
create function pg_temp.talk(p_slug text, p_at timestamptz, p_usd numeric, p_provider text default 'openai') returns uuid
language sql security definer as $$
  insert into public.openai_realtime_sessions (
    gym_id, kiosk_id, state, channel, provider, language, started_at, connected_at, ended_at, end_reason, expires_at, consent, cost_usd
  )
  select k.gym_id, k.id, 'closed', 'voice', p_provider, 'fr', p_at, p_at, p_at, 'goodbye', p_at + interval '5 minutes',
    '{"talk": true, "analyse": true, "remember": false}', p_usd
  from public.kiosks k where k.slug = p_slug
  returning id
$$;
create function pg_temp.cost(p_id uuid) returns text
language sql as $$
  select concat_ws(' | ', r ->> 'cost_usd', coalesce(r ->> 'cost_eur', 'none'), r ->> 'rate_day')
  from public.get_conversation(p_id) r
$$;
grant execute on function pg_temp.cost(uuid) to public;

-- a conversation has the rate of its own day
delete from private.exchange_rates;
create temp table talks as select pg_temp.talk('lille-entree', now() - interval '40 days', 0.045) as old, pg_temp.talk('lille-entree', now(), 0.09) as new;
grant select on talks to public;
select tests.sign_in('manager@lille.test');
select is(pg_temp.cost(new), '0.090000000 | none', 'without any rate dollars stand alone') from talks;
select is(public.get_gym_costs(tests.gym_id('Lille')) -> 'eur', 'null', 'in the sum of the month too');
select is(public.get_gym_costs(tests.gym_id('Lille')) -> 'rate', 'null', 'and that there is no rate is said');

select tests.sign_in('admin@platform.test');
select lives_ok(format('select public.add_exchange_rate(%L, 1.25)', current_date - 50), 'the platform enters a rate');
select lives_ok(format('select public.add_exchange_rate(%L, 1.5)', current_date - 1), 'and another');
select tests.sign_in('manager@lille.test');
select is(pg_temp.cost(old), format('0.045000000 | 0.036000000 | %s', current_date - 50), 'the latest on or before its day') from talks;
select is(pg_temp.cost(new), format('0.090000000 | 0.060000000 | %s', current_date - 1), 'each by its own') from talks;
select tests.sign_in('admin@platform.test');
select lives_ok(format('select public.add_exchange_rate(%L, 1.2)', current_date - 1), 'a correction of the same day');
select tests.sign_in('manager@lille.test');
select is(pg_temp.cost(new), format('0.090000000 | 0.075000000 | %s', current_date - 1), 'wins') from talks;
select tests.sign_out();
select is((select count(*) from private.exchange_rates), 3::bigint, 'what it corrects stays');
select is((select count(*) from public.audit_logs a where a.entity = 'exchange_rates' and a.action = 'insert' and a.actor_id = tests.user_id('admin@platform.test')),
  3::bigint, 'each is audited with who');

-- what no rate is
select tests.sign_in('admin@platform.test');
select throws_ok(format('select public.add_exchange_rate(%L, %L)', day, rate), 'P0001', 'invalid_input', format('%s at %s is none', day, rate))
from (values (current_date + 2, 1.1), ('2019-12-31', 1.1), (null, 1.1), (current_date, 0.19), (current_date, 5.01), (current_date, 1.1234567), (current_date, 'NaN')) as wrong (day, rate);

-- budgets
select is(public.list_costs() #> '{rows,0,limit}', '{"kind": "plan", "used": 0.090000000, "most": 1500.00, "share": 0.0001}', 'the plan alone holds at first');
select lives_ok(format('select public.set_gym_budget(%L, 0.10)', tests.gym_id('Lille')), 'the platform sets a gym''s budget');
select is(public.list_costs() #> '{rows,0,limit}', '{"kind": "gym", "used": 0.090000000, "most": 0.10, "share": 0.9000}', 'the nearer one is told');
select is(public.list_costs(p_view => 'near') ->> 'total', '1', 'who has used four fifths is near');
select is(public.list_costs() -> 'counts', '{"all": 4, "near": 1, "spending": 1}', 'counts by view');
select is(public.list_costs() #> '{rows,0,eur}', '0.075000000', 'euros of the month');
select is(public.list_costs() -> 'month', '{"eur": 0.075000000, "usd": 0.090000000, "conversations": 1}', 'the whole month');
select is(public.list_costs(p_search => 'NÏCE') ->> 'total', '1', 'found by name');
select is(public.list_costs(p_sort => 'name', p_limit => 1, p_cursor => public.list_costs(p_sort => 'name', p_limit => 1) ->> 'next_cursor') #>> '{rows,0,name}',
  public.list_costs(p_sort => 'name') #>> '{rows,1,name}', 'the second page goes on where the first ends');
select throws_ok(format('select public.list_costs(%s)', wrong), 'P0001', 'invalid_input', wrong)
from unnest('{p_view => ''x'',p_sort => ''x'',p_view => null}'::text[]) wrong;
select throws_ok(format('select public.set_gym_budget(%L, %L)', tests.gym_id('Lille'), wrong), 'P0001', 'invalid_input', wrong || ' is no budget')
from unnest('{-1,100000.01,1.001,NaN}'::text[]) wrong;
select is(public.get_gym_costs(tests.gym_id('Lille')) - 'month' - 'rate',
  '{"conversations": 1, "usd": 0.090000000, "eur": 0.075000000, "budget_usd": 0.10, "plan_usd": 1500.00, "shared": true}', 'a gym''s own month');
select lives_ok(format('select public.set_gym_budget(%L, null)', tests.gym_id('Lille')), 'and takes it away');
select is(public.get_gym_costs(tests.gym_id('Lille')) -> 'budget_usd', 'null', 'then there is none');
select tests.sign_out();
select is((select string_agg(a.action, ',' order by a.seq) from public.audit_logs a where a.entity = 'voice_budgets' and a.gym_id = tests.gym_id('Lille')),
  'insert,delete', 'both are audited at the gym');

-- who may
select tests.sign_in('staff@lille.test');
select throws_ok(format('select public.get_gym_costs(%L)', tests.gym_id('Lille')), 'P0001', 'forbidden', 'the team reads no costs');
select tests.sign_in('manager@lille.test');
select is(public.get_gym_costs(tests.gym_id('Lille')) ->> 'usd', '0.090000000', 'a manager reads the own gym''s');
select throws_ok(format('select public.get_gym_costs(%L)', tests.gym_id('Nice')), 'P0001', 'not_found', 'other gym''s id is not found');
select throws_ok(format('select public.set_gym_budget(%L, 5)', tests.gym_id('Lille')), 'P0001', 'not_found', 'and sets no budget');
select throws_ok('select public.list_costs()', 'P0001', 'forbidden', 'nor the platform''s');
select throws_ok('select public.get_price_list()', 'P0001', 'forbidden', 'nor prices and comparisons');
select throws_ok(format('select public.add_exchange_rate(%L, 1.1)', current_date), 'P0001', 'forbidden', 'nor sets a rate');
select tests.sign_in('owner@nord.test');
select is(public.get_gym_costs(tests.gym_id('Lille')) ->> 'usd', '0.090000000', 'an owner reads the franchise''s gyms');
select throws_ok(format('select public.get_gym_costs(%L)', tests.gym_id('Nice')), 'P0001', 'not_found', 'and no other''s');
select throws_ok('select public.list_costs()', 'P0001', 'forbidden', 'an owner is no platform');
select tests.as_anonymous();
select is(tests.outcome(format('select public.get_gym_costs(%L)', tests.gym_id('Lille'))), '42501', 'nobody else');
select tests.as_service();
select is(tests.outcome('select public.list_costs()'), '42501', 'the server has no other way to it');

-- the provider's figures
select tests.sign_out();
select pg_temp.talk('lille-entree', (current_date - 1)::timestamp at time zone 'UTC' + interval '1 hour', 10);
select pg_temp.talk('nice-entree', current_date::timestamp at time zone 'UTC' - interval '1 second', 10);
select pg_temp.talk('nice-entree', (current_date - 1)::timestamp at time zone 'UTC' + interval '2 hours', 500, 'builtin');
select pg_temp.talk('nice-entree', current_date::timestamp at time zone 'UTC', 500);
select tests.as_service();
select is(public.begin_usage_check(), jsonb_build_object('from', current_date - 3, 'to', current_date), 'three whole days are asked for');
select is(public.begin_usage_check(), null, 'by one at a time');
create function pg_temp.said(p_usd numeric, p_days integer default 1) returns integer
language sql as $$ select public.finish_usage_check(jsonb_build_array(jsonb_build_object('day', current_date - p_days, 'usd', p_usd))) $$;
grant execute on function pg_temp.said(numeric, integer) to public;
select is(pg_temp.said(22), 1, 'a day that is 2 dollars and 9 % apart');
select is(public.begin_usage_check(), null, 'what is done is not done again that day');
select tests.sign_out();
select is((select array[r.our_usd, r.difference] from private.usage_reconciliations r), array[20.000000000, -2.000000000],
  'only what that provider spoke, on that day of UTC');
select is((select count(*) from private.platform_alerts), 0::bigint, 'is near enough');
select pg_temp.said(25);
select is((select a.params from private.platform_alerts a where a.subject = (current_date - 1)::text), '{"ours": 20.000000000, "provider": 25}', '5 dollars and 20 % are told');
select pg_temp.said(0.9, 2);
select is((select count(*) from private.platform_alerts), 1::bigint, 'less than a dollar is not');
select pg_temp.said(20.5);
select isnt((select a.resolved_at from private.platform_alerts a), null, 'they agree after all: closed by itself');
select pg_temp.said(25);
select is((select a.resolved_at from private.platform_alerts a), null, 'and open again when they do not');
select is(public.finish_usage_check('[{"day": "2020-01-01", "usd": 9}]'), 1, 'a day nobody asked for');
select is((select count(*) from private.usage_reconciliations), 2::bigint, 'is not kept');
select public.finish_usage_check(null, 'http_401');
select is((select r.counts from private.job_runs r where r.job = 'reconcile_usage'), '{"error": "http_401"}', 'what went wrong is kept');
select isnt(public.begin_usage_check(), null, 'and it is tried again');
select is((select count(*) from private.job_runs r where r.job = 'reconcile_usage'), 1::bigint, 'a day is one slot');

-- alerts of the platform
create temp table alert as select a.id from private.platform_alerts a;
grant select on alert to public;
select tests.sign_in('manager@lille.test');
select throws_ok(format('select public.act_on_platform_alert(%L, ''resolve'')', id), 'P0001', 'not_found', 'a customer''s people find none') from alert;
select tests.sign_in('admin@platform.test');
select throws_ok(format('select public.act_on_platform_alert(%L, ''resolve'')', gen_random_uuid()), 'P0001', 'not_found', 'nor the platform what is none');
select throws_ok(format('select public.act_on_platform_alert(%L, ''forget'')', id), 'P0001', 'invalid_input', 'three things can be done') from alert;
select lives_ok(format('select public.act_on_platform_alert(%L, ''acknowledge'')', id), 'taken up') from alert;
select is(public.list_costs() #>> '{alerts,0,state}', 'acknowledged', 'it stays on the page');
select throws_ok(format('select public.act_on_platform_alert(%L, ''acknowledge'')', id), 'P0001', 'conflict', 'once') from alert;
select lives_ok(format('select public.act_on_platform_alert(%L, ''resolve'')', id), 'closed') from alert;
select is(public.list_costs() -> 'alerts', '[]', 'it is gone from the open ones');
select is(public.list_platform_alerts() #>> '{0,state}', 'resolved', 'and still in the list');
select tests.sign_out();
select pg_temp.said(30);
select isnt((select a.resolved_at from private.platform_alerts a), null, 'what somebody closed stays closed');
select tests.sign_in('admin@platform.test');
select lives_ok(format('select public.act_on_platform_alert(%L, ''reopen'')', id), 'until somebody opens it again') from alert;
select is(public.get_price_list() #>> '{days,0,differs}', 'true', 'the comparison is on the page of prices');
select is(public.get_price_list() #>> '{rates,0,replaced}', 'false', 'with the rates, the latest first');
select is(public.get_price_list() #>> '{rates,1,replaced}', 'true', 'and what was corrected');
select is(public.get_price_list() -> 'models' -> 0 -> 'prices' ->> 'audio_out', '20.00', 'and the models');

select * from finish();
rollback;
