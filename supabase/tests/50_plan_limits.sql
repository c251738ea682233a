-- What a plan holds: at, under and over each limit, and no way past it.
begin;
select no_plan();
select tests.two_customers();
update private.plans set gyms = 3, kiosks = 2, conversations = 2, budget_usd = 10 where plan = 'starter';
update private.plans set gyms = 4, kiosks = 3, conversations = null, budget_usd = null where plan = 'pro';

select set_eq('select plan from private.plans', '{starter,pro,enterprise}'::text[], 'each plan says its limits');
select bag_eq(
  $$select plan from private.plans where num_nulls(gyms, kiosks, conversations, budget_usd) = 4$$, '{enterprise}'::text[],
  'one plan has none');

-- Gyms

update public.franchises set subscription_plan = 'starter' where name = 'Nord';
select lives_ok($$select tests.make_gym('Douai', tests.franchise_id('Nord'))$$, 'the third of three gyms opens');
select throws_ok($$select tests.make_gym('Lens', tests.franchise_id('Nord'))$$, 'P0001', 'plan_limit', 'the fourth does not');
select throws_ok(
  $$insert into public.gyms (name, franchise_id) select n, tests.franchise_id('Nord') from unnest('{Un,Deux}'::text[]) n$$,
  'P0001', 'plan_limit', 'nor do two at once');
select throws_ok(
  format('update public.gyms set franchise_id = %L where id = %L', tests.franchise_id('Nord'), tests.gym_id('Solo')),
  'P0001', 'plan_limit', 'nor does one that moves in');
select lives_ok($$select tests.make_gym('Menton', tests.franchise_id('Sud'))$$, 'another customer''s plan is another matter');
select lives_ok($$update public.franchises set subscription_plan = 'pro' where name = 'Nord'$$, 'a bigger plan is taken');
select lives_ok($$select tests.make_gym('Lens', tests.franchise_id('Nord'))$$, 'and holds a fourth');
select throws_ok($$update public.franchises set subscription_plan = 'starter' where name = 'Nord'$$, 'P0001', 'plan_limit',
  'a smaller plan that does not hold what is there is refused');
delete from public.gyms where name = 'Lens';

-- Kiosks

select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree'), tests.make_kiosk(tests.gym_id('Arras'), 'arras-entree');
select lives_ok($$select tests.make_kiosk(tests.gym_id('Douai'), 'douai-entree')$$, 'the kiosks of a franchise count together');
select throws_ok($$select tests.make_kiosk(tests.gym_id('Lille'), 'lille-haut')$$, 'P0001', 'plan_limit', 'one too many is refused');
select throws_ok($$update public.franchises set subscription_plan = 'starter' where name = 'Nord'$$, 'P0001', 'plan_limit',
  'three kiosks do not fit into a plan of two');
update public.gyms set subscription_plan = 'starter' where name = 'Solo';
select tests.make_kiosk(tests.gym_id('Solo'), 'solo-entree'), tests.make_kiosk(tests.gym_id('Solo'), 'solo-haut');
select throws_ok($$select tests.make_kiosk(tests.gym_id('Solo'), 'solo-bas')$$, 'P0001', 'plan_limit', 'a gym on its own has a plan too');
select throws_ok(
  format('update public.kiosks set gym_id = %L where slug = %L', tests.gym_id('Solo'), 'lille-entree'),
  'P0001', 'plan_limit', 'a kiosk does not move into a full plan');
select throws_ok(
  format('update public.gyms set franchise_id = %L where id = %L', tests.franchise_id('Nord'), tests.gym_id('Solo')),
  'P0001', 'plan_limit', 'nor does a gym whose kiosks are too many');
select is((select subscription_plan from public.gyms where name = 'Lille'), null, 'a gym of a franchise has no plan of its own');
update public.gyms set subscription_plan = 'pro', trial_ends_on = current_date where name = 'Lille';
select is((select array[subscription_plan, trial_ends_on::text] from public.gyms where name = 'Lille'), '{null,null}',
  'and gets none, nor a trial');

-- Conversations and budget

select tests.make_member(tests.gym_id('Solo'), 'Ana', '100');
select tests.make_member(tests.gym_id('Solo'), 'Ben', '101');
select tests.make_member(tests.gym_id('Solo'), 'Cleo', '102');
select tests.make_member(tests.gym_id('Lille'), 'Dora', '200');
select tests.make_talk('solo-entree', 'Ana', 0, interval '40 days');
select is(private.customer_usage(tests.gym_id('Solo'), 'conversations'), 0::numeric, 'what was said last month takes nothing from this one');
select tests.as_service();
select lives_ok($$select tests.start('solo-entree', '100')$$, 'the first of two conversations begins');
select lives_ok($$select tests.start('solo-haut', '101')$$, 'and the second');
create temp table scanned as select tests.scan('solo-entree', '102') as answer;
select is(answer ->> 'outcome', 'welcome', 'at the limit a badge is greeted as ever') from scanned;
select throws_ok(
  format('select public.kiosk_start_conversation(%L, %L, %L, %L, %L)', tests.token('solo-entree'), answer ->> 'scan_id', 'fr',
    '{"talk": true, "analyse": true, "remember": false}', 'v1'),
  'P0001', 'plan_limit', 'only the conversation does not begin')
from scanned;
select lives_ok($$select tests.start('lille-entree', '200')$$, 'elsewhere it does');
select tests.sign_out();
select is(tests.count_of($$public.openai_realtime_sessions where gym_id = tests.gym_id('Solo') and started_at > now() - interval '1 hour'$$),
  2::bigint, 'nothing of it is kept');
update private.plans set conversations = null where plan = 'starter';
select lives_ok($$select tests.start('solo-entree', '102')$$, 'without that limit it begins');
select private.close_conversation(id, 'goodbye') from public.openai_realtime_sessions where state <> 'closed';
update public.openai_realtime_sessions set cost_usd = 3.333333333 where gym_id = tests.gym_id('Solo') and started_at > now() - interval '1 hour';
select tests.make_member(tests.gym_id('Solo'), 'Eva', '103');
select tests.make_member(tests.gym_id('Solo'), 'Finn', '104');
select lives_ok($$select tests.start('solo-entree', '103')$$, 'while a cent of the budget is left, a conversation begins');
select private.close_conversation(id, 'goodbye') from public.openai_realtime_sessions where state <> 'closed';
update public.openai_realtime_sessions set cost_usd = 0.000000001 where gym_id = tests.gym_id('Solo') and cost_usd = 0 and started_at > now() - interval '1 hour';
select throws_ok($$select tests.start('solo-entree', '104')$$, 'P0001', 'plan_limit', 'at the budget none does');

-- A month is the gym's

update public.gyms set timezone = 'Pacific/Kiritimati' where name = 'Solo';
select is(private.month_start('Pacific/Kiritimati') at time zone 'Pacific/Kiritimati',
  date_trunc('month', now() at time zone 'Pacific/Kiritimati'), 'the month begins at midnight there');

-- Nobody signed in writes any of it

select tests.sign_in('owner@nord.test');
select is(tests.outcome($$update public.franchises set subscription_plan = 'enterprise'$$), '42501', 'an owner takes no plan');
select is(tests.outcome($$update public.gyms set subscription_plan = 'enterprise'$$), '42501', 'nor for a gym');
select is(tests.outcome('select * from private.plans'), '42501', 'nor reads the limits');
select tests.sign_in('admin@platform.test');
select is(tests.outcome($$update public.franchises set subscription_plan = 'enterprise'$$), '42501', 'nor does the platform past its verb');
select is(tests.outcome($$insert into public.gyms (name) values ('Neuf')$$), '42501', 'or open a gym past its own');

select * from finish();
rollback;
