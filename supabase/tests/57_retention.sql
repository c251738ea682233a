-- What is over its time goes (rule P8), once a week and gym by gym (rule A7); lifetime figures stay (rule A2).
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), 'Alix', 'a1');
select tests.make_member(tests.gym_id('Lille'), 'Gone', 'g1');
select tests.make_member(tests.gym_id('Lille'), 'Recent', 'r1');
select tests.make_member(tests.gym_id('Nice'), 'Nino', 'n1');
create temp table talks (name text primary key, id uuid);
insert into talks select name, tests.make_talk('lille-entree', 'Alix', score, ago) from (values
  ('new', -0.8, interval '10 days'), ('a quarter', 0.4, '89 days'), ('over a quarter', -0.6, '91 days'), ('half a year', -0.7, '7 months'),
  ('two years', 0.9, '25 months'), ('two years and more', -0.9, '26 months')) t (name, score, ago);
insert into talks values ('nice', tests.make_talk('nice-entree', 'Nino', 0.1, '91 days'));
insert into private.tool_calls (session_id, tool_call_id, tool, arguments) select id, '1', 'leave_feedback', '{"text": "mot"}' from talks;
insert into public.manager_alerts (gym_id, member_id, alert_type, title, context, created_at, updated_at)
values (tests.gym_id('Lille'), tests.member_id('Alix'), 'needs_review', 'needs_review',
  '{"code": "feedback_left", "reasons": [{"code": "feedback_left", "params": {"text": "mot"}}]}', now() - interval '100 days', now() - interval '100 days');
insert into public.badge_scans (gym_id, kiosk_id, client_event_id, outcome, scanned_at)
select k.gym_id, k.id, gen_random_uuid(), 'unknown', now() - ago from public.kiosks k, unnest('{11 months,13 months}'::interval[]) ago where k.slug = 'lille-entree';
select tests.make_visits('Gone', '{40,41}');
update public.gym_members_v2 set deleted_at = now() - interval '31 days' where first_name = 'Gone';
update public.gym_members_v2 set deleted_at = now() - interval '29 days' where first_name = 'Recent';
select private.refresh_member_analytics(array[tests.member_id('Alix')]);
create temp table figures as select a.* from public.member_analytics a where a.member_id = tests.member_id('Alix');
create function pg_temp.texts() returns text language sql as $$
  select string_agg(t.name, ', ' order by t.name) from talks t where exists (select from public.conversation_events e where e.session_id = t.id)
$$;
create function pg_temp.held() returns text language sql as $$
  select string_agg(t.name, ', ' order by t.name) from talks t where exists (select from public.openai_realtime_sessions s where s.id = t.id)
$$;

-- A Monday morning in July: the Sunday before is a slot of its own.
select is(private.cleanup_old_data(2000, '2026-07-06 08:00+00'), (select count(*)::integer from public.gyms), 'every gym has its turn');
select is(pg_temp.texts(), 'a quarter, new', 'transcripts go after 90 days');
select is((select count(*) from private.tool_calls), 2::bigint, 'with the words of the requests');
select is(pg_temp.held(), 'a quarter, new, nice, over a quarter', 'conversations go into the archive after 6 months');
select is((select string_agg(t.name, ', ' order by t.name) from talks t join private.conversation_archive a on a.session_id = t.id), 'half a year', 'and stay there until 24 months');
select is((select array_agg(array[c.conversations, c.negatives, c.positives] order by c.month) from private.conversation_counts c), '{{1,1,0},{1,0,1}}', 'then they are counts of their month');
select is((select context #> '{reasons,0,params}' from public.manager_alerts), '{}', 'an alert repeats no words longer than that');
select is((select count(*) from public.badge_scans), 1::bigint, 'reads go after 12 months');
select is((select string_agg(first_name, ', ' order by first_name) from public.gym_members_v2), 'Alix, Nino, Recent', 'deleted members go after 30 days');
select is((select count(*) from public.gym_visits where member_id is null), 2::bigint, 'their visits stay as numbers');
select private.refresh_member_analytics(array[tests.member_id('Alix')]);
select results_eq(
  $$select total_conversations, total_session_duration_seconds, avg_sentiment_score, negative_sentiment_count, positive_sentiment_count, last_conversation_at
    from public.member_analytics where member_id = tests.member_id('Alix')$$,
  $$select total_conversations, total_session_duration_seconds, avg_sentiment_score, negative_sentiment_count, positive_sentiment_count, last_conversation_at from figures$$,
  'lifetime figures are what they were');
select is((select total_conversations from figures), 6, 'control: of six conversations');
select is((select counts from private.job_runs where slot = tests.gym_id('Lille') || '/2026-07-05'),
  '{"transcripts": 4, "conversations": 3, "archive": 2, "scans": 1, "members": 1}', 'the run says how much');
select is((select count(*) from private.job_runs where finished_at is null), 0::bigint, 'and that it is done');

-- the slots
create temp table before_again as select count(*) as audits from public.audit_logs;
select is(private.cleanup_old_data(2000, '2026-07-06 09:00+00'), 0, 'an hour later there is nothing to do');
select is(private.cleanup_old_data(2000, '2026-07-12 00:59+00'), 0, 'nor on Sunday before three by the gym''s clock, 02:59 in Paris');
select is(private.cleanup_old_data(2000, '2026-07-12 01:00+00'), (select count(*)::integer from public.gyms), 'at three it is time');
select is((select counts from private.job_runs where slot = tests.gym_id('Lille') || '/2026-07-12'),
  '{"transcripts": 0, "conversations": 0, "archive": 0, "scans": 0, "members": 0}', 'and nothing is written again');
select is((select count(*) from public.audit_logs), (select audits from before_again), 'nor audited');
-- The night of 2026-10-25: three o'clock comes once, an hour later in UTC.
select is(private.cleanup_old_data(2000, '2026-10-25 01:59+00'), (select count(*)::integer from public.gyms), 'control: the Sunday of the week before is made up for');
select is(private.cleanup_old_data(2000, '2026-10-25 02:00+00'), (select count(*)::integer from public.gyms), 'in the night of the clock change at 03:00 CET');
select is(private.cleanup_old_data(2000, '2026-10-25 03:00+00'), 0, 'once');
update public.gyms set timezone = 'America/New_York' where name = 'Lille';
select is(private.cleanup_old_data(2000, '2026-11-01 04:00+00'), (select count(*)::integer - 1 from public.gyms), 'each gym by its own clock');

-- shorter, in batches
update public.gyms set retention = retention || '{"transcripts_days": 5, "deleted_days": 1}' where name = 'Lille';
select is(private.cleanup_old_data(1, '2026-11-09 12:00+00'), (select count(*)::integer from public.gyms), 'a gym may keep less');
select is(pg_temp.texts(), 'new', 'the oldest first');
select is((select finished_at from private.job_runs where slot = tests.gym_id('Lille') || '/2026-11-08'), null, 'a batch that was full leaves the slot open');
select is(private.cleanup_old_data(1, '2026-11-09 13:00+00'), 1, 'the next hour goes on');
select is(pg_temp.texts(), null, 'until all is gone');
select private.cleanup_old_data(1, '2026-11-09 14:00+00');
select isnt((select finished_at from private.job_runs where slot = tests.gym_id('Lille') || '/2026-11-08'), null, 'and the slot is closed');
select is((select counts from private.job_runs where slot = tests.gym_id('Lille') || '/2026-11-08'),
  '{"transcripts": 2, "conversations": 0, "archive": 0, "scans": 0, "members": 1}', 'with what all its batches did');
select is((select count(*) from private.job_runs where job = 'cleanup_old_data' and slot like tests.gym_id('Lille') || '/2026-07-05'), 1::bigint, 'a slot is one row');

select * from finish();
rollback;
