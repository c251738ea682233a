-- Costs to the last digit of numeric(20,9), from prices that are rows (rule V6).
begin;
select no_plan();

create function pg_temp.cost(p_model text, p_used jsonb) returns numeric
language sql as $$ select private.usage_cost(p_model, private.price_ids(p_model, current_date), p_used)::numeric(20, 9) $$;

-- worked by hand: 1,274 text of which 1,024 cached, 412 audio of which 192 cached, 41 text and 183 audio out
create temp table answer as select '{
  "total_tokens": 1910, "input_tokens": 1686, "output_tokens": 224,
  "input_token_details": {"text_tokens": 1274, "audio_tokens": 412, "image_tokens": 0, "cached_tokens": 1216,
    "cached_tokens_details": {"text_tokens": 1024, "audio_tokens": 192, "image_tokens": 0}},
  "output_token_details": {"text_tokens": 41, "audio_tokens": 183}
}'::jsonb as usage;
select is(private.response_usage(usage),
  '{"text_in": 250, "text_cached": 1024, "audio_in": 220, "audio_cached": 192, "text_out": 41, "audio_out": 183}',
  'a response is taken apart, cached tokens from the others') from answer;
select is(pg_temp.cost('gpt-realtime-2.1-mini', private.response_usage(usage))::text, '0.006227440',
  'mini: 250 × 0.60 + 1,024 × 0.06 + 220 × 10 + 192 × 0.30 + 41 × 2.40 + 183 × 20, a million') from answer;
select is(pg_temp.cost('gpt-realtime-2.1', private.response_usage(usage))::text, '0.021222400',
  '2.1: 250 × 4 + 1,024 × 0.40 + 220 × 32 + 192 × 0.40 + 41 × 24 + 183 × 64') from answer;
select is(pg_temp.cost('gpt-realtime-2.1-mini', '{"text_cached": 1}')::text, '0.000000060', 'one cached token is not lost');
select is(pg_temp.cost('gpt-realtime-2.1-mini', '{"image_in": 7, "image_cached": 13}')::text, '0.000006640', 'pictures have their own price');
select is(pg_temp.cost('gpt-realtime-2', '{"image_in": 1000000, "text_out": 1000000}')::text, '29.000000000', 'a million is the price itself');
select is(private.response_usage('{"input_tokens": 300, "output_tokens": 20}'), '{"text_in": 300, "text_out": 20}',
  'without details all of it is text');
select is(private.response_usage('{"input_tokens": 10, "output_tokens": 5, "input_token_details": null}'),
  '{"text_in": 10, "text_out": 5}', 'a detail that is null is one that is not there');
select is(private.response_usage('{"output_tokens": 90, "output_token_details": {"text_tokens": 10, "audio_tokens": 60}}'),
  '{"text_out": 30, "audio_out": 60}', 'what thinking used is text');
select is(private.response_usage('{}'), '{}', 'a response that was cancelled before it began used nothing');

-- transcription, by the minute and by tokens
select is(pg_temp.cost('gpt-transcribe', private.transcription_usage('{"type": "duration", "seconds": 3.217}'))::text, '0.000241275',
  '3.217 s at 0.0045 a minute');
select is(pg_temp.cost('gpt-transcribe', private.transcription_usage('{"type": "duration", "seconds": 60}'))::text, '0.004500000', 'a minute');
select is(pg_temp.cost('gpt-4o-mini-transcribe', private.transcription_usage(
  '{"type": "tokens", "input_tokens": 37, "output_tokens": 11, "input_token_details": {"text_tokens": 5, "audio_tokens": 32}}'))::text,
  '0.000157250', '32 × 3 + 5 × 1.25 + 11 × 5');
select is(pg_temp.cost('gpt-4o-mini-transcribe', private.transcription_usage('{"type": "duration", "seconds": 10}'))::text, '0.000500000', '10 s');

-- a claim that no response can be
create function pg_temp.claim(p_usage text) returns text
language sql as $$ select tests.outcome(format('select private.response_usage(%L)', p_usage)) $$;
select is(pg_temp.claim(wrong), 'P0001', 'refused: ' || wrong) from unnest(array[
  '{"input_tokens": 128001}', '{"output_tokens": 4097}', '{"input_tokens": -1}', '{"input_tokens": 1.5}',
  '{"input_tokens": "300"}', '{"input_tokens": 99999999999999999999}', '[]', '"x"',
  '{"input_tokens": 10, "input_token_details": {"audio_tokens": 11}}',
  '{"input_tokens": 10, "input_token_details": {"audio_tokens": 5, "image_tokens": 6}}',
  '{"input_tokens": 10, "input_token_details": {"audio_tokens": 5, "cached_tokens_details": {"audio_tokens": 6}}}',
  '{"output_tokens": 10, "output_token_details": {"audio_tokens": 11}}']) as wrong;
select is(tests.outcome(format('select private.transcription_usage(%L)', wrong)), 'P0001', 'refused: ' || wrong) from unnest(array[
  '{"type": "duration", "seconds": 901}', '{"type": "duration", "seconds": -1}', '{"type": "duration"}', '{"type": "words"}', '{}',
  '{"type": "tokens", "input_tokens": 32001}']) as wrong;

-- a price that changes does not touch what is pinned
create temp table pinned as select private.price_ids('gpt-transcribe', current_date) as ids;
insert into private.ai_model_prices (model, modality, valid_from, usd_per_million) values
  ('gpt-transcribe', 'minutes', current_date, 9000), ('gpt-transcribe', 'minutes', current_date + 1, 1);
select is(private.usage_cost('gpt-transcribe', ids, '{"minutes": 2}')::numeric(20, 9), 0.009, 'pinned prices stay') from pinned;
select is(pg_temp.cost('gpt-transcribe', '{"minutes": 2}'), 0.018, 'the newest that has begun counts from now on');

-- the worst a minute can cost, as the column says it
select is(m.worst_usd_per_minute >= private.usage_cost(m.id, private.price_ids(m.id, current_date),
    '{"audio_in": 27600, "audio_out": 1200, "text_in": 18000}') + 0.0045, true, m.id || ' is reserved at no less than its worst')
from private.ai_models m where m.kind = 'realtime';
select is(m.floor_usd_per_minute, private.usage_cost(m.id, private.price_ids(m.id, current_date), '{"audio_in": 600}')::numeric(20, 9),
  m.id || ' has its floor at a minute that is listened to')
from private.ai_models m where m.kind = 'realtime';

-- who reads them
select tests.two_customers();
select tests.sign_in('staff@lille.test');
select is(public.list_ai_models() -> 0 -> 'prices' ->> 'audio_out', '20.00', 'anybody signed in reads models and prices');
select is(tests.outcome('select from private.ai_models'), '42501', 'by that function alone');
select tests.as_anonymous();
select is(tests.outcome('select public.list_ai_models()'), '42501', 'nobody else');

select * from finish();
rollback;
