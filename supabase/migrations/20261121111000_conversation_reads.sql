-- Conversations as their readers may see them (rule T6): the team topics and mood, managers the words too.

create function private.conversations_json(p_gym_id uuid, p_ids uuid[]) returns jsonb
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
    'needs_review', coalesce(q.needs_review, false)
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
  'Rows of list_conversations in the order of the ids; the summary only for those who read transcripts.';

create function public.list_conversations(
  p_gym_id uuid, p_search text default null, p_mood text default null, p_topic text default null,
  p_from date default null, p_to date default null, p_cursor text default null, p_limit integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  sought text := nullif(btrim(private.fold(left(p_search, 100))), '');
  place jsonb := private.read_cursor(p_cursor, 'conversations');
  before timestamptz := private.cursor_time(place);
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
  hears boolean := p_gym_id = any (private.transcript_gym_ids());
  answer jsonb;
begin
  perform private.require_gym(p_gym_id, private.conversation_gym_ids());
  if p_mood is not null and p_mood not in ('negative', 'neutral', 'positive') then
    perform private.refuse('invalid_input', 'mood');
  end if;
  with kept as materialized (
    select s.id, s.started_at
    from public.openai_realtime_sessions s
    left join public.gym_members_v2 m on m.id = s.member_id
    left join public.conversation_summaries q on q.session_id = s.id
    where s.gym_id = p_gym_id
      and (p_from is null or s.started_at >= p_from::timestamp at time zone zone)
      and (p_to is null or s.started_at < (p_to + 1)::timestamp at time zone zone)
      and (p_mood is null or q.sentiment_label = p_mood)
      and (p_topic is null or q.key_topics @> array[p_topic])
      and (sought is null
        or position(sought in private.fold(concat_ws(' ', m.first_name, m.last_name))) > 0
        or (hears and position(sought in private.fold(q.summary_text)) > 0))
  ),
  page as (
    select kept.*, row_number() over (order by started_at desc, id desc) as n
    from kept
    where place is null or (started_at, id) < (before, (place ->> 'id')::uuid)
    order by started_at desc, id desc
    limit size + 1
  )
  select jsonb_build_object(
    'total', (select count(*) from kept),
    'next_cursor', max(private.write_cursor('conversations', 0, page.started_at::text, page.id))
      filter (where page.n = size and exists (select from page more where more.n > size)),
    'rows', private.conversations_json(
      p_gym_id, coalesce(array_agg(page.id order by page.n) filter (where page.n <= size), '{}'))
  ) into answer
  from page;
  return answer;
end $$;
comment on function public.list_conversations(uuid, text, text, text, date, date, text, integer) is
  '{total, next_cursor, rows}, newest first; the days are the gym''s, both included. Raises not_found, forbidden, mfa_required, invalid_input (mood, cursor).';

create function public.get_conversation(p_conversation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  gym uuid := (select s.gym_id from public.openai_realtime_sessions s where s.id = p_conversation_id);
begin
  perform private.require_gym(gym, private.conversation_gym_ids());
  return private.conversations_json(gym, array[p_conversation_id]) -> 0 || jsonb_build_object(
    'events', case when gym = any (private.transcript_gym_ids()) then (
      select coalesce(jsonb_agg(jsonb_build_object(
        'source', e.source, 'kind', e.kind, 'text', e.text, 'at', e.at, 'payload', e.payload
      ) order by e.at, e.seq, e.source), '[]')
      from public.conversation_events e where e.session_id = p_conversation_id
    ) end
  );
end $$;
comment on function public.get_conversation(uuid) is
  'A row of list_conversations with its events, null for the team. Raises not_found, forbidden, mfa_required.';

grant execute on function public.list_conversations(uuid, text, text, text, date, date, text, integer),
  public.get_conversation(uuid) to authenticated;
