drop function public.kiosk_replay(text, jsonb);
drop function private.take_late_words(public.openai_realtime_sessions, integer, text, timestamptz);
drop function private.conversation_of_read(public.kiosks, uuid);
drop function private.check_stamp(jsonb, text);
drop function private.text_array(jsonb);
