select private.unschedule_job('process-sweep');
drop function private.process_sweep();
drop trigger openai_realtime_sessions_on_late_event on public.openai_realtime_sessions;
drop function private.on_late_event();
drop trigger openai_realtime_sessions_on_session_end on public.openai_realtime_sessions;
drop function private.on_session_end();
drop function private.conversation_is_complete(uuid);
drop function private.nudge();
