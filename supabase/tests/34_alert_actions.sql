begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_member(tests.gym_id('Lille'), 'Alix');
select tests.create_user('second@lille.test', 'gym_staff', tests.gym_id('Lille'));
update public.gym_members_v2 set phone = '06 00 00 00 01' where first_name = 'Alix';

create function pg_temp.alert(p_assignee text default null, p_type text default 'equipment_issue') returns uuid language sql as $$
  insert into public.manager_alerts (gym_id, member_id, alert_type, title, status, assigned_to, context)
  values (tests.gym_id('Lille'), tests.member_id('Alix'), p_type, p_type,
    case when p_assignee is null then 'pending' else 'in_progress' end, tests.user_id(p_assignee),
    '{"code": "equipment_report", "params": {"equipment": "rameur 3"}, "reasons": [{"code": "equipment_report", "params": {"equipment": "rameur 3", "text": "ses mots"}}]}')
  returning id
$$;
create temp table alerts (name text primary key, id uuid);
insert into alerts values ('free', pg_temp.alert()), ('taken', pg_temp.alert('manager@lille.test', 'milestone')), ('mine', pg_temp.alert('staff@lille.test', 'churn_risk'));
grant select on alerts to public;
create function tests.act(p_name text, p_action text, p_assignee text default null, p_notes text default null) returns jsonb language sql as $$
  select public.act_on_alert((select id from alerts where name = p_name), p_action, tests.user_id(p_assignee), p_notes)
$$;

-- staff: their own and unassigned ones, for themselves
select tests.sign_in('staff@lille.test');
select throws_ok($$select tests.act('taken', 'resolve')$$, 'P0001', 'forbidden', 'staff do not touch what the manager has');
select throws_ok($$select tests.act('taken', 'assign', 'staff@lille.test')$$, 'P0001', 'forbidden', 'nor take it over');
select throws_ok($$select tests.act('free', 'assign', 'second@lille.test')$$, 'P0001', 'forbidden', 'nor hand one to a colleague');
select is(tests.act('free', 'assign', 'staff@lille.test') #>> '{assigned_to,full_name}', 'Staff', 'staff take an unassigned one');
select is(tests.act('mine', 'resolve', null, '  appelée  ') - 'updated_at' - 'context' - 'recommended_actions' - 'created_at' - 'conversation' - 'kiosk',
  jsonb_build_object('id', (select id from alerts where name = 'mine'), 'type', 'churn_risk', 'priority', 'medium', 'status', 'resolved',
    'resolved_at', now(), 'resolution_notes', 'appelée',
    'assigned_to', jsonb_build_object('id', tests.user_id('staff@lille.test'), 'full_name', 'Staff'),
    'member', jsonb_build_object('id', tests.member_id('Alix'), 'first_name', 'Alix', 'last_initial', 'F', 'phone', null)),
  'and resolve their own, with a note, without seeing a phone number');
select is(tests.act('mine', 'reopen') ->> 'status', 'in_progress', 'and reopen it');
select is(tests.act('mine', 'assign') #>> '{status}', 'pending', 'and give it back');
select tests.sign_in('second@lille.test');
select throws_ok($$select tests.act('free', 'dismiss')$$, 'P0001', 'forbidden', 'a colleague''s alert is the colleague''s');
select is(tests.act('mine', 'dismiss') #>> '{assigned_to,full_name}', 'Second', 'who closes an unassigned one has had it');

-- manager: all of the gym
select tests.sign_in('manager@lille.test');
select is(tests.act('free', 'assign', 'second@lille.test') #>> '{assigned_to,full_name}', 'Second', 'a manager hands alerts on');
select is(tests.act('free', 'assign', 'owner@nord.test') #>> '{assigned_to,full_name}', 'Owner', 'to the owner as well');
select throws_ok($$select tests.act('free', 'assign', 'manager@nice.test')$$, 'P0001', 'invalid_input', 'not to somebody of another customer');
select throws_ok($$select tests.act('free', 'assign', 'manager@arras.test')$$, 'P0001', 'invalid_input', 'nor of a sister gym');
select throws_ok(format('select public.act_on_alert(%L, ''assign'', %L)', (select id from alerts where name = 'free'), gen_random_uuid()),
  'P0001', 'invalid_input', 'nor to nobody we know, in the same words');
select throws_ok($$select tests.act('free', 'forget')$$, 'P0001', 'invalid_input', 'an unknown action is refused');
select throws_ok($$select tests.act('free', 'resolve', null, repeat('x', 2001))$$, 'P0001', 'invalid_input', 'so are endless notes');
select throws_ok($$select tests.act('mine', 'resolve')$$, 'P0001', 'conflict', 'what is closed is not closed again');
select throws_ok($$select tests.act('free', 'reopen')$$, 'P0001', 'conflict', 'what is open is not reopened');
select is(tests.act('taken', 'dismiss') #>> '{member,phone}', '06 00 00 00 01', 'a manager sees whom to call');
select is((select dismissed_until from public.manager_alerts where id = (select id from alerts where name = 'taken')), now() + interval '30 days', 'dismissed for 30 days');
select is(tests.act('free', 'resolve') #>> '{context,reasons,0,params,text}', 'ses mots', 'and reads what was said');

-- reopening beside an open one of the same kind
select tests.sign_out();
insert into alerts values ('newer', pg_temp.alert());
select tests.sign_in('manager@lille.test');
select throws_ok($$select tests.act('free', 'reopen')$$, 'P0001', 'conflict', 'an alert that came up again is not opened twice');

-- the audit names who acted, and no words
select is(
  (select count(*) from public.audit_logs where entity = 'manager_alerts' and action = 'update' and actor_id = tests.user_id('staff@lille.test')),
  4::bigint, 'each act of staff is in the audit');
select is((select count(*) from public.audit_logs l where l::text ~ 'ses mots|appelée'), 0::bigint, 'without a word of it');

-- owner, super admin, strangers
select tests.sign_in('owner@nord.test');
select is(tests.act('newer', 'assign', 'owner@nord.test') ->> 'status', 'in_progress', 'an owner acts in all gyms of the franchise');
select is(tests.act('newer', 'assign', 'staff@lille.test') #>> '{context,reasons,0,params}', '{"equipment": "rameur 3"}', 'without the words, unless the customer allows it');
select tests.sign_in('admin@platform.test', 'aal2');
select throws_ok($$select tests.act('newer', 'resolve')$$, 'P0001', 'not_found', 'a gym''s alerts are not the platform''s');
select tests.sign_in('manager@nice.test');
select throws_ok($$select tests.act('newer', 'resolve')$$, 'P0001', 'not_found', 'other gym''s id is not found');
select throws_ok(format('select public.act_on_alert(%L, ''resolve'')', gen_random_uuid()), 'P0001', 'not_found', 'nor an unknown one');
select throws_ok(format('select public.list_alerts(%L)', tests.gym_id('Lille')), 'P0001', 'not_found', 'nor another gym''s list');
select tests.as_anonymous();
select is(tests.outcome(format('select public.act_on_alert(%L, ''resolve'')', gen_random_uuid())), '42501', 'anonymous acts on nothing');
select tests.sign_in('manager@lille.test');
select is(tests.outcome('update public.manager_alerts set status = ''resolved'''), '42501', 'nobody writes the table itself');
select is(tests.outcome('select context from public.manager_alerts'), '42501', 'nor reads words past the list');
select isnt(tests.count_of('public.manager_alerts'), 0::bigint, 'control: the rows are readable');

-- lists
select tests.sign_out();
insert into public.manager_alerts (gym_id, member_id, kiosk_id, alert_type, title, priority, created_at)
select tests.gym_id('Lille'), null, k.id, 'reader_suspicious', 'x', p.priority, now() - p.n * interval '1 minute'
from (values ('low', 1), ('urgent', 2), ('medium', 3), ('urgent', 4), ('high', 5)) p (priority, n)
cross join lateral (select tests.make_kiosk(tests.gym_id('Lille'), 'kiosk-' || p.n) as id) k;
create function tests.list(p_tab text, p_cursor text default null, p_limit integer default 50, p_search text default null, p_type text default null)
returns jsonb language sql as $$ select public.list_alerts(tests.gym_id('Lille'), p_tab, p_type, p_search, p_cursor, p_limit) $$;
select tests.sign_in('staff@lille.test');
select is(tests.list('todo') -> 'counts', '{"todo": 6, "mine": 1, "done": 1, "dismissed": 2}', 'counts by tab');
select is(
  (select string_agg(r ->> 'priority', ',') from jsonb_array_elements(tests.list('todo') -> 'rows') r),
  'urgent,urgent,high,medium,medium,low', 'the most pressing first');
select is(
  (with recursive pages as (
      select tests.list('todo', null, 2) as page
      union all
      select tests.list('todo', page ->> 'next_cursor', 2) from pages where page ->> 'next_cursor' is not null
    ) select array_agg(r ->> 'id') from pages, jsonb_array_elements(page -> 'rows') r),
  (select array_agg(r ->> 'id') from jsonb_array_elements(tests.list('todo') -> 'rows') r), 'pages of two are the whole list, in its order');
select is(jsonb_array_length(tests.list('mine') -> 'rows'), 1, 'mine');
select is(tests.list('mine') #> '{rows,0,context,reasons,0,params}', '{"equipment": "rameur 3"}', 'staff read no words of the member');
select is(jsonb_array_length(tests.list('todo', null, 50, 'alï') -> 'rows'), 1, 'a search finds the member, accents or not');
select is(jsonb_array_length(tests.list('todo', null, 50, 'KIOSK-4') -> 'rows'), 1, 'or the kiosk');
select is(jsonb_array_length(tests.list('todo', null, 50, null, 'reader_suspicious') -> 'rows'), 5, 'or one type');
select is(
  (select string_agg(t ->> 'full_name', ',') from jsonb_array_elements(tests.list('todo') -> 'team') t), 'Manager,Owner,Second,Staff',
  'the team that may have them');
select throws_ok($$select tests.list('none')$$, 'P0001', 'invalid_input', 'an unknown tab is refused');
select throws_ok($$select tests.list('todo', 'bm9wZQ')$$, 'P0001', 'invalid_input', 'so is a cursor of nowhere');
select throws_ok(format('select tests.list(''done'', %L)', tests.list('todo', null, 2) ->> 'next_cursor'), 'P0001', 'invalid_input', 'or of another tab');

-- suspended customers read; a second factor is asked for
select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Nord';
select tests.sign_in('manager@lille.test');
select throws_ok($$select tests.act('newer', 'resolve')$$, 'P0001', 'customer_suspended', 'a suspended customer does not act');
select lives_ok($$select tests.list('todo')$$, 'but reads');
select tests.sign_out();
select tests.verify_factor(tests.user_id('manager@lille.test'));
select tests.sign_in('manager@lille.test', 'aal1');
select throws_ok($$select tests.act('newer', 'resolve')$$, 'P0001', 'mfa_required', 'a verified factor is asked for');
select throws_ok($$select tests.list('todo')$$, 'P0001', 'mfa_required', 'for reading too');

select * from finish();
rollback;
