drop function public.get_merge(uuid, uuid, text);
drop function private.merge_side(uuid);
drop function public.merge_members(uuid, uuid, jsonb);
drop function private.settle_before_merge(uuid, uuid);
drop function private.move_children(uuid, uuid);
drop function private.merge_children();
