-- What a call reports: each number once, dated by the server, kept only where it may be (rules V3, V4, V6, P1).
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Ben', '101');
select tests.make_member(tests.gym_id('Nice'), 'Nora', '300');
create function pg_temp.session(p_slug text) returns public.openai_realtime_sessions
language sql security definer as $$
  select s.* from public.openai_realtime_sessions s
  where s.kiosk_id = tests.kiosk_id(p_slug) order by s.started_at desc limit 1
$$;
-- The story is one moment: a conversation begins when the story does, however long its other lines take.
create function pg_temp.connect(p_slug text, p_call text) returns void
language plpgsql security definer as $$
begin
  update public.openai_realtime_sessions set started_at = now() where id = (pg_temp.session(p_slug)).id;
  perform public.kiosk_issue_call_token(tests.token(p_slug), tests.hash(p_call), 'openai');
  perform public.kiosk_begin_call(tests.token(p_slug), tests.hash(p_call));
  perform public.kiosk_note_call(tests.token(p_slug), tests.hash(p_call), p_call, 'openai');
end $$;
create function pg_temp.send(p_slug text, p_events jsonb) returns jsonb
language sql as $$ select public.kiosk_voice_events(tests.token(p_slug), p_events) $$;
create function pg_temp.turn(p_seq integer, p_by text, p_text text, p_age integer default 0) returns jsonb
language sql as $$
  select jsonb_build_object('kind', 'turn', 'seq', p_seq, 'age_ms', p_age, 'by', p_by, 'text', p_text, 'language', 'fr', 'item_id', 'item_' || p_seq)
$$;
create function pg_temp.usage(p_seq integer, p_id text, p_audio_out integer default 100) returns jsonb
language sql as $$
  select jsonb_build_object('kind', 'usage', 'seq', p_seq, 'age_ms', 0, 'response_id', p_id, 'usage', jsonb_build_object(
    'input_tokens', 1000, 'output_tokens', p_audio_out, 'output_token_details', jsonb_build_object('audio_tokens', p_audio_out)))
$$;
create function pg_temp.refusal(p_slug text, p_events jsonb) returns text
language plpgsql as $$
declare
  field text;
begin
  perform pg_temp.send(p_slug, p_events);
  return null;
exception when others then
  get stacked diagnostics field = pg_exception_detail;
  return sqlerrm || ' ' || field;
end $$;
grant execute on all functions in schema pg_temp to public;

-- nothing before a call
select tests.as_service();
select is(pg_temp.refusal('lille-entree', jsonb_build_array(pg_temp.turn(1, 'member', 'Bonjour'))), 'no_conversation ', 'no conversation, no words');
select tests.start('lille-entree', '100');
select is(pg_temp.refusal('lille-entree', jsonb_build_array(pg_temp.usage(1, 'r'))), 'no_conversation ', 'nor of one that is only typed');
select pg_temp.connect('lille-entree', 'rtc_1');

-- a batch, and the same again
select tests.sign_out();
update public.openai_realtime_sessions set started_at = now() - interval '2 minutes', connected_at = now() - interval '2 minutes'
where id = (pg_temp.session('lille-entree')).id;
select tests.as_service();
select is(pg_temp.send('lille-entree', jsonb_build_array(
  pg_temp.turn(1, 'jarvis', 'Bonjour Ana', 9000), pg_temp.turn(2, 'member', 'Les cours ?', 4000), pg_temp.usage(3, 'resp_1'),
  '{"kind": "transcription", "seq": 4, "age_ms": 3000, "item_id": "item_2", "failed": false, "usage": {"type": "duration", "seconds": 2}}'::jsonb,
  '{"kind": "timing", "seq": 5, "age_ms": 0, "name": "first_sound", "ms": 412}'::jsonb)), '{"last_seq": 5}', 'a batch is taken');
select tests.sign_out();
create temp table first_cost as select (pg_temp.session('lille-entree')).cost_usd as usd;
select is(usd::text, '0.002750000', '1,000 text in, 100 audio out, 2 s written down') from first_cost;
select is((pg_temp.session('lille-entree')).tokens - 'minutes', '{"text_in": 1000, "audio_out": 100}', 'by modality');
select tests.as_service();
select is(pg_temp.send('lille-entree', jsonb_build_array(
  pg_temp.turn(1, 'jarvis', 'Autre chose'), pg_temp.usage(3, 'resp_9', 4000))), '{"last_seq": 5}', 'sent again, whatever is in it now');
select is(pg_temp.send('lille-entree', jsonb_build_array(pg_temp.usage(6, 'resp_1', 4000))), '{"last_seq": 6}', 'the same response under another number');
select tests.sign_out();
select is((pg_temp.session('lille-entree')).cost_usd, usd, 'costs nothing more') from first_cost;
select is((pg_temp.session('lille-entree')).transcribed, 1, 'and what was written down counts once');

-- in the order in which it was said, whatever the order of arrival
select tests.as_service();
select is(pg_temp.send('lille-entree', jsonb_build_array(pg_temp.turn(9, 'jarvis', 'De rien', 100))), '{"last_seq": 6}', 'a number ahead of its turn is kept');
select is(pg_temp.send('lille-entree', jsonb_build_array(pg_temp.turn(8, 'member', 'Merci', 1000), pg_temp.turn(7, 'jarvis', 'Yoga à 19 h', 2500))),
  '{"last_seq": 9}', 'and counts once those before it are in');
select is(pg_temp.send('lille-entree', jsonb_build_array(pg_temp.turn(10, 'member', 'D''hier', 86400000))), '{"last_seq": 9}',
  'what was said before this conversation is not its own');
select tests.sign_out();
select results_eq(
  $$select e.source, e.text from public.conversation_events e where e.session_id = (pg_temp.session('lille-entree')).id and e.kind = 'said' order by e.at$$,
  $$values ('assistant', 'Bonjour Ana'), ('member', 'Les cours ?'), ('assistant', 'Yoga à 19 h'), ('member', 'Merci'), ('assistant', 'De rien')$$,
  'the transcript stands by the server''s clock minus the age');
select is(e.at, now() - interval '4 seconds', 'to the millisecond') from public.conversation_events e where e.text = 'Les cours ?';
select is(e.payload, '{"spoken": true, "item_id": "item_2", "language": "fr"}', 'with what it needs') from public.conversation_events e where e.text = 'Les cours ?';

-- typed turns of the same conversation have numbers of their own
select tests.as_service();
select lives_ok(format('select public.kiosk_say(%L, 1, %L)', tests.token('lille-entree'), 'Et demain ?'), 'typed in between');
select tests.sign_out();
select is((select count(*) from public.conversation_events e where e.session_id = (pg_temp.session('lille-entree')).id and e.source = 'member'), 3::bigint,
  'nothing is lost for it');

-- bounded claims
select tests.as_service();
select is(pg_temp.refusal('lille-entree', events), refused, refused) from (values
  ('[]'::jsonb, 'invalid_input events'), ('{}', 'invalid_input events'),
  ((select jsonb_agg(pg_temp.turn(n, 'member', 'x')) from generate_series(20, 120) n), 'invalid_input events'),
  ('[{"kind": "turn"}]', 'invalid_input seq'), ('[{"seq": 0, "age_ms": 0}]', 'invalid_input seq'), ('[{"seq": 10001, "age_ms": 0}]', 'invalid_input seq'),
  ('[{"seq": 20, "age_ms": -1}]', 'invalid_input age_ms'), ('[{"seq": 20, "age_ms": 0, "kind": "gift"}]', 'invalid_input kind'),
  (jsonb_build_array(pg_temp.turn(20, 'manager', 'x')), 'invalid_input by'),
  (jsonb_build_array(pg_temp.turn(20, 'member', '  ')), 'invalid_input text'),
  (jsonb_build_array(pg_temp.turn(20, 'member', repeat('x', 8001))), 'invalid_input text'),
  (jsonb_build_array(pg_temp.usage(20, 'r', 4097)), 'invalid_input usage.output_tokens'),
  (jsonb_build_array(pg_temp.usage(20, '')), 'invalid_input response_id'),
  ('[{"kind": "timing", "seq": 20, "age_ms": 0, "name": "ready", "ms": 1000000}]', 'invalid_input ms'),
  ('[{"kind": "timing", "seq": 20, "age_ms": 0, "name": "lunch", "ms": 1}]', 'invalid_input ms')
) as wrong (events, refused);
select is(pg_temp.refusal('lille-entree', (select jsonb_agg(pg_temp.usage(100 + n, 'many_' || n)) from generate_series(1, 100) n)), null, 'a hundred answers in two minutes may be');
select is(pg_temp.refusal('lille-entree', (select jsonb_agg(pg_temp.usage(200 + n, 'more_' || n)) from generate_series(1, 100) n)), 'invalid_input usage', 'two hundred may not');
select tests.sign_out();
select is((pg_temp.session('lille-entree')).last_voice_seq, 9, 'a batch that was refused left nothing');

-- another kiosk reports for itself
select tests.as_service();
select is(pg_temp.refusal('nice-entree', jsonb_build_array(pg_temp.turn(20, 'member', 'x'))), 'no_conversation ', 'another kiosk has no conversation');

-- the close announces its last number, late events join, and the analysis waits for them
select public.kiosk_close(tests.token('lille-entree'), 'goodbye', 1, 11);
select tests.sign_out();
update public.openai_realtime_sessions set ended_at = now() where id = (pg_temp.session('lille-entree')).id;
select is(private.conversation_is_complete((pg_temp.session('lille-entree')).id), false, 'two events are still to come');
create temp table before_late as select (pg_temp.session('lille-entree')).*;
select tests.as_service();
select is(pg_temp.send('lille-entree', jsonb_build_array(pg_temp.turn(10, 'member', 'Au revoir', 500), pg_temp.usage(11, 'resp_last'))),
  '{"last_seq": 11}', 'they are taken after the close');
select tests.sign_out();
select is(private.conversation_is_complete((pg_temp.session('lille-entree')).id), true, 'now everything is in');
select is((pg_temp.session('lille-entree')).events_version, events_version + 1, 'an analysis of before is done again') from before_late;
select is((pg_temp.session('lille-entree')).cost_usd, cost_usd + 0.0026, 'a late claim is charged too') from before_late;
update public.openai_realtime_sessions set ended_at = now() - interval '61 minutes' where id = (pg_temp.session('lille-entree')).id;
select tests.as_service();
select is(pg_temp.refusal('lille-entree', jsonb_build_array(pg_temp.turn(12, 'member', 'x'))), 'conversation_closed ', 'an hour later it is over');

-- without leave to analyse no word stays, and the costs do
select tests.start('nice-entree', '300', false);
select pg_temp.connect('nice-entree', 'rtc_n');
select is(pg_temp.send('nice-entree', jsonb_build_array(pg_temp.turn(1, 'member', 'Un secret'), pg_temp.usage(2, 'resp_n'))), '{"last_seq": 2}', 'taken all the same');
select tests.sign_out();
select is((select count(*) from public.conversation_events e where e.session_id = (pg_temp.session('nice-entree')).id), 0::bigint, 'no transcript at any moment');
select is(tests.count_of($$private.voice_events v where v::text like '%secret%'$$), 0::bigint, 'nor a trace of it');
select is((pg_temp.session('nice-entree')).cost_usd::text, '0.002600000', 'its cost is counted');
select tests.as_service();
select public.kiosk_close(tests.token('nice-entree'), 'goodbye', 0, 2);
select pg_temp.send('nice-entree', jsonb_build_array(pg_temp.turn(3, 'member', 'Encore un secret')));
select tests.sign_out();
select is((select count(*) from public.conversation_events e where e.session_id = (pg_temp.session('nice-entree')).id), 0::bigint, 'none after the close either');
select is(tests.count_of(format('public.conversation_summaries where session_id = %L', (pg_temp.session('nice-entree')).id)), 0::bigint, 'and nothing to analyse');

-- withdrawn in the middle
select tests.as_service();
select tests.start('lille-entree', '101');
select pg_temp.connect('lille-entree', 'rtc_w');
select pg_temp.send('lille-entree', jsonb_build_array(pg_temp.turn(1, 'member', 'Gardé')));
select public.kiosk_change_consent(tests.token('lille-entree'), 'analyse', false);
select pg_temp.send('lille-entree', jsonb_build_array(pg_temp.turn(2, 'member', 'Pas gardé')));
select tests.sign_out();
select is((select count(*) from public.conversation_events e where e.session_id = (pg_temp.session('lille-entree')).id and e.kind = 'said'), 0::bigint, 'withdrawing erases what was said');

-- the language follows the member
select tests.as_service();
select pg_temp.send('lille-entree', jsonb_build_array(pg_temp.turn(3, 'member', 'Hello') || '{"language": "en"}'));
select tests.sign_out();
select is((pg_temp.session('lille-entree')).language, 'en', 'in mid-talk');

-- what managers see of the cost, and the desk does not
select tests.sign_in('manager@nice.test');
select is(public.get_conversation(s.id) ->> 'cost_usd', s.usd::text, 'a manager sees the cost')
from (select (pg_temp.session('nice-entree')).id as id, (pg_temp.session('nice-entree')).cost_usd as usd) s;
select tests.sign_in('staff@nice.test');
select is(public.get_conversation((pg_temp.session('nice-entree')).id) -> 'cost_usd', 'null', 'the desk does not');
select tests.sign_out();

select * from finish();
rollback;
