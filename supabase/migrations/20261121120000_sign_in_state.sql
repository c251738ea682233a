-- Whether a token's sign-in still stands, and at which assurance level it opens rows (rule T3). A token alone proves
-- nothing: its row in auth.sessions must be there, so that a sign-in that was ended is out at its next request.

create function private.sign_in_ends_at(
  p_created_at timestamptz, p_refreshed_at timestamp, p_not_after timestamptz, p_is_super_admin boolean
) returns timestamptz
language plpgsql stable set search_path = ''
as $$
begin
  return least(
    p_created_at + case when p_is_super_admin then interval '12 hours' else interval '30 days' end,
    coalesce(p_refreshed_at at time zone 'utc', p_created_at) + interval '7 days',
    p_not_after
  );
end $$;
comment on function private.sign_in_ends_at(timestamptz, timestamp, timestamptz, boolean) is
  'When a sign-in ends: 30 days after its start (12 hours for a super admin), or 7 days after it was last refreshed.';

create function private.is_super_admin(p_user_id uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return exists (select from public.users u where u.id = p_user_id and u.role = 'super_admin');
end $$;
comment on function private.is_super_admin(uuid) is 'Whether a person, active or not, has the role whose sign-ins are held tighter.';

create function private.has_factor(p_user_id uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return exists (
    select from auth.mfa_factors f where f.user_id = p_user_id and f.status::text = 'verified'
  );
end $$;
comment on function private.has_factor(uuid) is 'Whether a person has a verified second factor.';

create function private.session_alive() returns boolean
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
comment on function private.session_alive() is 'Whether the caller''s sign-in is there and has not run out.';

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
comment on function private.allowed_aals() is
  'Assurance levels that open rows to the caller: none once the sign-in has ended, aal2 alone for super admins and with a verified factor.';

create function private.require_session() returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  if not private.session_alive() then
    raise exception using errcode = 'P0001', message = 'unauthenticated';
  end if;
end $$;
comment on function private.require_session() is
  'First statement of the few functions that are called before the second factor is given.';

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
comment on function private.require_mfa() is
  'First statement of every other security definer function that signed-in people call: unauthenticated, mfa_required.';

create function private.require_fresh_factor() returns void
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
comment on function private.require_fresh_factor() is
  'For acts that a stolen sign-in must not do: aal2, and a code of the authenticator given within 10 minutes; else mfa_stale.';
