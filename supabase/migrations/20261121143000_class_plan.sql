-- Weekly slots of a class, and the dates that follow from them (rule A7: by the gym's clock).

create table public.class_slots (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  class_id uuid not null,
  weekday integer not null check (weekday between 1 and 7),
  starts time not null check (extract(second from starts) = 0),
  unique (id, gym_id),
  unique (class_id, weekday, starts),
  foreign key (class_id, gym_id) references public.gym_classes (id, gym_id) on delete cascade
);
create index class_slots_gym_id_idx on public.class_slots (gym_id);
create index class_slots_class_id_gym_id_idx on public.class_slots (class_id, gym_id);

grant select on public.class_slots to authenticated;
alter table public.class_slots enable row level security;
create policy class_slots_select_staff on public.class_slots for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy class_slots_mfa on public.class_slots as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

comment on table public.class_slots is 'When a class takes place every week: weekday 1 (Monday) to 7, time by the gym''s clock.';

-- A date that came from a slot goes when the slot goes; one that was added by hand has none and stays. The day is the
-- slot's own, so that a date moved to another hour is not made again.
alter table public.class_occurrences add column slot_id uuid, add column slot_date date;
create unique index class_occurrences_slot_key on public.class_occurrences (slot_id, slot_date);
alter table public.class_occurrences add constraint class_occurrences_slot_id_gym_id_fkey
  foreign key (slot_id, gym_id) references public.class_slots (id, gym_id) on delete set null (slot_id);
create index class_occurrences_slot_id_gym_id_idx on public.class_occurrences (slot_id, gym_id);

select private.attach_audit('public.gym_classes');
select private.attach_audit('public.class_slots');
-- Dates come and change by the hundred with their class; what a person does to one is to move or cancel it.
create trigger class_occurrences_audit_update after update on public.class_occurrences
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.audit('id', '{updated_at,slot_id,slot_date,minutes,capacity,coach,room}');

create function private.require_right(p_gym_id uuid, p_allowed uuid[]) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  if p_gym_id = any (p_allowed) then
    return;
  end if;
  perform private.refuse(case when private.gym_is_suspended(p_gym_id) then 'customer_suspended' else 'forbidden' end);
end $$;
comment on function private.require_right(uuid, uuid[]) is
  'Passes for a gym among those whose helper says that the caller writes there; raises mfa_required, not_found, forbidden, customer_suspended.';

create function private.plan_classes(p_gym_id uuid default null, p_class_id uuid default null) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  made integer;
begin
  insert into public.class_occurrences (gym_id, class_id, slot_id, slot_date, starts_at, minutes, capacity)
  select s.gym_id, s.class_id, s.id, day, (day + s.starts) at time zone g.timezone, c.minutes, c.capacity
  from public.class_slots s
  join public.gym_classes c on c.id = s.class_id and c.gym_id = s.gym_id and c.is_active
  join public.gyms g on g.id = s.gym_id
  cross join lateral (
    select (now() at time zone g.timezone)::date + ahead as day from generate_series(0, 55) ahead
  ) days
  where (p_gym_id is null or s.gym_id = p_gym_id) and (p_class_id is null or s.class_id = p_class_id)
    and extract(isodow from day) = s.weekday and (day + s.starts) at time zone g.timezone > now()
  on conflict do nothing;
  get diagnostics made = row_count;
  return made;
end $$;
comment on function private.plan_classes(uuid, uuid) is
  'Makes the dates of the next eight weeks that are missing, of every gym, one gym or one class; answers how many.';

select private.schedule_job('plan-classes', '25 2 * * *', 'select private.plan_classes()');
