-- Privileges first: nothing made later is open to anybody until its own migration says so.
create extension if not exists vector with schema extensions;

do $$
declare
  wanted text;
begin
  foreach wanted in array array['pg_cron', 'pg_net'] loop
    if exists (select from pg_catalog.pg_available_extensions where name = wanted) then
      begin
        execute format('create extension if not exists %I', wanted);
      exception when raise_exception or undefined_object or duplicate_schema then
        -- pg_cron lives in one database of a server only; elsewhere the jobs are simply not scheduled.
        raise notice '% is not installed in this database: %', wanted, sqlerrm;
      end;
    end if;
  end loop;
end $$;

alter default privileges revoke execute on functions from public;
alter default privileges in schema extensions grant execute on functions to public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;

create schema private;
comment on schema private is
  'Not exposed by the API: helpers of the policies, secrets, partitions, jobs.';
revoke all on schema private from public;
grant usage on schema private to authenticated;

create function private.touch_updated_at()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.updated_at := pg_catalog.now();
  return new;
end $$;
comment on function private.touch_updated_at() is 'Row trigger, before update: keeps updated_at.';

create function private.schedule_job(p_name text, p_schedule text, p_command text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if to_regprocedure('cron.schedule(text, text, text)') is null then
    raise notice 'no scheduler in this database: job % is not scheduled', p_name;
    return;
  end if;
  execute 'select cron.schedule($1, $2, $3)' using p_name, p_schedule, p_command;
end $$;
comment on function private.schedule_job(text, text, text) is
  'Puts a job into cron.job, or replaces the one of that name, where the database has a scheduler.';

create function private.unschedule_job(p_name text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if to_regclass('cron.job') is not null then
    execute 'select cron.unschedule(jobname) from cron.job where jobname = $1' using p_name;
  end if;
end $$;
comment on function private.unschedule_job(text) is 'Takes a job out of cron.job; quiet when it is not there.';
