drop function public.undo_import(uuid);
drop function private.is_met(uuid);
