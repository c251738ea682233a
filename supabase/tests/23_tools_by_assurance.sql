begin;
select no_plan();
select tests.two_customers();
update public.franchises set shares_access = true where name = 'Nord';
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-haut');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Ben', '101');
select tests.make_member(tests.gym_id('Arras'), 'Sacha', '200');

create function pg_temp.tool(p_slug text, p_call text, p_tool text, p_arguments jsonb default '{}') returns jsonb
language sql as $$ select public.kiosk_use_tool(tests.token(p_slug), p_call, p_tool, p_arguments) $$;
grant execute on all functions in schema pg_temp to public;

-- Rule P7, cell by cell: an outcome with every field that any tool has ever had, and one that none has.
create temp table expected (tool text primary key, anybody text[], badge text[], memory text[]);
insert into expected values
  ('get_gym_info', '{name,address,phone,today,week,exceptions,inside_now,usual_now,facilities,price_note}', '{}', '{}'),
  ('get_class_schedule', '{classes}', '{}', '{}'),
  ('report_issue', '{status,alert_id}', '{}', '{}'),
  ('leave_feedback', '{status}', '{}', '{}'),
  ('call_staff', '{status}', '{}', '{}'),
  ('get_member_profile', '{}', '{first_name,bookings_today,membership}', '{}'),
  ('book_class', '{}', '{status,booking_id,class}', '{}'),
  ('cancel_booking', '{}', '{status,class}', '{}'),
  ('recall_past_conversations', '{}', '{}', '{conversations}'),
  ('update_goal', '{}', '{}', '{status,goal}');
create temp table fields as select distinct field from private.tool_fields() union select 'unlisted';
select is(
  private.told_fields(e.tool, jsonb_build_object('ok', true, 'result', jsonb_build_object(f.field, 1)), level.assurances) #> array['result', f.field]
    is not null,
  f.field = any (level.open),
  format('%s tells %s%s', e.tool, case when f.field = any (level.open) then '' else 'no ' end || f.field, level.who)
)
from expected e
cross join fields f
cross join lateral (values
  (' to anybody', '{anybody}'::text[], e.anybody),
  (' to a badge', '{anybody,badge}', e.anybody || e.badge),
  (' to a badge with memory', '{anybody,badge,memory}', e.anybody || e.badge || e.memory)
) as level (who, assurances, open);
select is(count(*), 10::bigint, 'ten tools, all in the table') from (select distinct tool from private.tool_fields()) t;
select is(private.told_fields('drop_table', '{"ok": true, "result": {"status": 1}}', '{anybody,badge,memory}'), '{"ok": true, "result": {}}', 'a tool that is none tells nothing');
select is(private.told_fields('book_class', '{"ok": false, "code": "no_member"}', '{anybody}'), '{"ok": false, "code": "no_member"}', 'a refusal stays');

-- What is to be remembered: three talks of Ana's, one of Ben's
select tests.make_talk('lille-entree', 'Ana', -0.8, '20 days');
select tests.make_talk('lille-entree', 'Ana', 0.1, '10 days');
select tests.make_talk('lille-haut', 'Ana', 0.5, '5 days');
select tests.make_talk('lille-entree', 'Ben', 0.5, '3 days');
update public.conversation_summaries q set key_topics = t.topics
from (values (20, '{classes,price}'::text[]), (10, '{membership}'), (5, '{showers,noise}')) as t (days, topics), public.openai_realtime_sessions s
where s.id = q.session_id and s.started_at = now() - make_interval(days => t.days);
insert into public.member_fitness_profile (member_id, gym_id, primary_goals)
values (tests.member_id('Ana'), tests.gym_id('Lille'), '{weight_loss,endurance}');

create temp table clock as select timezone as zone from public.gyms where name = 'Lille';
grant select on clock to public;

-- without the leave to remember
select tests.as_service();
select tests.start('lille-entree', '100');
select is(pg_temp.tool('lille-entree', 'm1', 'recall_past_conversations'), '{"ok": false, "code": "no_memory"}', 'no memory without leave');
select is(pg_temp.tool('lille-entree', 'm2', 'update_goal', '{"goal": "mobility", "confirmed": true}'), '{"ok": false, "code": "no_memory"}', 'and nothing new is remembered');
select tests.start('lille-haut', '200');
select is(pg_temp.tool('lille-haut', 'v' || tool, tool, '{"goal": "mobility", "confirmed": true}'), '{"ok": false, "code": "no_member"}', tool || ' is not for a visitor')
from unnest(array['recall_past_conversations', 'update_goal']) as tool;

-- with it
select public.kiosk_change_consent(tests.token('lille-entree'), 'remember', true);
create temp table remembered as select pg_temp.tool('lille-entree', 'm3', 'recall_past_conversations') as it;
select is((select it from remembered), jsonb_build_object('ok', true, 'result', jsonb_build_object('conversations', jsonb_build_array(
  jsonb_build_object('date', ((now() - interval '5 days') at time zone zone)::date, 'topics', array['showers', 'noise']),
  jsonb_build_object('date', ((now() - interval '20 days') at time zone zone)::date, 'topics', array['classes'])
))), 'own talks, newest first: days and codes; of payments nothing, nor a talk that was about nothing else') from clock;
select is((select it from remembered)::text ~ 'mot à mot|résumé|Ben|-0.8|negative', false, 'no word, no mood, nobody else');
select is(pg_temp.tool('lille-entree', 'm1', 'recall_past_conversations'), '{"ok": false, "code": "no_memory"}', 'the same call is answered alike');

-- a goal
select is(pg_temp.tool('lille-entree', 'g1', 'update_goal', '{"goal": "mobility"}'), '{"ok": false, "code": "needs_confirmation"}', 'a goal is asked back');
select is(pg_temp.tool('lille-entree', 'g' || goal, 'update_goal', jsonb_build_object('goal', goal, 'confirmed', true)), '{"ok": false, "code": "invalid_arguments"}', 'no goal: ' || goal)
from unnest(array['', 'perdre dix kilos', 'mal au dos', 'Mobility']) as goal;
select is(pg_temp.tool('lille-entree', 'g2', 'update_goal', '{"confirmed": true}'), '{"ok": false, "code": "invalid_arguments"}', 'a goal there must be');
select is(pg_temp.tool('lille-entree', 'h' || goal, 'update_goal', jsonb_build_object('goal', goal, 'confirmed', true)), '{"ok": true, "result": {"status": "needs_staff"}}', goal || ' is for the team')
from unnest(array['weight_loss', 'recovery']) as goal;
select is(pg_temp.tool('lille-entree', 'g3', 'update_goal', '{"goal": "mobility", "confirmed": true}'), '{"ok": true, "result": {"status": "saved", "goal": "mobility"}}', 'a goal is kept');
select is(pg_temp.tool('lille-entree', 'g3', 'update_goal', '{"goal": "mobility", "confirmed": true}') #>> '{result,status}', 'saved', 'the same call once more');
select throws_ok($$select pg_temp.tool('lille-entree', 'g3', 'update_goal', '{"goal": "endurance", "confirmed": true}')$$, 'P0001', 'tool_conflict', 'another goal under its id is refused');
select tests.sign_out();
select is(private.past_topics(s), '["classes", "noise", "showers"]', 'a call''s briefing hears no more of payments')
from public.openai_realtime_sessions s where s.state <> 'closed' and s.member_id = tests.member_id('Ana');
select is((select f.primary_goals from public.member_fitness_profile f where f.member_id = tests.member_id('Ana')), '{mobility,weight_loss}', 'in the place of the one before; what the team wrote about weight stays');
select tests.as_service();
select public.kiosk_close(tests.token('lille-entree'), 'goodbye', 0);
select tests.start('lille-entree', '101');
select public.kiosk_change_consent(tests.token('lille-entree'), 'remember', true);
select is(pg_temp.tool('lille-entree', 'b1', 'update_goal', '{"goal": "endurance", "confirmed": true}') #>> '{result,status}', 'saved', 'a first goal');
select is(jsonb_array_length(pg_temp.tool('lille-entree', 'b2', 'recall_past_conversations') #> '{result,conversations}'), 1, 'and own talks alone');
select tests.sign_out();
select is((select f.primary_goals from public.member_fitness_profile f where f.member_id = tests.member_id('Ben')), '{endurance}', 'with a profile of its own');

select * from finish();
rollback;
