-- Customers of either kind, and what the platform does with one: another plan, a trial, on hold and off again.

create view private.customers as
select
  f.id, 'franchise'::text as kind, f.name, f.city, f.subscription_plan as plan, f.trial_ends_on, f.created_at,
  case f.status when 'suspended' then 'suspended' when 'trial' then 'trial' else 'active' end as state
from public.franchises f
union all
select
  g.id, 'gym', g.name, g.city, g.subscription_plan, g.trial_ends_on, g.created_at,
  case when g.status = 'suspended' then 'suspended' when g.trial_ends_on is not null then 'trial' else 'active' end
from public.gyms g where g.franchise_id is null;
comment on view private.customers is 'Franchises, and gyms without one; for the platform''s functions, granted to nobody.';

create table private.customer_holds (
  id uuid primary key default gen_random_uuid(),
  franchise_id uuid references public.franchises (id) on delete cascade,
  gym_id uuid references public.gyms (id) on delete cascade,
  customer_id uuid not null generated always as (coalesce(franchise_id, gym_id)) stored,
  cause text not null check (cause in ('by_hand', 'trial_ended')),
  reason text check (char_length(btrim(reason)) between 3 and 500),
  former_status text not null,
  began_at timestamptz not null default now(),
  began_by uuid references public.users (id) on delete set null,
  ended_at timestamptz,
  ended_by uuid references public.users (id) on delete set null,
  constraint customer_holds_one_customer check (num_nonnulls(franchise_id, gym_id) = 1),
  constraint customer_holds_says_why check ((cause = 'by_hand') = (reason is not null))
);
comment on table private.customer_holds is
  'When a customer was on hold, why, and by whom. The reason is the platform''s own: it stays out of the audit and away from the customer.';
create unique index customer_holds_open_idx on private.customer_holds (customer_id) where ended_at is null;
create index customer_holds_franchise_id_idx on private.customer_holds (franchise_id);
create index customer_holds_gym_id_idx on private.customer_holds (gym_id);
create index customer_holds_began_by_idx on private.customer_holds (began_by);
create index customer_holds_ended_by_idx on private.customer_holds (ended_by);
alter table private.customer_holds enable row level security;
create policy customer_holds_nobody on private.customer_holds to public using (false);

create function private.require_customer(p_customer_id uuid) returns private.customers
language plpgsql security definer set search_path = ''
as $$
declare
  customer private.customers;
begin
  perform private.require_mfa();
  if p_customer_id = any (private.platform_franchise_ids() || private.platform_gym_ids()) then
    perform private.lock_plan(p_customer_id);
    select * into customer from private.customers c where c.id = p_customer_id;
  elsif p_customer_id = any (private.accessible_franchise_ids() || private.accessible_gym_ids()) then
    perform private.refuse('forbidden');
  end if;
  if customer.id is null then
    perform private.refuse('not_found');
  end if;
  return customer;
end $$;
comment on function private.require_customer(uuid) is
  'A customer for the platform''s own people, locked; raises mfa_required, forbidden for a customer''s own people, not_found for anything else, a gym of a franchise included.';

create function private.set_customer_status(p_customer private.customers, p_status text, p_trial_ends_on date) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if p_customer.kind = 'franchise' then
    update public.franchises f set status = p_status, trial_ends_on = p_trial_ends_on
    where f.id = p_customer.id and (f.status, f.trial_ends_on) is distinct from (p_status, p_trial_ends_on);
  else
    update public.gyms g set status = case p_status when 'trial' then 'active' else p_status end, trial_ends_on = p_trial_ends_on
    where g.id = p_customer.id;
  end if;
end $$;
comment on function private.set_customer_status(private.customers, text, date) is
  'Writes status and trial of a customer; a gym has no status "trial", its last day says it.';

create function private.customer_today(p_customer_id uuid) returns date
language sql stable security definer set search_path = ''
as $$
  select coalesce(
    (select min((now() at time zone g.timezone)::date) from public.gyms g where g.id = any (private.customer_gym_ids(p_customer_id))),
    (now() at time zone 'Europe/Paris')::date
  )
$$;
comment on function private.customer_today(uuid) is
  'The day on the customer''s clocks; where they differ the earlier one, and that of Paris before there is a gym.';

create function public.set_customer_plan(p_customer_id uuid, p_plan text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  customer private.customers := private.require_customer(p_customer_id);
begin
  if p_plan is null or not exists (select from private.plans p where p.plan = p_plan) then
    perform private.refuse('invalid_input', 'plan');
  elsif customer.kind = 'franchise' then
    update public.franchises f set subscription_plan = p_plan where f.id = customer.id and f.subscription_plan <> p_plan;
  else
    update public.gyms g set subscription_plan = p_plan where g.id = customer.id and g.subscription_plan <> p_plan;
  end if;
end $$;
comment on function public.set_customer_plan(uuid, text) is
  'Gives a customer another plan. Raises mfa_required, not_found, forbidden, invalid_input (plan), plan_limit where it has more gyms or kiosks than the plan holds.';

create function public.set_customer_trial(p_customer_id uuid, p_ends_on date) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  customer private.customers := private.require_customer(p_customer_id);
begin
  if customer.state = 'suspended' then
    perform private.refuse('conflict', 'status');
  elsif p_ends_on < private.customer_today(customer.id) or p_ends_on > current_date + 366 then
    perform private.refuse('invalid_input', 'ends_on');
  end if;
  if customer.kind = 'franchise' then
    perform private.set_customer_status(customer, case when p_ends_on is null then 'active' else 'trial' end, p_ends_on);
  else
    update public.gyms g set trial_ends_on = p_ends_on where g.id = customer.id;
  end if;
end $$;
comment on function public.set_customer_trial(uuid, date) is
  'Sets the last day of a trial, today to a year from now; null ends it and the customer pays from now on. Raises mfa_required, not_found, forbidden, conflict (on hold: resume first), invalid_input (ends_on).';

create function private.hold_customer(p_customer private.customers, p_cause text, p_reason text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.customer_holds (franchise_id, gym_id, cause, reason, former_status, began_by)
  select case p_customer.kind when 'franchise' then p_customer.id end, case p_customer.kind when 'gym' then p_customer.id end,
    p_cause, p_reason, coalesce(
      (select f.status from public.franchises f where f.id = p_customer.id),
      (select g.status from public.gyms g where g.id = p_customer.id)
    ), auth.uid();
  perform private.set_customer_status(p_customer, 'suspended', p_customer.trial_ends_on);
end $$;
comment on function private.hold_customer(private.customers, text, text) is 'Puts a customer that is not on hold on hold.';

create function public.suspend_customer(p_customer_id uuid, p_reason text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  customer private.customers := private.require_customer(p_customer_id);
begin
  if char_length(btrim(p_reason)) between 3 and 500 is not true then
    perform private.refuse('invalid_input', 'reason');
  elsif customer.state = 'suspended' then
    perform private.refuse('conflict', 'status');
  end if;
  perform private.hold_customer(customer, 'by_hand', btrim(p_reason));
end $$;
comment on function public.suspend_customer(uuid, text) is
  'Puts a customer on hold: its people read and change nothing, its kiosks are closed. Raises mfa_required, not_found, forbidden, invalid_input (reason of 3 to 500 characters), conflict (is on hold).';

create function public.resume_customer(p_customer_id uuid, p_trial_ends_on date default null) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  customer private.customers := private.require_customer(p_customer_id);
  former text;
  today date := private.customer_today(p_customer_id);
  -- A trial that still runs goes on; one that has ended does so only with a new last day.
  until date := coalesce(p_trial_ends_on, case when customer.trial_ends_on >= today then customer.trial_ends_on end);
begin
  if customer.state <> 'suspended' then
    perform private.refuse('conflict', 'status');
  elsif p_trial_ends_on < today or p_trial_ends_on > current_date + 366 then
    perform private.refuse('invalid_input', 'trial_ends_on');
  end if;
  update private.customer_holds h set ended_at = now(), ended_by = auth.uid()
  where h.customer_id = customer.id and h.ended_at is null returning h.former_status into former;
  perform private.set_customer_status(customer, case
    when customer.kind = 'gym' then coalesce(former, 'active')
    when until is not null or (former = 'trial' and customer.trial_ends_on is null) then 'trial'
    else 'active'
  end, until);
end $$;
comment on function public.resume_customer(uuid, date) is
  'Ends a hold. A trial that still runs, or gets a new last day, goes on; else the customer pays. Raises mfa_required, not_found, forbidden, conflict (is not on hold), invalid_input (trial_ends_on).';

grant execute on function public.set_customer_plan(uuid, text), public.set_customer_trial(uuid, date),
  public.suspend_customer(uuid, text), public.resume_customer(uuid, date) to authenticated;

-- The end of a trial

create function private.end_trials() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  over record;
  customer private.customers;
  ended integer := 0;
begin
  for over in
    select c.id from private.customers c
    where c.trial_ends_on < private.customer_today(c.id) and c.state <> 'suspended'
    order by c.id
  loop
    -- Somebody may have given it longer while this waited for the row.
    perform private.lock_plan(over.id);
    select * into customer from private.customers c where c.id = over.id;
    continue when customer.state = 'suspended' or customer.trial_ends_on is null
      or customer.trial_ends_on >= private.customer_today(over.id);
    perform private.hold_customer(customer, 'trial_ended', null);
    ended := ended + 1;
  end loop;
  return ended;
end $$;
comment on function private.end_trials() is
  'Puts customers on hold whose trial had its last day, by their own clocks; answers how many. Running it again does nothing.';

select private.schedule_job('end-trials', '5 * * * *', 'select private.end_trials()');
