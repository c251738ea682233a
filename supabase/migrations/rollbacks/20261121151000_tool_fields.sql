drop function private.told_fields(text, jsonb, text[]);
drop function private.session_assurances(public.openai_realtime_sessions);
drop function private.tool_fields();
