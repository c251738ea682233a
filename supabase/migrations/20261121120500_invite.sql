-- Inviting, and what the invited do (rule T6).

create function private.scope_name(p_gym_id uuid, p_franchise_id uuid) returns text
language sql stable security definer set search_path = ''
as $$
  select coalesce(
    (select g.name from public.gyms g where g.id = p_gym_id),
    (select f.name from public.franchises f where f.id = p_franchise_id)
  )
$$;
comment on function private.scope_name(uuid, uuid) is 'Name of the gym or the franchise; null for the platform.';

create function private.mail_invitation(p_invitation public.invitations) returns void
language sql security definer set search_path = ''
as $$
  select private.queue_mail('invitation', p_invitation.email, p_invitation.language, jsonb_strip_nulls(jsonb_build_object(
    'invitation_id', p_invitation.id, 'full_name', p_invitation.full_name, 'role', p_invitation.role,
    'invited_by_name', (select u.full_name from public.users u where u.id = p_invitation.invited_by),
    'place', private.scope_name(p_invitation.gym_id, p_invitation.franchise_id)
  )))
$$;
comment on function private.mail_invitation(public.invitations) is 'Queues the mail of an invitation.';

create function public.invite_person(
  p_email text, p_full_name text, p_role public.user_role, p_gym_id uuid default null, p_franchise_id uuid default null,
  p_language text default 'fr'
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  address text := lower(btrim(p_email));
  made public.invitations;
begin
  perform private.require_mfa();
  if private.is_address(address) is not true then
    perform private.refuse('invalid_input', 'email');
  elsif char_length(btrim(p_full_name)) between 1 and 120 is not true then
    perform private.refuse('invalid_input', 'full_name');
  elsif p_language in ('fr', 'en', 'es') is not true then
    perform private.refuse('invalid_input', 'language');
  end if;
  perform private.require_scope(p_role, p_gym_id, p_franchise_id);
  perform private.require_team(auth.uid(), p_role, p_gym_id, p_franchise_id);
  if (
    select count(*) from public.invitations i
    where i.invited_by = auth.uid() and i.created_at > now() - interval '1 day'
  ) >= 100 then
    perform private.refuse('rate_limited');
  end if;

  update public.invitations i set revoked_at = now()
  where i.email = address and i.accepted_at is null and i.revoked_at is null and i.expires_at <= now();
  if exists (select from public.users u where u.email = address) then
    perform private.refuse('conflict', 'email');
  end if;
  insert into public.invitations (email, full_name, role, gym_id, franchise_id, language, invited_by)
  values (address, btrim(p_full_name), p_role, p_gym_id, p_franchise_id, p_language, auth.uid())
  on conflict (email) where accepted_at is null and revoked_at is null do nothing
  returning * into made;
  if made.id is null then
    perform private.refuse('conflict', 'email');
  end if;
  perform private.mail_invitation(made);
  return made.id;
end $$;
comment on function public.invite_person(text, text, public.user_role, uuid, uuid, text) is
  'Asks somebody to join, by mail, for 7 days; answers the invitation''s id. Raises invalid_input (the field), not_found (a scope that is not the caller''s), forbidden (a role above theirs), customer_suspended, conflict (a person or an open invitation has the address), rate_limited (100 a day).';

create function private.lock_invitation(p_id uuid) returns public.invitations
language plpgsql security definer set search_path = ''
as $$
declare
  found_one public.invitations;
begin
  perform private.require_mfa();
  select * into found_one from public.invitations i
  where i.id = p_id and i.scope_id = any (private.team_scope_ids())
  for update;
  if found_one.id is null then
    perform private.refuse('not_found');
  end if;
  perform private.require_team(auth.uid(), found_one.role, found_one.gym_id, found_one.franchise_id);
  if found_one.accepted_at is not null or found_one.revoked_at is not null then
    perform private.refuse('conflict', 'status');
  end if;
  return found_one;
end $$;
comment on function private.lock_invitation(uuid) is
  'An invitation that the caller may change, neither accepted nor taken back, locked; raises mfa_required, not_found, forbidden, customer_suspended, conflict.';

create function public.resend_invitation(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  renewed public.invitations := private.lock_invitation(p_id);
begin
  if exists (
    select from private.outgoing_mails m
    where m.email = renewed.email and m.kind = 'invitation' and m.created_at > now() - interval '2 minutes'
  ) then
    perform private.refuse('rate_limited');
  end if;
  -- Who sends it again vouches for it from now on: the one before may have left.
  update public.invitations i set expires_at = now() + interval '7 days', invited_by = auth.uid()
  where i.id = p_id
  returning * into renewed;
  perform private.mail_invitation(renewed);
end $$;
comment on function public.resend_invitation(uuid) is
  'Sends it again in the caller''s name, for 7 days from now. Raises not_found, forbidden, customer_suspended, conflict (accepted or taken back), rate_limited (once in 2 minutes).';

create function public.revoke_invitation(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.lock_invitation(p_id);
  update public.invitations i set revoked_at = now() where i.id = p_id;
  update private.outgoing_mails m set state = 'failed', error_code = 'revoked', claim_token = null, claimed_at = null
  where m.state = 'pending' and m.kind = 'invitation' and m.params ->> 'invitation_id' = p_id::text;
end $$;
comment on function public.revoke_invitation(uuid) is
  'Takes an invitation back, with its mail where that has not gone. Raises not_found, forbidden, customer_suspended, conflict (accepted or taken back).';

create function public.get_invitation() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  asked public.invitations;
begin
  perform private.require_session();
  asked := private.own_invitation();
  if asked.expires_at <= now() or exists (select from public.users u where u.id = auth.uid()) then
    return null;
  end if;
  return (
    select jsonb_build_object(
      'full_name', asked.full_name, 'role', asked.role, 'language', asked.language,
      'place', private.scope_name(asked.gym_id, asked.franchise_id),
      'invited_by_name', (select u.full_name from public.users u where u.id = asked.invited_by),
      'needs_mfa', asked.role = 'super_admin'
    )
    where asked.id is not null
  );
end $$;
comment on function public.get_invitation() is
  'The open invitation of the caller''s confirmed address: {full_name, role, language, place (null for the platform), invited_by_name, needs_mfa}; null when there is none. Answers before the second factor.';

create function public.accept_invitation(p_full_name text, p_language text, p_terms_version text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  asked public.invitations;
  refusal text;
begin
  perform private.require_mfa();
  if char_length(btrim(p_full_name)) between 1 and 120 is not true then
    perform private.refuse('invalid_input', 'full_name');
  elsif p_language in ('fr', 'en', 'es') is not true then
    perform private.refuse('invalid_input', 'language');
  elsif char_length(p_terms_version) between 1 and 40 is not true then
    perform private.refuse('invalid_input', 'terms_version');
  end if;
  -- Locked by its id: of two acceptances, or an acceptance and a revocation, the second sees what the first did.
  select * into asked from public.invitations i where i.id = (private.own_invitation()).id for update;
  if exists (select from public.users u where u.id = auth.uid() or u.email = asked.email) then
    perform private.refuse('conflict');
  elsif asked.id is null or asked.accepted_at is not null or asked.revoked_at is not null then
    perform private.refuse('not_found');
  elsif asked.expires_at <= now() then
    perform private.refuse('link_expired');
  end if;
  refusal := private.team_refusal(asked.invited_by, asked.role, asked.gym_id, asked.franchise_id);
  if refusal is not null then
    perform private.refuse(case refusal when 'customer_suspended' then refusal else 'forbidden' end);
  end if;
  insert into public.users (
    id, email, full_name, role, gym_id, franchise_id, language, mfa_enabled, terms_version, terms_accepted_at
  ) values (
    auth.uid(), asked.email, btrim(p_full_name), asked.role, asked.gym_id, asked.franchise_id, p_language,
    private.has_factor(auth.uid()), p_terms_version, now()
  );
  update public.invitations i set accepted_at = now() where i.id = asked.id;
end $$;
comment on function public.accept_invitation(text, text, text) is
  'Makes the caller the person they were invited as. Raises invalid_input (the field), not_found (no invitation, or taken back), link_expired, forbidden (whoever invited may no longer), customer_suspended, conflict (is a person already).';

grant execute on function public.invite_person(text, text, public.user_role, uuid, uuid, text),
  public.resend_invitation(uuid), public.revoke_invitation(uuid), public.get_invitation(),
  public.accept_invitation(text, text, text) to authenticated;
