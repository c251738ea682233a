-- What identifies a member at the door, and what they agreed to (rules M1, P1).

create table public.member_badges (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  member_id uuid not null,
  badge_hash text not null check (badge_hash ~ '^[0-9a-f]{64}$'),
  reader_profile text check (length(reader_profile) <= 40),
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  replaced_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, gym_id),
  check (valid_to is null or valid_to >= valid_from),
  check (replaced_by is null or valid_to is not null),
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade,
  foreign key (replaced_by, gym_id) references public.member_badges (id, gym_id) on delete set null (replaced_by)
);
create unique index member_badges_valid_key on public.member_badges (gym_id, badge_hash) where valid_to is null;
create index member_badges_gym_id_badge_hash_idx on public.member_badges (gym_id, badge_hash);
create index member_badges_member_id_gym_id_idx on public.member_badges (member_id, gym_id);
create index member_badges_replaced_by_gym_id_idx on public.member_badges (replaced_by, gym_id);

-- The hash itself never leaves: it would let a reader of the table recognise a badge elsewhere.
grant select (id, gym_id, member_id, reader_profile, valid_from, valid_to, replaced_by, created_at, updated_at)
  on public.member_badges to authenticated;
alter table public.member_badges enable row level security;
create policy member_badges_select_staff on public.member_badges for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy member_badges_mfa on public.member_badges as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger member_badges_touch before update on public.member_badges
  for each row execute function private.touch_updated_at();

select private.attach_audit('public.member_badges');

comment on table public.member_badges is
  'Keyed hash of the canonical form of each badge; one member a gym holds a hash while valid_to is null.';

create table public.member_consents (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  member_id uuid not null,
  purpose text not null check (purpose in ('talk', 'analyse', 'remember')),
  granted boolean not null,
  version text not null check (length(version) between 1 and 40),
  language text not null check (language in ('fr', 'en', 'es')),
  kiosk_id uuid,
  session_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade,
  foreign key (kiosk_id, gym_id) references public.kiosks (id, gym_id) on delete set null (kiosk_id)
);
create index member_consents_gym_id_created_at_idx on public.member_consents (gym_id, created_at desc);
create index member_consents_current_idx
  on public.member_consents (member_id, gym_id, purpose, created_at desc);
create index member_consents_kiosk_id_gym_id_idx on public.member_consents (kiosk_id, gym_id);

grant select on public.member_consents to authenticated;
alter table public.member_consents enable row level security;
create policy member_consents_select_staff on public.member_consents for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy member_consents_mfa on public.member_consents as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

select private.attach_audit('public.member_consents');

comment on table public.member_consents is
  'Every answer a member gave for a purpose, appended only; the newest row of a purpose is what holds.';
