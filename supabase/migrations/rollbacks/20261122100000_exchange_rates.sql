create or replace function private.conversations_json(p_gym_id uuid, p_ids uuid[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', s.id, 'started_at', s.started_at, 'ended_at', s.ended_at,
    'seconds', round(extract(epoch from coalesce(s.ended_at, now()) - s.started_at))::integer,
    'end_reason', s.end_reason, 'channel', s.channel, 'language', s.language, 'kiosk', k.name,
    'member', case when m.id is not null then jsonb_build_object(
      'id', m.id, 'first_name', m.first_name, 'last_initial', left(m.last_name, 1)
    ) end,
    'status', coalesce(q.status, 'none'),
    'summary', case when reader.hears then q.summary_text end,
    'topics', to_jsonb(coalesce(q.key_topics, '{}')), 'mood', q.sentiment_label, 'score', q.sentiment_score,
    'emotion', q.emotion_detected, 'intents', to_jsonb(coalesce(q.intents_detected, '{}')), 'provider', q.provider,
    'needs_review', coalesce(q.needs_review, false),
    'cost_usd', case when reader.hears and s.connected_at is not null then s.cost_usd end
  ) order by wanted.place), '[]')
  from (
    select p_gym_id = any (private.conversation_gym_ids()) as lists,
      p_gym_id = any (private.transcript_gym_ids()) as hears
  ) reader
  cross join unnest(p_ids) with ordinality as wanted (id, place)
  join public.openai_realtime_sessions s on s.id = wanted.id and s.gym_id = p_gym_id
  join public.kiosks k on k.id = s.kiosk_id
  left join public.gym_members_v2 m on m.id = s.member_id
  left join public.conversation_summaries q on q.session_id = s.id
  where reader.lists
$$;
comment on function private.conversations_json(uuid, uuid[]) is
  'Rows of list_conversations in the order of the ids; summary and cost (US dollars, of a spoken conversation) only for those who read transcripts.';
drop function public.add_exchange_rate(date, numeric);
drop function private.rate_json(private.exchange_rates);
drop function private.rate_on(date);
drop table private.exchange_rates;
