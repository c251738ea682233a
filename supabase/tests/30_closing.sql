begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_member(tests.gym_id('Lille'), 'Alix', 'a1');
select tests.make_member(tests.gym_id('Lille'), 'Bruno', 'b1');
select tests.make_member(tests.gym_id('Lille'), 'Chloe', 'c1');
select tests.make_member(tests.gym_id('Lille'), 'Denis', 'd1');
select tests.make_member(tests.gym_id('Lille'), 'Emma', 'e1');
delete from vault.secrets where name in ('project_url', 'functions_secret');

create function pg_temp.talk(p_badge text, p_analyse boolean default true) returns uuid language plpgsql as $$
declare
  conversation uuid := (tests.start('lille-entree', p_badge, p_analyse) ->> 'conversation_id')::uuid;
begin
  perform public.kiosk_say(tests.token('lille-entree'), 1, 'les douches sont froides', 'fr');
  perform public.kiosk_close(tests.token('lille-entree'), 'goodbye', 1);
  return conversation;
end $$;
create temp table talks (name text primary key, id uuid);

-- without a vault's secrets nobody is called, and the close stands
insert into talks values ('alix', pg_temp.talk('a1'));
select is(
  (select state || '/' || end_reason from public.openai_realtime_sessions where id = (select id from talks where name = 'alix')),
  'closed/goodbye', 'a conversation closes without project_url');
select results_eq(
  $$select q.status, q.attempts, q.member_id = tests.member_id('Alix'), q.kiosk_id = tests.kiosk_id('lille-entree')
    from public.conversation_summaries q join talks t on t.id = q.session_id where t.name = 'alix'$$,
  $$values ('pending', 0, true, true)$$, 'and leaves one pending summary');
select is(private.nudge(), false, 'a nudge without an address says so');
select is(tests.count_of('net.http_request_queue'), 0::bigint, 'and asks nobody');

-- with them the function is called with its secret
select vault.create_secret('http://127.0.0.1:9', 'project_url');
select vault.create_secret('sesame', 'functions_secret');
insert into talks values ('again', pg_temp.talk('b1'));
select results_eq(
  $$select method::text, url, headers ->> 'x-function-secret' from net.http_request_queue$$,
  $$values ('POST', 'http://127.0.0.1:9/functions/v1/process-conversation', 'sesame')$$, 'a close calls process-conversation');

-- closing again changes nothing
select is(public.kiosk_close(tests.token('lille-entree'), 'stop', 1), '{"closed": false}', 'a second close is none');
select is(tests.count_of('net.http_request_queue'), 1::bigint, 'and calls nobody');

-- nothing of the pipeline can undo a close
alter schema net rename to net_away;
select is(private.nudge(), false, 'without net a nudge is false');
insert into talks values ('chloe', pg_temp.talk('c1'));
alter schema net_away rename to net;
alter schema vault rename to vault_away;
insert into talks values ('denis', pg_temp.talk('d1'));
alter schema vault_away rename to vault;
select results_eq(
  $$select t.name, s.state, q.status from talks t
    join public.openai_realtime_sessions s on s.id = t.id
    join public.conversation_summaries q on q.session_id = t.id where t.name in ('chloe', 'denis') order by 1$$,
  $$values ('chloe', 'closed', 'pending'), ('denis', 'closed', 'pending')$$,
  'without net, or without vault, conversations close and wait for the sweep');

-- the sweep nudges while something waits
delete from net.http_request_queue;
select is(private.process_sweep(), true, 'the sweep nudges when conversations wait');
select is(tests.count_of('net.http_request_queue'), 1::bigint, 'once');
update public.conversation_summaries set status = 'pending', retry_at = now() + interval '1 minute';
select is(private.process_sweep(), false, 'it does not while all of them have to wait');
update public.conversation_summaries set status = 'processing', claim_token = gen_random_uuid(), claimed_at = now() - interval '3 minutes';
select is(private.process_sweep(), true, 'it does for a claim that nobody kept');
select results_eq(
  $$select schedule, command from cron.job where jobname = 'process-sweep'$$,
  $$values ('* * * * *', 'select private.process_sweep()')$$, 'each minute')
  where exists (select from cron.job);

-- no consent to the analysis: no transcript, no summary
insert into talks values ('no', pg_temp.talk('e1', false));
select is(
  (select count(*) from public.conversation_summaries q join talks t on t.id = q.session_id where t.name = 'no'),
  0::bigint, 'without "analyse" there is no summary');
select is(
  (select count(*) from public.conversation_events e join talks t on t.id = e.session_id where t.name = 'no'),
  0::bigint, 'and no transcript');
select is((select state from public.openai_realtime_sessions s join talks t on t.id = s.id where t.name = 'no'), 'closed', 'closed it is');

-- nobody whom rule P3 excludes, also when events were there already and another path closes
create function pg_temp.closed_after(p_change text) returns text language plpgsql as $$
declare
  talk uuid;
  answer text;
begin
  insert into public.openai_realtime_sessions (gym_id, kiosk_id, member_id, language, expires_at, consent)
  values (tests.gym_id('Lille'), tests.kiosk_id('lille-entree'), tests.member_id('Alix'), 'fr', now() + interval '5 minutes',
    '{"talk": true, "analyse": true, "remember": true}') returning id into talk;
  insert into public.conversation_events (gym_id, session_id, source, seq, kind, text)
  values (tests.gym_id('Lille'), talk, 'member', 1, 'said', 'je suis là');
  insert into private.tool_calls (session_id, tool_call_id, tool, arguments) values (talk, 'c', 'leave_feedback', '{"text": "je suis là"}');
  execute format('update public.gym_members_v2 set %s where first_name = ''Alix''', p_change);
  update public.openai_realtime_sessions set state = 'closed', ended_at = now(), end_reason = 'stop' where id = talk;
  select concat_ws(' ',
    (select count(*) from public.conversation_events where session_id = talk),
    (select count(*) from private.tool_calls where session_id = talk),
    (select count(*) from public.conversation_summaries where session_id = talk)) into answer;
  update public.gym_members_v2 set member_kind = 'member', analysis_objection = false, birth_date = null where first_name = 'Alix';
  return answer;
end $$;
select is(pg_temp.closed_after($$phone = '0'$$), '1 1 1', 'control: a member leaves transcript and pending summary');
select is(pg_temp.closed_after($$member_kind = 'staff'$$), '0 0 0', 'staff leave nothing');
select is(pg_temp.closed_after($$member_kind = 'guest'$$), '0 0 0', 'nor guests');
select is(pg_temp.closed_after($$birth_date = current_date - 3650$$), '0 0 0', 'nor minors');
select is(pg_temp.closed_after($$analysis_objection = true$$), '0 0 0', 'nor who objected');

-- nobody calls the jobs' functions
select tests.sign_in('manager@lille.test');
select is(tests.outcome('select private.nudge()'), '42501', 'a manager cannot nudge');
select is(tests.outcome('select private.process_sweep()'), '42501', 'nor sweep');
select tests.as_service();
select is(tests.outcome('select private.nudge()'), '42501', 'nor the service key');

select * from finish();
rollback;
