begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_member(tests.gym_id('Lille'), name) from unnest('{Alix,Bruno,Chloe,Denis,Emma}'::text[]) name;

create function pg_temp.raise(p_type text, p_priority text, p_context jsonb default '{}', p_member text default 'Alix') returns uuid
language sql as $$
  select private.raise_alert(tests.gym_id('Lille'), p_type, p_priority, tests.member_id(p_member), null, p_context, '[{"code": "call_member", "params": {}}]')
$$;
create function pg_temp.open_of(p_type text, p_member text default 'Alix') returns public.manager_alerts language sql as $$
  select a from public.manager_alerts a
  where a.alert_type = p_type and a.member_id is not distinct from tests.member_id(p_member) and a.status in ('pending', 'in_progress')
$$;
create function pg_temp.close(p_type text, p_status text, p_until interval default '30 days') returns void language sql as $$
  update public.manager_alerts set status = p_status, resolved_at = now(),
    dismissed_until = case when p_status = 'dismissed' then now() + p_until end
  where alert_type = p_type and status in ('pending', 'in_progress')
$$;

-- one open alert for each gym, type, member and kiosk
select isnt(pg_temp.raise('churn_risk', 'high', '{"code": "churn_risk", "causes": ["a"]}'), null, 'raised');
select is(pg_temp.raise('churn_risk', 'high', '{"code": "churn_risk", "causes": ["a"]}'), (pg_temp.open_of('churn_risk')).id, 'the same again is the same alert');
select is((pg_temp.open_of('churn_risk')).context, '{"code": "churn_risk"}', 'causes are kept apart from what is shown');
select is(pg_temp.raise('churn_risk', 'urgent', '{"code": "churn_risk", "causes": ["b"]}'), (pg_temp.open_of('churn_risk')).id, 'a higher level raises the open one');
select is((select array[priority, array_to_string(causes, ',')] from pg_temp.open_of('churn_risk')), '{urgent,"a,b"}', 'its priority and causes');
select pg_temp.raise('churn_risk', 'low', '{"code": "churn_risk", "causes": ["b"]}');
select is((pg_temp.open_of('churn_risk')).priority, 'urgent', 'which never sinks');
select isnt(pg_temp.raise('churn_risk', 'high', '{}', 'Bruno'), (pg_temp.open_of('churn_risk')).id, 'another member is another alert');
select isnt(pg_temp.raise('milestone', 'low'), null, 'another type too');
select is(
  private.raise_alert(tests.gym_id('Lille'), 'reader_suspicious', 'high', null, tests.kiosk_id('lille-entree'), '{}', '[]'),
  private.raise_alert(tests.gym_id('Lille'), 'reader_suspicious', 'high', null, tests.kiosk_id('lille-entree'), '{}', '[]'),
  'without a member, too, it is one');
select throws_ok(
  $$insert into public.manager_alerts (gym_id, alert_type, title, kiosk_id) values (tests.gym_id('Lille'), 'reader_suspicious', 'x', tests.kiosk_id('lille-entree'))$$,
  '23505', null, 'the table refuses a second open one, nulls being equal');

-- what people say adds up
select pg_temp.raise('staff_call', 'medium', '{"code": "member_call", "reasons": [{"code": "member_call", "params": {"text": "un"}}]}');
select pg_temp.raise('staff_call', 'high', '{"code": "member_call", "reasons": [{"code": "member_call", "params": {"text": "deux"}}]}');
select pg_temp.raise('staff_call', 'high', '{"code": "member_call", "reasons": [{"code": "member_call", "params": {"text": "deux"}}]}');
select is(
  (pg_temp.open_of('staff_call')).context -> 'reasons',
  '[{"code": "member_call", "params": {"text": "un"}}, {"code": "member_call", "params": {"text": "deux"}}]', 'each once, in order');

-- resolved: quiet until a new cause
select pg_temp.close('churn_risk', 'resolved');
select is(pg_temp.raise('churn_risk', 'urgent', '{"causes": ["a", "b"]}'), null, 'resolved is quiet about the same causes');
select isnt(pg_temp.raise('churn_risk', 'high', '{"causes": ["a", "c"]}'), null, 'until there is a new one');

-- dismissed: quiet for 30 days unless the level rises
select pg_temp.close('churn_risk', 'dismissed');
select is(pg_temp.raise('churn_risk', 'high', '{"causes": ["d"]}'), null, 'dismissed is quiet about anything');
select isnt(pg_temp.raise('churn_risk', 'urgent', '{"causes": ["d"]}'), null, 'unless the level rises');
select pg_temp.close('churn_risk', 'dismissed', '-1 second');
update public.manager_alerts set dismissed_until = now() - interval '1 second' where status = 'dismissed';
select isnt(pg_temp.raise('churn_risk', 'low', '{"causes": ["d"]}'), null, 'or 30 days are over');

-- a conversation is a cause
select isnt(pg_temp.raise('negative_feedback', 'high', '{"session_id": "s1"}'), null, 'a conversation raises');
select pg_temp.close('negative_feedback', 'resolved');
select is(pg_temp.raise('negative_feedback', 'high', '{"session_id": "s1"}'), null, 'once');
select isnt(pg_temp.raise('negative_feedback', 'high', '{"session_id": "s2"}'), null, 'the next one again');

-- who called or reported is never swallowed
select pg_temp.raise('equipment_issue', 'medium', '{"session_id": "s1"}');
select pg_temp.close('staff_call', 'dismissed');
select pg_temp.close('equipment_issue', 'resolved');
select isnt(pg_temp.raise('staff_call', 'high', '{}'), null, 'a call after a dismissed call is heard');
select isnt(pg_temp.raise('equipment_issue', 'medium', '{"session_id": "s1"}'), null, 'a report after a resolved report too');
select pg_temp.raise('needs_review', 'low', '{"code": "feedback_left", "session_id": "s1"}');
select pg_temp.close('needs_review', 'dismissed');
select isnt(pg_temp.raise('needs_review', 'low', '{"code": "feedback_left", "session_id": "s3"}'), null, 'and feedback');

-- unchanged is not written
create temp table marks as select id, xmin::text as mark, ctid::text as place from public.manager_alerts;
select pg_temp.raise('staff_call', 'high', '{}');
select is((select count(*) from public.manager_alerts a join marks m on m.id = a.id where a.ctid::text <> m.place), 0::bigint, 'raising the same writes nothing');

-- what a member's rows call for
delete from public.manager_alerts;
select tests.make_visits('Chloe', '{40,50}');
update public.gym_members_v2 set membership_ends_on = current_date + 10 where first_name = 'Chloe';
select public.update_member_analytics(tests.member_id('Chloe'));
select is(public.generate_alerts_if_needed(tests.member_id('Chloe')), 1, '70 points are an alert');
select is(
  (select array[priority, context ->> 'code', context #>> '{params,points}', context #>> '{params,level}',
    jsonb_array_length(context -> 'reasons')::text, (select string_agg(x ->> 'code', ',') from jsonb_array_elements(recommended_actions) x)]
    from pg_temp.open_of('churn_risk', 'Chloe')),
  '{high,churn_risk,70,critical,3,"call_member,renew_membership,greet_in_person"}', 'with its reasons and what to do');
select is(public.generate_alerts_if_needed(tests.member_id('Chloe')), 1, 'again: the same alert');
select is(tests.count_of('public.manager_alerts'), 1::bigint, 'not another one');
select pg_temp.close('churn_risk', 'resolved');
update public.member_analytics set churn_factors = jsonb_set(churn_factors, '{0,params,days}', '41') where member_id = tests.member_id('Chloe');
select is(public.generate_alerts_if_needed(tests.member_id('Chloe')), 0, 'a day more of the same absence is no new cause');
update public.gym_members_v2 set last_visit = now() - interval '16 days' where first_name = 'Chloe';
select is(public.generate_alerts_if_needed(tests.member_id('Chloe')), 1, 'another absence is');
update public.gym_members_v2 set membership_ends_on = current_date + 60 where first_name = 'Chloe';
select pg_temp.close('churn_risk', 'resolved');
select public.update_member_analytics(tests.member_id('Chloe'));
select is(public.generate_alerts_if_needed(tests.member_id('Chloe')), 0, 'below 70 points there is none');

-- moods
create temp table talks (name text, id uuid);
insert into talks values ('mild', tests.make_talk('lille-entree', 'Denis', -0.49)), ('bad', tests.make_talk('lille-entree', 'Denis', -0.50, '30 minutes')),
  ('worst', tests.make_talk('lille-entree', 'Denis', -0.80, '10 minutes'));
select is(public.generate_alerts_if_needed(tests.member_id('Denis'), (select id from talks where name = 'mild')), 0, '-0.49 is no alert');
select is(public.generate_alerts_if_needed(tests.member_id('Denis'), (select id from talks where name = 'bad')), 1, '-0.50 is');
select is(
  (select array[priority, context ->> 'session_id', context #>> '{params,score}', context #>> '{params,topics,0}'] from pg_temp.open_of('negative_feedback', 'Denis')),
  array['high', (select id::text from talks where name = 'bad'), '-0.50', 'showers'], 'with score, topics and conversation');
select is((pg_temp.open_of('negative_feedback', 'Denis')).context::text ~ 'mot à mot|résumé', false, 'and no word of the member');
select is(public.generate_alerts_if_needed(tests.member_id('Denis')), 1, 'without an id the latest counts');
select is((pg_temp.open_of('negative_feedback', 'Denis')).priority, 'urgent', '-0.80 is urgent');
update public.conversation_summaries set needs_review = true where session_id = (select id from talks where name = 'mild');
select is(public.generate_alerts_if_needed(tests.member_id('Denis'), (select id from talks where name = 'mild')), 1, 'a doubtful analysis asks for a reader');
select is((select count(*) from public.manager_alerts where alert_type = 'needs_review'), 1::bigint, 'by an alert of its own');
select is(public.generate_alerts_if_needed(tests.member_id('Emma'), (select id from talks where name = 'worst')), 0, 'another member''s conversation counts for nothing');

-- milestones of visits that exist
select tests.make_visits('Emma', array(select generate_series(1, 17, 2)));
select is(public.generate_alerts_if_needed(tests.member_id('Emma')), 0, 'nine visits are none');
select tests.make_visits('Emma', '{0}');
select is(public.generate_alerts_if_needed(tests.member_id('Emma')), 1, 'the tenth is');
select is((pg_temp.open_of('milestone', 'Emma')).context, '{"code": "visits", "params": {"count": 10}, "reasons": [{"code": "visits", "params": {"count": 10}}]}', 'it says which');
select pg_temp.close('milestone', 'resolved');
select is(public.generate_alerts_if_needed(tests.member_id('Emma')), 0, 'and comes once');
update public.gym_members_v2 set member_since = (current_date - interval '1 year')::date where first_name = 'Emma';
select is(public.generate_alerts_if_needed(tests.member_id('Emma')), 1, 'a year of membership, with a visit after it');
select is((pg_temp.open_of('milestone', 'Emma')).context -> 'params', '{"years": 1}', 'is one');
select tests.make_visits('Bruno', '{2,33}');
select public.generate_alerts_if_needed(tests.member_id('Bruno'));
select is((pg_temp.open_of('milestone', 'Bruno')).context - 'reasons', '{"code": "return", "params": {"days": 31}}', 'the first visit back after 30 days');
select tests.make_visits('Alix', '{9,60}');
select is(public.generate_alerts_if_needed(tests.member_id('Alix')), 0, 'what is a week old is not news');

-- nobody whom rule P3 excludes, nobody who has left
update public.gym_members_v2 set analysis_objection = true where first_name = 'Denis';
update public.gym_members_v2 set is_active = false where first_name = 'Bruno';
delete from public.manager_alerts;
select is(public.generate_alerts_if_needed(tests.member_id('Denis')), 0, 'who objected raises nothing');
select is(public.generate_alerts_if_needed(tests.member_id('Bruno')), 0, 'nor who has left');
select tests.sign_in('manager@lille.test');
select is(tests.outcome(format('select public.generate_alerts_if_needed(%L)', gen_random_uuid())), '42501', 'a manager does not generate');
select is(tests.outcome($$select private.raise_alert(null, 'milestone', 'low', null, null, '{}', '[]')$$), '42501', 'nor raise');

select * from finish();
rollback;
