-- Neighbours by meaning: one graph for each model, so that vectors of different models never meet (rule A8).

-- Each model has its own space: how far apart in it two texts may be that still have to do with each other.
create function private.embedding_reach(p_model text) returns double precision
language sql immutable set search_path = ''
as $$
  select case p_model when 'builtin-1' then 0.86 when 'text-embedding-3-small' then 0.75 end
$$;
comment on function private.embedding_reach(text) is
  'The cosine distance from 0 to 2 up to which a model''s vectors are taken to be about the same; null for a model that is not known here.';

create index conversation_summaries_builtin_1_idx on public.conversation_summaries
  using hnsw (embedding extensions.vector_cosine_ops)
  where embedding_model = 'builtin-1';
create index conversation_summaries_text_embedding_3_small_idx on public.conversation_summaries
  using hnsw (embedding extensions.vector_cosine_ops)
  where embedding_model = 'text-embedding-3-small';

create function private.read_vector(p_vector jsonb, p_field text) returns extensions.vector
language plpgsql immutable set search_path = ''
as $$
begin
  if jsonb_typeof(p_vector) = 'array' then
    return p_vector::text::extensions.vector(1536);
  end if;
  perform private.refuse('invalid_input', p_field);
exception when data_exception then
  perform private.refuse('invalid_input', p_field);
end $$;
comment on function private.read_vector(jsonb, text) is
  'An array of 1536 numbers as a vector; raises invalid_input with the field''s name for anything else.';
