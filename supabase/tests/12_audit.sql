begin;
select no_plan();
select tests.two_customers();

-- What is written

select is(
  (select array_agg(action || ' ' || entity order by seq) from public.audit_logs where scope_id = tests.gym_id('Solo')),
  array['insert gyms', 'insert users'], 'inserts are audited in the scope of their gym');
select is(
  (select distinct actor_kind from public.audit_logs where scope_id = tests.gym_id('Solo')), 'system',
  'without a person it is the system');

select tests.sign_in('manager@lille.test');
update public.gyms set phone = '03 20 11 22 33', address = '5 rue Nationale';
update public.gyms set phone = '03 20 11 22 33';
select tests.sign_out();

select is(
  (select changed from public.audit_logs where scope_id = tests.gym_id('Lille') order by seq desc limit 1),
  array['address', 'phone'], 'an update names the changed columns');
select is(
  (select count(*) from public.audit_logs where scope_id = tests.gym_id('Lille') and action = 'update'), 1::bigint,
  'an update that changes nothing is not audited');
select is(
  (select array[actor_id::text, actor_kind, entity, entity_id::text, franchise_id::text]
   from public.audit_logs where scope_id = tests.gym_id('Lille') order by seq desc limit 1),
  array[tests.user_id('manager@lille.test')::text, 'staff', 'gyms', tests.gym_id('Lille')::text, tests.franchise_id('Nord')::text],
  'with the person, the row and the franchise');

select set_config('jarvis.kiosk_id', '00000000-0000-4000-8000-00000000000a', true);
update public.gyms set phone = '05 58 00 00 00' where name = 'Solo';
select is(
  (select array[actor_kind, actor_id::text] from public.audit_logs where scope_id = tests.gym_id('Solo') order by seq desc limit 1),
  array['kiosk', '00000000-0000-4000-8000-00000000000a'], 'a kiosk verb names its kiosk');
select tests.sign_in('manager@solo.test');
update public.gyms set phone = '05 58 00 00 01';
select tests.sign_out();
select is(
  (select actor_kind from public.audit_logs where scope_id = tests.gym_id('Solo') order by seq desc limit 1),
  'staff', 'a signed-in person is never taken for a kiosk');
select set_config('jarvis.kiosk_id', '', true);

delete from auth.users where id = tests.user_id('staff@lille.test');
select is(
  (select action || ' ' || entity from public.audit_logs where scope_id = tests.gym_id('Lille') order by seq desc limit 1),
  'delete users', 'a delete that cascades from auth is audited too');

update public.franchises set name = 'Nord et Pas-de-Calais' where name = 'Nord';
select is(
  (select changed from public.audit_logs where scope_id = tests.franchise_id('Nord et Pas-de-Calais') order by seq desc limit 1),
  array['name'], 'a franchise has a scope of its own');
select is(
  (select count(*) from public.audit_logs where scope_id = '00000000-0000-0000-0000-000000000000' and entity = 'users'),
  1::bigint, 'a super admin''s row belongs to the platform');

-- No values

select is_empty(
  $$select id from public.audit_logs l
    where l::text ~* 'lille.test|rue Nationale|20 11 22 33|Camille|Pas-de-Calais'$$,
  'no value of a row is in the audit');
select is_empty(
  $$select conname from pg_catalog.pg_constraint where conrelid = 'public.audit_logs'::regclass and contype = 'f'$$,
  'the audit has no foreign key');

-- The chain

select is_empty(
  'select scope_id from private.audit_heads where private.audit_chain_break(scope_id) is not null',
  'every chain holds');
select is(
  (select previous_hash from public.audit_logs where scope_id = tests.gym_id('Solo') and seq = 1), repeat('0', 64),
  'a chain begins with zeros');
select is(
  (select count(distinct previous_hash) from public.audit_logs where seq = 1), 1::bigint,
  'each scope has a chain of its own');

-- Who may touch it: nobody, the owner and the jobs included

create function pg_temp.tries_to_rewrite(p_who text) returns setof text
language plpgsql as $$
declare
  attempt text;
begin
  foreach attempt in array array[
    'update public.audit_logs set changed = ''{}''',
    'delete from public.audit_logs',
    'truncate public.audit_logs',
    format('update private.%I set changed = ''{}''', 'audit_logs_' || to_char(now() at time zone 'utc', 'YYYY_MM')),
    format('delete from private.%I', 'audit_logs_' || to_char(now() at time zone 'utc', 'YYYY_MM')),
    format('truncate private.%I', 'audit_logs_' || to_char(now() at time zone 'utc', 'YYYY_MM')),
    'merge into public.audit_logs l using (select 1) one on true when matched then delete'
  ] loop
    return next is(tests.outcome(attempt), '42501', p_who || ' cannot: ' || attempt);
  end loop;
end $$;
grant execute on function pg_temp.tries_to_rewrite(text) to public;

select tests.sign_in('manager@lille.test');
select isnt_empty('select id from public.audit_logs', 'control: there is something to rewrite');
select pg_temp.tries_to_rewrite('a manager');
select tests.sign_in('admin@platform.test');
select pg_temp.tries_to_rewrite('a super admin');
select tests.as_service();
select pg_temp.tries_to_rewrite('service_role');
select tests.sign_out();
select pg_temp.tries_to_rewrite('the owner, whom jobs run as,');

create function pg_temp.tries_to_forge(p_who text) returns setof text
language plpgsql as $$
declare
  attempt text;
begin
  foreach attempt in array array[
    'insert into public.audit_logs (actor_kind, seq, action, entity, previous_hash, hash) values (''system'', 1, ''x'', ''x'', ''x'', ''x'')',
    'select private.append_audit(''x'', ''x'', ''[{}]'')',
    'update private.audit_heads set hash = ''x''',
    'select private.drop_old_audit_partitions()',
    'alter table public.audit_logs disable trigger all',
    'drop table public.audit_logs'
  ] loop
    return next is(tests.outcome(attempt), '42501', p_who || ' cannot: ' || attempt);
  end loop;
end $$;
grant execute on function pg_temp.tries_to_forge(text) to public;

select tests.sign_in('admin@platform.test');
select pg_temp.tries_to_forge('a super admin');
select tests.as_service();
select pg_temp.tries_to_forge('service_role');
select tests.as_anonymous();
select pg_temp.tries_to_forge('anonymous');
select tests.sign_out();

-- Who may read it

select tests.sign_in('manager@lille.test');
select is(
  (select array_agg(distinct scope_id) from public.audit_logs), array[tests.gym_id('Lille')],
  'a manager reads the audit of their gym alone');
select tests.sign_in('owner@nord.test');
select is(
  (select count(distinct scope_id) from public.audit_logs), 3::bigint,
  'an owner reads the audit of the franchise and its gyms');
select is_empty(
  format('select id from public.audit_logs where scope_id in (%L, %L)', tests.gym_id('Nice'), tests.franchise_id('Sud')),
  'and of no other');
select tests.sign_in('admin@platform.test');
select is(
  (select count(distinct scope_id) from public.audit_logs), 7::bigint,
  'a super admin reads every scope and the platform''s');
select tests.sign_out();

-- The check is not blind: whoever got past every guard is found out

alter table public.audit_logs disable trigger all;
do $$
declare
  partition regclass;
begin
  for partition in select inhrelid from pg_catalog.pg_inherits where inhparent = 'public.audit_logs'::regclass loop
    execute format('alter table %s disable trigger all', partition);
  end loop;
end $$;
update public.audit_logs set changed = '{notes}' where scope_id = tests.gym_id('Lille') and seq = 3;
select is(private.audit_chain_break(tests.gym_id('Lille')), 3::bigint, 'a changed row breaks its chain');
update public.audit_logs set changed = '{notes}' where scope_id = tests.gym_id('Solo') and seq = 2;
update public.audit_logs l set hash = private.audit_hash(l) where scope_id = tests.gym_id('Solo') and seq = 2;
select is(private.audit_chain_break(tests.gym_id('Solo')), 3::bigint, 'a re-hashed row breaks the link after it');
delete from public.audit_logs where scope_id = tests.gym_id('Nice')
  and seq = (select max(seq) from public.audit_logs where scope_id = tests.gym_id('Nice'));
select isnt(private.audit_chain_break(tests.gym_id('Nice')), null, 'a row cut from the end is missed');
delete from public.audit_logs where scope_id = tests.gym_id('Arras') and seq = 1;
select is(private.audit_chain_break(tests.gym_id('Arras')), null, 'months that retention dropped from the start are not');

-- Partitions

select is(private.ensure_audit_partitions(), 0, 'this month''s partition and the next three are there');
select is(
  (select count(*) from pg_catalog.pg_inherits where inhparent = 'public.audit_logs'::regclass), 4::bigint,
  'four months are ready');
select is_empty(
  $$select c.relname from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public.audit_logs'::regclass
      and (c.relnamespace <> 'private'::regnamespace or c.relacl is not null or not c.relrowsecurity)$$,
  'partitions are not exposed, granted to nobody, and closed by RLS');
create table private.audit_logs_2020_01 partition of public.audit_logs for values from ('2020-01-01') to ('2020-02-01');
select is(private.drop_old_audit_partitions(), 1, 'months older than 24 are dropped');
select is(
  (select changed from public.audit_logs where action = 'drop'), array['audit_logs_2020_01'], 'and the drop is audited');
select is(private.drop_old_audit_partitions(), 0, 'once');
select is(
  (select count(*) from cron.job where jobname in ('ensure-audit-partitions', 'drop-old-audit-partitions')), 2::bigint,
  'both jobs are scheduled');

do $$
declare
  partition regclass;
begin
  for partition in select inhrelid from pg_catalog.pg_inherits where inhparent = 'public.audit_logs'::regclass loop
    execute format('drop table %s', partition);
  end loop;
end $$;
update public.gyms set phone = '05 58 00 00 02' where name = 'Solo';
select is(tests.count_of('public.audit_logs'), 1::bigint, 'a write after months of sleep makes its own partition');

select * from finish();
rollback;
