drop function public.erase_member(uuid, text);
drop function private.erase_people(uuid[]);
drop function private.forget_conversations(uuid[]);
drop function private.traces_of(uuid[]);
drop function private.trace_kind(regclass);
drop function private.conversations_of(uuid[]);
