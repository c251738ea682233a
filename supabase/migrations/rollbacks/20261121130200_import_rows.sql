drop function public.finish_import(uuid);
drop function public.import_rows(uuid, jsonb);
drop function private.apply_import(public.member_imports, jsonb);
drop function private.running_import(uuid);
drop function public.start_import(uuid, text, text, jsonb, integer, jsonb);
