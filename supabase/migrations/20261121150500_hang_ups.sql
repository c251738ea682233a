-- Calls that shall end are hung up by the function end-sessions, whatever became of browser and app (rule V2).

create function public.claim_hang_ups(p_limit integer default 10) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  claimed jsonb;
begin
  with due as (
    select c.call_id from private.voice_calls c
    where c.end_wanted_at is not null and c.ended_at is null and c.next_try_at <= now() and c.attempts < 6
    order by c.next_try_at
    limit least(greatest(coalesce(p_limit, 10), 1), 50)
    for update skip locked
  ),
  taken as (
    -- Tried again after a minute, then 2, 4, 8 and 16: by then no call lives any more.
    update private.voice_calls c set attempts = c.attempts + 1, next_try_at = now() + interval '1 minute' * power(2, c.attempts)
    from due where c.call_id = due.call_id returning c.call_id
  )
  select coalesce(jsonb_agg(taken.call_id), '[]') into claimed from taken;
  return claimed;
end $$;
comment on function public.claim_hang_ups(integer) is
  '[call id] of calls to hang up, each given out again after a growing while until note_hang_up confirms it.';

create function public.note_hang_up(p_call_id text, p_error_code text default null) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update private.voice_calls c set
    ended_at = case when p_error_code is null then now() end,
    error_code = left(p_error_code, 100)
  where c.call_id = p_call_id and c.ended_at is null;
end $$;
comment on function public.note_hang_up(text, text) is 'A call has ended, or why it could not be ended.';
grant execute on function public.claim_hang_ups(integer), public.note_hang_up(text, text) to service_role;

create or replace function private.end_sessions() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  overdue record;
  ended integer := 0;
begin
  for overdue in
    select s.id, case when now() >= s.expires_at then 'limit' else 'silence' end as reason
    from public.openai_realtime_sessions s
    where s.state <> 'closed' and (
      now() >= s.expires_at
      or s.last_event_at < now() - case s.channel when 'voice' then interval '20 seconds' else interval '60 seconds' end
    )
    order by s.id
    for update skip locked
  loop
    if private.close_conversation(overdue.id, overdue.reason) then
      ended := ended + 1;
    end if;
  end loop;
  if exists (
    select from private.voice_calls c
    where c.end_wanted_at is not null and c.ended_at is null and c.next_try_at <= now() and c.attempts < 6
  ) then
    perform private.call_function('end-sessions');
  end if;
  return ended;
end $$;
comment on function private.end_sessions() is
  'Closes conversations over their limit ("limit") or silent for 60 s in text, 20 s in voice ("silence"), and has calls hung up that still wait for it; answers how many it closed.';
