-- Customers: plans, trials and holds, by the platform alone; the list of all of them.
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Solo'), 'solo-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Solo'), 'Ben', '101');
create function tests.customers(p_args text default '') returns jsonb language plpgsql as $$
declare answer jsonb;
begin
  execute format('select public.list_customers(%s)', p_args) into answer;
  return answer;
end $$;
create function tests.names(p_list jsonb) returns text[] language sql as $$
  select coalesce(array_agg(row ->> 'name' order by place), '{}') from jsonb_array_elements(p_list -> 'rows') with ordinality r (row, place)
$$;
create function tests.row_of(p_name text) returns jsonb language sql as $$
  select row from jsonb_array_elements(tests.customers() -> 'rows') row where row ->> 'name' = p_name
$$;

-- Refused to everybody else

create function tests.told(p_who text, p_call text) returns text language plpgsql as $$
begin
  perform tests.sign_in(p_who);
  execute 'select public.' || replace(p_call, '$id', quote_literal(tests.franchise_id('Nord')));
  return 'done';
exception when others then
  return sqlerrm;
end $$;
select is(tests.told(who, call), said, format('%s is refused to %s', call, who))
from (values
  ('set_customer_plan($id, ''pro'')'), ('set_customer_trial($id, current_date)'), ('suspend_customer($id, ''Impayé'')'), ('resume_customer($id)')
) verbs (call)
cross join (values ('owner@nord.test', 'forbidden'), ('manager@lille.test', 'not_found'), ('owner@sud.test', 'not_found')) actors (who, said);
select is(tests.told(who, 'list_customers()'), 'forbidden', 'the list is refused to ' || who)
from unnest('{owner@nord.test,manager@solo.test,staff@lille.test}'::text[]) who;
select tests.sign_in('manager@solo.test');
select throws_ok(format('select public.suspend_customer(%L, %L)', tests.gym_id('Solo'), 'Impayé'), 'P0001', 'forbidden',
  'a gym''s own manager does not hold it');
select tests.sign_in('admin@platform.test', 'aal1');
select throws_ok('select public.list_customers()', 'P0001', 'mfa_required', 'the platform needs its second factor');
select throws_ok(format('select public.suspend_customer(%L, %L)', tests.franchise_id('Nord'), 'Impayé'), 'P0001', 'mfa_required', 'also to hold somebody');

-- The list

select tests.sign_in('admin@platform.test');
select is(tests.names(tests.customers()), '{Nord,Solo,Sud}', 'franchises and gyms on their own are customers, by name');
select is(tests.customers() -> 'counts', '{"all": 3, "active": 3, "trial": 0, "suspended": 0}', 'each state with how many');
select is(tests.row_of('Nord') - 'id' - 'created_at', jsonb_build_object(
  'kind', 'franchise', 'name', 'Nord', 'city', null, 'plan', 'enterprise', 'state', 'active', 'trial_ends_on', null, 'members', 1,
  'usage', '{"gyms": 2, "kiosks": 1, "conversations": 0, "budget": 0}'::jsonb,
  'limits', '{"gyms": null, "kiosks": null, "conversations": null, "budget": null}'::jsonb,
  'contact', '{"full_name": "Owner", "email": "owner@nord.test", "invited": false}'::jsonb
), 'a row has use, limits, members and whoever runs it');
select is(tests.row_of('Solo') -> 'contact' ->> 'email', 'manager@solo.test', 'a gym on its own is run by its manager');
select is(tests.names(tests.customers($$p_search => 'NICE'$$)), '{}', 'a gym of a franchise is no customer');
select is(tests.names(tests.customers($$p_search => 'owner sud'$$)), '{Sud}', 'a search finds whoever runs it');
select is(tests.names(tests.customers($$p_search => '100%'$$)), '{}', 'what it looks for is no pattern');
select is(tests.names(tests.customers($$p_kind => 'gym'$$)), '{Solo}', 'by kind');
select is(tests.names(tests.customers($$p_plan => 'pro'$$)), '{}', 'by plan');
select throws_ok($$select public.list_customers(p_state => 'gone')$$, 'P0001', 'invalid_input', 'an unknown state is refused');
select throws_ok($$select public.list_customers(p_sort => 'size')$$, 'P0001', 'invalid_input', 'an unknown order too');
select throws_ok($$select public.list_customers(p_cursor => 'bm8')$$, 'P0001', 'invalid_input', 'and what is no cursor');
select is(
  (with recursive pages as (
    select tests.customers(format('p_limit => 1, p_sort => %L', sort)) as page
    union all
    select tests.customers(format('p_limit => 1, p_sort => %L, p_cursor => %L', sort, page ->> 'next_cursor'))
    from pages where page ->> 'next_cursor' is not null
  ) select array_agg(name order by name) from pages, unnest(tests.names(page)) name),
  '{Nord,Solo,Sud}', 'each is on one page by ' || sort)
from unnest('{name,newest,trial}'::text[]) sort;

-- Plan and trial

select lives_ok(format('select public.set_customer_plan(%L, %L)', tests.franchise_id('Nord'), 'pro'), 'a franchise changes its plan');
select lives_ok(format('select public.set_customer_plan(%L, %L)', tests.gym_id('Solo'), 'starter'), 'and a gym on its own');
select is((tests.row_of('Nord') ->> 'plan') || ' ' || (tests.row_of('Solo') ->> 'plan'), 'pro starter', 'both have it');
select throws_ok(format('select public.set_customer_plan(%L, %L)', tests.franchise_id('Nord'), 'gold'), 'P0001', 'invalid_input', 'a plan that is none');
select throws_ok(format('select public.set_customer_plan(%L, %L)', tests.gym_id('Lille'), 'pro'), 'P0001', 'not_found', 'a gym of a franchise is none');
select throws_ok(format('select public.set_customer_trial(%L, current_date - 2)', tests.gym_id('Solo')), 'P0001', 'invalid_input', 'no trial ends in the past');
select lives_ok(format('select public.set_customer_trial(%L, current_date + 3)', tests.gym_id('Solo')), 'a trial has a last day');
select lives_ok(format('select public.set_customer_trial(%L, current_date + 30)', tests.franchise_id('Sud')), 'a franchise''s too');
select is(tests.names(tests.customers($$p_state => 'trial', p_sort => 'trial'$$)), '{Solo,Sud}', 'who ends first comes first');
select lives_ok(format('select public.set_customer_trial(%L, null)', tests.franchise_id('Sud')), 'a trial becomes a contract');
select is(tests.row_of('Sud') ->> 'state', 'active', 'which the list says');

-- Those in charge know its last day

select tests.sign_in('manager@solo.test');
select is((public.get_actor() #>> '{gyms,0,trial_ends_on}')::date, current_date + 3, 'the manager knows the last day');
select tests.sign_in('staff@lille.test');
select is(public.get_actor() #>> '{gyms,0,trial_ends_on}', null, 'the desk has no use for it');
select tests.sign_out();

-- It ends by the customer's own clock, once

update public.gyms set trial_ends_on = (now() at time zone timezone)::date where name = 'Solo';
select is(private.end_trials(), 0, 'on its last day a trial runs');
update public.gyms set trial_ends_on = (now() at time zone timezone)::date - 1 where name = 'Solo';
update public.franchises set status = 'trial', trial_ends_on = (now() at time zone 'Pacific/Kiritimati')::date - 1 where name = 'Nord';
update public.gyms set timezone = 'Pacific/Kiritimati' where name = 'Lille';
update public.gyms set timezone = 'Pacific/Pago_Pago' where name = 'Arras';
select is(private.end_trials(), 1, 'the day after it is over; where the day is still on at one gym it runs');
select is(private.end_trials(), 0, 'and it ends once');
select is((select array[status, trial_ends_on is null] ::text[] from public.gyms where name = 'Solo'), '{suspended,false}', 'the customer is on hold');
select is((select cause from private.customer_holds), 'trial_ended', 'the hold says why');
select isnt_empty($$select from public.audit_logs where entity = 'gyms' and actor_kind = 'system' and 'status' = any (changed)$$, 'and the audit that it was nobody''s hand');
update public.gyms set timezone = 'Pacific/Kiritimati' where name = 'Arras';
select is(private.end_trials(), 1, 'a franchise''s trial ends with the day of its last gym');
select tests.sign_in('admin@platform.test');
select lives_ok(format('select public.resume_customer(%L)', tests.franchise_id('Nord')), 'it is let go on');
select is(tests.row_of('Nord') ->> 'state', 'active', 'and pays from now on');
select lives_ok(format('select public.resume_customer(%L, current_date + 5)', tests.gym_id('Solo')), 'a trial is given longer');
select is(tests.row_of('Solo') ->> 'state', 'trial', 'and is one again');

-- On hold

select throws_ok(format('select public.suspend_customer(%L, %L)', tests.franchise_id('Nord'), ' x '), 'P0001', 'invalid_input', 'a hold says why');
select lives_ok(format('select public.suspend_customer(%L, %L)', tests.franchise_id('Nord'), 'Deux factures impayées'), 'a customer is put on hold');
select throws_ok(format('select public.suspend_customer(%L, %L)', tests.franchise_id('Nord'), 'Encore'), 'P0001', 'conflict', 'once');
select throws_ok(format('select public.set_customer_trial(%L, current_date + 9)', tests.franchise_id('Nord')), 'P0001', 'conflict', 'a hold is ended first');
select is((tests.customers(format('p_open_id => %L', tests.franchise_id('Nord'))) #> '{open,hold}') - 'began_at',
  '{"cause": "by_hand", "reason": "Deux factures impayées", "by": "Admin"}', 'its page says why and by whom');
select is(jsonb_array_length(tests.customers(format('p_open_id => %L', tests.franchise_id('Nord'))) #> '{open,places}'), 2, 'with its gyms');
select is(tests.customers(format('p_open_id => %L', tests.gym_id('Lille'))) -> 'open', 'null', 'a gym of a franchise opens nothing');
select tests.sign_in('manager@lille.test');
select is(public.get_actor() #>> '{gyms,0,status}', 'suspended', 'its people are told');
select is(tests.outcome($$select from public.kiosks$$), '1 rows', 'they read');
select is(tests.outcome($$update public.gyms set phone = '1'$$), '0 rows', 'they write nothing');
select throws_ok(format('select public.issue_provisioning_code(%L, %L)', tests.kiosk_id('lille-entree'), repeat('a', 64)), 'P0001', 'customer_suspended', 'they are told why');
select tests.as_service();
select is(public.kiosk_heartbeat(tests.token('lille-entree')) #>> '{gym,status}', 'suspended', 'its kiosks are closed');
select is(tests.scan('lille-entree', '100') ->> 'outcome', 'welcome', 'a badge is read all the same');
select throws_ok($$select tests.start('lille-entree', '100')$$, 'P0001', 'customer_suspended', 'no conversation begins');
select tests.sign_in('admin@platform.test');
select lives_ok(format('select public.resume_customer(%L)', tests.franchise_id('Nord')), 'it is taken off hold');
select throws_ok(format('select public.resume_customer(%L)', tests.franchise_id('Nord')), 'P0001', 'conflict', 'once');
select tests.sign_out();
select is((select count(*) from public.audit_logs where entity = 'franchises' and entity_id = tests.franchise_id('Nord')
  and actor_id = tests.user_id('admin@platform.test') and 'status' = any (changed)), 3::bigint, 'each step has its line in the audit');
select tests.sign_in('manager@lille.test');
select is(tests.outcome($$update public.gyms set phone = '1'$$), '1 rows', 'its people write again');
select tests.sign_out();
update public.gyms set status = 'maintenance' where name = 'Solo';
select tests.sign_in('admin@platform.test');
select public.suspend_customer(tests.gym_id('Solo'), 'Fermée pour travaux'), public.resume_customer(tests.gym_id('Solo'));
select is((select status from public.gyms where name = 'Solo'), 'maintenance', 'a gym is as it was before its hold');

select * from finish();
rollback;
