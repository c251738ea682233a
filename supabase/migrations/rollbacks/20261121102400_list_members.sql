drop function public.list_members(uuid, text, text, text, text, text, integer);
drop function private.write_cursor(text, numeric, text, uuid);
drop function private.read_cursor(text, text);
drop function private.prefix_query(text);
drop function private.member_ids_by_phone(uuid, text);
