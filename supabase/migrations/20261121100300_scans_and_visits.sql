-- Each read of a badge, and the visits that follow from them (rule M3).

create table public.badge_scans (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  kiosk_id uuid not null,
  client_event_id uuid not null,
  member_id uuid,
  member_gym_id uuid,
  badge_hash text check (badge_hash ~ '^[0-9a-f]{64}$'),
  outcome text not null check (outcome in (
    'welcome', 'visitor', 'unknown', 'ambiguous', 'inactive', 'expired', 'suspended', 'replaced', 'paused', 'repeat'
  )),
  scanned_at timestamptz not null,
  received_at timestamptz not null default now(),
  unique (id, gym_id),
  unique (kiosk_id, client_event_id),
  check ((member_id is null) = (member_gym_id is null)),
  foreign key (kiosk_id, gym_id) references public.kiosks (id, gym_id) on delete cascade,
  foreign key (member_id, member_gym_id) references public.gym_members_v2 (id, gym_id)
    on delete set null (member_id, member_gym_id)
);
create index badge_scans_gym_id_scanned_at_idx on public.badge_scans (gym_id, scanned_at desc);
create index badge_scans_kiosk_id_gym_id_idx on public.badge_scans (kiosk_id, gym_id, scanned_at desc);
create index badge_scans_member_id_idx on public.badge_scans (member_id, member_gym_id, scanned_at desc);

grant select (
  id, gym_id, kiosk_id, client_event_id, member_id, member_gym_id, outcome, scanned_at, received_at
) on public.badge_scans to authenticated;
alter table public.badge_scans enable row level security;
create policy badge_scans_select_staff on public.badge_scans for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy badge_scans_mfa on public.badge_scans as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

comment on table public.badge_scans is 'Every read of a badge at a kiosk, known or not.';
comment on column public.badge_scans.scanned_at is 'The server''s clock minus the age that the kiosk told.';
comment on column public.badge_scans.member_gym_id is 'The member''s home gym; differs from gym_id at a sister gym.';

create table public.gym_visits (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  member_id uuid not null,
  member_gym_id uuid not null,
  local_date date not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  source text not null check (source in ('kiosk', 'import', 'desk')),
  kiosk_id uuid,
  created_at timestamptz not null default now(),
  check (last_seen_at >= started_at),
  foreign key (member_id, member_gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade,
  foreign key (kiosk_id, gym_id) references public.kiosks (id, gym_id) on delete set null (kiosk_id)
);
create index gym_visits_gym_id_started_at_idx on public.gym_visits (gym_id, started_at desc);
create index gym_visits_gym_id_local_date_idx on public.gym_visits (gym_id, local_date);
create index gym_visits_member_id_idx on public.gym_visits (member_id, member_gym_id, started_at desc);
create index gym_visits_kiosk_id_gym_id_idx on public.gym_visits (kiosk_id, gym_id);

grant select on public.gym_visits to authenticated;
alter table public.gym_visits enable row level security;
create policy gym_visits_select_staff on public.gym_visits for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy gym_visits_mfa on public.gym_visits as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

comment on table public.gym_visits is
  'A member''s presence: reads less than 60 minutes apart, by event time, are one visit. gym_id says where, member_gym_id whose member.';
comment on column public.gym_visits.local_date is 'The day in the gym''s time zone.';

-- Set-based: one update for all the visits that a statement wrote.
create function private.advance_last_visit() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.gym_members_v2 m set last_visit = seen.at
  from (select v.member_id, v.member_gym_id, max(v.last_seen_at) as at from written v group by 1, 2) seen
  where m.id = seen.member_id and m.gym_id = seen.member_gym_id
    and (m.last_visit is null or m.last_visit < seen.at);
  return null;
end $$;


create trigger gym_visits_advance_last_visit_insert after insert on public.gym_visits
  referencing new table as written for each statement execute function private.advance_last_visit();
create trigger gym_visits_advance_last_visit_update after update on public.gym_visits
  referencing new table as written for each statement execute function private.advance_last_visit();
