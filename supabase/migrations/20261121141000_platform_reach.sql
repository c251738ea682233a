-- What the platform's own people change at a customer's gym without a support access (rule T6), and its maintenance.

create function private.require_platform() returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  if not exists (
    select from public.users u where u.id = (select auth.uid()) and u.is_active and u.role = 'super_admin'
  ) then
    perform private.refuse('forbidden');
  end if;
end $$;
comment on function private.require_platform() is
  'Passes for the platform''s own people; raises mfa_required, forbidden. For functions without an id.';

create function private.require_platform_gym(p_gym_id uuid) returns public.gyms
language plpgsql stable security definer set search_path = ''
as $$
declare
  asked public.gyms;
begin
  perform private.require_mfa();
  select * into asked from public.gyms g where g.id = p_gym_id and g.id = any (private.platform_gym_ids());
  if asked.id is null then
    perform private.refuse('not_found');
  end if;
  return asked;
end $$;
comment on function private.require_platform_gym(uuid) is
  'A gym, for the platform''s own people; anybody else finds none (rule T7). Raises mfa_required, not_found.';

create function private.require_platform_franchise(p_franchise_id uuid) returns public.franchises
language plpgsql stable security definer set search_path = ''
as $$
declare
  asked public.franchises;
begin
  perform private.require_mfa();
  select * into asked from public.franchises f
  where f.id = p_franchise_id and f.id = any (private.platform_franchise_ids());
  if asked.id is null then
    perform private.refuse('not_found');
  end if;
  return asked;
end $$;
comment on function private.require_platform_franchise(uuid) is
  'A franchise, for the platform''s own people; anybody else finds none (rule T7). Raises mfa_required, not_found.';

create function private.like_pattern(p_search text) returns text
language plpgsql immutable set search_path = ''
as $$
begin
  return '%' || replace(replace(replace(private.fold(btrim(left(p_search, 100))), '\', '\\'), '%', '\%'), '_', '\_') || '%';
end $$;
comment on function private.like_pattern(text) is
  'What folded text is compared with by like: the search without accents and case, its own signs taken as they are; without a search everything.';

-- Maintenance of a gym: who, since when, and what its kiosks say

alter table public.gyms
  add column maintenance_message text check (char_length(maintenance_message) between 1 and 200),
  add column maintenance_since timestamptz,
  add column maintenance_by uuid references public.users (id) on delete set null,
  add constraint gyms_maintenance_is_told check (
    status = 'maintenance' or num_nonnulls(maintenance_message, maintenance_since, maintenance_by) = 0
  );
comment on column public.gyms.maintenance_message is 'What the gym''s kiosks say meanwhile; null for their own words.';
comment on column public.gyms.maintenance_by is 'Who put the gym into maintenance.';
create index gyms_maintenance_by_idx on public.gyms (maintenance_by);

create function private.forget_maintenance() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if new.status <> 'maintenance' then
    new.maintenance_message := null;
    new.maintenance_since := null;
    new.maintenance_by := null;
  end if;
  return new;
end $$;
comment on function private.forget_maintenance() is 'Row trigger: what was said about a maintenance goes with it.';
create trigger gyms_forget_maintenance before update of status on public.gyms
  for each row execute function private.forget_maintenance();

create function public.set_gym_maintenance(p_gym_id uuid, p_on boolean, p_message text default null) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  asked public.gyms := private.require_platform_gym(p_gym_id);
  said text := nullif(btrim(p_message), '');
begin
  if p_on is null then
    perform private.refuse('invalid_input', 'on');
  elsif char_length(said) > 200 then
    perform private.refuse('invalid_input', 'message');
  end if;
  select * into asked from public.gyms g where g.id = p_gym_id for no key update;
  -- A gym on hold says so on its kiosks; there is nothing to be told beside it.
  if asked.status = 'suspended' then
    perform private.refuse('customer_suspended');
  elsif p_on then
    update public.gyms g set
      status = 'maintenance', maintenance_message = said,
      maintenance_since = case asked.status when 'maintenance' then asked.maintenance_since else now() end,
      maintenance_by = (select auth.uid())
    where g.id = p_gym_id and (g.status <> 'maintenance' or g.maintenance_message is distinct from said);
  else
    update public.gyms g set status = 'active' where g.id = p_gym_id and g.status = 'maintenance';
  end if;
end $$;
comment on function public.set_gym_maintenance(uuid, boolean, text) is
  'Puts a gym into maintenance, with a message of at most 200 characters for its kiosks, or ends it; quiet when it is so already. Raises not_found, mfa_required, customer_suspended (the gym is on hold), invalid_input (on, message).';

grant execute on function public.set_gym_maintenance(uuid, boolean, text) to authenticated;
