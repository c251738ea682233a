drop table private.tool_calls;
drop table private.conversation_turns;
drop table private.conversation_dialogs;
alter table public.class_bookings drop constraint class_bookings_session_id_gym_id_fkey;
drop index public.class_bookings_session_id_gym_id_idx;
alter table public.member_consents drop constraint member_consents_session_id_gym_id_fkey;
drop index public.member_consents_session_id_gym_id_idx;
drop table public.conversation_events;
drop table public.openai_realtime_sessions;
