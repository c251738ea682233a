drop table private.voice_usage;
drop table private.voice_events;
drop table private.voice_calls;
drop table private.call_tokens;
alter table public.kiosks alter column voice_model set default 'alloy';
update public.kiosks k set voice_model = 'alloy' where k.voice_model = 'marin';
alter table public.openai_realtime_sessions
  drop column call_id,
  drop column connected_at,
  drop column tokens,
  drop column price_ids,
  drop column usage_usd,
  drop column reserved_usd,
  drop column last_voice_seq,
  drop column transcription_model,
  drop column transcribed,
  drop column untranscribed;
