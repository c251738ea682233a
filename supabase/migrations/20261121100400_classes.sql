-- Classes, their dates, and who comes (rule V5).

create table public.gym_classes (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  coach text check (length(coach) <= 80),
  room text check (length(room) <= 80),
  minutes integer not null check (minutes between 5 and 480),
  capacity integer not null check (capacity between 1 and 1000),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, gym_id)
);
create index gym_classes_gym_id_name_idx on public.gym_classes (gym_id, name);

grant select on public.gym_classes to authenticated;
alter table public.gym_classes enable row level security;
create policy gym_classes_select_staff on public.gym_classes for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy gym_classes_mfa on public.gym_classes as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger gym_classes_touch before update on public.gym_classes
  for each row execute function private.touch_updated_at();

comment on table public.gym_classes is 'A class that a gym offers.';

create table public.class_occurrences (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  class_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  capacity integer not null check (capacity between 1 and 1000),
  coach text check (length(coach) <= 80),
  room text check (length(room) <= 80),
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, gym_id),
  unique (class_id, gym_id, starts_at),
  foreign key (class_id, gym_id) references public.gym_classes (id, gym_id) on delete cascade
);
create index class_occurrences_gym_id_starts_at_idx on public.class_occurrences (gym_id, starts_at);

grant select on public.class_occurrences to authenticated;
alter table public.class_occurrences enable row level security;
create policy class_occurrences_select_staff on public.class_occurrences for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy class_occurrences_mfa on public.class_occurrences as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger class_occurrences_touch before update on public.class_occurrences
  for each row execute function private.touch_updated_at();

comment on table public.class_occurrences is 'One date of a class; length, capacity, coach and room may differ from the class.';

create table public.class_bookings (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  occurrence_id uuid not null,
  member_id uuid not null,
  status text not null check (status in ('booked', 'requested', 'cancelled')),
  source text not null check (source in ('kiosk', 'desk')),
  session_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  cancelled_at timestamptz,
  unique (id, gym_id),
  check ((status = 'cancelled') = (cancelled_at is not null)),
  foreign key (occurrence_id, gym_id) references public.class_occurrences (id, gym_id) on delete cascade,
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade
);
create unique index class_bookings_held_key on public.class_bookings (occurrence_id, member_id)
  where status <> 'cancelled';
create index class_bookings_gym_id_created_at_idx on public.class_bookings (gym_id, created_at desc);
create index class_bookings_occurrence_id_gym_id_idx on public.class_bookings (occurrence_id, gym_id);
create index class_bookings_member_id_gym_id_idx on public.class_bookings (member_id, gym_id);

grant select on public.class_bookings to authenticated;
alter table public.class_bookings enable row level security;
create policy class_bookings_select_staff on public.class_bookings for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy class_bookings_mfa on public.class_bookings as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger class_bookings_touch before update on public.class_bookings
  for each row execute function private.touch_updated_at();

comment on table public.class_bookings is
  'A member''s place in a class; "requested" waits for the team where the gym masters its bookings elsewhere.';
