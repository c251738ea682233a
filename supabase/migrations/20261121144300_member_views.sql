-- Views of the members' list that people keep: their own, or shared with the gym by its managers.

create table public.member_views (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  owner_id uuid not null references public.users (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 60),
  query jsonb not null check (jsonb_typeof(query) = 'object' and length(query::text) <= 2000),
  is_shared boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, gym_id)
);
create unique index member_views_name_key
  on public.member_views (gym_id, (case when is_shared then gym_id else owner_id end), lower(name));
create index member_views_owner_id_idx on public.member_views (owner_id);
comment on table public.member_views is 'Saved views of the list of members; 20 a person at most.';
comment on column public.member_views.query is 'The parameters of the address that make the view; the app reads them like any address.';

create function private.readable_view_ids() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(array_agg(v.id), '{}') from public.member_views v
    where v.gym_id = any (private.accessible_gym_ids()) and (v.is_shared or v.owner_id = auth.uid())
  );
end $$;
comment on function private.readable_view_ids() is 'The caller''s own views and those shared with a gym that the caller opens.';

grant execute on function private.readable_view_ids() to authenticated;
grant select on public.member_views to authenticated;
alter table public.member_views enable row level security;
create policy member_views_select_reader on public.member_views for select to authenticated
  using (id = any ((select private.readable_view_ids())::uuid[]));
create policy member_views_mfa on public.member_views as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger member_views_touch before update on public.member_views
  for each row execute function private.touch_updated_at();
select private.attach_audit('public.member_views');

create function private.require_view(p_id uuid) returns public.member_views
language plpgsql stable security definer set search_path = ''
as $$
declare
  found_view public.member_views;
begin
  perform private.require_mfa();
  select * into found_view from public.member_views v
  where v.id = p_id and v.id = any (private.readable_view_ids());
  if found_view.id is null then
    perform private.refuse('not_found');
  elsif found_view.owner_id <> auth.uid() then
    -- A colleague's view is the gym's: its managers keep it in order.
    perform private.require_manager(found_view.gym_id);
  else
    perform private.require_acting(found_view.gym_id);
  end if;
  return found_view;
end $$;
comment on function private.require_view(uuid) is
  'A view that the caller may change: an own one, or a shared one of a gym that the caller manages. Raises mfa_required, not_found, forbidden, customer_suspended.';

create function public.save_member_view(p_gym_id uuid, p_name text, p_query jsonb, p_shared boolean default false) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  saved uuid;
begin
  perform private.require_acting(p_gym_id);
  if p_shared then
    perform private.require_manager(p_gym_id);
  end if;
  -- Two at once wait for each other, so that twenty stay twenty.
  perform pg_advisory_xact_lock(hashtextextended('member_views/' || auth.uid(), 0));
  if (select count(*) from public.member_views v where v.owner_id = auth.uid()) >= 20 then
    perform private.refuse('invalid_input', 'count');
  end if;
  insert into public.member_views (gym_id, owner_id, name, query, is_shared)
  values (p_gym_id, auth.uid(), btrim(p_name), p_query, coalesce(p_shared, false))
  returning id into saved;
  return saved;
exception
  when unique_violation then
    perform private.refuse('conflict', 'name');
  when check_violation or not_null_violation then
    perform private.refuse('invalid_input', 'name');
end $$;
comment on function public.save_member_view(uuid, text, jsonb, boolean) is
  'Keeps a view of the list: its id. Sharing it is for managers. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (a view of that name is there), invalid_input (count: twenty are the most).';

create function public.change_member_view(p_id uuid, p_name text default null, p_query jsonb default null, p_shared boolean default null)
returns void
language plpgsql security definer set search_path = ''
as $$
declare
  view public.member_views := private.require_view(p_id);
begin
  if p_shared is distinct from view.is_shared and p_shared is not null then
    perform private.require_manager(view.gym_id);
  end if;
  update public.member_views v set
    name = coalesce(btrim(p_name), v.name), query = coalesce(p_query, v.query), is_shared = coalesce(p_shared, v.is_shared)
  where v.id = view.id;
exception
  when unique_violation then
    perform private.refuse('conflict', 'name');
  when check_violation then
    perform private.refuse('invalid_input', 'name');
end $$;
comment on function public.change_member_view(uuid, text, jsonb, boolean) is
  'Renames a view, gives it another content or shares it; what is null stays. Raises as private.require_view, conflict, invalid_input.';

create function public.delete_member_view(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  view public.member_views := private.require_view(p_id);
begin
  delete from public.member_views v where v.id = view.id;
end $$;
comment on function public.delete_member_view(uuid) is 'Forgets a view. Raises as private.require_view.';

grant execute on function public.save_member_view(uuid, text, jsonb, boolean), public.change_member_view(uuid, text, jsonb, boolean),
  public.delete_member_view(uuid) to authenticated;
