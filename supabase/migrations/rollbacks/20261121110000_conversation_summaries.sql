drop table public.conversation_summaries;
