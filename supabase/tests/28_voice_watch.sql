-- What the platform is told by itself (rules V6, A6).
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
create function pg_temp.call(p_at timestamptz, p_transcribed integer, p_untranscribed integer, p_answers integer default 0, p_provider text default 'openai') returns void
language plpgsql as $$
declare
  made uuid;
begin
  insert into public.openai_realtime_sessions (
    gym_id, kiosk_id, state, channel, provider, language, model, transcription_model, started_at, connected_at, ended_at, end_reason,
    expires_at, consent, transcribed, untranscribed
  ) values (
    tests.gym_id('Lille'), tests.kiosk_id('lille-entree'), 'closed', 'voice', p_provider, 'fr', 'gpt-realtime-2.1-mini', 'gpt-transcribe',
    p_at, p_at, p_at, 'goodbye', p_at + interval '5 minutes', '{"talk": true, "analyse": true, "remember": false}', p_transcribed, p_untranscribed
  ) returning id into made;
  insert into private.voice_usage (session_id, kind, key, model, used, cost_usd)
  select made, 'response', 'r' || n, 'gpt-realtime-2.1-mini', '{}', 0 from generate_series(1, p_answers) n;
end $$;

-- a transcription that writes nothing down is passed over
select pg_temp.call(now() - interval '10 minutes', 0, 2) from generate_series(1, 4);
select is(private.watch_transcription(), 0, 'four calls are no proof');
select pg_temp.call(now() - interval '10 minutes', 0, 0, 1);
select is(private.watch_transcription(), 0, 'a call that only greeted says nothing');
select pg_temp.call(now() - interval '10 minutes', 0, 3, 2, 'builtin') from generate_series(1, 9);
select is(private.watch_transcription(), 0, 'nor do those of the built-in voice');
select pg_temp.call(now() - interval '10 minutes', 0, 0, 2);
select is(private.watch_transcription(), 1, 'a fifth that answered, without a word of the member, passes it over');
select is(private.realtime_model('transcription', null), 'gpt-4o-mini-transcribe', 'the next one is used');
select is(private.watch_transcription(), 0, 'once');
update private.ai_models set passed_over_until = null;
select pg_temp.call(now() - interval '10 minutes', 1, 0);
select is(private.watch_transcription(), 0, 'one that works for somebody stays');

-- over 5 % of a day's calls
delete from private.voice_usage;
delete from public.openai_realtime_sessions;
select pg_temp.call((current_date - 1)::timestamptz + interval '1 hour', 1, 0) from generate_series(1, 19);
select pg_temp.call((current_date - 1)::timestamptz + interval '1 hour', 0, 1);
select is(private.check_voice(), 0, 'exactly 5 % is no alert');
select pg_temp.call((current_date - 1)::timestamptz + interval '2 hours', 0, 1);
select pg_temp.call(current_date::timestamptz, 0, 1) from generate_series(1, 9);
select is(private.check_voice(), 1, 'more is one');
select is(private.check_voice(), 0, 'once a day');
select is(a.params, '{"calls": 21, "without": 2}', 'with its figures') from private.platform_alerts a where a.kind = 'member_text_missing';

-- a model that ends
update private.ai_models set shutdown_at = current_date + 61 where id = 'gpt-transcribe';
select is(private.check_voice(), 0, 'in 61 days nothing is said');
update private.ai_models set shutdown_at = current_date + 60 where id in ('gpt-transcribe', 'gpt-realtime-2');
select is(private.check_voice(), 1, 'in 60 days it is, of what is in use');
select is(private.check_voice(), 0, 'once');

-- who reads them
select tests.sign_in('admin@platform.test');
select is(jsonb_array_length(public.list_platform_alerts()), 2, 'the platform''s own people');
select tests.sign_in('owner@nord.test');
select throws_ok('select public.list_platform_alerts()', 'P0001', 'forbidden', 'nobody else');

select * from finish();
rollback;
