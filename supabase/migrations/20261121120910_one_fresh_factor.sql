-- What counts as fresh is said once, by private.factor_is_fresh.
create or replace function private.require_fresh_factor() returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  if auth.jwt() ->> 'aal' is distinct from 'aal2' then
    raise exception using errcode = 'P0001', message = 'mfa_required';
  elsif not private.factor_is_fresh() then
    raise exception using errcode = 'P0001', message = 'mfa_stale';
  end if;
end $$;
