-- The same answers at one look: the policies of every statement ask this, and a call within a call costs as much again.

create or replace function private.allowed_aals() returns text[]
language plpgsql stable security definer set search_path = ''
as $$
declare
  token jsonb := auth.jwt();
  person uuid := auth.uid();
  levels text[];
begin
  select case
      when private.sign_in_ends_at(
        s.created_at, s.refreshed_at, s.not_after, u.role is not distinct from 'super_admin'
      ) <= now() then '{}'
      when u.role = 'super_admin' or exists (
        select from auth.mfa_factors f where f.user_id = person and f.status::text = 'verified'
      ) then array['aal2']
      else array['aal1', 'aal2']
    end
  into levels
  from auth.sessions s
  left join public.users u on u.id = s.user_id
  where s.id = (token ->> 'session_id')::uuid and s.user_id = person;
  return coalesce(levels, '{}');
end $$;

create or replace function private.session_alive() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return private.allowed_aals() <> '{}';
end $$;

create or replace function private.require_mfa() returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
  levels text[] := private.allowed_aals();
begin
  if levels = '{}' then
    raise exception using errcode = 'P0001', message = 'unauthenticated';
  elsif coalesce(auth.jwt() ->> 'aal' = any (levels), false) then
    return;
  end if;
  raise exception using errcode = 'P0001', message = 'mfa_required';
end $$;
