-- How a badge begins and ends: who gave it to whom, what became of it, until when it is lent (rules M1, M2, P3).

alter table public.member_badges
  add column number text check (length(number) between 1 and 40),
  add column expires_at timestamptz,
  add column ended_reason text check (ended_reason in ('lost', 'replaced', 'returned', 'moved', 'expired')),
  add column assigned_by uuid references public.users (id) on delete set null,
  add column ended_by uuid references public.users (id) on delete set null,
  add constraint member_badges_ended_check check (ended_reason is null or valid_to is not null);
create index member_badges_assigned_by_idx on public.member_badges (assigned_by);
create index member_badges_ended_by_idx on public.member_badges (ended_by);
create index member_badges_expires_at_idx on public.member_badges (expires_at) where valid_to is null;
grant select (expires_at, ended_reason, assigned_by, ended_by) on public.member_badges to authenticated;
comment on column public.member_badges.number is
  'What is printed on the badge, or its last four digits when only a kiosk has read it; screens show the last four.';
comment on column public.member_badges.expires_at is 'When a badge that was lent for a day ends by itself.';
comment on column public.member_badges.ended_reason is
  'moved: it went to somebody else. Null on badges that an import ended: replaced_by says the rest.';

-- A guest of one day; everybody else, lasting guests included, has none.
alter table public.gym_members_v2 add column guest_day date check (guest_day is null or member_kind = 'guest');
create index gym_members_v2_guest_day_idx on public.gym_members_v2 (gym_id, guest_day) where guest_day is not null;
grant select (guest_day) on public.gym_members_v2 to authenticated;
comment on column public.gym_members_v2.guest_day is 'The day, by the gym''s clock, of a guest who was lent a badge; the row goes 30 days later.';

alter table public.badge_scans drop constraint badge_scans_outcome_check;
alter table public.badge_scans add constraint badge_scans_outcome_check check (outcome in (
  'welcome', 'visitor', 'unknown', 'ambiguous', 'inactive', 'expired', 'suspended', 'replaced', 'lost', 'paused', 'repeat', 'captured'
));
alter table public.badge_scans
  add column badge_form text check (length(badge_form) <= 40),
  add column badge_tail text check (length(badge_tail) <= 4);
comment on column public.badge_scans.badge_form is 'How the reader had written the number, as far as it is known; unreadable for what no reader writes.';
comment on column public.badge_scans.badge_tail is 'The last four digits, for the masked number of a badge that is given by this read.';

create table private.badge_captures (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  kiosk_id uuid not null,
  purpose text not null check (purpose in ('assign', 'learn')),
  expected_hashes text[] not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'read', 'used', 'cancelled')),
  scan_id uuid,
  form text check (length(form) <= 40),
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '2 minutes',
  foreign key (kiosk_id, gym_id) references public.kiosks (id, gym_id) on delete cascade,
  foreign key (scan_id, gym_id) references public.badge_scans (id, gym_id) on delete cascade
);
create unique index badge_captures_waiting_key on private.badge_captures (kiosk_id) where state = 'waiting';
create index badge_captures_gym_id_idx on private.badge_captures (gym_id);
create index badge_captures_kiosk_id_gym_id_idx on private.badge_captures (kiosk_id, gym_id);
create index badge_captures_scan_id_gym_id_idx on private.badge_captures (scan_id, gym_id);
create index badge_captures_created_by_idx on private.badge_captures (created_by);
alter table private.badge_captures enable row level security;
create policy badge_captures_nobody on private.badge_captures to public using (false);
comment on table private.badge_captures is
  'Somebody at the desk waits for the next badge at a kiosk: one at a kiosk, for two minutes, used once.';
