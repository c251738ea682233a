create or replace function private.require_fresh_factor() returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  if auth.jwt() ->> 'aal' is distinct from 'aal2' then
    raise exception using errcode = 'P0001', message = 'mfa_required';
  end if;
  if not exists (
    select from jsonb_path_query(auth.jwt(), '$.amr[*] ? (@.method == "totp").timestamp') proof
    where to_timestamp((proof #>> '{}')::numeric) > now() - interval '10 minutes'
  ) then
    raise exception using errcode = 'P0001', message = 'mfa_stale';
  end if;
end $$;
