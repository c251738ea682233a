create or replace function private.close_conversation(p_session_id uuid, p_reason text, p_last_seq integer default null)
returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  perform from public.openai_realtime_sessions s where s.id = p_session_id and s.state <> 'closed' for update;
  if not found then
    return false;
  end if;
  delete from private.conversation_dialogs d where d.session_id = p_session_id;
  delete from private.conversation_turns t where t.session_id = p_session_id;
  if not private.may_analyse(p_session_id) then
    delete from private.tool_calls t where t.session_id = p_session_id;
    delete from public.conversation_events e where e.session_id = p_session_id;
  end if;
  update public.openai_realtime_sessions s set
    state = 'closed',
    ended_at = greatest(least(now(), s.expires_at), s.started_at),
    end_reason = p_reason,
    last_seq = greatest(s.last_seq, least(coalesce(p_last_seq, s.last_seq), s.last_seq + 100))
  where s.id = p_session_id;
  return true;
end $$;
comment on function private.close_conversation(uuid, text, integer) is
  'Closes once; true for the call that did it. What may not be kept is gone before the row says closed (rules P1, V4).';
drop function private.want_calls_ended(uuid);
drop function private.settle_cost(uuid);
drop function private.reserve_budget(public.openai_realtime_sessions, numeric);
drop function private.held_budget(uuid[], uuid);
drop table private.voice_budgets;
