drop function private.raise_alert(uuid, text, text, uuid, uuid, jsonb, jsonb);
drop function private.joined(jsonb, jsonb);
drop function private.alert_is_quiet(uuid, text, text, uuid, uuid, jsonb);
drop function private.alert_causes(jsonb);
drop function private.priority_rank(text);
