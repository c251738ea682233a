-- People who are asked to join. The person of public.users is made when they accept.

alter table public.users
  add column terms_version text check (char_length(terms_version) between 1 and 40),
  add column terms_accepted_at timestamptz;

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email) and char_length(email) <= 254 and email ~ '^[^\s@]+@[^\s@]+\.[^\s@]+$'),
  full_name text not null check (char_length(full_name) between 1 and 120),
  role public.user_role not null,
  gym_id uuid references public.gyms (id) on delete cascade,
  franchise_id uuid references public.franchises (id) on delete cascade,
  scope_id uuid not null generated always as (
    coalesce(gym_id, franchise_id, '00000000-0000-0000-0000-000000000000'::uuid)
  ) stored,
  language text not null default 'fr' check (language in ('fr', 'en', 'es')),
  invited_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  sent_at timestamptz,
  accepted_at timestamptz,
  revoked_at timestamptz,
  constraint invitations_role_has_its_scope check (
    case role
      when 'super_admin' then franchise_id is null and gym_id is null
      when 'franchise_owner' then franchise_id is not null and gym_id is null
      else franchise_id is null and gym_id is not null
    end
  )
);
comment on table public.invitations is 'People asked to join with a role in a scope; written by the team functions alone.';
comment on column public.invitations.revoked_at is 'Taken back, or run out before another one was made.';

create unique index invitations_one_open_idx on public.invitations (email) where accepted_at is null and revoked_at is null;
create index invitations_scope_id_idx on public.invitations (scope_id, created_at desc);
create index invitations_gym_id_idx on public.invitations (gym_id);
create index invitations_franchise_id_idx on public.invitations (franchise_id);
create index invitations_invited_by_idx on public.invitations (invited_by, created_at);

alter table public.invitations enable row level security;
select private.attach_audit('public.invitations', 'id', '{sent_at}');

create function private.team_scope_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce((
    select private.accessible_gym_ids() || private.accessible_franchise_ids()
      || case u.role when 'super_admin' then array['00000000-0000-0000-0000-000000000000'::uuid] else '{}' end
    from public.users u
    where u.id = (select auth.uid()) and u.is_active and u.role <> 'gym_staff'
  ), '{}')
$$;
comment on function private.team_scope_ids() is
  'Scopes whose invitations the caller reads: gyms and franchises of managers, owners and super admins; the nil uuid is the platform.';
grant execute on function private.team_scope_ids() to authenticated;

grant select on public.invitations to authenticated;
create policy invitations_select on public.invitations for select to authenticated
  using (scope_id = any ((select private.team_scope_ids())::uuid[]));
create policy invitations_mfa on public.invitations as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create function private.own_invitation() returns public.invitations
language sql stable security definer set search_path = ''
as $$
  -- The address that Auth has proved, not the token's copy of it; "C" folds ASCII alone, so no look-alike matches.
  select i.*
  from auth.users a
  join public.invitations i on i.email = lower(a.email::text collate "C")
  where a.id = (select auth.uid()) and a.email_confirmed_at is not null
    and i.accepted_at is null and i.revoked_at is null
$$;
comment on function private.own_invitation() is
  'The invitation of the caller''s confirmed address that is neither accepted nor revoked; it may have expired.';
