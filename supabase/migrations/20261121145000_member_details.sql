-- What the page of a member adds: fitness profile, notes and contacts, consents that the desk takes, merged rows.

create table public.member_fitness_profile (
  member_id uuid primary key,
  gym_id uuid not null references public.gyms (id) on delete cascade,
  fitness_level text check (fitness_level in ('beginner', 'intermediate', 'advanced')),
  primary_goals text[] not null default '{}' check (
    primary_goals <@ '{weight_loss,muscle_gain,endurance,mobility,wellbeing,competition,recovery}'::text[]
    and cardinality(primary_goals) <= 7
  ),
  workout_frequency_per_week integer check (workout_frequency_per_week between 0 and 21),
  height_cm integer check (height_cm between 50 and 260),
  current_weight_kg numeric(4, 1) check (current_weight_kg between 20 and 400),
  target_weight_kg numeric(4, 1) check (target_weight_kg between 20 and 400),
  injuries text check (length(injuries) between 1 and 1000),
  medical_notes text check (length(medical_notes) between 1 and 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade
);
create index member_fitness_profile_gym_id_idx on public.member_fitness_profile (gym_id);
create index member_fitness_profile_member_id_gym_id_idx on public.member_fitness_profile (member_id, gym_id);

-- What is about health is not granted: it goes out through get_member, while the consent holds.
grant select (
  member_id, gym_id, fitness_level, primary_goals, workout_frequency_per_week, created_at, updated_at
) on public.member_fitness_profile to authenticated;
alter table public.member_fitness_profile enable row level security;
create policy member_fitness_profile_select_staff on public.member_fitness_profile for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy member_fitness_profile_mfa on public.member_fitness_profile as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger member_fitness_profile_touch before update on public.member_fitness_profile
  for each row execute function private.touch_updated_at();
select private.attach_audit('public.member_fitness_profile', 'member_id');

comment on table public.member_fitness_profile is
  'What a member trains for; height, weights, injuries and medical notes only while they agree to that purpose.';

-- Consents

alter table public.member_consents
  add column source text not null default 'kiosk' check (source in ('kiosk', 'desk')),
  add column recorded_by uuid references public.users (id) on delete set null;
create index member_consents_recorded_by_idx on public.member_consents (recorded_by);
comment on column public.member_consents.source is 'Where the member answered: at a kiosk, or on paper at the desk.';
comment on column public.member_consents.recorded_by is 'Who of the team wrote an answer down at the desk.';

create function private.agrees(p_member_id uuid, p_purpose text) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return coalesce((
    select c.granted from public.member_consents c
    where c.member_id = p_member_id and c.purpose = p_purpose
    order by c.created_at desc, c.id desc limit 1
  ), false);
end $$;
comment on function private.agrees(uuid, text) is 'Whether the newest answer of a member for a purpose is yes.';

create function private.hold_health() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if num_nonnulls(new.height_cm, new.current_weight_kg, new.target_weight_kg, new.injuries, new.medical_notes) > 0
    and not private.agrees(new.member_id, 'health') then
    perform private.refuse('consent_missing');
  end if;
  return new;
end $$;
comment on function private.hold_health() is 'Row trigger: nothing about health is written without that consent (rule P4).';
create trigger member_fitness_profile_hold_health before insert or update on public.member_fitness_profile
  for each row execute function private.hold_health();

create function private.forget_health() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.member_fitness_profile f set height_cm = null, current_weight_kg = null, target_weight_kg = null,
    injuries = null, medical_notes = null
  where f.member_id = new.member_id and not private.agrees(new.member_id, 'health');
  return null;
end $$;
comment on function private.forget_health() is 'Row trigger: what is about health goes with the consent that held it.';
create trigger member_consents_forget_health after insert or update of granted, purpose, member_id on public.member_consents
  for each row when (new.purpose = 'health') execute function private.forget_health();

-- Notes, and contacts with their outcome

create table public.member_notes (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  member_id uuid not null,
  kind text not null check (kind in ('note', 'call', 'message', 'visit')),
  outcome text check (outcome in ('reached', 'no_answer', 'left_message', 'call_back', 'stays', 'leaves')),
  text text check (length(text) between 1 and 2000),
  author_id uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  deleted_at timestamptz,
  unique (id, gym_id),
  constraint member_notes_says_something check (case when kind = 'note' then outcome is null and text is not null else outcome is not null end),
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade
);
create index member_notes_gym_id_created_at_idx on public.member_notes (gym_id, created_at desc);
create index member_notes_member_id_gym_id_idx on public.member_notes (member_id, gym_id, created_at desc);
create index member_notes_author_id_idx on public.member_notes (author_id);
create index member_notes_deleted_at_idx on public.member_notes (deleted_at) where deleted_at is not null;

-- Words of the team about a member are for those who may act on them, so a super admin needs a support access.
grant select (id, gym_id, member_id, kind, outcome, author_id, created_at, updated_at, edited_at, deleted_at)
  on public.member_notes to authenticated;
alter table public.member_notes enable row level security;
create policy member_notes_select_team on public.member_notes for select to authenticated
  using (gym_id = any ((select private.alert_gym_ids())::uuid[]));
create policy member_notes_mfa on public.member_notes as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger member_notes_touch before update on public.member_notes
  for each row execute function private.touch_updated_at();
select private.attach_audit('public.member_notes');

comment on table public.member_notes is 'What the team noted about a member, and calls, messages and talks with their outcome.';
comment on column public.member_notes.text is 'Goes out through get_member alone, so that a deleted note is read by nobody.';
comment on column public.member_notes.deleted_at is 'Deleted by a person, who may take it back for a day; then the row goes.';

create function private.purge_notes() returns integer
language sql security definer set search_path = ''
as $$
  with gone as (delete from public.member_notes n where n.deleted_at < now() - interval '1 day' returning 1)
  select count(*)::integer from gone
$$;
comment on function private.purge_notes() is 'Removes notes that were deleted more than a day ago; answers how many.';
select private.schedule_job('purge-notes', '20 * * * *', 'select private.purge_notes()');

-- Two rows of one person

alter table public.gym_members_v2 add column merged_into uuid;
alter table public.gym_members_v2
  add constraint gym_members_v2_merged_into_gym_id_fkey
    foreign key (merged_into, gym_id) references public.gym_members_v2 (id, gym_id) on delete set null (merged_into),
  add constraint gym_members_v2_merged_is_deleted check (merged_into is null or deleted_at is not null);
create index gym_members_v2_merged_into_gym_id_idx on public.gym_members_v2 (merged_into, gym_id);
grant select (merged_into) on public.gym_members_v2 to authenticated;
comment on column public.gym_members_v2.merged_into is 'The row that this one was merged into; its page leads there.';

-- The page shows who changed a member: a lookup by the row, not by the whole gym.
create index audit_logs_entity_id_idx on public.audit_logs (entity_id, at desc);
