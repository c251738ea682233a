-- Claims of usage are compared each day with what the provider says it will charge (rule V3).

create table private.usage_reconciliations (
  day date primary key,
  provider_usd numeric(20, 9) not null,
  our_usd numeric(20, 9) not null check (our_usd >= 0),
  difference numeric(20, 9) generated always as (our_usd - provider_usd) stored,
  checked_at timestamptz not null default now()
);
alter table private.usage_reconciliations enable row level security;
create policy usage_reconciliations_nobody on private.usage_reconciliations to public using (false);
comment on table private.usage_reconciliations is
  'A day of UTC as the provider charges it (credits can make it negative) beside the conversations that began their call on it.';

create function private.usage_differs(p_provider_usd numeric, p_our_usd numeric) returns boolean
language sql immutable set search_path = ''
as $$ select abs(p_our_usd - p_provider_usd) > 1 and abs(p_our_usd - p_provider_usd) > 0.1 * abs(p_provider_usd) $$;
comment on function private.usage_differs(numeric, numeric) is 'More than a dollar and more than a tenth of what the provider says.';

create function public.begin_usage_check() returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  today date := (now() at time zone 'UTC')::date;
begin
  insert into private.job_runs as r (job, slot) values ('reconcile_usage', today::text)
  on conflict (job, slot) do update set started_at = now(), finished_at = null, counts = '{}'
  where (r.finished_at is null and r.started_at < now() - interval '10 minutes') or r.counts ? 'error';
  if not found then
    return null;
  end if;
  -- A provider books late: a day is looked at three times.
  return jsonb_build_object('from', today - 3, 'to', today);
end $$;
comment on function public.begin_usage_check() is
  'Takes today''s check: {from, to} are the days of UTC to ask for, the last one excluded. Null once it is done, or while somebody else is at it (10 minutes).';

create function public.finish_usage_check(p_days jsonb, p_error text default null) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  today date := (now() at time zone 'UTC')::date;
  one record;
begin
  for one in
    select said.day, said.usd as provider_usd, coalesce((
      select sum(s.cost_usd) from public.openai_realtime_sessions s
      where s.provider = 'openai' and s.connected_at >= said.day::timestamp at time zone 'UTC'
        and s.connected_at < (said.day + 1)::timestamp at time zone 'UTC'
    ), 0) as our_usd
    from jsonb_to_recordset(case when p_error is null then p_days else '[]' end) as said (day date, usd numeric)
    where said.day between today - 31 and today - 1 and said.usd is not null
    order by said.day
  loop
    insert into private.usage_reconciliations as r (day, provider_usd, our_usd) values (one.day, one.provider_usd, one.our_usd)
    on conflict (day) do update set provider_usd = excluded.provider_usd, our_usd = excluded.our_usd, checked_at = now();
    if private.usage_differs(one.provider_usd, one.our_usd) then
      insert into private.platform_alerts (kind, subject, params)
      values ('usage_differs', one.day::text, jsonb_build_object('provider', one.provider_usd, 'ours', one.our_usd))
      -- What somebody closed stays closed; what had closed by itself is open again.
      on conflict (kind, subject) do update set params = excluded.params,
        resolved_at = case when platform_alerts.resolved_by is not null then platform_alerts.resolved_at end;
    else
      update private.platform_alerts a set resolved_at = now()
      where a.kind = 'usage_differs' and a.subject = one.day::text and a.resolved_at is null;
    end if;
  end loop;
  update private.job_runs r set finished_at = now(), counts = case when p_error is null
    then jsonb_build_object('days', jsonb_array_length(p_days)) else jsonb_build_object('error', left(p_error, 40)) end
  where r.job = 'reconcile_usage' and r.slot = today::text;
  return case when p_error is null then jsonb_array_length(p_days) else 0 end;
end $$;
comment on function public.finish_usage_check(jsonb, text) is
  'Keeps [{day, usd}] of the provider beside ours, raises usage_differs for a day over a dollar and a tenth apart, resolves it when they agree after all. With p_error (no_key, http_401, …) only that is kept, and the check is open again.';

create function private.reconcile_usage() returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  clock timestamp := now() at time zone 'UTC';
begin
  -- By four the day before has been booked.
  if clock::time < '04:00' or exists (
    select from private.job_runs r
    where r.job = 'reconcile_usage' and r.slot = clock::date::text and r.finished_at is not null and not r.counts ? 'error'
  ) then
    return false;
  end if;
  return private.call_function('reconcile-usage');
end $$;
comment on function private.reconcile_usage() is
  'Has the function reconcile-usage compare the last days, from 4:00 UTC on each hour until it has been done that day; whether it was asked.';

grant execute on function public.begin_usage_check(), public.finish_usage_check(jsonb, text) to service_role;
select private.schedule_job('reconcile-usage', '35 * * * *', 'select private.reconcile_usage()');
