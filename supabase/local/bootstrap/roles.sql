-- What hosted Supabase has before the first migration and a plain Postgres lacks. No grants on tables and no default
-- privileges: a grant that a migration forgets fails here as it does in production.
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('anon', 'nologin noinherit'),
      ('authenticated', 'nologin noinherit'),
      ('service_role', 'nologin noinherit bypassrls'),
      ('authenticator', 'nologin noinherit'),
      ('supabase_auth_admin', 'nologin noinherit createrole'),
      ('dashboard_user', 'nologin createdb createrole replication')
    ) as role(name, options)
  loop
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = wanted.name) then
        execute format('create role %I %s', wanted.name, wanted.options);
      end if;
    exception
      -- Roles belong to the whole server: another database may create them at the same moment.
      when duplicate_object or unique_violation then null;
    end;
  end loop;
end
$$;

do $$
begin
  if not pg_has_role('authenticator', 'service_role', 'member') then
    grant anon, authenticated, service_role to authenticator;
  end if;
exception
  when unique_violation then null;
  when internal_error then
    if sqlerrm not like 'tuple concurrently updated%' then raise; end if;
end
$$;

-- Whoever runs the backend must be able to take a request's role.
do $$
begin
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    execute format('grant anon, authenticated, service_role to %I with set true', current_user);
  end if;
end
$$;

create schema if not exists extensions;
create schema if not exists auth;
create extension if not exists pgcrypto with schema extensions;

grant usage on schema public, extensions, auth to anon, authenticated, service_role;

do $$
begin
  execute format('alter database %I set search_path = "$user", public, extensions', current_database());
end
$$;
