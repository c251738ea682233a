-- A mailed link lives an hour, an invitation seven days: whoever opens it too late asks for a new one where one asks for
-- a forgotten password.

create or replace function public.request_password_reset(p_email text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  address text := lower(btrim(p_email));
  person public.users;
  invited public.invitations;
  refusal text;
begin
  -- Known or not, the same look-ups, the same row and the same call, so that neither the answer nor its time tells.
  perform pg_advisory_xact_lock(hashtextextended('reset ' || coalesce(address, ''), 0));
  select * into person from public.users u where u.email = address and u.is_active;
  select * into invited from public.invitations i
  where i.email = address and i.accepted_at is null and i.revoked_at is null and i.expires_at > now();
  select case
    when person.id is null and invited.id is null then 'unknown'
    when count(*) >= 5 or max(m.created_at) > now() - interval '2 minutes' then 'too_many'
  end into refusal
  from private.outgoing_mails m
  where m.email = address and m.created_at > now() - interval '1 day' and m.error_code is distinct from 'too_many'
    and m.kind = case when person.id is null then 'invitation' else 'reset' end;
  insert into private.outgoing_mails (kind, email, language, params, state, error_code)
  values (
    case when person.id is null and invited.id is not null then 'invitation' else 'reset' end,
    case refusal when 'unknown' then '' else address end,
    coalesce(person.language, invited.language, 'fr'),
    jsonb_strip_nulls(jsonb_build_object(
      'full_name', coalesce(person.full_name, invited.full_name, ''), 'invitation_id', invited.id, 'role', invited.role,
      'invited_by_name', (select u.full_name from public.users u where u.id = invited.invited_by),
      'place', private.scope_name(invited.gym_id, invited.franchise_id)
    )),
    case when refusal is null then 'pending' else 'failed' end, refusal
  );
  perform private.call_function('send-mails');
end $$;
comment on function public.request_password_reset(text) is
  'Queues the mail of a password reset for an active person, or of the open invitation for somebody who is invited, once in 2 minutes and 5 times a day an address; otherwise nothing is sent, and nobody is told.';
