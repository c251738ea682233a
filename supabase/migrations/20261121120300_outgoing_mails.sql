-- The outbox: a mail is a row of its cause's transaction, and the function send-mails delivers it. No link and no
-- token is stored.

create function private.call_function(p_name text) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  base text;
  secret text;
begin
  select max(s.decrypted_secret) filter (where s.name = 'project_url'),
    max(s.decrypted_secret) filter (where s.name = 'functions_secret')
  into base, secret
  from vault.decrypted_secrets s where s.name in ('project_url', 'functions_secret');
  if base is null or secret is null then
    return false;
  end if;
  perform net.http_post(
    url => base || '/functions/v1/' || p_name,
    body => '{}'::jsonb,
    headers => jsonb_build_object('content-type', 'application/json', 'x-function-secret', secret),
    timeout_milliseconds => 60000
  );
  return true;
exception when others then
  -- Without net or vault the sweep of the next minute, or the one after the repair, finds the work.
  raise log '% was not called: %', p_name, sqlerrm;
  return false;
end $$;
comment on function private.call_function(text) is
  'Asks an Edge Function to look for work once this transaction is in; false when it could not be asked. Never fails its caller.';

create or replace function private.nudge() returns boolean
language sql security definer set search_path = ''
as $$ select private.call_function('process-conversation') $$;
comment on function private.nudge() is 'Asks process-conversation to look for work.';

create table private.outgoing_mails (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('invitation', 'reset', 'recovery_used', 'password_changed', 'mfa_removed')),
  email text not null check (email = lower(email)),
  language text not null check (language in ('fr', 'en', 'es')),
  params jsonb not null default '{}' check (jsonb_typeof(params) = 'object'),
  state text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
  attempts integer not null default 0,
  claim_token uuid,
  claimed_at timestamptz,
  next_try_at timestamptz not null default now(),
  provider_id text,
  error_code text check (char_length(error_code) <= 100),
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
comment on table private.outgoing_mails is 'Mails to send and, for 30 days, those that were sent or failed.';
create index outgoing_mails_due_idx on private.outgoing_mails (next_try_at) where state = 'pending';
create index outgoing_mails_email_idx on private.outgoing_mails (email, kind, created_at);
create index outgoing_mails_created_at_idx on private.outgoing_mails (created_at);
alter table private.outgoing_mails enable row level security;
create policy outgoing_mails_nobody on private.outgoing_mails to public using (false);

create function private.queue_mail(p_kind text, p_email text, p_language text, p_params jsonb default '{}') returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  queued uuid;
begin
  insert into private.outgoing_mails (kind, email, language, params)
  values (p_kind, lower(p_email), p_language, p_params)
  returning id into queued;
  perform private.call_function('send-mails');
  return queued;
end $$;
comment on function private.queue_mail(text, text, text, jsonb) is
  'Queues a mail and asks for its delivery. p_params are the words of its text: full_name, invited_by_name, place, role, at, user_agent.';

create function public.claim_mails(p_limit integer default 10) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  claimed jsonb;
begin
  update private.outgoing_mails m set
    state = 'failed', claim_token = null, claimed_at = null, error_code = coalesce(m.error_code, 'no_answer')
  where m.state = 'pending' and m.claimed_at < now() - interval '2 minutes' and m.attempts >= 5;

  with due as (
    select m.id from private.outgoing_mails m
    where m.state = 'pending' and m.next_try_at <= now() and coalesce(m.claimed_at < now() - interval '2 minutes', true)
    order by m.next_try_at, m.id
    limit least(greatest(coalesce(p_limit, 10), 1), 50)
    for update skip locked
  ),
  taken as (
    update private.outgoing_mails m set claim_token = gen_random_uuid(), claimed_at = now(), attempts = m.attempts + 1
    from due where m.id = due.id
    returning m.*
  )
  select jsonb_agg(jsonb_build_object(
    'id', t.id, 'claim_token', t.claim_token, 'kind', t.kind, 'email', t.email, 'language', t.language, 'params', t.params
  ) order by t.created_at, t.id) into claimed from taken t;
  return coalesce(claimed, '[]');
end $$;
comment on function public.claim_mails(integer) is
  'Up to p_limit (1 to 50) mails to send: [{id, claim_token, kind, email, language, params}]. A claim holds 2 minutes; a fifth one that is not kept is failed.';

create function public.finish_mail(p_id uuid, p_claim_token uuid, p_provider_id text default null) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  sent private.outgoing_mails;
begin
  update private.outgoing_mails m set
    state = 'sent', sent_at = now(), provider_id = left(p_provider_id, 200), claim_token = null, claimed_at = null,
    error_code = null
  where m.id = p_id and m.state = 'pending' and m.claim_token = p_claim_token
  returning m.* into sent;
  update public.invitations i set sent_at = sent.sent_at
  where sent.kind = 'invitation' and i.id = (sent.params ->> 'invitation_id')::uuid;
  return sent.id is not null;
end $$;
comment on function public.finish_mail(uuid, uuid, text) is
  'The provider has taken it; false, and nothing written, when the claim is somebody else''s by now.';

create function public.fail_mail(p_id uuid, p_claim_token uuid, p_error_code text) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update private.outgoing_mails m set
    state = case when m.attempts >= 5 then 'failed' else 'pending' end,
    claim_token = null, claimed_at = null, error_code = left(p_error_code, 100),
    next_try_at = now() + make_interval(mins => (2 ^ (m.attempts - 1))::integer)
  where m.id = p_id and m.state = 'pending' and m.claim_token = p_claim_token;
  return found;
end $$;
comment on function public.fail_mail(uuid, uuid, text) is
  'Gives a mail back with a short code, to be tried again after 1, 2, 4 and 8 minutes; after the fifth failure it stays failed.';

create function private.sweep_mails() returns boolean
language sql security definer set search_path = ''
as $$
  select exists (
    select from private.outgoing_mails m
    where m.state = 'pending' and m.next_try_at <= now() and coalesce(m.claimed_at < now() - interval '2 minutes', true)
  ) and private.call_function('send-mails')
$$;
comment on function private.sweep_mails() is 'Asks for the delivery of what is due; the job of each minute that makes every other call optional.';

create function private.delete_old_mails() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  deleted integer;
begin
  delete from private.outgoing_mails m where m.created_at < now() - interval '30 days';
  get diagnostics deleted = row_count;
  return deleted;
end $$;
comment on function private.delete_old_mails() is 'Deletes mails older than 30 days, whatever became of them; answers how many.';

select private.schedule_job('sweep-mails', '* * * * *', 'select private.sweep_mails()');
select private.schedule_job('delete-old-mails', '20 3 * * *', 'select private.delete_old_mails()');

grant execute on function public.claim_mails(integer), public.finish_mail(uuid, uuid, text),
  public.fail_mail(uuid, uuid, text) to service_role;
