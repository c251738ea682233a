-- Kiosks: the device at a gym's entrance, its last sign of life, and its secrets (rules K1, T4, T5).

create table public.kiosks (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  slug text not null unique
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  name text not null check (length(name) between 1 and 80),
  status text not null default 'provisioning'
    check (status in ('online', 'offline', 'error', 'provisioning', 'maintenance')),
  device_id text unique,
  hardware_info jsonb not null default '{}'::jsonb check (jsonb_typeof(hardware_info) = 'object'),
  software_version text,
  voice_model text not null default 'alloy',
  language text not null default 'fr' check (language in ('fr', 'en', 'es')),
  location_in_gym text,
  notes text,
  reader_profile jsonb check (jsonb_typeof(reader_profile) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, gym_id)
);
create index kiosks_gym_id_name_idx on public.kiosks (gym_id, name);

grant select on public.kiosks to authenticated;
alter table public.kiosks enable row level security;
create policy kiosks_select_staff on public.kiosks for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy kiosks_mfa on public.kiosks as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger kiosks_touch before update on public.kiosks
  for each row execute function private.touch_updated_at();

select private.attach_audit('public.kiosks');

comment on table public.kiosks is 'Devices at the gyms'' entrances; secrets are in private.kiosk_credentials.';
comment on column public.kiosks.reader_profile is 'How this kiosk''s badge reader writes numbers, once learnt.';

create table public.kiosk_state (
  kiosk_id uuid primary key,
  gym_id uuid not null references public.gyms (id) on delete cascade,
  last_heartbeat_at timestamptz,
  boot_id text check (length(boot_id) <= 100),
  reader_paused_until timestamptz,
  foreign key (kiosk_id, gym_id) references public.kiosks (id, gym_id) on delete cascade
) with (fillfactor = 70);
create index kiosk_state_gym_id_idx on public.kiosk_state (gym_id);
create index kiosk_state_kiosk_id_gym_id_idx on public.kiosk_state (kiosk_id, gym_id);

grant select on public.kiosk_state to authenticated;
alter table public.kiosk_state enable row level security;
create policy kiosk_state_select_staff on public.kiosk_state for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy kiosk_state_mfa on public.kiosk_state as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

comment on table public.kiosk_state is
  'One narrow row a kiosk, written by each heartbeat; none of its changing columns is indexed, so updates stay in the page.';

create table private.kiosk_credentials (
  kiosk_id uuid primary key references public.kiosks (id) on delete cascade,
  code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
  code_expires_at timestamptz,
  code_used_at timestamptz,
  wrong_attempts integer not null default 0,
  token_hash text unique check (token_hash ~ '^[0-9a-f]{64}$'),
  token_issued_at timestamptz,
  revoked_at timestamptz
);
alter table private.kiosk_credentials enable row level security;
create policy kiosk_credentials_nobody on private.kiosk_credentials to public using (false);

comment on table private.kiosk_credentials is
  'Keyed hash of the pairing code and hash of the token of each kiosk; read and written by the kiosk verbs alone.';
