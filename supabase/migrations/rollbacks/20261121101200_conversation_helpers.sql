drop function private.conversation_setting(uuid);
drop function private.take_late_event(uuid, text, integer, text, jsonb);
drop function private.close_conversation(uuid, text, integer);
drop function private.record_event(uuid, text, integer, text, text, jsonb);
drop function private.open_conversation(uuid);
drop function private.may_analyse(uuid);
drop function private.kiosk_by_token(text);
drop function private.refuse(text, text);
