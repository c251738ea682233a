drop trigger gyms_keep_plan on public.gyms;
drop function private.keep_gym_plan();
alter table public.gyms drop constraint gyms_plan_of_own_customer, drop column subscription_plan, drop column trial_ends_on;
alter table public.franchises drop column trial_ends_on;
