-- What follows a close: a pending summary and a nudge, or no trace (rules P1, V4, A1).

create function private.nudge() returns boolean
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
    url => base || '/functions/v1/process-conversation',
    body => '{}'::jsonb,
    headers => jsonb_build_object('content-type', 'application/json', 'x-function-secret', secret),
    timeout_milliseconds => 60000
  );
  return true;
exception when others then
  -- Without net or vault the sweep of the next minute, or the one after the repair, finds the work.
  raise log 'process-conversation was not called: %', sqlerrm;
  return false;
end $$;
comment on function private.nudge() is
  'Asks the Edge Function to look for work; false when it could not be called. Never fails its caller.';

create function private.conversation_is_complete(p_session_id uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select s.state = 'closed' and (
    s.ended_at <= now() - interval '20 seconds'
    or s.last_seq = (
      select count(*) from public.conversation_events e
      where e.session_id = s.id and e.source = 'member' and e.seq between 1 and s.last_seq
    )
  )
  from public.openai_realtime_sessions s where s.id = p_session_id
$$;
comment on function private.conversation_is_complete(uuid) is
  'Closed, and every turn of the member up to last_seq is in or 20 s have passed.';

create function private.on_session_end() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if not private.may_analyse(new.id) then
    delete from private.tool_calls t where t.session_id = new.id;
    delete from public.conversation_events e where e.session_id = new.id;
    return null;
  end if;
  insert into public.conversation_summaries (session_id, gym_id, member_id, kiosk_id)
  values (new.id, new.gym_id, new.member_id, new.kiosk_id)
  on conflict (session_id) do nothing;
  perform private.nudge();
  return null;
end $$;
comment on function private.on_session_end() is
  'When a conversation closes: queued for its analysis, or erased where it may not be analysed.';

create trigger openai_realtime_sessions_on_session_end after update of state on public.openai_realtime_sessions
  for each row when (old.state <> 'closed' and new.state = 'closed') execute function private.on_session_end();

create function private.on_late_event() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- No condition on the status: the row of an analysis that is just finishing has to be waited for.
  update public.conversation_summaries q set status = case q.status when 'done' then 'pending' else q.status end
  where q.session_id = new.id;
  perform private.nudge();
  return null;
end $$;
comment on function private.on_late_event() is 'A turn that came after the analysis queues the conversation again.';

create trigger openai_realtime_sessions_on_late_event after update of events_version on public.openai_realtime_sessions
  for each row when (old.state = 'closed' and new.events_version > old.events_version)
  execute function private.on_late_event();

create function private.process_sweep() returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  return exists (
    select from public.conversation_summaries q
    where (q.status = 'pending' and coalesce(q.retry_at <= now(), true) and private.conversation_is_complete(q.session_id))
      or (q.status = 'processing' and q.claimed_at < now() - interval '2 minutes')
  ) and private.nudge();
end $$;
comment on function private.process_sweep() is 'Nudges when a conversation waits; the job of each minute that makes every other nudge optional.';

select private.schedule_job('process-sweep', '* * * * *', 'select private.process_sweep()');
