-- Members and how they like to be spoken to (rules T6, P3, M1).

-- Lower case without accents, for searching names; immutable, so that a generated column may use it.
create function private.fold(p_text text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select replace(replace(translate(lower(coalesce(p_text, '')),
    'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy'), 'œ', 'oe'), 'æ', 'ae');
$$;

grant execute on function private.fold(text) to authenticated;

create table public.gym_members_v2 (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  external_id text check (length(external_id) between 1 and 100),
  badge_id text check (length(badge_id) between 1 and 40),
  first_name text not null check (length(first_name) between 1 and 80),
  last_name text not null check (length(last_name) between 1 and 80),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 40),
  membership_type text check (length(membership_type) <= 80),
  membership_ends_on date,
  membership_suspended boolean not null default false,
  is_active boolean not null default true,
  member_since date,
  last_visit timestamptz,
  birth_date date,
  is_minor boolean not null default false,
  member_kind text not null default 'member' check (member_kind in ('member', 'staff', 'guest')),
  analysis_objection boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  sort_name text collate "C" generated always as (private.fold(last_name || ' ' || first_name)) stored,
  search tsvector generated always as (
    to_tsvector('pg_catalog.french', first_name || ' ' || last_name || ' ' || coalesce(membership_type, ''))
    || to_tsvector('pg_catalog.simple',
      private.fold(first_name || ' ' || last_name) || ' ' || coalesce(badge_id, ''))
  ) stored,
  unique (id, gym_id)
);
create index gym_members_v2_gym_id_last_visit_idx on public.gym_members_v2 (gym_id, last_visit desc);
create index gym_members_v2_gym_id_sort_name_idx on public.gym_members_v2 (gym_id, sort_name);
create index gym_members_v2_search_idx on public.gym_members_v2 using gin (search);
create unique index gym_members_v2_external_id_key on public.gym_members_v2 (gym_id, external_id)
  where deleted_at is null;

-- E-mail and phone are not granted: they go out through private.member_contact() (rule T6).
grant select (
  id, gym_id, external_id, badge_id, first_name, last_name, membership_type, membership_ends_on,
  membership_suspended, is_active, member_since, last_visit, birth_date, is_minor, member_kind,
  analysis_objection, created_at, updated_at, deleted_at, sort_name, search
) on public.gym_members_v2 to authenticated;
alter table public.gym_members_v2 enable row level security;
create policy gym_members_v2_select_staff on public.gym_members_v2 for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy gym_members_v2_mfa on public.gym_members_v2 as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger gym_members_v2_touch before update on public.gym_members_v2
  for each row execute function private.touch_updated_at();

-- Visits move last_visit all day long; they have rows of their own.
select private.attach_audit('public.gym_members_v2', 'id', '{last_visit,search,sort_name}');

comment on table public.gym_members_v2 is 'Members, staff and guests of a gym; soft-deleted rows have deleted_at.';
comment on column public.gym_members_v2.badge_id is 'The number printed on the current badge, for showing only; reads match member_badges.';
comment on column public.gym_members_v2.analysis_objection is 'The member objected: no analysis and no score at all.';

create table public.member_preferences (
  member_id uuid primary key,
  gym_id uuid not null references public.gyms (id) on delete cascade,
  communication_style text check (communication_style in ('encouraging', 'direct', 'friendly', 'calm')),
  language text check (language in ('fr', 'en', 'es')),
  voice_preference text check (length(voice_preference) <= 40),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade
);
create index member_preferences_gym_id_idx on public.member_preferences (gym_id);
create index member_preferences_member_id_gym_id_idx on public.member_preferences (member_id, gym_id);

grant select on public.member_preferences to authenticated;
alter table public.member_preferences enable row level security;
create policy member_preferences_select_staff on public.member_preferences for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy member_preferences_mfa on public.member_preferences as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger member_preferences_touch before update on public.member_preferences
  for each row execute function private.touch_updated_at();

comment on table public.member_preferences is 'How a member likes to be spoken to.';

-- A member is a minor by the date in the gym's time zone; the nightly job ages those whose birthday has come.
create function private.set_is_minor() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.is_minor := new.birth_date is not null and new.birth_date > (
    select (now() at time zone g.timezone)::date - interval '18 years' from public.gyms g where g.id = new.gym_id
  );
  return new;
end $$;
comment on function private.set_is_minor() is 'Row trigger: keeps is_minor by birth_date.';

create trigger gym_members_v2_set_is_minor before insert or update of birth_date, is_minor on public.gym_members_v2
  for each row execute function private.set_is_minor();

create function private.age_minors() returns integer
language sql security definer set search_path = ''
as $$
  with aged as (
    update public.gym_members_v2 m set is_minor = false
    from public.gyms g
    where g.id = m.gym_id and m.is_minor
      and m.birth_date <= (now() at time zone g.timezone)::date - interval '18 years'
    returning 1
  )
  select count(*)::integer from aged
$$;
comment on function private.age_minors() is 'Members who came of age are minors no more; answers how many.';

select private.schedule_job('age-minors', '10 * * * *', 'select private.age_minors()');

create function private.member_contacts(p_member_ids uuid[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_object_agg(m.id, jsonb_build_object('email', m.email, 'phone', m.phone)), '{}')
  from public.gym_members_v2 m
  where m.id = any (p_member_ids) and m.gym_id = any ((select private.contact_gym_ids())::uuid[])
    and ((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[])
$$;
comment on function private.member_contacts(uuid[]) is
  '{member id: {email, phone}} for managers, owners and the platform; nothing for the team and for other gyms (rule T6).';

create function private.member_contact(p_member_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$ select private.member_contacts(array[p_member_id]) -> p_member_id::text $$;
comment on function private.member_contact(uuid) is '{email, phone} of one member by private.member_contacts, else null.';
grant execute on function private.member_contacts(uuid[]), private.member_contact(uuid) to authenticated;
