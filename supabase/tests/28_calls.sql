-- From token to hang-up: who connects, what is held of the budget, what is settled (rules V1, V2).
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-haut');
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-cave');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Ben', '101');
select tests.make_member(tests.gym_id('Nice'), 'Nora', '300');
create function pg_temp.session(p_slug text) returns public.openai_realtime_sessions
language sql security definer as $$
  select s.* from public.openai_realtime_sessions s
  where s.kiosk_id = tests.kiosk_id(p_slug) order by s.started_at desc limit 1
$$;
create function pg_temp.issue(p_slug text, p_token text) returns jsonb
language sql as $$ select public.kiosk_issue_call_token(tests.token(p_slug), tests.hash(p_token), 'openai') $$;
create function pg_temp.begin_call(p_slug text, p_token text) returns jsonb
language sql as $$ select public.kiosk_begin_call(tests.token(p_slug), tests.hash(p_token)) $$;
create function pg_temp.note_call(p_slug text, p_token text, p_call text) returns jsonb
language sql as $$ select public.kiosk_note_call(tests.token(p_slug), tests.hash(p_token), p_call, 'openai') $$;
create function pg_temp.refusal(p_sql text) returns text
language plpgsql as $$
begin
  execute p_sql;
  return null;
exception when others then
  return sqlerrm;
end $$;
grant execute on function pg_temp.issue(text, text), pg_temp.begin_call(text, text), pg_temp.note_call(text, text, text),
  pg_temp.refusal(text) to public;

-- tokens
select tests.as_service();
select is(pg_temp.refusal($$select pg_temp.issue('lille-entree', 't0')$$), 'no_conversation', 'no token without a conversation');
select tests.start('lille-entree', '100');
select tests.start('nice-entree', '300');
select is(pg_temp.refusal(format('select public.kiosk_issue_call_token(%L, %L, null)', tests.token('lille-entree'), 'ek_clear')), 'invalid_input',
  'a token comes as its hash');
create temp table told as select pg_temp.issue('lille-entree', 't1') as it;
select is((select it - 'setting' - 'today' from told), jsonb_build_object(
  'model', 'gpt-realtime-2.1-mini', 'transcription_model', 'gpt-transcribe', 'voice', 'marin', 'topics', '[]'::jsonb,
  'expires_at', now() + interval '5 minutes', 'token_expires_at', now() + interval '60 seconds'),
  'a token of a minute, and what the session is made of');
select is((select it #>> '{setting,first_name}' from told), 'Ana', 'with the first name');
select tests.sign_out();
select is((pg_temp.session('lille-entree')).reserved_usd::text, '1.600000000', 'five minutes at the worst rate are held');
select is((pg_temp.session('lille-entree')).channel, 'text', 'nobody has spoken yet');
select tests.as_service();
select is(pg_temp.refusal($$select pg_temp.begin_call('nice-entree', 't1')$$), 'not_found', 'another kiosk''s token is not found');
select is(pg_temp.refusal($$select pg_temp.begin_call('lille-entree', 'never')$$), 'not_found', 'like one that nobody issued');
select is(pg_temp.refusal($$select pg_temp.note_call('lille-entree', 't1', 'rtc_0')$$), 'conflict', 'no call of a token that was not used');
select is(pg_temp.begin_call('lille-entree', 't1'), (select it - 'token_expires_at' from told), 'it opens one call, with the same session');
select is(pg_temp.refusal($$select pg_temp.begin_call('lille-entree', 't1')$$), 'conflict', 'and no second one');
select is(pg_temp.note_call('lille-entree', 't1', 'rtc_1'), '{"open": true}', 'the call is kept');
select tests.sign_out();
select is(to_jsonb(pg_temp.session('lille-entree')) - array(
    select key from jsonb_each(to_jsonb(pg_temp.session('lille-entree'))) where key not in ('channel', 'provider', 'call_id', 'model')),
  '{"channel": "voice", "provider": "openai", "call_id": "rtc_1", "model": "gpt-realtime-2.1-mini"}', 'the conversation is spoken from now on');
select is(cardinality((pg_temp.session('lille-entree')).price_ids), 9, 'its prices are pinned');

-- a token that is too old, one that a newer one replaced
select tests.as_service();
select pg_temp.issue('lille-entree', 't2');
select tests.sign_out();
update private.call_tokens set expires_at = now() where token_hash = tests.hash('t2');
select tests.as_service();
select is(pg_temp.refusal($$select pg_temp.begin_call('lille-entree', 't2')$$), 'conflict', 'a minute later it opens nothing');
select pg_temp.issue('lille-entree', 't3');
select pg_temp.issue('lille-entree', 't4');
select is(pg_temp.refusal($$select pg_temp.begin_call('lille-entree', 't3')$$), 'not_found', 'nor does one that was replaced');
select tests.sign_out();
select is((pg_temp.session('lille-entree')).reserved_usd::text, '1.600000000', 'a reconnect holds the budget once');

-- a reconnect ends the call before it
select tests.as_service();
select pg_temp.begin_call('lille-entree', 't4');
select pg_temp.note_call('lille-entree', 't4', 'rtc_2');
select is(public.claim_hang_ups(), '["rtc_1"]', 'a new call ends the one before');
select is(public.claim_hang_ups(), '[]', 'which is given out once');
select public.note_hang_up('rtc_1', 'http_500');
select tests.sign_out();
update private.voice_calls set next_try_at = now();
select tests.as_service();
select is(public.claim_hang_ups(), '["rtc_1"]', 'and again when it failed');
select public.note_hang_up('rtc_1');
select tests.sign_out();
update private.voice_calls set next_try_at = now();
select tests.as_service();
select is(public.claim_hang_ups(), '[]', 'until it has ended');

-- the close overtakes a call
select pg_temp.issue('nice-entree', 'n1');
select pg_temp.begin_call('nice-entree', 'n1');
select public.kiosk_close(tests.token('nice-entree'), 'stop');
select is(pg_temp.note_call('nice-entree', 'n1', 'rtc_late'), '{"open": false}', 'a call that the close overtook is none');
select is(public.claim_hang_ups(), '["rtc_late"]', 'it is hung up');
select is(pg_temp.refusal($$select pg_temp.issue('nice-entree', 'n2')$$), 'conversation_closed', 'and nothing is issued any more');
select tests.sign_out();
select is((pg_temp.session('nice-entree')).channel, 'text', 'nobody spoke');
select is((pg_temp.session('nice-entree')).cost_usd, 0::numeric, 'and it costs nothing');
select is((pg_temp.session('nice-entree')).reserved_usd, 0::numeric, 'nor holds anything');

-- settled at the close, never below the clock
update public.openai_realtime_sessions set
  started_at = now() - interval '200 seconds', connected_at = now() - interval '185 seconds'
where id = (pg_temp.session('lille-entree')).id;
select tests.as_service();
select public.kiosk_close(tests.token('lille-entree'), 'goodbye');
select tests.sign_out();
select is((pg_temp.session('lille-entree')).cost_usd::text, '0.018500000', '185 s at 0.006 a minute, when nothing was claimed');
select is((pg_temp.session('lille-entree')).reserved_usd, 0::numeric, 'the rest is free again');
select tests.as_service();
select is(public.claim_hang_ups(), '["rtc_2"]', 'the close hangs up');
select tests.sign_out();

-- the reaper: over the limit, or silent for 20 s
select tests.as_service();
select tests.start('lille-haut', '101');
select pg_temp.issue('lille-haut', 'h1');
select pg_temp.begin_call('lille-haut', 'h1');
select pg_temp.note_call('lille-haut', 'h1', 'rtc_h');
select tests.sign_out();
update public.openai_realtime_sessions set last_event_at = now() - interval '21 seconds' where id = (pg_temp.session('lille-haut')).id;
select is(private.end_sessions(), 1, 'who is silent for 20 s in voice has gone');
select is((pg_temp.session('lille-haut')).end_reason, 'silence', 'by silence');
select tests.as_service();
select is(public.claim_hang_ups(), '["rtc_h"]', 'their call is hung up');
select tests.sign_out();

-- a member who is erased in mid-call
select tests.as_service();
select tests.start('lille-cave', '101');
select pg_temp.issue('lille-cave', 'e1');
select pg_temp.begin_call('lille-cave', 'e1');
select pg_temp.note_call('lille-cave', 'e1', 'rtc_e');
select tests.sign_out();
update public.openai_realtime_sessions set started_at = now() where id = (pg_temp.session('lille-cave')).id;
select tests.as_service();
select public.kiosk_voice_events(tests.token('lille-cave'),
  '[{"kind": "usage", "seq": 1, "age_ms": 0, "response_id": "r", "usage": {"output_tokens": 100, "output_token_details": {"audio_tokens": 100}}}]');
select tests.sign_out();
select private.forget_conversations(array[(pg_temp.session('lille-cave')).id]);
select is(tests.count_of(format('private.voice_usage where session_id = %L', (pg_temp.session('lille-cave')).id)), 0::bigint, 'what they used is forgotten');
select tests.as_service();
select is(public.claim_hang_ups(), '["rtc_e"]', 'their call is hung up all the same');
select public.kiosk_voice_events(tests.token('lille-cave'), '[{"kind": "timing", "seq": 2, "age_ms": 0, "name": "ready", "ms": 1}]');
select tests.sign_out();
select is((pg_temp.session('lille-cave')).cost_usd::text, '0.002000000', 'and what it cost stays');

-- budgets: exactly what is left is enough, a hair more is not
insert into private.voice_budgets (gym_id, usd)
select tests.gym_id('Lille'), sum(s.cost_usd) + 1.61 from public.openai_realtime_sessions s where s.gym_id = tests.gym_id('Lille');
update private.voice_budgets b set usd = b.usd - 0.02;
select tests.as_service();
select tests.start('lille-entree', '100');
select is(pg_temp.refusal($$select pg_temp.issue('lille-entree', 'b1')$$), 'budget_spent', 'a gym without enough budget for a whole conversation types');
select tests.sign_out();
select is((pg_temp.session('lille-entree')).reserved_usd, 0::numeric, 'nothing is held then');
update private.voice_budgets b set usd = b.usd + 0.02;
select tests.as_service();
select isnt(pg_temp.issue('lille-entree', 'b2'), null, 'with enough it speaks');
select tests.start('lille-haut', '101');
select is(pg_temp.refusal($$select pg_temp.issue('lille-haut', 'b3')$$), 'budget_spent', 'what another conversation holds is not there');
select public.kiosk_close(tests.token('lille-entree'), 'stop');
select isnt(pg_temp.issue('lille-haut', 'b4'), null, 'until that one closes');
select public.kiosk_close(tests.token('lille-haut'), 'stop');
select tests.sign_out();
delete from private.voice_budgets;
update private.plans set budget_usd = 1.59 where plan = 'enterprise';
select tests.as_service();
select is(pg_temp.refusal($$select tests.start('lille-entree', '100'), pg_temp.issue('lille-entree', 'p1')$$), 'budget_spent', 'the plan''s budget of the month counts too');
select tests.sign_out();
update private.plans set budget_usd = 5 where plan = 'enterprise';
update public.openai_realtime_sessions set started_at = started_at - interval '32 days', cost_usd = 100
where gym_id = tests.gym_id('Lille') and state = 'closed';
select tests.as_service();
select tests.start('lille-entree', '100');
select isnt(pg_temp.issue('lille-entree', 'p2'), null, 'last month''s is over');
select tests.sign_out();

-- what forbids a voice
update public.kiosks set settings = '{"voice": false}' where slug = 'lille-entree';
select tests.as_service();
select is(pg_temp.refusal($$select pg_temp.issue('lille-entree', 'v1')$$), 'voice_unavailable', 'a kiosk without voice');
select is(pg_temp.refusal(format('select public.kiosk_issue_call_token(%L, %L, null)', tests.token('lille-haut'), tests.hash('v0'))), 'conversation_closed', 'what is wrong before comes first');
select tests.sign_out();
update public.kiosks set settings = '{}' where slug = 'lille-entree';
update public.openai_realtime_sessions set model = null where id = (pg_temp.session('lille-entree')).id;
update private.ai_models set shutdown_at = current_date where id = 'gpt-realtime-2.1-mini';
select tests.as_service();
select is(pg_temp.refusal($$select pg_temp.issue('lille-entree', 'v2')$$), 'voice_unavailable', 'a model that is served no longer');
select tests.sign_out();
update private.ai_models set shutdown_at = null where id = 'gpt-realtime-2.1-mini';
update public.gyms set status = 'suspended' where id = tests.gym_id('Lille');
select tests.as_service();
select is(pg_temp.refusal($$select pg_temp.issue('lille-entree', 'v3')$$), 'customer_suspended', 'a gym on hold');
select tests.sign_out();
update public.gyms set status = 'active' where id = tests.gym_id('Lille');

-- a kiosk may have minutes of its own
update public.kiosks set settings = '{"minutes": 2}' where slug = 'lille-haut';
select tests.as_service();
select is(tests.start('lille-haut', '101') ->> 'expires_at', to_jsonb(now() + interval '2 minutes') #>> '{}', 'a kiosk''s own limit comes before the gym''s');
select pg_temp.issue('lille-haut', 'm1');
select public.kiosk_close(tests.token('lille-haut'), 'stop');
select tests.sign_out();

-- topics of earlier talks need the leave to remember
select tests.make_talk('lille-haut', 'Ana', 0.1);
create temp table topics as select private.past_topics(s) as without from (select pg_temp.session('lille-entree') as s) one;
select is((select without from topics), '[]', 'no topics without memory');
update public.openai_realtime_sessions s set consent = s.consent || '{"remember": true}' where s.id = (pg_temp.session('lille-entree')).id;
select is(private.past_topics(pg_temp.session('lille-entree')), '["showers"]', 'with it, their codes');
update public.openai_realtime_sessions s set member_id = tests.member_id('Ben') where s.id = (pg_temp.session('lille-entree')).id;
select is(private.past_topics(pg_temp.session('lille-entree')), '[]', 'and nobody else''s');

-- the next transcription when one fails
update public.openai_realtime_sessions s set untranscribed = 2, transcription_model = 'gpt-transcribe' where s.id = (pg_temp.session('lille-entree')).id;
select is(private.realtime_model('transcription', pg_temp.session('lille-entree')), 'gpt-4o-mini-transcribe', 'what failed in this conversation is not tried again in it');
update public.openai_realtime_sessions s set transcribed = 1 where s.id = (pg_temp.session('lille-entree')).id;
select is(private.realtime_model('transcription', pg_temp.session('lille-entree')), 'gpt-transcribe', 'what works stays');
update private.ai_models set shutdown_at = current_date where id = 'gpt-4o-mini-transcribe';
update private.ai_models set passed_over_until = now() + interval '1 hour' where id = 'gpt-transcribe';
select is(private.realtime_model('transcription', pg_temp.session('lille-entree')), null, 'at last the assistant''s side alone');

select * from finish();
rollback;
