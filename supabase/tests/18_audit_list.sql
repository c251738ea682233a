-- The audit as people read it: a page at a time, of one gym, one franchise or the platform.
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');

create function tests.audit(p_gym text default null, p_franchise text default null, p_limit integer default 100, p_cursor text default null,
  p_actor uuid default null, p_entity text default null, p_action text default null, p_from date default null, p_to date default null) returns jsonb
language sql as $$
  select public.list_audit(tests.gym_id(p_gym), tests.franchise_id(p_franchise), p_actor, p_entity, p_action, p_from, p_to, p_cursor, p_limit)
$$;
create function tests.lines(p_list jsonb) returns text[]
language sql as $$
  select array_agg(concat_ws(' ', row #>> '{actor,name}', row ->> 'action', row ->> 'entity') order by place)
  from jsonb_array_elements(p_list -> 'rows') with ordinality listed (row, place)
$$;
create function tests.today() returns date language sql as $$ select (clock_timestamp() at time zone 'Europe/Paris')::date $$;
create function tests.all_pages(p_gym text, p_franchise text, p_size integer) returns setof uuid
language plpgsql as $$
declare
  page jsonb := tests.audit(p_gym, p_franchise, p_size);
begin
  loop
    return query select (row ->> 'id')::uuid from jsonb_array_elements(page -> 'rows') row;
    exit when page ->> 'next_cursor' is null;
    page := tests.audit(p_gym, p_franchise, p_size, page ->> 'next_cursor');
  end loop;
end $$;
create function tests.reads(p_gym text default null, p_franchise text default null) returns text
language plpgsql as $$
begin
  return jsonb_array_length(tests.audit(p_gym, p_franchise) -> 'rows') > 0;
exception when raise_exception then
  return sqlerrm;
end $$;
create function tests.reach() returns text[]
language sql as $$
  select array[tests.reads('Lille'), tests.reads('Arras'), tests.reads('Nice'), tests.reads(null, 'Nord'), tests.reads(null, 'Sud'), tests.reads()]
$$;

-- Something to read: a manager, a kiosk, a visitor, the system.
select tests.sign_in('manager@lille.test');
update public.gyms set phone = '03 20 11 22 33', address = '5 rue Nationale' where name = 'Lille';
select tests.sign_out();
select set_config('jarvis.kiosk_id', tests.kiosk_id('lille-entree')::text, true);
update public.kiosks set software_version = '2' where slug = 'lille-entree';
select set_config('jarvis.kiosk_id', '', true);
select tests.open_support('admin@platform.test', tests.gym_id('Lille'), null, true);
select tests.sign_in('admin@platform.test');
update public.gyms set price_note = '29 €' where name = 'Lille';
update public.gyms set price_note = '29 €' where name = 'Nice';
select tests.sign_out();

-- A gym's

select tests.sign_in('manager@lille.test');
select is(tests.lines(tests.audit('Lille')), array[
  'Admin update gyms', 'insert support_access', 'lille-entree update kiosks', 'Manager update gyms', 'insert kiosks', 'insert users',
  'insert users', 'insert gyms'
], 'a manager reads who did what at the gym, newest first');
select is((tests.audit('Lille', p_limit => 1) #> '{rows,0}') - 'id' - 'at', jsonb_build_object(
  'actor', jsonb_build_object('id', tests.user_id('admin@platform.test'), 'name', 'Admin', 'kind', 'staff', 'role', 'super_admin'),
  'action', 'update', 'entity', 'gyms', 'entity_id', tests.gym_id('Lille'), 'changed', '["price_note"]'::jsonb, 'gym_id', tests.gym_id('Lille'),
  'support', jsonb_build_object('id', (select id from public.support_access), 'admin_name', 'Admin', 'scope_name', 'Lille')
), 'what a visitor did has both names');
select is((tests.audit('Lille', p_entity => 'kiosks', p_action => 'update') #> '{rows,0}') - 'id' - 'at', jsonb_build_object(
  'actor', jsonb_build_object('id', tests.kiosk_id('lille-entree'), 'name', 'lille-entree', 'kind', 'kiosk', 'role', null),
  'action', 'update', 'entity', 'kiosks', 'entity_id', tests.kiosk_id('lille-entree'), 'changed', '["software_version"]'::jsonb,
  'gym_id', tests.gym_id('Lille'), 'support', null
), 'a kiosk has its name and no role');
select is(tests.audit('Lille', p_action => 'insert', p_entity => 'gyms') #> '{rows,0,actor}',
  '{"id": null, "name": null, "kind": "system", "role": null}', 'the system has none');
select is_empty(
  $$select from jsonb_array_elements(tests.audit('Lille') -> 'rows') row where row::text ~ '29 €|rue Nationale|20 11'$$, 'no value is in it');

-- Filters

select is(tests.lines(tests.audit('Lille', p_actor => tests.user_id('manager@lille.test'))), '{Manager update gyms}', 'of one person');
select is(tests.lines(tests.audit('Lille', p_actor => tests.kiosk_id('lille-entree'))), '{lille-entree update kiosks}', 'of one kiosk');
select is(cardinality(tests.lines(tests.audit('Lille', p_entity => 'gyms'))), 3, 'of one kind of row');
select is(cardinality(tests.lines(tests.audit('Lille', p_action => 'insert'))), 5, 'of one act');
select is(tests.audit('Lille', p_action => 'delete') -> 'rows', '[]', 'nothing found is an empty page');
select is(tests.audit('Lille', p_action => 'delete') -> 'next_cursor', 'null', 'and the last');
select is(cardinality(tests.lines(tests.audit('Lille', p_from => tests.today(), p_to => tests.today()))), 8, 'of today, both days included');
select is(tests.audit('Lille', p_from => tests.today() + 1) -> 'rows', '[]', 'not of tomorrow');
select is(tests.audit('Lille', p_to => tests.today() - 1) -> 'rows', '[]', 'nor of yesterday');

-- Pages

select results_eq(
  format('select * from tests.all_pages(''Lille'', null, %s)', size),
  'select id from public.audit_logs where gym_id = tests.gym_id(''Lille'') order by at desc, id desc',
  format('pages of %s together are the whole, once and in order', size)) from unnest(array[1, 3, 8, 100]) size;
select is(jsonb_array_length(tests.audit('Lille', p_limit => 0) -> 'rows'), 1, 'a page has at least a row');
select throws_ok($$select tests.audit('Lille', p_cursor => 'x')$$, 'P0001', 'invalid_input', 'a cursor is ours or refused');
select throws_ok(
  format($$select tests.audit('Lille', p_cursor => %L)$$, private.write_cursor('risk', 0, '', gen_random_uuid())),
  'P0001', 'invalid_input', 'and of this list');
select throws_ok(
  format($$select tests.audit('Lille', p_cursor => %L)$$, private.write_cursor('audit', 0, 'gestern', gen_random_uuid())),
  'P0001', 'invalid_input', 'with a time in it');
select throws_ok($$select tests.audit('Lille', 'Nord')$$, 'P0001', 'invalid_input', 'one scope at a time');

-- Who reads which

select is(tests.reach(), '{true,not_found,not_found,not_found,not_found,forbidden}', 'a manager: the gym');
select tests.sign_in('staff@lille.test');
select is(tests.reach(), '{forbidden,not_found,not_found,not_found,not_found,forbidden}', 'staff: nothing');
select tests.sign_in('owner@nord.test');
select is(tests.reach(), '{true,true,not_found,true,not_found,forbidden}', 'an owner: the franchise and its gyms');
select tests.sign_in('admin@platform.test');
select is(tests.reach(), '{true,true,true,true,true,true}', 'a super admin: all, and the platform''s');
select throws_ok('select public.list_audit(gen_random_uuid())', 'P0001', 'not_found', 'an unknown gym is not found');
select throws_ok('select public.list_audit(null, gen_random_uuid())', 'P0001', 'not_found', 'nor an unknown franchise');
select tests.sign_in('admin@platform.test', 'aal1');
select throws_ok('select public.list_audit()', 'P0001', 'mfa_required', 'not without the second factor');

-- A franchise's, the platform's

select tests.sign_in('owner@nord.test');
select results_eq(
  'select * from tests.all_pages(null, ''Nord'', 4)',
  'select id from public.audit_logs where franchise_id = tests.franchise_id(''Nord'') order by at desc, id desc',
  'a franchise''s audit is its own and its gyms''');
select is(
  (select count(distinct row ->> 'gym_id') from jsonb_array_elements(tests.audit(null, 'Nord') -> 'rows') row), 2::bigint,
  'each row says which gym it is of');
select tests.sign_out();
update public.gyms set franchise_id = tests.franchise_id('Sud') where name = 'Arras';
select tests.sign_in('owner@nord.test');
select is_empty(
  $$select from jsonb_array_elements(tests.audit(null, 'Nord') -> 'rows') row where row ->> 'gym_id' = tests.gym_id('Arras')::text$$,
  'a gym that left takes its audit along');
select tests.sign_in('admin@platform.test');
select is(
  (select array_agg(distinct row ->> 'entity') from jsonb_array_elements(tests.audit() -> 'rows') row), '{users}',
  'the platform''s audit is of what belongs to no customer');

-- Who is gone has no name, and what they did stays

select tests.sign_out();
delete from auth.users where id = tests.user_id('manager@lille.test');
select tests.sign_in('owner@nord.test');
select is(
  (tests.audit('Lille', p_action => 'update', p_entity => 'gyms') #> '{rows,1,actor}') - 'id', '{"name": null, "kind": "staff", "role": null}',
  'an erased person has no name in the audit');
select tests.sign_out();
delete from public.kiosks where slug = 'lille-entree';
select tests.sign_in('owner@nord.test');
select is(
  (tests.audit('Lille', p_action => 'update', p_entity => 'kiosks') #> '{rows,0,actor}') - 'id', '{"name": null, "kind": "kiosk", "role": null}',
  'nor has a kiosk that was removed');
select tests.sign_out();

select * from finish();
rollback;
