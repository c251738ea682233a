-- The tools that remember: topics of earlier talks, and what a member trains for (rules A8, P4, P7).

create function private.topics_for_badge(p_topics text[]) returns text[]
language sql immutable set search_path = ''
as $$
  select coalesce(array_agg(topic order by place), '{}')
  from unnest(p_topics) with ordinality as t (topic, place)
  where topic not in ('price', 'membership')
$$;
comment on function private.topics_for_badge(text[]) is
  'Topics that a badge alone may hear of again: nothing about what is paid. Health has no code among the topics.';

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
  cross join lateral unnest(private.topics_for_badge(latest.key_topics)) as topic
$$;

create function private.tool_recall_past_conversations(p_session public.openai_realtime_sessions, p_arguments jsonb)
returns jsonb
language sql stable security definer set search_path = ''
as $$
  select private.tool_ok(jsonb_build_object('conversations', coalesce((
    select jsonb_agg(jsonb_build_object('date', talk.day, 'topics', to_jsonb(talk.topics)) order by talk.started_at desc, talk.id)
    from (
      select s.id, s.started_at, (s.started_at at time zone g.timezone)::date as day,
        private.topics_for_badge(q.key_topics) as topics
      from public.conversation_summaries q
      join public.openai_realtime_sessions s on s.id = q.session_id and s.gym_id = q.gym_id
      join public.gyms g on g.id = q.gym_id
      where q.member_id = p_session.member_id and q.gym_id = p_session.gym_id and q.status = 'done'
        and q.session_id <> p_session.id
      order by s.started_at desc, s.id limit 5
    ) talk
    where talk.topics <> '{}'
  ), '[]')))
$$;
comment on function private.tool_recall_past_conversations(public.openai_realtime_sessions, jsonb) is
  '{conversations: [{date, topics}]} of the member''s last five talks at this gym, newest first: codes alone, never what was said. The order is exact over the member''s own rows, no index of neighbours is asked.';

create function private.tool_update_goal(p_session public.openai_realtime_sessions, p_arguments jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  wanted text := p_arguments ->> 'goal';
  for_team constant text[] := '{weight_loss,recovery}';
begin
  if wanted = any (for_team) then
    return private.tool_ok('{"status": "needs_staff"}');
  elsif wanted is null or wanted <> all ('{muscle_gain,endurance,mobility,wellbeing,competition}'::text[]) then
    return private.tool_refused('invalid_arguments');
  end if;
  insert into public.member_fitness_profile as f (member_id, gym_id, primary_goals)
  values (p_session.member_id, p_session.gym_id, array[wanted])
  on conflict (member_id) do update set primary_goals = array[wanted] || array(
    select goal from unnest(f.primary_goals) as goal where goal = any (for_team)
  );
  return private.tool_ok(jsonb_build_object('status', 'saved', 'goal', wanted));
end $$;
comment on function private.tool_update_goal(public.openai_realtime_sessions, jsonb) is
  '{status: saved|needs_staff, goal?}; a code of the closed list. What is about weight or health stays as the team wrote it and is told to nobody (rule P4).';
