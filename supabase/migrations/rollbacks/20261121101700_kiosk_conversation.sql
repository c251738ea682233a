drop function public.kiosk_close(text, text, integer);
drop function public.kiosk_change_consent(text, text, boolean);
drop function public.kiosk_start_conversation(text, uuid, text, jsonb, text);
drop function private.started_answer(public.openai_realtime_sessions);
drop function private.check_choice(jsonb);
