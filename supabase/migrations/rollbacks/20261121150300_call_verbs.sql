drop function public.kiosk_note_call(text, text, text, text);
drop function public.kiosk_begin_call(text, text);
drop function private.own_call_token(uuid, text);
drop function public.kiosk_issue_call_token(text, text, text);
drop function private.call_briefing(public.openai_realtime_sessions, timestamptz);
drop function private.past_topics(public.openai_realtime_sessions);
drop function private.realtime_model(text, public.openai_realtime_sessions);
