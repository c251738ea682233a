drop function public.get_conversation(uuid);
drop function public.list_conversations(uuid, text, text, text, date, date, text, integer);
drop function private.conversations_json(uuid, uuid[]);
