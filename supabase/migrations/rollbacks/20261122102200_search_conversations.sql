drop function public.search_conversations(uuid, text, jsonb, text, text, date, date, integer);
drop function public.embedding_models(uuid);
drop function private.nearest_conversations(uuid, text, extensions.vector, text, text, text, timestamptz, timestamptz, integer);
