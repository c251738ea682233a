drop function private.own_invitation();
drop table public.invitations;
drop function private.team_scope_ids();
alter table public.users drop column terms_accepted_at, drop column terms_version;
