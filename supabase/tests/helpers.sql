-- Runs before the stories, outside of their transactions: each story is one simple query, begin … rollback, and
-- finds schema tests and pgTAP here. Running it again replaces it.

create extension if not exists pgtap with schema extensions;
drop schema if exists tests cascade;
create schema tests;
grant usage on schema tests to public;
alter default privileges in schema tests grant execute on functions to public;

-- People and places; plans without limits, so that a story may have as many of everything as it needs

create function tests.make_franchise(p_name text, p_status text default 'active') returns uuid
language sql as $$
  insert into public.franchises (name, status, subscription_plan) values (p_name, p_status, 'enterprise') returning id
$$;

create function tests.make_gym(p_name text, p_franchise uuid default null) returns uuid
language sql as $$
  insert into public.gyms (name, franchise_id, subscription_plan)
  values (p_name, p_franchise, case when p_franchise is null then 'enterprise' end) returning id
$$;

create function tests.create_user(
  p_email text, p_role public.user_role, p_gym uuid default null, p_franchise uuid default null
) returns uuid
language plpgsql as $$
declare
  created uuid := gen_random_uuid();
begin
  insert into auth.users (id, email, email_confirmed_at) values (created, p_email, now());
  insert into public.users (id, email, full_name, role, gym_id, franchise_id)
  values (created, p_email, initcap(split_part(p_email, '@', 1)), p_role, p_gym, p_franchise);
  return created;
end $$;

create function tests.verify_factor(p_user uuid) returns void
language sql as $$
  insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, created_at, updated_at)
  values (gen_random_uuid(), p_user, 'telephone', 'totp', 'verified', now(), now())
$$;

-- Look-ups answer whoever asks, so that a story can name a row that its actor must not see.

create function tests.user_id(p_email text) returns uuid
language sql stable security definer as $$ select id from public.users where email = p_email $$;

create function tests.gym_id(p_name text) returns uuid
language sql stable security definer as $$ select id from public.gyms where name = p_name $$;

create function tests.franchise_id(p_name text) returns uuid
language sql stable security definer as $$ select id from public.franchises where name = p_name $$;

-- Two franchises that must never meet, an independent gym, and one person a role; names are <role>@<place>.test.

create function tests.two_customers() returns void
language plpgsql as $$
declare
  nord uuid := tests.make_franchise('Nord');
  sud uuid := tests.make_franchise('Sud');
  lille uuid := tests.make_gym('Lille', nord);
  arras uuid := tests.make_gym('Arras', nord);
  nice uuid := tests.make_gym('Nice', sud);
  solo uuid := tests.make_gym('Solo');
begin
  perform tests.create_user('owner@nord.test', 'franchise_owner', null, nord);
  perform tests.create_user('manager@lille.test', 'gym_manager', lille);
  perform tests.create_user('staff@lille.test', 'gym_staff', lille);
  perform tests.create_user('manager@arras.test', 'gym_manager', arras);
  perform tests.create_user('owner@sud.test', 'franchise_owner', null, sud);
  perform tests.create_user('manager@nice.test', 'gym_manager', nice);
  perform tests.create_user('staff@nice.test', 'gym_staff', nice);
  perform tests.create_user('manager@solo.test', 'gym_manager', solo);
  perform tests.create_user('admin@platform.test', 'super_admin');
  perform tests.verify_factor(tests.user_id('admin@platform.test'));
end $$;

-- Actors

create function tests.act_as(p_role text, p_claims jsonb) returns void
language plpgsql as $$
begin
  perform set_config('role', p_role, true);
  perform set_config('request.jwt.claims', coalesce(p_claims::text, ''), true);
end $$;

create function tests.make_sign_in(p_user uuid, p_aal text default null) returns jsonb
language plpgsql security definer as $$
declare
  made uuid := gen_random_uuid();
  level text := coalesce(p_aal, case
    when exists (select from public.users where id = p_user and role = 'super_admin')
      or exists (select from auth.mfa_factors where user_id = p_user and status = 'verified') then 'aal2'
    else 'aal1'
  end);
  just_now bigint := extract(epoch from now());
begin
  -- Somebody whom Auth knows and the product does not.
  insert into auth.users (id, email) values (p_user, p_user || '@stranger.test') on conflict do nothing;
  insert into auth.sessions (id, user_id, aal, created_at, updated_at) values (made, p_user, level, now(), now());
  return jsonb_build_object(
    'sub', p_user, 'role', 'authenticated', 'aal', level, 'session_id', made,
    'amr', jsonb_build_array(jsonb_build_object('method', 'password', 'timestamp', just_now))
      || case level when 'aal2' then jsonb_build_array(jsonb_build_object('method', 'totp', 'timestamp', just_now)) else '[]' end
  );
end $$;
comment on function tests.make_sign_in(uuid, text) is
  'Claims of a new sign-in; aal2 by default for super admins and people with a factor, aal1 for all others.';

create function tests.sign_in(p_user uuid, p_aal text default null) returns void
language sql as $$ select tests.act_as('authenticated', tests.make_sign_in(p_user, p_aal)) $$;

create function tests.sign_in(p_email text, p_aal text default null) returns void
language sql as $$ select tests.sign_in(tests.user_id(p_email), p_aal) $$;

create function tests.session_id() returns uuid
language sql as $$ select (current_setting('request.jwt.claims')::jsonb ->> 'session_id')::uuid $$;
comment on function tests.session_id() is 'The present actor''s sign-in.';

create function tests.end_sign_in() returns void
language sql security definer as $$ delete from auth.sessions where id = tests.session_id() $$;
comment on function tests.end_sign_in() is 'Ends the present actor''s sign-in; their token stays.';

create function tests.claim(p_name text, p_value jsonb) returns void
language sql as $$
  select set_config('request.jwt.claims', (current_setting('request.jwt.claims')::jsonb || jsonb_build_object(p_name, p_value))::text, true)
$$;
comment on function tests.claim(text, jsonb) is 'Changes one claim of the present actor''s token.';

create function tests.as_anonymous() returns void
language sql as $$ select tests.act_as('anon', '{"role": "anon"}') $$;

create function tests.as_service() returns void
language sql as $$ select tests.act_as('service_role', '{"role": "service_role"}') $$;

create function tests.sign_out() returns void
language sql as $$ select tests.act_as('none', null) $$;
comment on function tests.sign_out() is 'Back to the owner of the database, for arranging and for controls.';

-- The platform at a customer

create function tests.open_support(p_email text, p_gym uuid, p_franchise uuid default null, p_may_write boolean default false) returns uuid
language sql security definer as $$
  insert into public.support_access (admin_id, gym_id, franchise_id, reason, may_write, expires_at)
  values (tests.user_id(p_email), p_gym, p_franchise, 'Un lecteur de badges muet', p_may_write, now() + interval '30 minutes')
  returning id
$$;
comment on function tests.open_support(text, uuid, uuid, boolean) is 'A support access that is open, without asking the verb.';

create function tests.expire_support(p_visit uuid) returns void
language sql security definer as $$
  update public.support_access set opened_at = now() - interval '31 minutes', expires_at = now() - interval '1 minute' where id = p_visit
$$;
comment on function tests.expire_support(uuid) is 'Makes a support access expire.';

-- Outcomes

create function tests.outcome(p_sql text) returns text
language plpgsql as $$
declare
  touched bigint;
begin
  execute p_sql;
  get diagnostics touched = row_count;
  return touched || ' rows';
exception when others then
  return sqlstate;
end $$;
comment on function tests.outcome(text) is '"<n> rows", or the SQLSTATE of the refusal; a refused statement leaves nothing behind.';

create function tests.count_of(p_from text) returns bigint
language plpgsql as $$
declare
  n bigint;
begin
  execute 'select count(*) from ' || p_from into n;
  return n;
end $$;
comment on function tests.count_of(text) is 'Rows that the present actor sees: a table with its where clause.';
