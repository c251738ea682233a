begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_member(tests.gym_id('Lille'), 'Alix', 'a1');
select tests.make_member(tests.gym_id('Lille'), 'Bruno', 'b1');

create function pg_temp.closed(p_badge text, p_last_seq integer default 1) returns uuid language plpgsql as $$
declare
  conversation uuid := (tests.start('lille-entree', p_badge) ->> 'conversation_id')::uuid;
begin
  perform public.kiosk_say(tests.token('lille-entree'), 1, 'les douches sont froides', 'fr');
  perform public.kiosk_reply(tests.token('lille-entree'), 1, 'Je le signale ?');
  perform public.kiosk_close(tests.token('lille-entree'), 'goodbye', p_last_seq);
  return conversation;
end $$;
create temp table claims (n serial primary key, claim jsonb);
create temp table talks (name text primary key, id uuid);
grant select on talks to public;
create function pg_temp.claim() returns integer language sql as $$
  with made as (insert into claims (claim) select c from jsonb_array_elements(public.claim_conversations(10)) c returning 1)
  select count(*)::integer from made
$$;
create function pg_temp.token(p_n integer) returns uuid language sql as $$ select (claim ->> 'claim_token')::uuid from claims where n = p_n $$;
create function pg_temp.row_of(p_name text) returns public.conversation_summaries language sql as $$
  select q from public.conversation_summaries q join talks t on t.id = q.session_id where t.name = p_name
$$;
insert into talks values ('alix', pg_temp.closed('a1'));

-- claim
select is(pg_temp.claim(), 1, 'a closed conversation whose turns are in is claimed at once');
select is(
  (select claim - 'claim_token' - 'session_id' - 'events' from claims where n = 1),
  jsonb_build_object('language', 'fr', 'gym_locale', 'fr', 'member_present', true, 'events_version',
    (select events_version from public.openai_realtime_sessions s join talks t on t.id = s.id)),
  'with what its analysis needs');
select results_eq(
  $$select e ->> 'source', e ->> 'kind', e ->> 'text' from claims, jsonb_array_elements(claim -> 'events') e where n = 1 and e ->> 'kind' = 'said'$$,
  $$values ('member', 'said', 'les douches sont froides'), ('assistant', 'said', 'Je le signale ?')$$, 'and its turns in order');
select is(claim::text ~ 'Alix|Fictif', false, 'without the member''s name') from claims where n = 1;
select is(pg_temp.claim(), 0, 'a claimed one is not claimed again');

-- extend
select is(public.extend_claim((select id from talks), gen_random_uuid()), false, 'another token extends nothing');
update public.conversation_summaries set claimed_at = now() - interval '119 seconds';
select is(public.extend_claim((select id from talks), pg_temp.token(1)), true, 'the holder extends');
select is((pg_temp.row_of('alix')).claimed_at, now(), 'from now');

-- a stale claim is taken over, and its former holder can do nothing more
update public.conversation_summaries set claimed_at = now() - interval '121 seconds';
select is(pg_temp.claim(), 1, 'after two minutes somebody else claims it');
select is((pg_temp.row_of('alix')).attempts, 2, 'as the second attempt');
select is(public.finish_conversation((select id from talks), pg_temp.token(1), 2, tests.result(-0.9)), false, 'the former holder finishes nothing');
select is(public.extend_claim((select id from talks), pg_temp.token(1)), false, 'nor extends');
select is(public.fail_conversation((select id from talks), pg_temp.token(1), 'x'), false, 'nor fails');
select is((pg_temp.row_of('alix')).status, 'processing', 'the row is the new holder''s');
select is(tests.count_of('public.manager_alerts'), 0::bigint, 'and no alert came of it');

-- finishing with an older version queues again
create function pg_temp.version() returns integer language sql as $$
  select (claim ->> 'events_version')::integer from claims order by n desc limit 1
$$;
update public.openai_realtime_sessions set events_version = events_version + 1;
select is(public.finish_conversation((select id from talks), pg_temp.token(2), pg_temp.version(), tests.result(-0.9)), false,
  'a transcript that moved on is not finished');
select is(
  (select array[status, attempts::text, coalesce(summary_text, '-')] from pg_temp.row_of('alix')), array['pending', '0', '-'],
  'it is queued again, without a failure');

-- finish
select is(pg_temp.claim(), 1, 'claimed with the new version');
select is(public.finish_conversation((select id from talks), pg_temp.token(3), pg_temp.version(), tests.result(-0.9, 'Douches froides.')), true, 'finished');
select results_eq(
  $$select status, summary_text, sentiment_score, sentiment_label, key_topics, intents_detected, provider, language,
      claim_token is null, attempts, processed_at = now(), extensions.vector_dims(embedding) from pg_temp.row_of('alix')$$,
  $$values ('done', 'Douches froides.', -0.90::numeric(3,2), 'negative', array['showers'], array['leave_feedback'], 'builtin', 'fr',
      true, 0, true, 1536)$$, 'all of the result is stored');
select is((select total_conversations from public.member_analytics where member_id = tests.member_id('Alix')), 1, 'the member''s figures are there');
select is((select alert_type from public.manager_alerts where member_id = tests.member_id('Alix')), 'negative_feedback', 'and the alert');
select is(public.finish_conversation((select id from talks), pg_temp.token(3), pg_temp.version(), tests.result(0.9)), false, 'finishing again does nothing');
select is((pg_temp.row_of('alix')).sentiment_score, -0.90::numeric(3,2), 'the first result stays');

-- a late turn queues what was done
select is(
  public.kiosk_reply(tests.token('lille-entree'), 0, 'Bonjour Alix') ->> 'expires_at' is not null, true, 'a turn that the close overtook is taken');
select is((pg_temp.row_of('alix')).status, 'pending', 'and queues the conversation again');
select is(pg_temp.claim(), 1, 'claimed');
select is(public.finish_conversation((select id from talks), pg_temp.token(4), pg_temp.version(), tests.result(-0.6)), true, 'and done anew');
select is((select total_conversations from public.member_analytics where member_id = tests.member_id('Alix')), 1, 'which counts once');
select is(tests.count_of('public.manager_alerts'), 1::bigint, 'as does its alert');

-- readiness: a turn is missing
insert into talks values ('bruno', pg_temp.closed('b1', 2));
select is((select last_seq from public.openai_realtime_sessions s join talks t on t.id = s.id where name = 'bruno'), 2, 'the close announced a turn that is not in');
select is(pg_temp.claim(), 0, 'it waits');
update public.openai_realtime_sessions s set started_at = now() - interval '30 seconds', ended_at = now() - interval '19 seconds' from talks t where t.id = s.id and name = 'bruno';
select is(pg_temp.claim(), 0, '19 seconds');
update public.openai_realtime_sessions s set ended_at = now() - interval '20 seconds' from talks t where t.id = s.id and name = 'bruno';
select is(pg_temp.claim(), 1, 'but no longer than 20');

-- five failures
select is(public.fail_conversation((select id from talks where name = 'bruno'), pg_temp.token(5), repeat('x', 5000)), true, 'a failure is told');
select is((select array[status, attempts::text, length(error)::text] from pg_temp.row_of('bruno')), array['pending', '1', '1000'], 'and kept, cut to size');
select is((pg_temp.row_of('bruno')).retry_at, now() + interval '15 seconds', 'tried again in 15 s');
select is(pg_temp.claim(), 0, 'not before');
create function pg_temp.fail_once() returns text language plpgsql as $$
begin
  update public.conversation_summaries set retry_at = now() where session_id = (select id from talks where name = 'bruno');
  perform pg_temp.claim();
  perform public.fail_conversation((select id from talks where name = 'bruno'), (select (claim ->> 'claim_token')::uuid from claims order by n desc limit 1), 'the model is away');
  return (pg_temp.row_of('bruno')).status;
end $$;
select is(pg_temp.fail_once(), 'pending', 'second');
select is(pg_temp.fail_once(), 'pending', 'third');
select is(pg_temp.fail_once(), 'pending', 'fourth');
select is(pg_temp.fail_once(), 'failed', 'the fifth is the last');
update public.conversation_summaries set retry_at = now();
select is(pg_temp.claim(), 0, 'a failed one is not claimed');
update public.conversation_summaries set status = 'processing', claim_token = gen_random_uuid(), claimed_at = now() - interval '3 minutes'
  where session_id = (select id from talks where name = 'bruno');
select is(pg_temp.claim(), 0, 'nor one whose fifth claim was never kept');
select is((pg_temp.row_of('bruno')).status, 'failed', 'which is failed then');

-- retry by hand
select tests.sign_in('staff@lille.test');
select throws_ok(format('select public.retry_conversation(%L)', (select id from talks where name = 'bruno')), 'P0001', 'forbidden', 'rejects read-only actor');
select tests.sign_in('manager@nice.test');
select throws_ok(format('select public.retry_conversation(%L)', (select id from talks where name = 'bruno')), 'P0001', 'not_found', 'other gym''s id is not found');
select throws_ok(format('select public.retry_conversation(%L)', gen_random_uuid()), 'P0001', 'not_found', 'nor an unknown one');
select tests.sign_in('manager@lille.test');
select throws_ok(format('select public.retry_conversation(%L)', (select id from talks where name = 'alix')), 'P0001', 'conflict', 'what did not fail is not retried');
select is(public.retry_conversation((select id from talks where name = 'bruno')), '{"status": "pending"}', 'its manager retries');
select is(tests.outcome('select public.claim_conversations(1)'), '42501', 'but claims nothing');
select is(tests.outcome(format('select public.finish_conversation(%L, %L, 1, ''{}'')', gen_random_uuid(), gen_random_uuid())), '42501', 'nor finishes');
select tests.as_anonymous();
select is(tests.outcome('select public.claim_conversations(1)'), '42501', 'anonymous claims nothing');
select tests.as_service();
select is(tests.outcome('select public.claim_conversations(1)'), '1 rows', 'the service claims it again');

-- consent withdrawn meanwhile
select tests.sign_out();
update public.conversation_summaries set claimed_at = now() - interval '3 minutes' where status = 'processing';
select is(pg_temp.claim(), 1, 'control: it is claimed');
update public.gym_members_v2 set analysis_objection = true where first_name = 'Bruno';
select is(public.finish_conversation((select id from talks where name = 'bruno'), (select (claim ->> 'claim_token')::uuid from claims order by n desc limit 1), pg_temp.version(), tests.result(-0.9)), false,
  'who objects meanwhile is not analysed');
select is((select count(*) from public.conversation_summaries q join talks t on t.id = q.session_id where name = 'bruno'), 0::bigint, 'the summary is gone');
select is((select count(*) from public.conversation_events q join talks t on t.id = q.session_id where name = 'bruno'), 0::bigint, 'and the transcript');

select * from finish();
rollback;
