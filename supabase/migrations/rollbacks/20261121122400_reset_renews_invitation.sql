create or replace function public.request_password_reset(p_email text) returns void
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
