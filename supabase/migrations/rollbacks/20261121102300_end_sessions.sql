select private.unschedule_job('end-sessions');
drop index public.openai_realtime_sessions_unended_idx;
drop function private.end_sessions();
