create or replace function private.require_mfa() returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_session();
  if coalesce(auth.jwt() ->> 'aal' = any (private.allowed_aals()), false) then
    return;
  end if;
  raise exception using errcode = 'P0001', message = 'mfa_required';
end $$;

create or replace function private.session_alive() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return exists (
    select from auth.sessions s
    where s.id = (auth.jwt() ->> 'session_id')::uuid and s.user_id = auth.uid()
      and private.sign_in_ends_at(
        s.created_at, s.refreshed_at, s.not_after, private.is_super_admin(s.user_id)
      ) > now()
  );
end $$;

create or replace function private.allowed_aals() returns text[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return case
    when not private.session_alive() then '{}'
    when private.is_super_admin(auth.uid()) or private.has_factor(auth.uid()) then array['aal2']
    else array['aal1', 'aal2']
  end;
end $$;
