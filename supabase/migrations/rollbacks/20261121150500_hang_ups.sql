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
  return ended;
end $$;
comment on function private.end_sessions() is
  'Closes conversations over their limit ("limit") or silent for 60 s in text, 20 s in voice ("silence"); answers how many.';
drop function public.note_hang_up(text, text);
drop function public.claim_hang_ups(integer);
