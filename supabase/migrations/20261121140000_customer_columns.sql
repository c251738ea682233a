-- A customer is a franchise, or a gym without one: either has a plan and may be on trial.

alter table public.franchises add column trial_ends_on date;
comment on column public.franchises.trial_ends_on is
  'Last day of the trial; null for a customer that pays, or whose trial has no end yet.';

alter table public.gyms
  add column subscription_plan text check (subscription_plan in ('starter', 'pro', 'enterprise')),
  add column trial_ends_on date;
comment on column public.gyms.subscription_plan is 'Plan of a gym that is its own customer; null in a franchise, which has the plan.';
comment on column public.gyms.trial_ends_on is 'Last day of the trial of a gym that is its own customer; null without one, and in a franchise.';

create function private.keep_gym_plan() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if new.franchise_id is null then
    new.subscription_plan := coalesce(new.subscription_plan, 'starter');
  else
    new.subscription_plan := null;
    new.trial_ends_on := null;
  end if;
  return new;
end $$;
comment on function private.keep_gym_plan() is
  'Row trigger: a gym on its own has a plan, the smallest unless one is named; in a franchise it has none and no trial.';

create trigger gyms_keep_plan before insert or update of franchise_id, subscription_plan, trial_ends_on on public.gyms
  for each row execute function private.keep_gym_plan();

update public.gyms g set subscription_plan = 'starter' where g.franchise_id is null;

alter table public.gyms add constraint gyms_plan_of_own_customer check (
  (franchise_id is null) = (subscription_plan is not null) and (franchise_id is null or trial_ends_on is null)
);
create index franchises_trial_ends_on_idx on public.franchises (trial_ends_on) where trial_ends_on is not null;
create index gyms_trial_ends_on_idx on public.gyms (trial_ends_on) where trial_ends_on is not null;
