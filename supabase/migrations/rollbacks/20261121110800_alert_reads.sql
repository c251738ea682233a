drop function public.list_alerts(uuid, text, text, text, text, integer);
drop function private.alerts_json(uuid, uuid[]);
drop function private.without_words(jsonb);
drop function private.team_of(uuid);
drop function private.cursor_time(jsonb);
