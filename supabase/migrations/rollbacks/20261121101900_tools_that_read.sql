drop function private.tool_get_gym_info(public.openai_realtime_sessions, jsonb);
drop function private.tool_get_class_schedule(public.openai_realtime_sessions, jsonb);
drop function private.tool_get_member_profile(public.openai_realtime_sessions, jsonb);
drop function private.day_argument(jsonb, text, text);
drop function private.id_argument(jsonb, text);
drop function private.text_argument(jsonb, text, integer, boolean);
drop function private.tool_refused(text);
drop function private.tool_ok(jsonb);
