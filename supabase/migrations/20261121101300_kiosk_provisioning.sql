-- Pairing a device with a kiosk by a short code, and taking it back (rule K1).

create function private.set_provisioning_code(p_kiosk_id uuid, p_code_hash text) returns timestamptz
language plpgsql security definer set search_path = ''
as $$
declare
  expires_at timestamptz := now() + interval '15 minutes';
begin
  if p_code_hash is null or p_code_hash !~ '^[0-9a-f]{64}$' then
    perform private.refuse('invalid_input', 'code_hash');
  end if;
  insert into private.kiosk_credentials as c (kiosk_id, code_hash, code_expires_at)
  values (p_kiosk_id, p_code_hash, expires_at)
  on conflict (kiosk_id) do update set
    code_hash = excluded.code_hash, code_expires_at = excluded.code_expires_at, code_used_at = null, wrong_attempts = 0;
  return expires_at;
end $$;
comment on function private.set_provisioning_code(uuid, text) is
  'Gives a kiosk a new code and a new five tries; the device that is paired now stays paired until the code is used.';

create function public.issue_provisioning_code(p_kiosk_id uuid, p_code_hash text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks;
  expires_at timestamptz;
begin
  perform private.require_mfa();
  select * into kiosk from public.kiosks k
  where k.id = p_kiosk_id and k.gym_id = any ((select private.accessible_gym_ids())::uuid[]);
  if kiosk.id is null then
    perform private.refuse('not_found');
  elsif kiosk.gym_id <> all (private.kiosk_admin_gym_ids()) then
    perform private.refuse(
      case when kiosk.gym_id = any (private.contact_gym_ids()) then 'customer_suspended' else 'forbidden' end);
  end if;
  expires_at := private.set_provisioning_code(kiosk.id, p_code_hash);
  perform private.write_audit(kiosk.gym_id, null, 'issue_code', 'kiosks', kiosk.id, '{}');
  return jsonb_build_object('expires_at', expires_at);
end $$;
comment on function public.issue_provisioning_code(uuid, text) is
  'A new pairing code for a kiosk: {expires_at}. Raises not_found, forbidden, customer_suspended, mfa_required.';

create function public.revoke_kiosk(p_kiosk_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks;
begin
  perform private.require_mfa();
  select * into kiosk from public.kiosks k
  where k.id = p_kiosk_id and k.gym_id = any ((select private.accessible_gym_ids())::uuid[]);
  if kiosk.id is null then
    perform private.refuse('not_found');
  elsif kiosk.gym_id <> all (private.kiosk_admin_gym_ids()) then
    perform private.refuse(
      case when kiosk.gym_id = any (private.contact_gym_ids()) then 'customer_suspended' else 'forbidden' end);
  end if;
  update private.kiosk_credentials c set revoked_at = now(), code_hash = null, code_expires_at = null
  where c.kiosk_id = kiosk.id;
  -- The conversation before anything audited: its own verbs lock it first and the audit of the gym last.
  perform private.close_conversation(s.id, 'revoked')
  from public.openai_realtime_sessions s where s.kiosk_id = kiosk.id and s.state <> 'closed';
  update public.kiosks k set status = 'offline' where k.id = kiosk.id and k.status in ('online', 'error');
  perform private.write_audit(kiosk.gym_id, null, 'revoke', 'kiosks', kiosk.id, '{}');
  return jsonb_build_object('revoked_at', now());
end $$;
comment on function public.revoke_kiosk(uuid) is
  'Takes the token and any pending code from a kiosk and ends its conversation. Raises as issue_provisioning_code.';

create function public.kiosk_provision(p_slug text, p_code_hash text, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  tries constant integer := 5;
  kiosk public.kiosks;
  credential private.kiosk_credentials;
begin
  if p_code_hash is null or p_code_hash !~ '^[0-9a-f]{64}$' then
    perform private.refuse('invalid_input', 'code_hash');
  elsif p_token_hash is null or p_token_hash !~ '^[0-9a-f]{64}$' then
    perform private.refuse('invalid_input', 'token_hash');
  end if;
  select * into kiosk from public.kiosks k where k.slug = p_slug;
  select * into credential from private.kiosk_credentials c where c.kiosk_id = kiosk.id for update;
  if credential.code_hash is null then
    return jsonb_build_object('status', 'wrong', 'attempts_left', tries - 1);
  elsif credential.wrong_attempts >= tries then
    return jsonb_build_object('status', 'locked', 'attempts_left', 0);
  elsif credential.code_hash <> p_code_hash then
    update private.kiosk_credentials c set wrong_attempts = c.wrong_attempts + 1 where c.kiosk_id = kiosk.id;
    perform private.write_audit(kiosk.gym_id, null, 'wrong_code', 'kiosks', kiosk.id, '{}');
    return jsonb_build_object(
      'status', case when credential.wrong_attempts + 1 >= tries then 'locked' else 'wrong' end,
      'attempts_left', tries - credential.wrong_attempts - 1
    );
  elsif credential.code_used_at is not null then
    return jsonb_build_object('status', 'used', 'attempts_left', tries - credential.wrong_attempts);
  elsif credential.code_expires_at <= now() then
    return jsonb_build_object('status', 'expired', 'attempts_left', tries - credential.wrong_attempts);
  end if;
  update private.kiosk_credentials c set
    code_used_at = now(), token_hash = p_token_hash, token_issued_at = now(), revoked_at = null
  where c.kiosk_id = kiosk.id;
  perform set_config('jarvis.kiosk_id', kiosk.id::text, true);
  perform private.close_conversation(s.id, 'replaced')
  from public.openai_realtime_sessions s where s.kiosk_id = kiosk.id and s.state <> 'closed';
  perform private.write_audit(kiosk.gym_id, null, 'pair', 'kiosks', kiosk.id, '{}');
  return jsonb_build_object('status', 'ok', 'attempts_left', tries - credential.wrong_attempts);
end $$;
comment on function public.kiosk_provision(text, text, text) is
  '{status: ok|wrong|used|expired|locked, attempts_left}. Counts wrong tries, so it answers instead of raising; an unknown slug is "wrong".';

grant execute on function public.issue_provisioning_code(uuid, text), public.revoke_kiosk(uuid) to authenticated;
grant execute on function public.kiosk_provision(text, text, text) to service_role;
