create function public.get_auth_state() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  me public.users;
  asked public.invitations;
  role public.user_role;
  has_factor boolean;
  state text;
begin
  if not private.session_alive() then
    return '{"state": "ended"}';
  end if;
  select * into me from public.users u where u.id = auth.uid();
  if me.id is null then
    asked := private.own_invitation();
    if asked.expires_at <= now() then
      asked := null;
    end if;
  end if;
  role := coalesce(me.role, asked.role);
  has_factor := private.has_factor(auth.uid());
  state := case
    when role is null then 'unknown'
    when not me.is_active then 'inactive'
    when has_factor and auth.jwt() ->> 'aal' is distinct from 'aal2' then 'mfa'
    when me.id is null then 'setup'
    when role = 'super_admin' and not has_factor then 'enrol'
    else 'ready'
  end;
  return jsonb_strip_nulls(jsonb_build_object(
    'state', state, 'role', role, 'language', coalesce(me.language, asked.language),
    'full_name', coalesce(me.full_name, asked.full_name), 'email', coalesce(me.email, asked.email),
    'has_factor', has_factor, 'needs_mfa', role = 'super_admin'
  ));
end $$;
comment on function public.get_auth_state() is
  'What the signed-in person has to do next: {state: ended | unknown | inactive | setup | enrol | mfa | ready, role, language, full_name, email, has_factor, needs_mfa}, the rest where it is known. Answers before the second factor.';
grant execute on function public.get_auth_state() to authenticated;
