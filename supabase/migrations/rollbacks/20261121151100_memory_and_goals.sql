drop function private.tool_update_goal(public.openai_realtime_sessions, jsonb);
drop function private.tool_recall_past_conversations(public.openai_realtime_sessions, jsonb);
create or replace function private.past_topics(p_session public.openai_realtime_sessions) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(distinct topic), '[]')
  from (
    select q.key_topics from public.conversation_summaries q
    where (p_session.consent ->> 'remember')::boolean and q.member_id = p_session.member_id
      and q.gym_id = p_session.gym_id and q.status = 'done' and q.session_id <> p_session.id
    order by q.created_at desc limit 3
  ) latest
  cross join lateral unnest(latest.key_topics) as topic
$$;
drop function private.topics_for_badge(text[]);
