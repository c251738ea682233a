-- What each plan holds, how much of it a customer has used, and the refusal of anything beyond.

create table private.plans (
  plan text primary key check (plan in ('starter', 'pro', 'enterprise')),
  gyms integer check (gyms > 0),
  kiosks integer check (kiosks > 0),
  conversations integer check (conversations > 0),
  budget_usd numeric(10, 2) check (budget_usd > 0)
);
comment on table private.plans is
  'Limits of the plans, the one place that has them; null is without limit. Conversations and budget are those of a calendar month.';
alter table private.plans enable row level security;
create policy plans_nobody on private.plans to public using (false);

insert into private.plans (plan, gyms, kiosks, conversations, budget_usd) values
  ('starter', 2, 4, 3000, 150),
  ('pro', 10, 30, 30000, 1500),
  ('enterprise', null, null, null, null);

create function private.customer_gym_ids(p_customer_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return array(
    select g.id from public.gyms g where g.franchise_id = p_customer_id
    union all
    select g.id from public.gyms g where g.id = p_customer_id and g.franchise_id is null
  );
end $$;
comment on function private.customer_gym_ids(uuid) is 'The gyms of a franchise, or the gym that is its own customer.';

create function private.customer_usage(p_customer_id uuid, p_kind text) returns numeric
language plpgsql stable security definer set search_path = ''
as $$
declare
  places uuid[] := private.customer_gym_ids(p_customer_id);
begin
  case p_kind
    when 'gyms' then
      return cardinality(places);
    when 'kiosks' then
      return (select count(*) from public.kiosks k where k.gym_id = any (places));
    when 'conversations' then
      return (
        select count(*) from public.gyms g
        join public.openai_realtime_sessions s on s.gym_id = g.id and s.started_at >= private.month_start(g.timezone)
        where g.id = any (places)
      );
    when 'budget' then
      return (
        select coalesce(sum(s.cost_usd), 0) from public.gyms g
        join public.openai_realtime_sessions s on s.gym_id = g.id and s.started_at >= private.month_start(g.timezone)
        where g.id = any (places)
      );
  end case;
end $$;
comment on function private.customer_usage(uuid, text) is
  'How much of gyms, kiosks, conversations (this month) or budget (this month, US dollars) a customer has; a month is the gym''s.';

create function private.month_start(p_zone text) returns timestamptz
language sql stable set search_path = ''
as $$ select date_trunc('month', now() at time zone p_zone) at time zone p_zone $$;
comment on function private.month_start(text) is 'When the present month began on the clocks of a time zone.';

create function private.plan_limit(p_plan text, p_kind text) returns numeric
language sql stable security definer set search_path = ''
as $$
  select case p_kind when 'gyms' then p.gyms when 'kiosks' then p.kiosks when 'conversations' then p.conversations
    when 'budget' then p.budget_usd end
  from private.plans p where p.plan = p_plan
$$;
comment on function private.plan_limit(text, text) is 'Limit of a plan; null is without limit.';

create function private.lock_plan(p_customer_id uuid) returns text
language plpgsql security definer set search_path = ''
as $$
declare
  plan text;
begin
  select f.subscription_plan into plan from public.franchises f where f.id = p_customer_id for no key update;
  if plan is null then
    select g.subscription_plan into plan from public.gyms g
    where g.id = p_customer_id and g.franchise_id is null for no key update;
  end if;
  return plan;
end $$;
comment on function private.lock_plan(uuid) is
  'The plan of a customer, whose row is locked: of two who take the last place, the second waits here and sees the first.';

create function private.check_plan(p_customer_id uuid, p_kinds text[]) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  plan text := private.lock_plan(p_customer_id);
  kind text;
  most numeric;
  used numeric;
begin
  foreach kind in array p_kinds loop
    most := private.plan_limit(plan, kind);
    continue when most is null;
    used := private.customer_usage(p_customer_id, kind);
    -- What a conversation will cost is not known when it begins: it may begin while something is left.
    if used > most or (kind = 'budget' and used = most) then
      perform private.refuse('plan_limit', kind);
    end if;
  end loop;
end $$;
comment on function private.check_plan(uuid, text[]) is
  'Locks the customer and raises plan_limit (detail gyms, kiosks, conversations or budget) where it now has more than its plan holds.';

-- The triggers run before those of the audit ("allowance" < "audit"): the customer is locked first, its audit after it.

create function private.gym_allowance() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.check_plan(owned.customer_id, '{gyms,kiosks}')
  from (select distinct n.franchise_id as customer_id from new_rows n where n.franchise_id is not null order by 1) owned;
  return null;
end $$;
comment on function private.gym_allowance() is 'Statement trigger: new gyms fit into the plans of their franchises.';
create trigger gyms_allowance after insert on public.gyms referencing new table as new_rows
  for each statement execute function private.gym_allowance();

create function private.kiosk_allowance() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.check_plan(owned.customer_id, '{kiosks}')
  from (
    select distinct coalesce(g.franchise_id, g.id) as customer_id
    from new_rows n join public.gyms g on g.id = n.gym_id order by 1
  ) owned;
  return null;
end $$;
comment on function private.kiosk_allowance() is 'Statement trigger: new kiosks fit into the plans of their customers.';
create trigger kiosks_allowance after insert on public.kiosks referencing new table as new_rows
  for each statement execute function private.kiosk_allowance();

create function private.talk_allowance() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Conversations of earlier months, which an import or the demonstration brings, take nothing from this one.
  perform private.check_plan(owned.customer_id, '{conversations,budget}')
  from (
    select distinct coalesce(g.franchise_id, g.id) as customer_id
    from new_rows n join public.gyms g on g.id = n.gym_id and n.started_at >= private.month_start(g.timezone) order by 1
  ) owned;
  return null;
end $$;
comment on function private.talk_allowance() is 'Statement trigger: a conversation begins within the month''s conversations and budget.';
create trigger openai_realtime_sessions_allowance after insert on public.openai_realtime_sessions
  referencing new table as new_rows
  for each statement execute function private.talk_allowance();

create function private.moved_allowance() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.check_plan(case tg_table_name
    when 'franchises' then new.id
    when 'gyms' then coalesce((to_jsonb(new) ->> 'franchise_id')::uuid, new.id)
    else (select coalesce(g.franchise_id, g.id) from public.gyms g where g.id = (to_jsonb(new) ->> 'gym_id')::uuid)
  end, '{gyms,kiosks}');
  return null;
end $$;
comment on function private.moved_allowance() is
  'Row trigger: a gym or kiosk that moves fits into its new customer''s plan, and what a customer has into its new plan.';
create trigger gyms_allowance_moved after update of franchise_id, subscription_plan on public.gyms
  for each row when (
    (old.franchise_id, old.subscription_plan) is distinct from (new.franchise_id, new.subscription_plan)
  )
  execute function private.moved_allowance();
create trigger kiosks_allowance_moved after update of gym_id on public.kiosks
  for each row when (old.gym_id <> new.gym_id) execute function private.moved_allowance();
create trigger franchises_allowance_changed after update of subscription_plan on public.franchises
  for each row when (old.subscription_plan <> new.subscription_plan) execute function private.moved_allowance();
