-- Runs before the stories, outside of their transactions: each story is one simple query, begin … rollback, and
-- finds schema tests and pgTAP here. Running it again replaces it.

create extension if not exists pgtap with schema extensions;
drop schema if exists tests cascade;
create schema tests;
grant usage on schema tests to public;
alter default privileges in schema tests grant execute on functions to public;

-- People and places

create function tests.make_franchise(p_name text, p_status text default 'active') returns uuid
language sql as $$
  insert into public.franchises (name, status) values (p_name, p_status) returning id
$$;

create function tests.make_gym(p_name text, p_franchise uuid default null) returns uuid
language sql as $$
  insert into public.gyms (name, franchise_id) values (p_name, p_franchise) returning id
$$;

create function tests.create_user(
  p_email text, p_role public.user_role, p_gym uuid default null, p_franchise uuid default null
) returns uuid
language plpgsql as $$
declare
  created uuid := gen_random_uuid();
begin
  insert into auth.users (id, email) values (created, p_email);
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
end $$;

-- Actors

create function tests.act_as(p_role text, p_claims jsonb) returns void
language plpgsql as $$
begin
  perform set_config('role', p_role, true);
  perform set_config('request.jwt.claims', coalesce(p_claims::text, ''), true);
end $$;

create function tests.sign_in(p_user uuid, p_aal text default 'aal1') returns void
language sql as $$
  select tests.act_as('authenticated', jsonb_build_object('sub', p_user, 'role', 'authenticated', 'aal', p_aal))
$$;

create function tests.sign_in(p_email text, p_aal text default 'aal1') returns void
language sql as $$ select tests.sign_in(tests.user_id(p_email), p_aal) $$;

create function tests.as_anonymous() returns void
language sql as $$ select tests.act_as('anon', '{"role": "anon"}') $$;

create function tests.as_service() returns void
language sql as $$ select tests.act_as('service_role', '{"role": "service_role"}') $$;

create function tests.sign_out() returns void
language sql as $$ select tests.act_as('none', null) $$;
comment on function tests.sign_out() is 'Back to the owner of the database, for arranging and for controls.';

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
