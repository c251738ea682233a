drop function private.read_vector(jsonb, text);
drop index public.conversation_summaries_text_embedding_3_small_idx;
drop index public.conversation_summaries_builtin_1_idx;
drop function private.embedding_reach(text);
