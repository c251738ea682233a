drop function public.list_users(text, text, public.user_role, uuid, text, text, integer);
drop function private.accounts();
