drop function public.get_member_rights(uuid);
drop function public.member_access_file(uuid, text);
drop function private.told_sections(uuid[]);
drop function private.told_conversations(uuid[]);
drop function private.told_rows(regclass, name, uuid[]);
drop function private.told(regclass, jsonb);
drop function private.told_columns(regclass);
