drop function public.desk(uuid);
drop function private.desk_requests(uuid, uuid[]);
drop function private.desk_came(uuid);
drop function private.desk_sayings(public.gym_members_v2, public.gym_visits, text, date, uuid[]);
drop function private.desk_alert_ids(uuid, uuid[]);
drop function private.require_acting(uuid);
