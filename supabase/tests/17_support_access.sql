-- Support access (rule S1): what it opens, to whom, for how long, and what stays behind.
begin;
select no_plan();
select tests.two_customers();
select tests.create_user('second@platform.test', 'super_admin');
select tests.verify_factor(tests.user_id('second@platform.test'));
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Arras'), 'arras-entree');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), 'Alix');
select tests.make_member(tests.gym_id('Arras'), 'Chloe');
select tests.make_member(tests.gym_id('Nice'), 'Noa');
select tests.make_talk('lille-entree', 'Alix', -0.7);
select tests.make_talk('arras-entree', 'Chloe', 0.1);
select tests.make_talk('nice-entree', 'Noa', 0.5);

create temp table things (place text primary key, gym uuid, talk uuid, alert uuid, summary uuid);
insert into things (place, gym, talk) select g.name, g.id, s.id
from public.openai_realtime_sessions s join public.gyms g on g.id = s.gym_id;
insert into public.manager_alerts (gym_id, member_id, alert_type, title)
select gym, m.id, 'churn_risk', 'churn_risk' from things join public.gym_members_v2 m on m.gym_id = things.gym;
update things set alert = (select a.id from public.manager_alerts a where a.gym_id = things.gym);
grant select on things to public;

-- Nine ways to what nobody of the platform sees without a visit; "-" is nothing, "!" a refusal, "+" an answer.
create function pg_temp.sees(p_place text) returns text
language plpgsql as $$
declare
  here things := (select t from things t where t.place = p_place);
  way text;
  seen bigint;
  found text := '';
begin
  foreach way in array array[
    format('select from public.openai_realtime_sessions where gym_id = %L', here.gym),
    format('select from public.conversation_events where gym_id = %L', here.gym),
    format('select from public.conversation_summaries where gym_id = %L', here.gym),
    format('select from public.manager_alerts where gym_id = %L', here.gym),
    format('select public.list_conversations(%L)', here.gym),
    format('select public.search_conversations(%L, ''x'', ''{}'')', here.gym),
    format('select from jsonb_array_elements(public.get_conversation(%L) -> ''events'')', here.talk),
    format('select public.list_alerts(%L)', here.gym),
    format('select where (public.dashboard_overview(%L) ->> ''alerts_open'')::integer > 0', here.gym)
  ] loop
    begin
      execute way;
      get diagnostics seen = row_count;
      found := found || case when seen > 0 then '+' else '-' end;
    exception when raise_exception then
      found := found || '!';
    end;
  end loop;
  return found;
end $$;

-- What a manager may do and a reader may not.
create function pg_temp.acts(p_place text) returns text[]
language plpgsql as $$
declare
  here things := (select t from things t where t.place = p_place);
  way text;
  said text[] := '{}';
begin
  foreach way in array array[
    format('select public.act_on_alert(%L, ''resolve'')', here.alert),
    format('select public.act_on_alert(%L, ''reopen'')', here.alert),
    format('select public.retry_conversation(%L)', here.talk)
  ] loop
    begin
      execute way;
      said := said || 'done'::text;
    exception when raise_exception then
      said := said || sqlerrm;
    end;
  end loop;
  return said;
end $$;
grant execute on function pg_temp.sees(text), pg_temp.acts(text) to public;

create function pg_temp.open(p_gym text, p_franchise text default null, p_write boolean default false, p_minutes integer default 30,
  p_reason text default 'Un lecteur de badges muet') returns uuid
language sql as $$
  select public.open_support_access(tests.gym_id(p_gym), tests.franchise_id(p_franchise), p_reason, p_minutes, p_write)
$$;
grant execute on function pg_temp.open(text, text, boolean, integer, text) to public;

-- Leaves nothing behind, also when it goes through.
create function pg_temp.refused(p_sql text) returns text
language plpgsql as $$
declare
  detail text;
begin
  execute p_sql;
  raise exception using errcode = 'P0002', message = 'opened';
exception
  when no_data_found then return sqlerrm;
  when raise_exception then
    get stacked diagnostics detail = pg_exception_detail;
    return sqlerrm || ' ' || detail;
end $$;
grant execute on function pg_temp.refused(text) to public;

select tests.sign_in('manager@lille.test');
select is(pg_temp.sees('Lille'), '+++++++++', 'control: a manager sees all of it by every way');
select tests.sign_in('admin@platform.test');
select is(pg_temp.sees('Lille'), '----!!!!-', 'a super admin sees no conversation, transcript or alert without a visit');
select is(pg_temp.acts('Lille'), '{not_found,not_found,forbidden}', 'and does nothing there');

-- Who opens, and with what

select tests.sign_in('manager@lille.test');
select throws_ok($$select pg_temp.open('Lille')$$, 'P0001', 'forbidden', 'a manager opens nothing at their own gym');
select throws_ok($$select pg_temp.open('Nice')$$, 'P0001', 'not_found', 'nor at another');
select throws_ok($$select pg_temp.open(null, 'Nord')$$, 'P0001', 'not_found', 'nor at the franchise');
select tests.sign_in('staff@lille.test');
select throws_ok($$select pg_temp.open('Lille')$$, 'P0001', 'forbidden', 'nor do staff');
select tests.sign_in('owner@nord.test');
select throws_ok($$select pg_temp.open(null, 'Nord')$$, 'P0001', 'forbidden', 'nor an owner at their franchise');
select throws_ok($$select pg_temp.open(null, 'Sud')$$, 'P0001', 'not_found', 'nor at another');

select tests.sign_in('admin@platform.test', 'aal1');
select throws_ok($$select pg_temp.open('Lille')$$, 'P0001', 'mfa_required', 'a super admin needs the second factor');
select tests.sign_in('admin@platform.test');
select tests.claim('amr', jsonb_build_array(jsonb_build_object('method', 'totp', 'timestamp', extract(epoch from now() - interval '11 minutes')::bigint)));
select throws_ok($$select pg_temp.open('Lille')$$, 'P0001', 'mfa_stale', 'given within ten minutes');
select tests.claim('amr', jsonb_build_array(jsonb_build_object('method', 'password', 'timestamp', extract(epoch from now())::bigint)));
select throws_ok($$select pg_temp.open('Lille')$$, 'P0001', 'mfa_stale', 'a fresh password is none');
select tests.claim('amr', '["totp"]');
select throws_ok($$select pg_temp.open('Lille')$$, 'P0001', 'mfa_stale', 'nor one without a time');
select tests.claim('amr', 'null');
select throws_ok($$select pg_temp.open('Lille')$$, 'P0001', 'mfa_stale', 'nor none at all');

select tests.sign_in('admin@platform.test');
select is(pg_temp.refused(attempt), expected, attempt) from (values
  ('select pg_temp.open(null)', 'invalid_input gym_id'),
  ('select pg_temp.open(''Lille'', ''Nord'')', 'invalid_input gym_id'),
  ('select pg_temp.open(''Lille'', p_reason => null)', 'invalid_input reason'),
  ('select pg_temp.open(''Lille'', p_reason => ''   trop court     '')', 'opened'),
  ('select pg_temp.open(''Lille'', p_reason => ''  court   '')', 'invalid_input reason'),
  ('select pg_temp.open(''Lille'', p_reason => repeat(''x'', 501))', 'invalid_input reason'),
  ('select pg_temp.open(''Lille'', p_minutes => 0)', 'invalid_input minutes'),
  ('select pg_temp.open(''Lille'', p_minutes => 61)', 'invalid_input minutes'),
  ('select pg_temp.open(''Lille'', p_minutes => null)', 'invalid_input minutes'),
  ('select pg_temp.open(''Lille'', p_write => null)', 'invalid_input may_write'),
  ('select public.open_support_access(gen_random_uuid(), null, ''Un lecteur muet'')', 'not_found '),
  ('select public.open_support_access(null, gen_random_uuid(), ''Un lecteur muet'')', 'not_found ')
) as attempts (attempt, expected);

-- Reading

select pg_temp.open('Lille');
select throws_ok($$select pg_temp.open('Nice')$$, 'P0001', 'conflict', 'one visit at a time');
select is(pg_temp.sees('Lille'), '+++++++++', 'the visitor sees what the manager sees');
select is(pg_temp.sees('Arras'), '----!!!!-', 'nothing of the sister gym');
select is(pg_temp.sees('Nice'), '----!!!!-', 'nothing of anybody else');
select is(pg_temp.acts('Lille'), '{forbidden,forbidden,forbidden}', 'and writes nothing');
select is(tests.outcome(attempt), '42501', 'nor: ' || attempt) from (values
  ('update public.manager_alerts set status = ''resolved'''), ('delete from public.openai_realtime_sessions'),
  ('update public.gym_members_v2 set first_name = ''X'''), ('update public.support_access set may_write = true'),
  ('update public.support_access set expires_at = now() + interval ''1 day'''), ('delete from public.support_access'),
  ('insert into public.support_access (admin_id, gym_id, reason, expires_at) values (auth.uid(), gen_random_uuid(), ''dix lettres'', now())')
) as attempts (attempt);
select is(
  (public.get_actor() -> 'support') - 'id' - 'expires_at',
  '{"scope_name": "Lille", "reason": "Un lecteur de badges muet", "may_write": false}', 'the banner knows where, why and how far');
select is(
  (select jsonb_object_agg(gym ->> 'name', gym -> 'support') from jsonb_array_elements(public.get_actor() -> 'gyms') gym),
  '{"Lille": "read", "Arras": null, "Nice": null, "Solo": null}', 'and each gym whether it is open');
select is(public.get_actor() #> '{visitors}', '[]', 'nobody visits the platform');

select tests.sign_in('second@platform.test');
select is(pg_temp.sees('Lille'), '----!!!!-', 'a colleague sees nothing by it');
select is(public.get_actor() -> 'support', 'null', 'and has no banner');
select throws_ok(
  $$select public.end_support_access((select id from public.support_access))$$, 'P0001', 'not_found', 'nor ends it');
select tests.sign_in('admin@platform.test', 'aal1');
select is(tests.count_of('public.openai_realtime_sessions') + tests.count_of('public.support_access'), 0::bigint, 'without the second factor the visitor reads nothing');

-- The customer sees it

select tests.sign_in('manager@lille.test');
select is(public.get_actor() -> 'visitors' #- '{0,expires_at}', jsonb_build_array(jsonb_build_object(
  'name', 'Admin', 'gym_id', tests.gym_id('Lille'), 'franchise_id', null, 'may_write', false)), 'the manager sees who is there');
select is(public.get_actor() -> 'support', 'null', 'and has no visit of their own');
select is((select array_agg(reason) from public.support_access), array['Un lecteur de badges muet'], 'and why');
select throws_ok(
  $$select public.end_support_access((select id from public.support_access))$$, 'P0001', 'not_found', 'their id is for nobody else to end');
select tests.sign_in('owner@nord.test');
select is(jsonb_array_length(public.get_actor() -> 'visitors'), 1, 'so does the owner');
select is(tests.count_of('public.support_access'), 1::bigint, 'with the reason');
select tests.sign_in('staff@lille.test');
select is(jsonb_array_length(public.get_actor() -> 'visitors') + tests.count_of('public.support_access'), 0::bigint, 'staff do not');
select tests.sign_in('manager@arras.test');
select is(jsonb_array_length(public.get_actor() -> 'visitors') + tests.count_of('public.support_access'), 0::bigint, 'nor the sister gym');
select tests.sign_in('owner@sud.test');
select is(jsonb_array_length(public.get_actor() -> 'visitors') + tests.count_of('public.support_access'), 0::bigint, 'nor anybody else');

-- The end

select tests.sign_in('admin@platform.test');
select lives_ok($$select public.end_support_access((select id from public.support_access))$$, 'the visitor leaves');
select lives_ok($$select public.end_support_access((select id from public.support_access))$$, 'twice is once');
select is(pg_temp.sees('Lille'), '----!!!!-', 'and sees nothing any more');
select is(public.get_actor() -> 'support', 'null', 'the banner is gone');
select tests.sign_in('manager@lille.test');
select is(public.get_actor() -> 'visitors', '[]', 'the manager''s too');
select is(tests.count_of('public.support_access where ended_at is not null'), 1::bigint, 'the visit stays on record');

-- Writing, at a whole franchise

select tests.sign_in('admin@platform.test');
select pg_temp.open(null, 'Nord', true, 60);
select is(array[pg_temp.sees('Lille'), pg_temp.sees('Arras'), pg_temp.sees('Nice')], '{+++++++++,+++++++++,----!!!!-}', 'a visit of the franchise opens its gyms');
select is(pg_temp.acts('Lille'), '{done,done,conflict}', 'the visitor acts like a manager');
select is(pg_temp.acts('Arras'), '{done,done,conflict}', 'of each gym');
select is(pg_temp.acts('Nice'), '{not_found,not_found,forbidden}', 'and of no other');
select is(
  (select array_agg(assigned_to) from public.manager_alerts where gym_id = tests.gym_id('Lille')), array[null::uuid],
  'without taking an alert in hand');
select throws_ok(
  format($$select public.act_on_alert(%L, 'assign', auth.uid())$$, (select alert from things where place = 'Lille')),
  'P0001', 'invalid_input', 'nor being given one');
update public.gyms set phone = '03 20 00 00 00' where name in ('Lille', 'Nice');
select is(tests.outcome(attempt), '42501', 'a visitor is no manager of grants: ' || attempt) from (values
  ('update public.manager_alerts set status = ''resolved'''), ('update public.users set role = ''gym_manager'''),
  ('update public.support_access set may_write = true')
) as attempts (attempt);
select tests.sign_in('manager@arras.test');
select is(public.get_actor() #>> '{visitors,0,name}', 'Admin', 'the managers of the franchise''s gyms see the visitor');
select is(tests.count_of('public.support_access'), 1::bigint, 'and the reason');
select tests.sign_out();

select is(
  (select array_agg(distinct entity || ' ' || action order by entity || ' ' || action) from public.audit_logs l
   join public.support_access s on s.id = l.support_access_id and s.franchise_id = tests.franchise_id('Nord')),
  array['gyms update', 'manager_alerts update', 'support_access insert'], 'what was done during the visit names it');
select is(
  (select array_agg(distinct actor_id) from public.audit_logs where support_access_id is not null),
  array[tests.user_id('admin@platform.test')], 'with the person who did it');
select is(
  (select support_access_id from public.audit_logs where gym_id = tests.gym_id('Nice') and entity = 'gyms' and action = 'update'), null,
  'what the same person did elsewhere meanwhile does not');
select is(
  (select count(*) from public.audit_logs where entity = 'support_access' and scope_id in (tests.gym_id('Lille'), tests.franchise_id('Nord'))),
  3::bigint, 'coming and leaving are in the audit of the customer');

update public.franchises set status = 'suspended' where name = 'Nord';
select tests.sign_in('admin@platform.test');
select is(pg_temp.sees('Lille'), '+++++++++', 'a suspended customer can be looked at');
select is(pg_temp.acts('Lille'), '{customer_suspended,customer_suspended,customer_suspended}', 'not changed');
select tests.sign_out();
update public.franchises set status = 'active' where name = 'Nord';

-- Time, and the person's own state

select tests.expire_support(id) from public.support_access where ended_at is null;
select tests.sign_in('admin@platform.test');
select is(array[pg_temp.sees('Lille'), pg_temp.sees('Arras')], '{----!!!!-,----!!!!-}', 'what has expired opens nothing');
select is(pg_temp.acts('Lille'), '{not_found,not_found,forbidden}', 'and lets nothing be written');
select lives_ok($$select public.end_support_access((select id from public.support_access where franchise_id is not null))$$, 'ending it then is quiet');
select lives_ok($$select pg_temp.open('Lille', p_write => true)$$, 'another can be opened');
select tests.sign_out();
update public.gyms set franchise_id = tests.franchise_id('Sud') where name = 'Arras';
select tests.sign_in('admin@platform.test');
select is(pg_temp.sees('Arras'), '----!!!!-', 'and opens its own gym alone');
select tests.sign_out();
update public.users set role = 'gym_manager', gym_id = tests.gym_id('Nice') where email = 'admin@platform.test';
select tests.sign_in('admin@platform.test');
select is(pg_temp.sees('Lille'), '----!!!!!', 'a visit does not outlast the role');
select is(array[public.get_actor() ->> 'support', (public.get_actor() -> 'gyms' -> 0 ->> 'support')], array[null, null], 'nor does the banner');
select tests.sign_out();
update public.users set role = 'super_admin', gym_id = null, is_active = false where email = 'admin@platform.test';
select tests.sign_in('admin@platform.test');
select is(tests.count_of('public.openai_realtime_sessions') + tests.count_of('public.gyms'), 0::bigint, 'nor the person''s deactivation');
select tests.sign_in('manager@lille.test');
select is(public.get_actor() -> 'visitors', '[]', 'and the customer is told of nobody');
select tests.sign_out();

-- The chain holds the visit too

select is_empty(
  'select scope_id from private.audit_heads where private.audit_chain_break(scope_id) is not null', 'every chain holds');
do $$
declare
  partition regclass;
begin
  alter table public.audit_logs disable trigger all;
  for partition in select inhrelid from pg_catalog.pg_inherits where inhparent = 'public.audit_logs'::regclass loop
    execute format('alter table %s disable trigger all', partition);
  end loop;
end $$;
update public.audit_logs set support_access_id = null
where scope_id = tests.gym_id('Arras') and seq = (select max(seq) from public.audit_logs where scope_id = tests.gym_id('Arras') and support_access_id is not null);
select isnt(private.audit_chain_break(tests.gym_id('Arras')), null, 'who hides that it was a visit breaks the chain');
update public.audit_logs set support_access_id = gen_random_uuid() where scope_id = tests.gym_id('Solo') and seq = 1;
select is(private.audit_chain_break(tests.gym_id('Solo')), 1::bigint, 'and who makes one up');

select * from finish();
rollback;
