drop function private.tool_call_staff(public.openai_realtime_sessions, jsonb);
drop function private.call_team(uuid, uuid, uuid, uuid, text, text);
drop function private.tool_leave_feedback(public.openai_realtime_sessions, jsonb);
drop function private.tool_report_issue(public.openai_realtime_sessions, jsonb);
drop function private.tool_cancel_booking(public.openai_realtime_sessions, jsonb);
drop function private.tool_book_class(public.openai_realtime_sessions, jsonb);
