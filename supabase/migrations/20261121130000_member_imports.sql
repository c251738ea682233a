-- Lists of members that a gym brings from the software it had: what was imported, how its columns were mapped, and what
-- each import changed, so that a whole one can be taken back.

create table public.member_imports (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  kind text not null default 'members' check (kind in ('members', 'visits')),
  source text not null check (source ~ '^[0-9a-f]{64}$'),
  filename text not null check (length(filename) between 1 and 200),
  state text not null default 'running' check (state in ('running', 'done', 'undone', 'failed')),
  rows_total integer not null check (rows_total between 0 and 50000),
  rows_new integer not null default 0,
  rows_changed integer not null default 0,
  rows_same integer not null default 0,
  rows_bad integer not null default 0,
  rows_kept integer,
  last_row integer not null default 0,
  mapping jsonb not null check (jsonb_typeof(mapping) = 'array' and jsonb_array_length(mapping) <= 200),
  errors jsonb not null default '[]' check (jsonb_typeof(errors) = 'array' and jsonb_array_length(errors) <= 1000),
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  active_at timestamptz not null default now(),
  finished_at timestamptz,
  undone_at timestamptz,
  unique (id, gym_id)
);
create index member_imports_gym_id_created_at_idx on public.member_imports (gym_id, created_at desc);
create index member_imports_created_by_idx on public.member_imports (created_by);
create unique index member_imports_running_key on public.member_imports (gym_id) where state = 'running';

comment on table public.member_imports is 'Imports of member lists; one at a time in a gym.';
comment on column public.member_imports.source is 'Sha256 of the folded headers: files of one software have the same.';
comment on column public.member_imports.rows_kept is 'Members that an undo left as they are, because somebody changed or met them since.';
comment on column public.member_imports.last_row is 'The last row of the file that was taken: a batch that comes twice does nothing.';
comment on column public.member_imports.errors is '[{row, field, code}] of the first 1,000 rows that were not imported; never a value.';
comment on column public.member_imports.active_at is 'When the last batch came; a running import that stays silent has failed.';

grant select on public.member_imports to authenticated;
alter table public.member_imports enable row level security;
create policy member_imports_select on public.member_imports for select to authenticated
  using (gym_id = any ((select private.contact_gym_ids())::uuid[]));
create policy member_imports_mfa on public.member_imports as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

select private.attach_audit('public.member_imports', 'id',
  '{rows_new,rows_changed,rows_same,rows_bad,last_row,errors,active_at}');

create table public.import_mappings (
  gym_id uuid not null references public.gyms (id) on delete cascade,
  source_fingerprint text not null check (source_fingerprint ~ '^[0-9a-f]{64}$'),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'array' and jsonb_array_length(mapping) <= 200),
  updated_at timestamptz not null default now(),
  primary key (gym_id, source_fingerprint)
);
comment on table public.import_mappings is 'How the columns of a source were mapped last, so that nobody corrects them twice.';

grant select on public.import_mappings to authenticated;
alter table public.import_mappings enable row level security;
create policy import_mappings_select on public.import_mappings for select to authenticated
  using (gym_id = any ((select private.contact_gym_ids())::uuid[]));
create policy import_mappings_mfa on public.import_mappings as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger import_mappings_touch before update on public.import_mappings
  for each row execute function private.touch_updated_at();

alter table public.gym_members_v2 add column import_id uuid;
alter table public.gym_members_v2 add constraint gym_members_v2_import_id_gym_id_fkey
  foreign key (import_id, gym_id) references public.member_imports (id, gym_id) on delete set null (import_id);
create index gym_members_v2_import_id_gym_id_idx on public.gym_members_v2 (import_id, gym_id);
grant select (import_id) on public.gym_members_v2 to authenticated;
comment on column public.gym_members_v2.import_id is 'The import that added the member.';

create table private.import_changes (
  import_id uuid not null references public.member_imports (id) on delete cascade,
  member_id uuid not null references public.gym_members_v2 (id) on delete cascade,
  is_new boolean not null,
  before jsonb,
  after jsonb not null,
  badge_given uuid,
  badge_taken uuid,
  created_at timestamptz not null default now(),
  primary key (import_id, member_id)
);
create index import_changes_member_id_idx on private.import_changes (member_id);
create index import_changes_created_at_idx on private.import_changes (created_at);
alter table private.import_changes enable row level security;
create policy import_changes_nobody on private.import_changes to public using (false);
comment on table private.import_changes is
  'What an import wrote, with what stood there before, for 30 days: the undo gives back what nobody has touched since.';

select private.schedule_job('forget-import-changes', '40 3 * * *',
  $$delete from private.import_changes where created_at < now() - interval '30 days'$$);
