-- Which tokens open anything, and what a sign-in still has to do (rule T3).
begin;
select no_plan();
select tests.two_customers();

create function pg_temp.age(p_created interval, p_refreshed interval default null, p_left interval default null) returns void
language sql security definer as $$
  update auth.sessions set
    created_at = now() - p_created, refreshed_at = (now() - p_refreshed) at time zone 'utc', not_after = now() + p_left
  where id = tests.session_id()
$$;
create function pg_temp.sees() returns text language sql as $$
  select case when exists (select from public.gyms) then 'gyms, ' else 'nothing, ' end || (public.get_auth_state() ->> 'state')
$$;

grant execute on function pg_temp.age(interval, interval, interval), pg_temp.sees() to authenticated;

-- how long a sign-in lives
select tests.sign_in('manager@lille.test');
select is(pg_temp.sees(), 'gyms, ready', 'a sign-in opens');
select pg_temp.age('6 days 23 hours');
select is(pg_temp.sees(), 'gyms, ready', 'one that was never refreshed counts from its start');
select pg_temp.age('7 days 1 second');
select is(pg_temp.sees(), 'nothing, ended', 'for 7 days');
select pg_temp.age('29 days 23 hours', '1 hour');
select is(pg_temp.sees(), 'gyms, ready', 'one in use lasts');
select pg_temp.age('29 days', '7 days 1 second');
select is(pg_temp.sees(), 'nothing, ended', 'unless it was left alone for 7 days');
select pg_temp.age('30 days 1 second', '1 second');
select is(pg_temp.sees(), 'nothing, ended', 'and never beyond 30 days');
select pg_temp.age('1 hour', '1 minute', '-1 second');
select is(pg_temp.sees(), 'nothing, ended', 'nor beyond what Auth set for it');
set local timezone = 'Pacific/Auckland';
select pg_temp.age('8 days', '6 days 20 hours');
select is(pg_temp.sees(), 'gyms, ready', 'refreshes are counted in UTC east of it');
select pg_temp.age('8 days', '7 days 1 second');
select is(pg_temp.sees(), 'nothing, ended', 'and not given half a day');
set local timezone = 'Pacific/Honolulu';
select pg_temp.age('8 days', '6 days 23 hours');
select is(pg_temp.sees(), 'gyms, ready', 'nor short of it west of it');
reset timezone;
select tests.sign_in('admin@platform.test');
select pg_temp.age('11 hours 59 minutes', '1 minute');
select is(pg_temp.sees(), 'gyms, ready', 'a super admin''s lasts');
select pg_temp.age('12 hours 1 second', '1 minute');
select is(pg_temp.sees(), 'nothing, ended', '12 hours');

-- whose it is
select tests.sign_in('manager@lille.test');
select set_config('tests.stolen', tests.session_id()::text, true);
select tests.sign_in('manager@nice.test');
select tests.claim('session_id', to_jsonb(current_setting('tests.stolen')));
select is(pg_temp.sees(), 'nothing, ended', 'another person''s sign-in is not mine');
select tests.claim('session_id', to_jsonb(gen_random_uuid()));
select is(pg_temp.sees(), 'nothing, ended', 'nor one that is not there');
select tests.claim('session_id', 'null');
select is(pg_temp.sees(), 'nothing, ended', 'a token without a sign-in opens nothing');

-- ended in the middle: the same token, the next statement
select tests.sign_in('staff@lille.test');
select is(pg_temp.sees(), 'gyms, ready', 'control: it opens');
select lives_ok('select public.get_actor()', 'control: functions too');
select set_config('tests.claims', current_setting('request.jwt.claims'), true);
select tests.sign_out();
delete from auth.sessions where user_id = tests.user_id('staff@lille.test');
select tests.act_as('authenticated', current_setting('tests.claims')::jsonb);
select is(pg_temp.sees(), 'nothing, ended', 'an ended sign-in reads nothing more');
select is(tests.outcome('select id from public.users'), '0 rows', 'not even oneself');
select is(tests.outcome($$update public.users set full_name = 'X'$$), '0 rows', 'nor writes');
select throws_ok('select public.get_actor()', 'P0001', 'unauthenticated', 'and functions say why');
select is(private.allowed_aals(), '{}', 'no level is enough');

-- levels
select tests.sign_in('admin@platform.test', 'aal1');
select is(pg_temp.sees(), 'nothing, mfa', 'a super admin at aal1 reads nothing');
select throws_ok('select public.get_actor()', 'P0001', 'mfa_required', 'by function neither');
select tests.sign_in('admin@platform.test');
select is(pg_temp.sees(), 'gyms, ready', 'at aal2 they do');
select tests.sign_out();
delete from auth.mfa_factors where user_id = tests.user_id('admin@platform.test');
select tests.sign_in('admin@platform.test', 'aal1');
select is(pg_temp.sees(), 'nothing, enrol', 'without a factor a super admin must enrol one first');
select is(public.get_auth_state() - 'state', jsonb_build_object('role', 'super_admin', 'language', 'fr', 'full_name', 'Admin',
  'email', 'admin@platform.test', 'has_factor', false, 'needs_mfa', true), 'and is told who they are');
select tests.sign_out();
insert into auth.mfa_factors (id, user_id, factor_type, status, created_at, updated_at)
values (gen_random_uuid(), tests.user_id('manager@lille.test'), 'totp', 'unverified', now(), now());
select tests.sign_in('manager@lille.test');
select is(pg_temp.sees(), 'gyms, ready', 'a factor that was never verified asks for nothing');
select tests.sign_out();
select tests.verify_factor(tests.user_id('manager@lille.test'));
select tests.sign_in('manager@lille.test', 'aal1');
select is(pg_temp.sees(), 'nothing, mfa', 'a verified one does');
select is(public.get_auth_state() ->> 'has_factor', 'true', 'and is told of');
select tests.sign_in('manager@lille.test');
select is(pg_temp.sees(), 'gyms, ready', 'once it is given, all opens');

-- a factor that was just proved
select tests.sign_out();
create function pg_temp.fresh() returns text language plpgsql security definer as $$
begin
  perform private.require_fresh_factor();
  return 'fresh';
exception when others then return sqlerrm;
end $$;
grant execute on function pg_temp.fresh() to authenticated;
select tests.sign_in('manager@lille.test');
select is(pg_temp.fresh(), 'fresh', 'a code that was just given is fresh');
select tests.claim('amr', jsonb_build_array(jsonb_build_object('method', 'totp', 'timestamp', extract(epoch from now())::bigint - 599)));
select is(pg_temp.fresh(), 'fresh', 'for 10 minutes');
select tests.claim('amr', jsonb_build_array(
  jsonb_build_object('method', 'totp', 'timestamp', extract(epoch from now())::bigint - 601),
  jsonb_build_object('method', 'password', 'timestamp', extract(epoch from now())::bigint)));
select is(pg_temp.fresh(), 'mfa_stale', 'no longer, and a password is no code');
select tests.claim('amr', '["totp"]');
select is(pg_temp.fresh(), 'mfa_stale', 'a proof without a time is none');
select tests.claim('amr', 'null');
select is(pg_temp.fresh(), 'mfa_stale', 'nor is no proof');
select tests.sign_in('manager@solo.test');
select is(pg_temp.fresh(), 'mfa_required', 'without a factor there is nothing fresh');

-- people without a place
select tests.sign_in(gen_random_uuid());
select is(public.get_auth_state(), '{"state": "unknown", "has_factor": false}', 'a stranger is unknown');
select tests.sign_out();
update public.users set is_active = false where email = 'manager@arras.test';
select tests.sign_in('manager@arras.test');
select is(pg_temp.sees(), 'nothing, inactive', 'a deactivated person is told so');

-- invited, not yet here
select tests.sign_out();
insert into auth.users (id, email, email_confirmed_at) values
  ('00000000-0000-4000-8000-0000000000e1', 'new@lille.test', now()), ('00000000-0000-4000-8000-0000000000e2', 'Caps@Lille.test', now()),
  ('00000000-0000-4000-8000-0000000000e3', 'unproved@lille.test', null);
insert into public.invitations (email, full_name, role, gym_id, language)
select name || '@lille.test', 'Nouvelle', 'gym_staff', tests.gym_id('Lille'), 'es' from unnest('{new,caps,unproved}'::text[]) name;
select tests.sign_in('00000000-0000-4000-8000-0000000000e1'::uuid);
select is(public.get_auth_state(), jsonb_build_object('state', 'setup', 'role', 'gym_staff', 'language', 'es', 'full_name', 'Nouvelle',
  'email', 'new@lille.test', 'has_factor', false, 'needs_mfa', false), 'an invited person is to set up');
select is(pg_temp.sees(), 'nothing, setup', 'and reads nothing before');
select tests.sign_in('00000000-0000-4000-8000-0000000000e2'::uuid);
select is(pg_temp.sees(), 'nothing, setup', 'whatever the case of the address');
select tests.sign_in('00000000-0000-4000-8000-0000000000e3'::uuid);
select is(pg_temp.sees(), 'nothing, unknown', 'an address that was not proved is not invited');
select tests.sign_out();
update public.invitations set expires_at = now() where email = 'new@lille.test';
update public.invitations set revoked_at = now() where email = 'caps@lille.test';
select tests.sign_in('00000000-0000-4000-8000-0000000000e1'::uuid);
select is(pg_temp.sees(), 'nothing, unknown', 'an invitation that ran out is none');
select tests.sign_in('00000000-0000-4000-8000-0000000000e2'::uuid);
select is(pg_temp.sees(), 'nothing, unknown', 'nor one that was taken back');

-- nobody
select tests.as_anonymous();
select throws_ok('select public.get_auth_state()', '42501', null, 'anonymous has no state');

select tests.sign_out();
select * from finish();
rollback;
