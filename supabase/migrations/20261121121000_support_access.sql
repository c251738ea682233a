-- Support access (rule S1): a row opens the super admin's own sign-in to one customer for at most an hour. Nobody's
-- token is made; the helpers of the policies read the row.

create table public.support_access (
  id uuid primary key default gen_random_uuid(),
  admin_id uuid not null references public.users (id) on delete restrict,
  gym_id uuid references public.gyms (id) on delete cascade,
  franchise_id uuid references public.franchises (id) on delete cascade,
  scope_id uuid not null generated always as (coalesce(gym_id, franchise_id)) stored,
  reason text not null check (char_length(btrim(reason)) between 10 and 500),
  may_write boolean not null default false,
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint support_access_one_scope check (num_nonnulls(gym_id, franchise_id) = 1),
  constraint support_access_an_hour check (expires_at > opened_at and expires_at <= opened_at + interval '60 minutes')
);
comment on table public.support_access is
  'Visits of the platform at a customer, kept as evidence: who, why, until when, and whether they might write.';
comment on column public.support_access.expires_at is 'It is over then by itself; no job has to run.';

create index support_access_admin_id_idx on public.support_access (admin_id, expires_at desc);
create index support_access_gym_id_idx on public.support_access (gym_id);
create index support_access_franchise_id_idx on public.support_access (franchise_id);
create index support_access_scope_id_idx on public.support_access (scope_id, opened_at desc);

select private.attach_audit('public.support_access');

-- Which visit is open

create view private.my_support as
select s.id, s.gym_id, s.franchise_id, s.reason, s.may_write, s.expires_at
from public.support_access s
where s.admin_id = (select auth.uid()) and s.ended_at is null and s.expires_at > now();
comment on view private.my_support is 'The caller''s open support access; for the helpers, granted to nobody.';

create or replace view private.my_gyms as
select
  g.id as gym_id,
  u.role,
  g.status = 'suspended' or coalesce(f.status = 'suspended', false) as suspended,
  g.owner_reads_conversations,
  case when s.may_write then 'write' when s.id is not null then 'read' end as support
from public.users u
-- A branch a role, so that each finds its gyms by an index.
cross join lateral (
  select own.* from public.gyms own where own.id = u.gym_id and u.role in ('gym_staff', 'gym_manager')
  union all
  select sister.* from public.gyms sister where sister.franchise_id = u.franchise_id and u.role = 'franchise_owner'
  union all
  select every.* from public.gyms every where u.role = 'super_admin'
) g
left join public.franchises f on f.id = g.franchise_id
left join private.my_support s on u.role = 'super_admin' and (s.gym_id = g.id or s.franchise_id = g.franchise_id)
where u.id = (select auth.uid()) and u.is_active;

-- Who sees that somebody is there

create function private.support_scope_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(scope.id), '{}')
  from (
    select unnest(private.audit_scope_ids()) as id
    union
    select g.franchise_id from private.my_gyms m join public.gyms g on g.id = m.gym_id
    where m.role = 'gym_manager' and g.franchise_id is not null
  ) scope
$$;
comment on function private.support_scope_ids() is
  'Scopes whose support accesses the caller reads: those of the audit, and for a manager the gym''s franchise, whose visits reach the gym.';
grant execute on function private.support_scope_ids() to authenticated;

grant select on public.support_access to authenticated;
alter table public.support_access enable row level security;
create policy support_access_select on public.support_access for select to authenticated
  using (scope_id = any ((select private.support_scope_ids())::uuid[]));
create policy support_access_mfa on public.support_access as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

-- Opening and ending

create function private.platform_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$ select coalesce(array_agg(gym_id), '{}') from private.my_gyms where role = 'super_admin' $$;
comment on function private.platform_gym_ids() is 'Every gym, for the platform''s own people; none for anybody else.';

create function private.platform_franchise_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(f.id), '{}')
  from public.franchises f
  where exists (
    select from public.users u where u.id = (select auth.uid()) and u.is_active and u.role = 'super_admin'
  )
$$;
comment on function private.platform_franchise_ids() is 'Every franchise, for the platform''s own people; none for anybody else.';

create function private.factor_is_fresh() returns boolean
language sql stable security definer set search_path = ''
as $$
  select coalesce(bool_or(to_timestamp((used ->> 'timestamp')::double precision) > now() - interval '10 minutes'), false)
  from jsonb_array_elements(
    case jsonb_typeof((select auth.jwt()) -> 'amr') when 'array' then (select auth.jwt()) -> 'amr' else '[]' end
  ) used
  where used ->> 'method' = 'totp'
$$;
comment on function private.factor_is_fresh() is 'Whether the caller gave a code of their second factor within the last 10 minutes.';

create function public.open_support_access(
  p_gym_id uuid default null, p_franchise_id uuid default null, p_reason text default null,
  p_minutes integer default 30, p_may_write boolean default false
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  opened uuid;
begin
  perform private.require_mfa();
  if num_nonnulls(p_gym_id, p_franchise_id) <> 1 then
    perform private.refuse('invalid_input', 'gym_id');
  elsif p_gym_id is not null then
    perform private.require_gym(p_gym_id, private.platform_gym_ids());
  elsif p_franchise_id <> all (private.platform_franchise_ids()) then
    perform private.refuse(
      case when p_franchise_id = any (private.accessible_franchise_ids()) then 'forbidden' else 'not_found' end);
  end if;
  if char_length(btrim(p_reason)) between 10 and 500 is not true then
    perform private.refuse('invalid_input', 'reason');
  elsif p_minutes between 1 and 60 is not true then
    perform private.refuse('invalid_input', 'minutes');
  elsif p_may_write is null then
    perform private.refuse('invalid_input', 'may_write');
  elsif not private.factor_is_fresh() then
    perform private.refuse('mfa_stale');
  end if;
  -- Two requests at once wait for each other here; the second sees what the first opened.
  perform from public.users u where u.id = me for no key update;
  if exists (
    select from public.support_access s where s.admin_id = me and s.ended_at is null and s.expires_at > now()
  ) then
    perform private.refuse('conflict', 'open');
  end if;
  insert into public.support_access (admin_id, gym_id, franchise_id, reason, may_write, expires_at)
  values (me, p_gym_id, p_franchise_id, btrim(p_reason), p_may_write, now() + make_interval(mins => p_minutes))
  returning id into opened;
  return opened;
end $$;
comment on function public.open_support_access(uuid, uuid, text, integer, boolean) is
  'Opens one gym or one franchise to the super admin who calls, 1 to 60 minutes; one at a time. Raises mfa_required, mfa_stale (no code within 10 minutes), forbidden, not_found, conflict (one is open), invalid_input (gym_id, reason of 10 to 500 characters, minutes, may_write).';

create function public.end_support_access(p_support_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  update public.support_access s set ended_at = now()
  where s.id = p_support_id and s.admin_id = (select auth.uid()) and s.ended_at is null and s.expires_at > now();
  if not found and not exists (
    select from public.support_access s where s.id = p_support_id and s.admin_id = (select auth.uid())
  ) then
    perform private.refuse('not_found');
  end if;
end $$;
comment on function public.end_support_access(uuid) is
  'Ends the caller''s own support access; quiet when it is over already. Raises not_found, mfa_required.';

grant execute on function public.open_support_access(uuid, uuid, text, integer, boolean), public.end_support_access(uuid)
  to authenticated;
