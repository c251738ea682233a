drop function public.preview_import(uuid, jsonb);
drop function private.current_values(public.gym_members_v2, jsonb);
drop function private.require_import_rows(jsonb);
drop function private.require_manager(uuid);
drop function private.match_import(uuid, jsonb);
drop function private.same_phone(text, text);
drop function private.import_values(private.import_row);
drop type private.import_row;
