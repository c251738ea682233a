drop function private.require_fresh_factor();

create or replace function private.require_mfa() returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  if (select auth.jwt()) ->> 'aal' = any (private.allowed_aals()) then
    return;
  end if;
  raise exception using errcode = 'P0001', message = 'mfa_required';
end $$;
comment on function private.require_mfa() is 'First statement of every security definer function that signed-in people call.';

create or replace function private.allowed_aals() returns text[]
language sql stable security definer set search_path = ''
as $$
  select case
    when exists (
      select from auth.mfa_factors f where f.user_id = (select auth.uid()) and f.status::text = 'verified'
    ) then array['aal2']
    else array['aal1', 'aal2']
  end
$$;
comment on function private.allowed_aals() is 'Assurance levels that open rows to the caller: aal2 alone once a factor is verified.';

drop function private.require_session();
drop function private.session_alive();
drop function private.has_factor(uuid);
drop function private.is_super_admin(uuid);
drop function private.sign_in_ends_at(timestamptz, timestamp, timestamptz, boolean);
