-- What a member asks about decides which of their earlier talks come first (rules A8, P7).

create function public.kiosk_memory_model(p_token_hash text) returns text
language plpgsql security definer set search_path = ''
as $$
declare
  session public.openai_realtime_sessions := private.open_conversation((private.kiosk_by_token(p_token_hash)).id);
begin
  return (
    select q.embedding_model
    from public.conversation_summaries q
    where q.member_id = session.member_id and q.gym_id = session.gym_id and q.status = 'done'
      and q.session_id <> session.id and q.embedding is not null
      and 'memory' = any (private.session_assurances(session))
    order by q.created_at desc, q.id limit 1
  );
end $$;
comment on function public.kiosk_memory_model(text) is
  'The model that made the embedding of the member''s latest talk; null where nothing is remembered.';

drop function private.tool_recall_past_conversations(public.openai_realtime_sessions, jsonb);
create function private.tool_recall_past_conversations(
  p_session public.openai_realtime_sessions, p_arguments jsonb, p_about jsonb
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  maker constant text := p_about ->> 'model';
  sought extensions.vector := case when p_about is not null then private.read_vector(p_about -> 'embedding', 'about') end;
begin
  if coalesce(jsonb_typeof(p_arguments -> 'about'), 'null') not in ('string', 'null')
    or length(p_arguments ->> 'about') > 200 then
    return private.tool_refused('invalid_arguments');
  end if;
  return private.tool_ok(jsonb_build_object('conversations', coalesce((
    select jsonb_agg(jsonb_build_object('date', talk.day, 'topics', to_jsonb(talk.topics)) order by talk.place)
    from (
      select own.day, own.topics,
        row_number() over (order by own.distance nulls last, own.started_at desc, own.id) as place
      from (
        select s.id, s.started_at, (s.started_at at time zone g.timezone)::date as day,
          private.topics_for_badge(q.key_topics) as topics,
          case
            when q.embedding_model = maker
              and q.embedding operator(extensions.<=>) sought <= private.embedding_reach(maker)
              then q.embedding operator(extensions.<=>) sought
          end as distance
        from public.conversation_summaries q
        join public.openai_realtime_sessions s on s.id = q.session_id and s.gym_id = q.gym_id
        join public.gyms g on g.id = q.gym_id
        where q.member_id = p_session.member_id and q.gym_id = p_session.gym_id and q.status = 'done'
          and q.session_id <> p_session.id
      ) own
      order by place limit 5
    ) talk
    where talk.topics <> '{}'
  ), '[]')));
end $$;
comment on function private.tool_recall_past_conversations(public.openai_realtime_sessions, jsonb, jsonb) is
  '{conversations: [{date, topics}]} of five of the member''s talks at this gym: codes alone, never what was said. With p_about, {model, embedding}, those of that model''s that are near come first, the nearest before, and the others by date after them; without it all by date. The order is exact over the member''s own rows, no index of neighbours is asked.';

drop function public.kiosk_use_tool(text, text, text, jsonb);
create function public.kiosk_use_tool(
  p_token_hash text, p_tool_call_id text, p_tool text, p_arguments jsonb default '{}', p_about jsonb default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  arguments jsonb := coalesce(p_arguments, '{}');
  session public.openai_realtime_sessions;
  earlier private.tool_calls;
  assurances text[];
  outcome jsonb;
begin
  if coalesce(length(p_tool_call_id), 0) not between 1 and 100 then
    perform private.refuse('invalid_input', 'tool_call_id');
  end if;
  session := private.open_conversation(kiosk.id);
  assurances := private.session_assurances(session);
  select * into earlier from private.tool_calls t where t.session_id = session.id and t.tool_call_id = p_tool_call_id;
  if earlier.session_id is not null then
    if earlier.tool is distinct from p_tool or earlier.arguments <> arguments then
      perform private.refuse('tool_conflict');
    end if;
    return earlier.outcome;
  end if;

  outcome := case
    when p_tool is null or jsonb_typeof(arguments) <> 'object' or pg_column_size(arguments) > 8000
      then private.tool_refused('invalid_arguments')
    when p_tool in ('get_member_profile', 'book_class', 'cancel_booking', 'recall_past_conversations', 'update_goal')
      and session.member_id is null then private.tool_refused('no_member')
    when p_tool in ('recall_past_conversations', 'update_goal') and not 'memory' = any (assurances)
      then private.tool_refused('no_memory')
    when p_tool in ('book_class', 'cancel_booking', 'report_issue', 'leave_feedback', 'update_goal')
      and arguments -> 'confirmed' is distinct from 'true' then private.tool_refused('needs_confirmation')
    when p_tool = 'get_member_profile' then private.tool_get_member_profile(session, arguments)
    when p_tool = 'get_class_schedule' then private.tool_get_class_schedule(session, arguments)
    when p_tool = 'get_gym_info' then private.tool_get_gym_info(session, arguments)
    when p_tool = 'book_class' then private.tool_book_class(session, arguments)
    when p_tool = 'cancel_booking' then private.tool_cancel_booking(session, arguments)
    when p_tool = 'report_issue' then private.tool_report_issue(session, arguments)
    when p_tool = 'leave_feedback' then private.tool_leave_feedback(session, arguments)
    when p_tool = 'call_staff' then private.tool_call_staff(session, arguments)
    when p_tool = 'recall_past_conversations' then private.tool_recall_past_conversations(session, arguments, p_about)
    when p_tool = 'update_goal' then private.tool_update_goal(session, arguments)
    else private.tool_refused('invalid_arguments')
  end;
  outcome := private.told_fields(p_tool, outcome, assurances);
  insert into private.tool_calls (session_id, tool_call_id, tool, arguments, outcome)
  values (session.id, p_tool_call_id, left(coalesce(p_tool, ''), 100),
    case when pg_column_size(arguments) > 8000 then '{}' else arguments end, outcome);
  perform private.record_event(session.id, 'system', null, 'tool', null, jsonb_strip_nulls(jsonb_build_object(
    'tool', left(p_tool, 100), 'ok', outcome -> 'ok', 'code', outcome -> 'code', 'status', outcome #> '{result,status}'
  )));
  return outcome;
end $$;
comment on function public.kiosk_use_tool(text, text, text, jsonb, jsonb) is
  '{ok: true, result} or {ok: false, code: invalid_arguments|needs_confirmation|no_member|no_memory}, the result with those fields that private.tool_fields opens. The same call id with the same arguments answers what it answered; with others it raises tool_conflict. p_about, {model, embedding}, is the argument `about` of recall_past_conversations as a vector.';

grant execute on function public.kiosk_use_tool(text, text, text, jsonb, jsonb), public.kiosk_memory_model(text) to service_role;
