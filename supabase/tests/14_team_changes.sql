-- Changing and deactivating people (rule T6).
begin;
select no_plan();
select tests.two_customers();
select tests.create_user('root2@platform.test', 'super_admin');

create function pg_temp.said(p_sql text) returns text language plpgsql as $$
declare detail text;
begin
  execute p_sql;
  return 'done';
exception when others then
  get stacked diagnostics detail = pg_exception_detail;
  return sqlerrm || case when coalesce(detail, '') <> '' and sqlstate = 'P0001' then ' ' || detail else '' end;
end $$;
create function pg_temp.invite(p_role text, p_gym text default null, p_franchise text default null, p_email text default null) returns text
language sql as $$
  select pg_temp.said(format('select public.invite_person(%L, %L, %L, %L, %L, %L)', coalesce(p_email, gen_random_uuid() || '@new.test'),
    'Nouvelle Personne', p_role, tests.gym_id(p_gym), tests.franchise_id(p_franchise), 'fr'))
$$;
create function pg_temp.turn(p_email text, p_role text, p_gym text default null, p_franchise text default null) returns text language sql as $$
  select pg_temp.said(format('select public.set_person_role(%L, %L, %L, %L)', tests.user_id(p_email), p_role, tests.gym_id(p_gym), tests.franchise_id(p_franchise)))
$$;
create function pg_temp.set_active(p_email text, p_active boolean) returns text language sql as $$
  select pg_temp.said(format('select public.set_person_active(%L, %L)', tests.user_id(p_email), p_active))
$$;
create function pg_temp.person(p_email text) returns text language sql security definer as $$
  select concat_ws(' ', u.role, g.name, f.name, case when u.is_active then 'active' else 'inactive' end)
  from public.users u left join public.gyms g on g.id = u.gym_id left join public.franchises f on f.id = u.franchise_id
  where u.email = p_email
$$;
do $$
declare one regprocedure;
begin
  for one in select oid from pg_catalog.pg_proc where pronamespace = pg_my_temp_schema() loop
    execute format('grant execute on function %s to authenticated, service_role', one);
  end loop;
end $$;

-- changing a role: what they were and what they become
select tests.create_user('chief@lille.test', 'gym_manager', tests.gym_id('Lille'));
select tests.create_user('second@nord.test', 'franchise_owner', null, tests.franchise_id('Nord'));
select tests.sign_in('staff@lille.test');
select is(pg_temp.turn('staff@lille.test', 'gym_manager', 'Lille'), 'forbidden', 'staff do not rise');
select is(pg_temp.turn('chief@lille.test', 'gym_staff', 'Lille'), 'forbidden', 'nor demote their manager');
select is(pg_temp.set_active('chief@lille.test', false), 'forbidden', 'nor deactivate them');
select is(pg_temp.turn('manager@nice.test', 'gym_staff', 'Lille'), 'not_found', 'nor fetch a foreigner');
select tests.sign_in('chief@lille.test');
select is(pg_temp.turn('chief@lille.test', 'franchise_owner', null, 'Nord'), 'forbidden', 'a manager does not rise');
select is(pg_temp.turn('chief@lille.test', 'gym_staff', 'Lille'), 'forbidden', 'nor change themselves at all');
select is(pg_temp.set_active('chief@lille.test', false), 'forbidden', 'nor deactivate themselves');
select is(pg_temp.turn('staff@lille.test', 'franchise_owner', null, 'Nord'), 'forbidden', 'nor lift others above');
select is(pg_temp.turn('staff@lille.test', 'super_admin'), 'forbidden', 'by no means that high');
select is(pg_temp.turn('staff@lille.test', 'gym_staff', 'Arras'), 'not_found', 'nor move them to another gym');
select is(pg_temp.turn('staff@lille.test', 'gym_staff'), 'invalid_input gym_id', 'nor leave them without one');
select is(pg_temp.turn('owner@nord.test', 'gym_staff', 'Lille'), 'not_found', 'the owner is out of reach');
select is(pg_temp.set_active('owner@nord.test', false), 'not_found', 'altogether');
select is(pg_temp.turn('manager@nice.test', 'gym_staff', 'Lille'), 'not_found', 'foreigners too');
select is(pg_temp.turn('staff@lille.test', 'gym_manager', 'Lille'), 'done', 'their own staff they promote');
select is(pg_temp.turn('staff@lille.test', 'gym_staff', 'Lille'), 'done', 'and demote');
select tests.sign_in('owner@nord.test');
select is(pg_temp.turn('staff@lille.test', 'gym_staff', 'Nice'), 'not_found', 'an owner moves nobody to another franchise');
select is(pg_temp.turn('staff@lille.test', 'franchise_owner', null, 'Sud'), 'not_found', 'nor makes them its owner');
select is(pg_temp.turn('staff@lille.test', 'super_admin'), 'forbidden', 'nor a super admin');
select is(pg_temp.turn('manager@nice.test', 'gym_manager', 'Lille'), 'not_found', 'nor takes from another');
select is(pg_temp.turn('staff@lille.test', 'gym_manager', 'Arras'), 'done', 'within their own they move people');
select is(pg_temp.person('staff@lille.test'), 'gym_manager Arras active', 'as said');
select is(pg_temp.turn('staff@lille.test', 'franchise_owner', null, 'Nord'), 'done', 'and make owners');
select is(pg_temp.turn('second@nord.test', 'gym_staff', 'Lille'), 'done', 'and unmake them');
select tests.sign_in('admin@platform.test');
select is(pg_temp.turn('admin@platform.test', 'gym_staff', 'Lille'), 'forbidden', 'a super admin does not change themselves');
select is(pg_temp.turn('second@nord.test', 'gym_staff', 'Nice'), 'done', 'but anybody else');
select is(pg_temp.said(format('select public.set_person_role(%L, ''gym_staff'', %L)', gen_random_uuid(), tests.gym_id('Lille'))), 'not_found', 'an unknown person is not found');
select is(pg_temp.said(format('select public.set_person_role(%L, ''gym_staff'', %L)', tests.user_id('second@nord.test'), gen_random_uuid())), 'not_found', 'nor an unknown gym');

-- deactivation: out at once, and not back in
select tests.sign_in('manager@nice.test');
select set_config('tests.claims', tests.make_sign_in(tests.user_id('staff@nice.test'))::text, true);
select is(pg_temp.set_active('staff@nice.test', null), 'invalid_input active', 'yes or no');
select is(pg_temp.set_active('staff@nice.test', false), 'done', 'a manager deactivates their staff');
select tests.act_as('authenticated', current_setting('tests.claims')::jsonb);
select is_empty('select id from public.gyms', 'who are out under the same token');
select throws_ok('select public.get_actor()', 'P0001', 'unauthenticated', 'by function too');
select tests.sign_out();
select is((select banned_until > now() + interval '99 years' from auth.users where email = 'staff@nice.test'), true, 'and banned in Auth');
select is(tests.count_of(format('auth.sessions where user_id = %L', tests.user_id('staff@nice.test'))), 0::bigint, 'with no sign-in left');
select is((select changed from public.audit_logs where entity = 'users' and scope_id = tests.gym_id('Nice') order by seq desc limit 1), array['is_active'], 'the audit says so');
select tests.sign_in('manager@nice.test');
select is(pg_temp.set_active('staff@nice.test', true), 'done', 'and lets them in again');
select tests.sign_out();
select is((select banned_until from auth.users where email = 'staff@nice.test'), null, 'in Auth too');

-- the last of a scope stays, whoever asks and however
select tests.sign_in('admin@platform.test');
select is(pg_temp.set_active('owner@sud.test', false), 'last_owner', 'the last owner is not deactivated');
select is(pg_temp.turn('owner@sud.test', 'gym_manager', 'Nice'), 'last_owner', 'nor demoted');
select is(pg_temp.turn('owner@sud.test', 'franchise_owner', null, 'Nord'), 'last_owner', 'nor moved away');
select is(pg_temp.set_active('manager@solo.test', false), 'last_owner', 'the last manager of an independent gym neither');
select is(pg_temp.turn('manager@solo.test', 'gym_staff', 'Solo'), 'last_owner', 'nor demoted');
select is(pg_temp.set_active('manager@arras.test', false), 'done', 'that of a franchise''s gym may go');
select tests.sign_out();
select is(pg_temp.said($$delete from auth.users where email = 'owner@sud.test'$$), 'last_owner', 'not by deleting the account');
select is(pg_temp.said($$delete from public.users where email = 'manager@solo.test'$$), 'last_owner', 'nor the row');
select is(pg_temp.said($$update public.users set is_active = false where role = 'super_admin'$$), 'last_owner', 'not all super admins in one statement');
select is(pg_temp.said($$update public.users set is_active = false where email = 'root2@platform.test'$$), 'done', 'one of two may go');
select is(pg_temp.said($$update public.users set is_active = false where email = 'admin@platform.test'$$), 'last_owner', 'the last may not');
select is(pg_temp.said($$update public.users set full_name = 'Autre' where email = 'admin@platform.test'$$), 'done', 'control: other columns are free');
select tests.create_user('second@sud.test', 'franchise_owner', null, tests.franchise_id('Sud'));
select is(pg_temp.said($$update public.users set is_active = false where franchise_id = tests.franchise_id('Sud')$$), 'last_owner', 'not both owners in one statement');
select tests.sign_in('owner@sud.test');
select is(pg_temp.set_active('second@sud.test', false), 'done', 'one owner deactivates the other');
select tests.sign_in('second@sud.test');
select is(pg_temp.set_active('owner@sud.test', false), 'not_found', 'who cannot answer in kind');
select tests.sign_out();
select is(pg_temp.person('owner@sud.test') || ', ' || pg_temp.person('second@sud.test'), 'franchise_owner Sud active, franchise_owner Sud inactive', 'one is left');

select * from finish();
rollback;
