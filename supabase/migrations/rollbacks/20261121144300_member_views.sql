drop function public.delete_member_view(uuid);
drop function public.change_member_view(uuid, text, jsonb, boolean);
drop function public.save_member_view(uuid, text, jsonb, boolean);
drop function private.require_view(uuid);
drop table public.member_views;
drop function private.readable_view_ids();
