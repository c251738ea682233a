begin;
select no_plan();
select tests.two_customers();

-- Each person tries to rise, by the very statements that the REST API would send.

create function pg_temp.tries_to_rise(p_email text) returns setof text
language plpgsql as $$
declare
  attempt record;
begin
  perform tests.sign_in(p_email);
  for attempt in
    select * from (values
      ('own role', format('update public.users set role = ''super_admin'' where id = %L', tests.user_id(p_email))),
      ('own gym', format('update public.users set gym_id = %L where id = %L', tests.gym_id('Nice'), tests.user_id(p_email))),
      ('own franchise', format('update public.users set franchise_id = %L where id = %L', tests.franchise_id('Sud'), tests.user_id(p_email))),
      ('own activity', format('update public.users set is_active = true where id = %L', tests.user_id(p_email))),
      ('own e-mail', format('update public.users set email = ''admin2@platform.test'' where id = %L', tests.user_id(p_email))),
      ('own factor', format('update public.users set mfa_enabled = false where id = %L', tests.user_id(p_email))),
      ('own name with role', format('update public.users set full_name = ''X'', role = ''super_admin'' where id = %L', tests.user_id(p_email))),
      ('a new person', format('insert into public.users (id, email, full_name, role) values (%L, ''x@x.test'', ''X'', ''super_admin'')', gen_random_uuid())),
      ('upsert of oneself', format('insert into public.users (id, email, full_name, role) values (%L, %L, ''X'', ''super_admin'') on conflict (id) do update set role = excluded.role', tests.user_id(p_email), p_email)),
      ('deleting a person', 'delete from public.users where email = ''manager@nice.test'''),
      ('a new gym', 'insert into public.gyms (name) values (''Butin'')'),
      ('moving a gym', format('update public.gyms set franchise_id = %L', tests.franchise_id('Sud'))),
      ('a gym''s status', 'update public.gyms set status = ''active'''),
      ('the owner''s sight', 'update public.gyms set owner_reads_conversations = true'),
      ('deleting a gym', 'delete from public.gyms'),
      ('a franchise''s plan', 'update public.franchises set subscription_plan = ''enterprise'''),
      ('a new franchise', 'insert into public.franchises (name) values (''Butin'')'),
      ('deleting a franchise', 'delete from public.franchises'),
      ('emptying a table', 'truncate public.users cascade'),
      ('turning off the policies', 'alter table public.users disable row level security'),
      ('auth''s own table', 'select from auth.users'),
      ('auth''s factors', 'select from auth.mfa_factors'),
      ('a view of the helpers', 'select from private.my_gyms'),
      ('writing audit', 'select private.append_audit(''x'', ''x'', ''[{}]'')'),
      ('attaching audit', 'select private.attach_audit(''public.users'')'),
      ('scheduling a job', 'select private.schedule_job(''x'', ''* * * * *'', ''select 1'')'),
      ('taking the service role', 'set role service_role')
    ) as attempts (what, sql)
  loop
    perform set_config('role', 'authenticated', true);
    if attempt.what = 'taking the service role' then
      -- The session of a test belongs to a superuser, who may become anybody; the role itself must not be a member.
      return next ok(not pg_has_role('authenticated', 'service_role', 'member'), p_email || ' is refused: ' || attempt.what);
    else
      return next is(tests.outcome(attempt.sql), '42501', p_email || ' is refused: ' || attempt.what);
    end if;
  end loop;
  perform tests.sign_out();
end $$;

select pg_temp.tries_to_rise('staff@lille.test');
select pg_temp.tries_to_rise('manager@lille.test');
select pg_temp.tries_to_rise('owner@nord.test');
select pg_temp.tries_to_rise('admin@platform.test');

-- Columns that may be written stay within the own row and the own scope.

select tests.sign_in('manager@lille.test');
select is(tests.outcome(format('update public.users set full_name = ''X'' where id = %L', tests.user_id('staff@lille.test'))), '0 rows', 'a colleague''s name is not mine to change');
select is(tests.outcome(format('update public.users set full_name = ''X'' where id = %L', tests.user_id('manager@nice.test'))), '0 rows', 'nor a foreign person''s');
select is(tests.outcome(format('update public.gyms set name = ''X'' where id = %L', tests.gym_id('Nice'))), '0 rows', 'nor a foreign gym');
select is(tests.outcome(format('update public.gyms set name = ''X'' where id = %L', tests.gym_id('Arras'))), '0 rows', 'nor the sister gym');
select tests.sign_in('owner@nord.test');
select is(tests.outcome(format('update public.gyms set name = ''X'' where id = %L', tests.gym_id('Nice'))), '0 rows', 'an owner does not reach another franchise');
select is(tests.outcome(format('update public.users set language = ''en'' where id = %L', tests.user_id('manager@lille.test'))), '0 rows', 'nor a manager''s row');
select tests.sign_in('admin@platform.test');
select is(tests.outcome(format('update public.users set language = ''en'' where id = %L', tests.user_id('manager@lille.test'))), '0 rows', 'a super admin changes nobody''s own settings by REST');
select tests.sign_out();
select is(tests.count_of($$public.gyms where name = 'X'$$) + tests.count_of($$public.users where full_name = 'X'$$), 0::bigint, 'control: nothing was written');
select is(tests.count_of('public.users'), 9::bigint, 'control: everybody is still there');

-- Claims are not believed beyond the subject: roles come from the table.

select tests.sign_in('staff@lille.test');
select tests.claim('user_role', '"super_admin"');
select tests.claim('app_metadata', '{"role": "super_admin"}');
select tests.claim('user_metadata', jsonb_build_object('role', 'super_admin', 'gym_id', tests.gym_id('Nice')));
select results_eq('select name from public.gyms', array['Lille'], 'metadata in a token opens nothing');
select tests.claim('aal', 'null');
select is_empty('select id from public.gyms', 'a token without assurance level reads nothing');

select tests.sign_out();
select * from finish();
rollback;
