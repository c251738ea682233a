-- What the desk writes down: what was said to whom today, who was checked in by hand, who has left, and which requests
-- for a class the team has answered.

create table public.desk_ticks (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  member_id uuid not null,
  code text not null check (code ~ '^[a-z_]{1,40}(:[a-z0-9-]{1,60})?$'),
  local_date date not null,
  alert_id uuid,
  said_by uuid references public.users (id) on delete set null,
  said_at timestamptz not null default now(),
  unique (gym_id, member_id, code, local_date),
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade,
  foreign key (alert_id, gym_id) references public.manager_alerts (id, gym_id) on delete set null (alert_id)
);
create index desk_ticks_gym_id_said_at_idx on public.desk_ticks (gym_id, said_at desc);
create index desk_ticks_member_id_gym_id_idx on public.desk_ticks (member_id, gym_id);
create index desk_ticks_alert_id_gym_id_idx on public.desk_ticks (alert_id, gym_id);
create index desk_ticks_said_by_idx on public.desk_ticks (said_by);

grant select on public.desk_ticks to authenticated;
alter table public.desk_ticks enable row level security;
create policy desk_ticks_select_staff on public.desk_ticks for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy desk_ticks_mfa on public.desk_ticks as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

select private.attach_audit('public.desk_ticks');

comment on table public.desk_ticks is 'What was said to a member at the desk, so that nobody says it again.';
comment on column public.desk_ticks.code is 'What was said: first_visit, birthday, milestone:50, alert:<id> and the like.';
comment on column public.desk_ticks.alert_id is 'The alert that saying so has resolved; taking the tick back opens it again.';

create table public.desk_check_ins (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  member_id uuid not null,
  visit_id uuid not null,
  at timestamptz not null,
  reason text check (reason in ('renews', 'agreed', 'trial', 'mistake', 'other')),
  made_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade
);
create index desk_check_ins_gym_id_created_at_idx on public.desk_check_ins (gym_id, created_at desc);
create index desk_check_ins_member_id_gym_id_idx on public.desk_check_ins (member_id, gym_id);
create index desk_check_ins_made_by_idx on public.desk_check_ins (made_by);

grant select on public.desk_check_ins to authenticated;
alter table public.desk_check_ins enable row level security;
create policy desk_check_ins_select_staff on public.desk_check_ins for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy desk_check_ins_mfa on public.desk_check_ins as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

select private.attach_audit('public.desk_check_ins');

comment on table public.desk_check_ins is 'Members whom the team checked in by hand; the visit itself is a row of gym_visits.';
comment on column public.desk_check_ins.reason is 'Why somebody whose membership does not hold was let in.';

create table private.desk_undo (
  check_in_id uuid primary key references public.desk_check_ins (id) on delete cascade,
  before jsonb not null,
  after jsonb not null,
  last_visit timestamptz
);
alter table private.desk_undo enable row level security;
create policy desk_undo_nobody on private.desk_undo to public using (false);
comment on table private.desk_undo is 'The visits around a check-in before and after it, and last_visit before, for taking it back.';

select private.schedule_job('forget-desk-undo', '50 3 * * *', $$delete from private.desk_undo u
  using public.desk_check_ins c where c.id = u.check_in_id and c.created_at < now() - interval '1 day'$$);

alter table public.gym_visits add column left_at timestamptz;
comment on column public.gym_visits.left_at is 'When somebody left, where that is known: told by hand or by an imported list.';

alter table public.class_bookings add column answered_at timestamptz, add column answered_by uuid references public.users (id) on delete set null;
create index class_bookings_answered_by_idx on public.class_bookings (answered_by);
create index class_bookings_requested_idx on public.class_bookings (gym_id, created_at) where status = 'requested';
comment on column public.class_bookings.answered_at is 'When the team confirmed or declined a request.';

-- Who has left is inside no more.
create or replace function private.people_inside(p_gym_id uuid, p_at timestamptz) returns integer
language sql stable security definer set search_path = ''
as $$
  select count(*)::integer from public.gym_visits v
  where v.gym_id = p_gym_id and v.started_at > p_at - interval '90 minutes' and v.started_at <= p_at
    and (v.left_at is null or v.left_at > p_at)
$$;
comment on function private.people_inside(uuid, timestamptz) is
  'Visits begun in the 90 minutes before whose end nobody has told: a stay is taken to last that long.';

create or replace function private.record_visit(
  p_gym_id uuid, p_member_id uuid, p_member_gym_id uuid, p_at timestamptz, p_source text, p_kiosk_id uuid
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  near uuid[];
  first_at timestamptz;
  last_at timestamptz;
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
begin
  perform pg_advisory_xact_lock(hashtextextended('visit:' || p_gym_id || p_member_id, 0));
  select array_agg(v.id order by v.started_at), least(min(v.started_at), p_at), greatest(max(v.last_seen_at), p_at)
  into near, first_at, last_at
  from public.gym_visits v
  where v.member_id = p_member_id and v.member_gym_id = p_member_gym_id and v.gym_id = p_gym_id
    and v.started_at < p_at + interval '60 minutes' and v.last_seen_at > p_at - interval '60 minutes';
  if near is null then
    insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source, kiosk_id)
    values (p_gym_id, p_member_id, p_member_gym_id, (p_at at time zone zone)::date, p_at, p_at, p_source, p_kiosk_id);
    return;
  end if;
  -- A read that comes late may close the gap between two visits: they were one.
  delete from public.gym_visits v where v.id = any (near[2:]);
  -- Whoever is seen after they had left is back.
  update public.gym_visits v set
    started_at = first_at, last_seen_at = last_at, local_date = (first_at at time zone zone)::date,
    left_at = case when v.left_at >= last_at then v.left_at end
  where v.id = near[1] and (v.started_at, v.last_seen_at) is distinct from (first_at, last_at);
end $$;
