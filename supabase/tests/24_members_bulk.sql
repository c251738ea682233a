-- One thing done to many members, its undo, and the views that people keep.
begin;
select no_plan();
select tests.two_customers();
insert into public.gym_members_v2 (gym_id, first_name, last_name, external_id, membership_suspended)
select tests.gym_id('Lille'), v.* from (values ('Alix', 'Un', 'X1', false), ('Brune', 'Deux', 'X2', true), ('Cléo', 'Trois', null, false)) v (f, l, x, s);
select tests.make_member(tests.gym_id('Nice'), 'Nora');
insert into public.member_analytics (member_id, gym_id, churn_risk_score, churn_risk_level, churn_factors)
values (tests.member_id('Alix'), tests.gym_id('Lille'), 0.70, 'critical', '[{"code": "no_visit", "params": {"days": 21, "points": 30}}]');
insert into public.manager_alerts (gym_id, member_id, alert_type, priority, title, context, causes)
values (tests.gym_id('Lille'), tests.member_id('Alix'), 'churn_risk', 'high', 'churn_risk', '{"code": "churn_risk"}', '{absence}');
create temp table was as select 'score' as what, to_jsonb(a) as it from public.member_analytics a
  union all select 'alert', to_jsonb(a) from public.manager_alerts a
  union all select 'member', to_jsonb(m) - 'updated_at' from public.gym_members_v2 m;
create temp table done (name text primary key, answer jsonb);
grant all on was, done to public;
create function pg_temp.ids(variadic p_names text[]) returns uuid[]
language sql stable as $$ select array_agg(tests.member_id(n)) from unnest(p_names) n $$;
create function pg_temp.go(p_name text, p_action text, variadic p_names text[]) returns integer
language plpgsql as $$
begin
  insert into done values (p_name, public.change_members(tests.gym_id('Lille'), pg_temp.ids(variadic p_names), p_action));
  return (select answer ->> 'changed' from done where name = p_name);
end $$;
create function pg_temp.back(p_name text) returns jsonb
language sql as $$ select public.undo_member_change((select (answer ->> 'change_id')::uuid from done where name = p_name)) $$;
create function pg_temp.now_is() returns setof jsonb
language sql security definer as $$
  select to_jsonb(a) from public.member_analytics a union all select to_jsonb(a) from public.manager_alerts a
  union all select to_jsonb(m) - 'updated_at' from public.gym_members_v2 m
$$;
grant execute on all functions in schema pg_temp to public;

select tests.sign_in('manager@lille.test');
select is(pg_temp.go('suspend', 'suspend', 'Alix', 'Brune', 'Cléo', 'Nora'), 2, 'who is suspended already, or of another gym, is left out');
select is((select array_agg(first_name order by first_name) from public.gym_members_v2 where membership_suspended), '{Alix,Brune,Cléo}', 'the others are suspended');
select is(pg_temp.back('suspend'), '{"changed": 2, "kept": 0}', 'and taken back');
select set_eq('select pg_temp.now_is()', 'select it from was', 'exactly as it was');
select throws_ok($$select pg_temp.back('suspend')$$, 'P0001', 'not_found', 'an undo is once');
select is(pg_temp.go('resume', 'resume', 'Brune'), 1, 'resumed');
select is(pg_temp.go('none', 'resume', 'Brune'), 0, 'twice changes nothing');
select is((select answer -> 'change_id' from done where name = 'none'), 'null', 'and offers no undo');
select pg_temp.back('resume');

select is(pg_temp.go('object', 'object', 'Alix', 'Cléo'), 2, 'objections');
select is((select count(*) from public.member_analytics), 0::bigint, 'take the score');
select is((select count(*) from public.manager_alerts), 0::bigint, 'and the alert');
select is(pg_temp.back('object'), '{"changed": 2, "kept": 0}', 'their undo');
select set_eq('select pg_temp.now_is()', 'select it from was', 'gives all of it back, score and alert as they were');

select is(pg_temp.go('delete', 'delete', 'Alix', 'Brune'), 2, 'deleted');
select is((public.list_members(tests.gym_id('Lille')) -> 'total')::int, 1, 'they are out of the list');
select is((public.list_members(tests.gym_id('Lille'), '{"state": "deleted"}') -> 'total')::int, 2, 'and among the deleted');
select is(pg_temp.go('suspend a deleted one', 'suspend', 'Alix'), 0, 'nothing else is done to who is deleted');
select is(pg_temp.back('delete'), '{"changed": 2, "kept": 0}', 'the undo of a deletion');
select set_eq('select pg_temp.now_is()', 'select it from was', 'brings score and alert back');

select pg_temp.go('delete again', 'delete', 'Alix', 'Brune');
select tests.sign_out();
insert into public.gym_members_v2 (gym_id, first_name, last_name, external_id) values (tests.gym_id('Lille'), 'Dana', 'Neuf', 'X2');
select tests.sign_in('manager@lille.test');
select is(pg_temp.go('restore', 'restore', 'Alix', 'Brune', 'Cléo'), 1, 'whose number is somebody else''s stays deleted');
select is((select count(*) from public.member_analytics where member_id = tests.member_id('Alix')), 1::bigint, 'who comes back has a score again');
select is(pg_temp.back('restore'), '{"changed": 1, "kept": 0}', 'and can go again');
select is(pg_temp.back('delete again'), '{"changed": 1, "kept": 1}', 'an undo keeps what somebody changed since');

select throws_ok(format('select public.change_members(%L, %L, %L)', tests.gym_id('Lille'), ids, action), 'P0001', 'invalid_input', 'refused: ' || what)
from (values ('nobody', '{}'::uuid[], 'suspend'), ('too many', array_fill(gen_random_uuid(), array[501]), 'suspend'),
  ('nothing known', array[gen_random_uuid()], 'promote')) v (what, ids, action);
select throws_ok(format('select public.change_members(%L, %L, %L)', tests.gym_id('Nice'), pg_temp.ids('Nora'), 'delete'), 'P0001', 'not_found', 'another gym is not found');

-- colleagues
select pg_temp.go('by the manager', 'suspend', 'Alix');
select tests.sign_in('owner@nord.test');
select throws_ok($$select pg_temp.back('by the manager')$$, 'P0001', 'not_found', 'only whoever did it takes it back');
select is(pg_temp.go('by the owner', 'suspend', 'Cléo'), 1, 'the owner may do so');
select tests.sign_in('staff@lille.test');
select throws_ok($$select pg_temp.go('staff', 'suspend', 'Alix')$$, 'P0001', 'forbidden', 'staff may not');
select tests.sign_in('admin@platform.test');
select throws_ok($$select pg_temp.go('admin', 'suspend', 'Alix')$$, 'P0001', 'forbidden', 'nor the platform without a support access');
select tests.sign_out();
update private.member_changes set created_at = now() - interval '11 minutes';
select tests.sign_in('manager@lille.test');
select throws_ok($$select pg_temp.back('by the manager')$$, 'P0001', 'not_found', 'after ten minutes it stays');
select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Nord';
select tests.sign_in('manager@lille.test');
select throws_ok($$select pg_temp.go('suspended', 'suspend', 'Alix')$$, 'P0001', 'customer_suspended', 'a suspended customer changes nothing');
select tests.sign_out();
update public.franchises set status = 'active' where name = 'Nord';
select is((select distinct array_agg(c order by c) from public.audit_logs l, unnest(l.changed) c where entity = 'gym_members_v2' and action = 'update' and changed <> '{deleted_at}' and changed <> '{analysis_objection}'
  group by l.seq), '{membership_suspended}', 'the audit says what changed');

-- views
select tests.sign_in('staff@lille.test');
create temp table kept as select public.save_member_view(tests.gym_id('Lille'), ' Lundi ', '{"view": "away"}') as id, 'staff' as whose;
grant all on kept to public;
select is((select name || ' ' || is_shared || ' ' || query from public.member_views), 'Lundi false {"view": "away"}', 'a view is kept');
select throws_ok(format('select public.save_member_view(%L, %L, %L, true)', tests.gym_id('Lille'), 'Pour tous', '{}'), 'P0001', 'forbidden', 'staff share none');
select throws_ok(format('select public.save_member_view(%L, %L, %L)', tests.gym_id('Lille'), 'lundi', '{}'), 'P0001', 'conflict', 'one of a name');
select throws_ok(format('select public.save_member_view(%L, %L, %L)', tests.gym_id('Lille'), '   ', '{}'), 'P0001', 'invalid_input', 'a name is needed');
select throws_ok(format('select public.save_member_view(%L, %L, %L)', tests.gym_id('Nice'), 'Lundi', '{}'), 'P0001', 'not_found', 'at another gym none');
select tests.sign_in('manager@lille.test');
select is_empty('select 1 from public.member_views', 'others'' views are their own');
select throws_ok(format('select public.delete_member_view(%L)', id), 'P0001', 'not_found', 'and not to be deleted') from kept where whose = 'staff';
insert into kept select public.save_member_view(tests.gym_id('Lille'), 'Lundi', '{"level": "high"}', true), 'manager';
select tests.sign_in('staff@lille.test');
select is((select count(*) from public.member_views), 2::bigint, 'a shared view is everybody''s');
select throws_ok(format('select public.change_member_view(%L, ''Mardi'')', id), 'P0001', 'forbidden', 'but not theirs to change') from kept where whose = 'manager';
select lives_ok(format('select public.change_member_view(%L, ''Mardi'', ''{"sort": "name"}'')', id), 'one''s own is') from kept where whose = 'staff';
select is((select name || ' ' || query from public.member_views where owner_id = auth.uid()), 'Mardi {"sort": "name"}', 'name and content');
select throws_ok(format('select public.change_member_view(%L, p_shared => true)', id), 'P0001', 'forbidden', 'not to be shared by staff') from kept where whose = 'staff';
select tests.sign_in('owner@nord.test');
select lives_ok(format('select public.change_member_view(%L, p_shared => false)', id), 'who manages the gym keeps its views in order') from kept where whose = 'manager';
select is_empty('select 1 from public.member_views', 'what is not shared any more is its owner''s');
select tests.sign_in('manager@lille.test');
select public.save_member_view(tests.gym_id('Lille'), 'Vue ' || n, '{}') from generate_series(1, 19) n;
select throws_ok(format('select public.save_member_view(%L, %L, %L)', tests.gym_id('Lille'), 'Vue 20', '{}'), 'P0001', 'invalid_input', 'twenty are the most');
select lives_ok(format('select public.delete_member_view(%L)', id), 'a view goes') from kept where whose = 'manager';
select lives_ok(format('select public.save_member_view(%L, %L, %L)', tests.gym_id('Lille'), 'Vue 20', '{}'), 'and there is room again');
select tests.sign_in('admin@platform.test');
select throws_ok(format('select public.save_member_view(%L, %L, %L)', tests.gym_id('Lille'), 'Visite', '{}'), 'P0001', 'forbidden', 'who only looks keeps none');
select tests.sign_in('manager@nice.test');
select is_empty('select 1 from public.member_views', 'another gym reads none');
select tests.as_anonymous();
select is(tests.outcome('select public.undo_member_change(gen_random_uuid())'), '42501', 'nobody signed in calls nothing');

select * from finish();
rollback;
