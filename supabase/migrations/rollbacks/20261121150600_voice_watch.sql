select private.unschedule_job('check-voice');
select private.unschedule_job('watch-transcription');
drop function public.list_platform_alerts();
drop function private.check_voice();
drop function private.watch_transcription();
drop function private.lacks_member_text(public.openai_realtime_sessions);
drop index public.openai_realtime_sessions_connected_at_idx;
drop table private.platform_alerts;
