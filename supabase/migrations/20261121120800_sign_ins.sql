-- A person's own sign-ins, and the mails about what happens to their account.

create function public.list_sign_ins() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', s.id, 'created_at', s.created_at,
      'last_seen_at', coalesce(s.refreshed_at at time zone 'utc', s.created_at),
      'user_agent', s.user_agent, 'aal', coalesce(s.aal::text, 'aal1'),
      'is_current', s.id = (auth.jwt() ->> 'session_id')::uuid
    ) order by coalesce(s.refreshed_at at time zone 'utc', s.created_at) desc, s.id), '[]')
    from auth.sessions s
    where s.user_id = auth.uid()
      and private.sign_in_ends_at(s.created_at, s.refreshed_at, s.not_after, private.is_super_admin(s.user_id)) > now()
  );
end $$;
comment on function public.list_sign_ins() is
  'The caller''s sign-ins that still stand, last used first: [{id, created_at, last_seen_at, user_agent, aal, is_current}].';

create function public.end_sign_in(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  delete from auth.sessions s where s.id = p_id and s.user_id = auth.uid();
  if not found then
    perform private.refuse('not_found');
  end if;
end $$;
comment on function public.end_sign_in(uuid) is 'Ends one of the caller''s sign-ins at its next request. Raises not_found.';

create function public.end_other_sign_ins() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  ended integer;
begin
  perform private.require_mfa();
  delete from auth.sessions s where s.user_id = auth.uid() and s.id <> (auth.jwt() ->> 'session_id')::uuid;
  get diagnostics ended = row_count;
  return ended;
end $$;
comment on function public.end_other_sign_ins() is 'Ends every sign-in of the caller but the one that calls; answers how many.';

create function public.note_security_mail(p_kind text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  if p_kind in ('password_changed', 'mfa_removed') is not true then
    perform private.refuse('invalid_input', 'kind');
  end if;
  if exists (
    select from private.outgoing_mails m
    join public.users u on u.email = m.email
    where u.id = auth.uid() and m.kind = p_kind and m.created_at > now() - interval '1 minute'
  ) then
    return;
  end if;
  if p_kind = 'mfa_removed' and not private.has_factor(auth.uid()) then
    delete from private.recovery_codes c where c.user_id = auth.uid();
  end if;
  perform private.note_factor(p_kind);
  perform private.mail_oneself(p_kind);
end $$;
comment on function public.note_security_mail(text) is
  'Tells the caller by mail, and the audit, that their password was changed or a factor removed: password_changed | mfa_removed, each once a minute. Codes of a factor that is gone go with it.';

create function public.request_password_reset(p_email text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  address text := lower(btrim(p_email));
  person public.users;
  refusal text;
begin
  -- Known or not, the same look-ups, the same row and the same call, so that neither the answer nor its time tells.
  perform pg_advisory_xact_lock(hashtextextended('reset ' || coalesce(address, ''), 0));
  select * into person from public.users u where u.email = address and u.is_active;
  select case
    when person.id is null then 'unknown'
    when count(*) >= 5 or max(m.created_at) > now() - interval '2 minutes' then 'too_many'
  end into refusal
  from private.outgoing_mails m
  where m.email = address and m.kind = 'reset' and m.created_at > now() - interval '1 day'
    and m.error_code is distinct from 'too_many';
  insert into private.outgoing_mails (kind, email, language, params, state, error_code)
  values (
    'reset', case refusal when 'unknown' then '' else person.email end, coalesce(person.language, 'fr'),
    jsonb_build_object('full_name', coalesce(person.full_name, '')),
    case when refusal is null then 'pending' else 'failed' end, refusal
  );
  perform private.call_function('send-mails');
end $$;
comment on function public.request_password_reset(text) is
  'Queues the mail of a password reset for an active person, once in 2 minutes and 5 times a day an address; otherwise nothing is sent, and nobody is told.';

create or replace function private.delete_old_mails() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  deleted integer;
begin
  delete from private.outgoing_mails m
  where m.created_at < now() - interval '30 days'
    or (m.error_code in ('unknown', 'too_many') and m.created_at < now() - interval '1 day');
  get diagnostics deleted = row_count;
  return deleted;
end $$;
comment on function private.delete_old_mails() is
  'Deletes mails older than 30 days, whatever became of them, and resets that were not to be sent after a day; answers how many.';

grant execute on function public.list_sign_ins(), public.end_sign_in(uuid), public.end_other_sign_ins(),
  public.note_security_mail(text) to authenticated;
grant execute on function public.request_password_reset(text) to service_role;
