-- A gym's search by meaning, over the words that its managers may read (rules A8, T6).

-- Makes the settings of the graph known to this session, so that a role that is no superuser may name them below.
select '[1]'::extensions.vector;

create function private.nearest_conversations(
  p_gym_id uuid, p_model text, p_vector extensions.vector, p_search text, p_mood text, p_topic text,
  p_from timestamptz, p_until timestamptz, p_limit integer
) returns table (session_id uuid, distance double precision)
language plpgsql stable security definer
set search_path = '' set hnsw.iterative_scan = 'strict_order' set hnsw.ef_search = '100'
as $$
begin
  -- Spelled out for one model, or its own graph would not be found; planned for this gym, as gyms differ in size.
  return query execute format(
    'select q.session_id, q.embedding operator(extensions.<=>) $1
    from public.conversation_summaries q
    where q.embedding_model = %L and q.gym_id = $2 and q.status = ''done''
      and ($3 is null or q.sentiment_label = $3) and ($4 is null or q.key_topics @> array[$4])
      and ($5 is null or position($5 in private.fold(q.summary_text)) = 0)
      and (($6 is null and $7 is null and $5 is null) or exists (
        select from public.openai_realtime_sessions s
        left join public.gym_members_v2 m on m.id = s.member_id
        where s.id = q.session_id and ($6 is null or s.started_at >= $6) and ($7 is null or s.started_at < $7)
          and ($5 is null or position($5 in private.fold(concat_ws('' '', m.first_name, m.last_name))) = 0)
      ))
    order by q.embedding operator(extensions.<=>) $1
    limit %s', p_model, p_limit)
  using p_vector, p_gym_id, p_mood, p_topic, p_search, p_from, p_until;
end $$;
comment on function private.nearest_conversations(uuid, text, extensions.vector, text, text, text, timestamptz, timestamptz, integer) is
  'Analysed conversations of a gym in the order of their distance by one model, without those that hold p_search (folded) themselves. Where the planner takes the model''s graph for cheaper than the gym''s own rows, it walks on until as many are found.';

create function public.embedding_models(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.transcript_gym_ids());
  return (
    select coalesce(jsonb_agg(known.model order by known.model), '[]')
    from (values ('builtin-1'), ('text-embedding-3-small')) as known (model)
    where exists (
      select from public.conversation_summaries q where q.gym_id = p_gym_id and q.embedding_model = known.model
    )
  );
end $$;
comment on function public.embedding_models(uuid) is
  'The models by which a gym''s conversations can be searched. For those who read transcripts; raises not_found, forbidden, mfa_required.';

create function public.search_conversations(
  p_gym_id uuid, p_search text, p_vectors jsonb, p_mood text default null, p_topic text default null,
  p_from date default null, p_to date default null, p_limit integer default 10
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  sought text := nullif(btrim(private.fold(left(p_search, 100))), '');
  size integer := least(greatest(coalesce(p_limit, 10), 1), 50);
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
  wanted uuid[];
begin
  perform private.require_gym(p_gym_id, private.transcript_gym_ids());
  if p_mood is not null and p_mood not in ('negative', 'neutral', 'positive') then
    perform private.refuse('invalid_input', 'mood');
  end if;
  if sought is null then
    perform private.refuse('invalid_input', 'search');
  end if;
  if jsonb_typeof(p_vectors) is distinct from 'object' or exists (
    select from jsonb_object_keys(p_vectors) as model where private.embedding_reach(model) is null
  ) then
    perform private.refuse('invalid_input', 'vectors');
  end if;
  select coalesce(array_agg(found.session_id order by found.place, found.model), '{}') into wanted
  from (
    select given.model, near.session_id,
      row_number() over (partition by given.model order by near.distance, s.started_at desc, s.id) as place
    from jsonb_each(p_vectors) as given (model, embedding)
    cross join lateral private.nearest_conversations(
      p_gym_id, given.model, private.read_vector(given.embedding, 'vectors'), sought, p_mood, p_topic,
      p_from::timestamp at time zone zone, (p_to + 1)::timestamp at time zone zone, size
    ) near
    join public.openai_realtime_sessions s on s.id = near.session_id
    where near.distance <= private.embedding_reach(given.model)
  ) found
  where found.place <= size;
  return jsonb_build_object('rows', private.conversations_json(p_gym_id, wanted[:size]));
end $$;
comment on function public.search_conversations(uuid, text, jsonb, text, text, date, date, integer) is
  '{rows} as in list_conversations, at most p_limit (1 to 50): conversations that come near p_search without holding its words. p_vectors: {model: the search as that model''s 1536 numbers}; where two models speak, their ranks take turns, since their distances do not compare. For those who read transcripts; raises not_found, forbidden, mfa_required, invalid_input (search, vectors, mood).';

grant execute on function public.embedding_models(uuid),
  public.search_conversations(uuid, text, jsonb, text, text, date, date, integer) to authenticated;
