-- The month's budget of a gym's voice, held at connect and settled at the close (rule V2).

create table private.voice_budgets (
  gym_id uuid primary key references public.gyms (id) on delete cascade,
  usd numeric(10, 2) not null check (usd >= 0)
);
alter table private.voice_budgets enable row level security;
create policy voice_budgets_nobody on private.voice_budgets to public using (false);
comment on table private.voice_budgets is
  'What the spoken conversations of a gym may cost in a calendar month; without a row the budget of the customer''s plan alone holds.';

create function private.held_budget(p_gym_ids uuid[], p_except uuid) returns numeric
language sql stable security definer set search_path = ''
as $$
  select coalesce(sum(greatest(s.cost_usd, s.reserved_usd)), 0)
  from public.gyms g
  join public.openai_realtime_sessions s on s.gym_id = g.id and s.started_at >= private.month_start(g.timezone)
  where g.id = any (p_gym_ids) and s.id <> p_except
$$;
comment on function private.held_budget(uuid[], uuid) is
  'What this month''s conversations of gyms have cost or hold, one of them left out.';

create function private.reserve_budget(p_session public.openai_realtime_sessions, p_usd numeric) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  customer uuid := (select coalesce(g.franchise_id, g.id) from public.gyms g where g.id = p_session.gym_id);
  -- Whoever reserves for the same customer waits here and then sees this reservation.
  plan text := private.lock_plan(customer);
  most numeric := private.plan_limit(plan, 'budget');
begin
  if private.held_budget(private.customer_gym_ids(customer), p_session.id) + p_usd > most
    or private.held_budget(array[p_session.gym_id], p_session.id) + p_usd
      > (select b.usd from private.voice_budgets b where b.gym_id = p_session.gym_id) then
    return false;
  end if;
  update public.openai_realtime_sessions s set reserved_usd = p_usd where s.id = p_session.id;
  return true;
end $$;
comment on function private.reserve_budget(public.openai_realtime_sessions, numeric) is
  'Holds dollars for a conversation, in place of what it held before; false where gym or plan have not so much left this month. Locks the customer.';

create function private.settle_cost(p_session_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.openai_realtime_sessions s set
    -- What was claimed may be erased with its member; what it cost stays.
    usage_usd = greatest(s.usage_usd, claimed.usd),
    tokens = case when claimed.usd >= s.usage_usd then claimed.tokens else s.tokens end,
    cost_usd = case when s.state = 'closed' then greatest(s.cost_usd, claimed.usd, coalesce((
        select (extract(epoch from s.ended_at - s.connected_at) * m.floor_usd_per_minute / 60)::numeric(20, 9)
        from private.ai_models m where m.id = s.model and s.connected_at is not null and s.ended_at > s.connected_at
      ), 0)) else greatest(s.cost_usd, claimed.usd) end,
    reserved_usd = case when s.state = 'closed' then 0 else s.reserved_usd end
  from (
    select coalesce(sum(u.cost_usd), 0) as usd, coalesce((
        select jsonb_object_agg(total.modality, total.amount)
        from (
          select used.key as modality, sum(used.value::numeric) as amount
          from private.voice_usage each cross join lateral jsonb_each_text(each.used) as used
          where each.session_id = p_session_id
          group by used.key
        ) total
      ), '{}') as tokens
    from private.voice_usage u where u.session_id = p_session_id
  ) claimed
  where s.id = p_session_id and s.connected_at is not null;
end $$;
comment on function private.settle_cost(uuid) is
  'Sums the claims; once closed, the cost is no less than wall clock × floor rate and nothing is held any more.';

create function private.want_calls_ended(p_session_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update private.voice_calls c set end_wanted_at = now(), next_try_at = now()
  where c.session_id = p_session_id and c.end_wanted_at is null;
  if found then
    perform private.call_function('end-sessions');
  end if;
end $$;
comment on function private.want_calls_ended(uuid) is 'Has the calls of a conversation hung up, by the function end-sessions.';

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
  delete from private.call_tokens t where t.session_id = p_session_id and t.used_at is null;
  if not private.may_analyse(p_session_id) then
    delete from private.tool_calls t where t.session_id = p_session_id;
    delete from public.conversation_events e where e.session_id = p_session_id;
  end if;
  update public.openai_realtime_sessions s set
    state = 'closed',
    ended_at = greatest(least(now(), s.expires_at), s.started_at),
    end_reason = p_reason,
    last_seq = greatest(s.last_seq, least(coalesce(p_last_seq, s.last_seq), s.last_seq + 100)),
    reserved_usd = 0
  where s.id = p_session_id;
  perform private.settle_cost(p_session_id);
  perform private.want_calls_ended(p_session_id);
  return true;
end $$;
comment on function private.close_conversation(uuid, text, integer) is
  'Closes once; true for the call that did it. What may not be kept is gone before the row says closed (rules P1, V4); its cost is settled and its calls are hung up.';
