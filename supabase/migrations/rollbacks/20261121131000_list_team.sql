drop function public.list_team(uuid);
drop function private.team_lists(uuid[], uuid[], boolean);
drop function private.invitation_mail(uuid, text);
drop function private.last_seen(uuid);
drop function private.team_grants(uuid, uuid[]);
drop function private.team_places(uuid);
