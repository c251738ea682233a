drop trigger users_close_sign_ins on public.users;
drop function private.close_sign_ins();
drop trigger users_keep_last_owner_deleted on public.users;
drop trigger users_keep_last_owner on public.users;
drop function private.keep_last_owner();
drop function private.require_team(uuid, public.user_role, uuid, uuid);
drop function private.require_scope(public.user_role, uuid, uuid);
drop function private.team_refusal(uuid, public.user_role, uuid, uuid);
alter table public.invitations
  drop constraint invitations_email_check,
  add constraint invitations_email_check
    check (email = lower(email) and char_length(email) <= 254 and email ~ '^[^\s@]+@[^\s@]+\.[^\s@]+$');
drop function private.is_address(text);
