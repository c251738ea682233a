begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Arras'), 'arras-entree');
select tests.make_member(tests.gym_id('Lille'), 'Alix', 'a1');
select tests.make_member(tests.gym_id('Lille'), 'Bruno', 'b1');
select tests.make_member(tests.gym_id('Arras'), 'Chloe');
create temp table talks (name text primary key, id uuid);
insert into talks values
  ('alix', tests.make_talk('lille-entree', 'Alix', -0.7, '2 hours')), ('bruno', tests.make_talk('lille-entree', 'Bruno', 0.5, '26 hours')),
  ('old', tests.make_talk('lille-entree', 'Bruno', 0.0, '10 days')), ('chloe', tests.make_talk('arras-entree', 'Chloe', 0.0));
insert into talks values ('silent', (tests.start('lille-entree', 'a1', false) ->> 'conversation_id')::uuid);
grant select on talks to public;
create function tests.talks(p_gym text, p_search text default null, p_mood text default null, p_topic text default null, p_cursor text default null,
  p_limit integer default 50, p_from date default null, p_to date default null) returns jsonb language sql as $$
  select public.list_conversations(tests.gym_id(p_gym), p_search, p_mood, p_topic, p_from, p_to, p_cursor, p_limit)
$$;
create function tests.talk(p_name text) returns jsonb language sql as $$ select public.get_conversation((select id from talks where name = p_name)) $$;
create function tests.names(p_list jsonb) returns text language sql as $$
  select string_agg(t.name, ',' order by place) from jsonb_array_elements(p_list -> 'rows') with ordinality r (row, place)
  join talks t on t.id = (row ->> 'id')::uuid
$$;

-- manager: all of it
select tests.sign_in('manager@lille.test');
select is(tests.names(tests.talks('Lille')), 'silent,alix,bruno,old', 'a manager lists the conversations of the gym, newest first');
select is((tests.talks('Lille') ->> 'total')::integer, 4, 'all of them');
select is(tests.talks('Lille') #> '{rows,1}', jsonb_build_object(
  'id', (select id from talks where name = 'alix'), 'started_at', now() - interval '2 hours', 'ended_at', now() - interval '2 hours' + interval '1 minute',
  'seconds', 60, 'end_reason', 'goodbye', 'channel', 'text', 'language', 'fr', 'kiosk', 'lille-entree',
  'member', jsonb_build_object('id', tests.member_id('Alix'), 'first_name', 'Alix', 'last_initial', 'F'),
  'status', 'done', 'summary', 'résumé de Alix', 'topics', '["showers"]'::jsonb, 'mood', 'negative', 'score', -0.70, 'emotion', 'neutral',
  'intents', '["leave_feedback"]'::jsonb, 'provider', 'builtin', 'needs_review', false, 'cost_usd', null,
  'cost_eur', null, 'rate_day', null), 'a row');
select is(
  (select array[r ->> 'status', r ->> 'summary', r ->> 'ended_at', r -> 'topics' #>> '{}'] from jsonb_array_elements(tests.talks('Lille') -> 'rows') r where r ->> 'status' = 'none'),
  array['none', null, null, '[]'], 'one that may not be analysed has no summary, open ones no end');
select is(tests.talk('alix') #>> '{events,0,text}', 'mot à mot Alix', 'a manager reads the transcript');
select is(tests.talk('alix') - 'events', tests.talks('Lille') #> '{rows,1}', 'on top of the same row');

-- filters and pages
select is(tests.names(tests.talks('Lille', 'BRUNO')), 'bruno,old', 'by name');
select is(tests.names(tests.talks('Lille', 'résumé de alix')), 'alix', 'by what the summary says');
select is(tests.names(tests.talks('Lille', null, 'negative')), 'alix', 'by mood');
select is(tests.names(tests.talks('Lille', null, null, 'showers')), 'alix,bruno,old', 'by topic');
select is(tests.names(tests.talks('Lille', null, null, 'price')), null, 'of which there may be none');
select is(tests.names(tests.talks('Lille', p_from => (now() at time zone 'Europe/Paris')::date - 2, p_to => (now() at time zone 'Europe/Paris')::date - 1)) ~ 'bruno', true, 'by the gym''s days');
select is(tests.names(tests.talks('Lille', p_to => (now() at time zone 'Europe/Paris')::date - 10)), 'old', 'both included');
select is(tests.names(tests.talks('Lille', p_limit => 3)), 'silent,alix,bruno', 'a page');
select is(tests.names(tests.talks('Lille', p_limit => 3, p_cursor => tests.talks('Lille', p_limit => 3) ->> 'next_cursor')), 'old', 'and the next');
select is(tests.talks('Lille', p_limit => 4) ->> 'next_cursor', null, 'the last page has no next');
select throws_ok($$select tests.talks('Lille', null, 'cheerful')$$, 'P0001', 'invalid_input', 'an unknown mood is refused');
select throws_ok($$select tests.talks('Lille', p_cursor => 'x')$$, 'P0001', 'invalid_input', 'so is a cursor of nowhere');

-- staff: topics and mood, no words
select tests.sign_in('staff@lille.test');
select is(tests.names(tests.talks('Lille')), 'silent,alix,bruno,old', 'staff list the conversations');
select is(
  (select array[r ->> 'summary', r ->> 'mood', r -> 'topics' ->> 0] from jsonb_array_elements(tests.talks('Lille') -> 'rows') r where r ->> 'id' = (select id::text from talks where name = 'alix')),
  array[null, 'negative', 'showers'], 'with topics and mood, without the summary');
select is(tests.talk('alix') -> 'events', 'null', 'without the transcript');
select is(tests.names(tests.talks('Lille', 'résumé de')), null, 'and cannot search what they may not read');
select is(tests.count_of('public.conversation_events') + tests.count_of('public.conversation_summaries'), 0::bigint, 'nor past the list');
select is(strpos(tests.talks('Lille')::text || tests.talk('alix')::text, 'mot à mot') + strpos(tests.talks('Lille')::text, 'résumé'), 0, 'not a word anywhere');

-- owner: only where the customer allows it
select tests.sign_in('owner@nord.test');
select throws_ok($$select tests.talks('Lille')$$, 'P0001', 'forbidden', 'an owner reads no conversations');
select throws_ok($$select tests.talk('alix')$$, 'P0001', 'forbidden', 'not even one');
select tests.sign_out();
update public.gyms set owner_reads_conversations = true where name = 'Lille';
select tests.sign_in('owner@nord.test');
select is(tests.talk('alix') ->> 'summary', 'résumé de Alix', 'unless the customer allows it');
select is(jsonb_array_length(tests.talk('alix') -> 'events'), 1, 'transcript included');
select throws_ok($$select tests.talks('Arras')$$, 'P0001', 'forbidden', 'gym by gym');

-- others
select tests.sign_in('admin@platform.test', 'aal2');
select throws_ok($$select tests.talks('Lille')$$, 'P0001', 'forbidden', 'a super admin reads no conversations');
select throws_ok($$select tests.talk('alix')$$, 'P0001', 'forbidden', 'not even one');
select is(tests.count_of('public.conversation_summaries'), 0::bigint, 'nor past the list');
select tests.sign_in('manager@nice.test');
select throws_ok($$select tests.talk('alix')$$, 'P0001', 'not_found', 'other gym''s id is not found');
select throws_ok($$select tests.talks('Lille')$$, 'P0001', 'not_found', 'nor other gym''s list');
select throws_ok(format('select public.get_conversation(%L)', gen_random_uuid()), 'P0001', 'not_found', 'nor an unknown one');
select tests.sign_in('manager@arras.test');
select throws_ok($$select tests.talk('alix')$$, 'P0001', 'not_found', 'nor a sister gym''s');
select tests.as_anonymous();
select is(tests.outcome(format('select public.get_conversation(%L)', gen_random_uuid())), '42501', 'anonymous reads nothing');
select tests.sign_out();
select tests.verify_factor(tests.user_id('manager@lille.test'));
select tests.sign_in('manager@lille.test', 'aal1');
select throws_ok($$select tests.talks('Lille')$$, 'P0001', 'mfa_required', 'a verified factor is asked for');

select * from finish();
rollback;
