-- Heartbeats are never replayed: a kiosk that was without network says once from when to when (rule K4).

create table public.kiosk_absences (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  kiosk_id uuid not null,
  client_event_id uuid not null,
  away_from timestamptz not null,
  away_to timestamptz not null,
  doubt text check (doubt in ('boot', 'clock')),
  received_at timestamptz not null default now(),
  unique (id, gym_id),
  unique (kiosk_id, client_event_id),
  check (away_to >= away_from),
  foreign key (kiosk_id, gym_id) references public.kiosks (id, gym_id) on delete cascade
);
create index kiosk_absences_gym_id_idx on public.kiosk_absences (gym_id, away_from desc);
create index kiosk_absences_kiosk_id_gym_id_idx on public.kiosk_absences (kiosk_id, gym_id, away_from desc);

grant select on public.kiosk_absences to authenticated;
alter table public.kiosk_absences enable row level security;
create policy kiosk_absences_select_staff on public.kiosk_absences for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy kiosk_absences_mfa on public.kiosk_absences as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

comment on table public.kiosk_absences is 'Times in which a kiosk lived and could not reach us, as it told afterwards.';
comment on column public.kiosk_absences.away_from is 'Our clock minus the age that the kiosk told.';
comment on column public.kiosk_absences.doubt is 'As badge_scans.doubt, of the beginning.';
