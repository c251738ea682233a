-- Every table of the catalog × actor × select, insert, update, delete, move × foreign tenant (Nice, seen from Lille).
begin;
select no_plan();
select tests.fill_two_tenants();
select tests.create_user('gone@lille.test', 'gym_manager', tests.gym_id('Lille'));
update public.users set is_active = false where email = 'gone@lille.test';
select tests.create_user('factor@lille.test', 'gym_manager', tests.gym_id('Lille'));
select tests.verify_factor(tests.user_id('factor@lille.test'));
select tests.create_user('bare@platform.test', 'super_admin');

-- Who reads the rows of their own tenant (rule T6). A table that is not here fails the walk.
create temp table own_rows_for (table_name name primary key, readers text[]);
insert into own_rows_for
select table_name, case rule
    when 'everybody' then '{staff,manager,owner,super admin}'
    when 'customer' then '{owner,super admin}'
    when 'audit' then '{manager,owner,super admin}'
    when 'team' then '{manager,owner,super admin}'
    when 'conversation' then '{staff,manager}'
    when 'transcript' then '{manager}'
    when 'alert' then '{staff,manager,owner}'
  end::text[]
from (values
  ('users', 'everybody'), ('gyms', 'everybody'), ('franchises', 'customer'), ('audit_logs', 'audit'),
  ('kiosks', 'everybody'), ('kiosk_state', 'everybody'), ('kiosk_absences', 'everybody'),
  ('gym_members_v2', 'everybody'), ('member_preferences', 'everybody'), ('member_badges', 'everybody'),
  ('member_fitness_profile', 'everybody'), ('member_notes', 'alert'),
  ('member_consents', 'everybody'), ('badge_scans', 'everybody'), ('gym_visits', 'everybody'),
  ('gym_classes', 'everybody'), ('class_occurrences', 'everybody'), ('class_bookings', 'everybody'),
  ('class_slots', 'everybody'),
  ('openai_realtime_sessions', 'conversation'), ('conversation_events', 'transcript'),
  ('conversation_summaries', 'transcript'), ('member_analytics', 'everybody'), ('manager_alerts', 'alert'),
  ('member_views', 'everybody'),
  ('member_imports', 'team'), ('import_mappings', 'team'),
  ('gym_hours_exceptions', 'everybody'), ('consent_texts', 'everybody'),
  ('desk_ticks', 'everybody'), ('desk_check_ins', 'everybody'),
  ('invitations', 'team'), ('support_access', 'audit')
) as rules (table_name, rule);
-- A visit at Lille opens what its manager reads, also by the right to write (rule S1).
update own_rows_for set readers = readers || '{visiting super admin}'::text[];
select tests.create_user('visitor@platform.test', 'super_admin');
select tests.verify_factor(tests.user_id('visitor@platform.test'));
select tests.open_support('visitor@platform.test', tests.gym_id('Lille'), null, true);

create temp table actors (actor text primary key, role name, email text);
insert into actors (actor, role, email) values
  ('staff', 'authenticated', 'staff@lille.test'),
  ('manager', 'authenticated', 'manager@lille.test'),
  ('owner', 'authenticated', 'owner@nord.test'),
  ('super admin', 'authenticated', 'admin@platform.test'),
  ('visiting super admin', 'authenticated', 'visitor@platform.test'),
  ('deactivated manager', 'authenticated', 'gone@lille.test'),
  ('manager without their second factor', 'authenticated', 'factor@lille.test'),
  ('super admin without a second factor', 'authenticated', 'bare@platform.test'),
  ('manager whose sign-in was ended', 'authenticated', 'manager@lille.test'),
  ('stranger', 'authenticated', null),
  ('anonymous', 'anon', null),
  ('service role', 'service_role', null);

create function pg_temp.become(p_actor text) returns void
language plpgsql as $$
declare
  a actors := (select one from actors one where actor = p_actor);
begin
  perform tests.act_as(a.role, case a.role
    when 'authenticated' then tests.make_sign_in(
      coalesce(tests.user_id(a.email), gen_random_uuid()), case when p_actor ~ 'without' then 'aal1' end)
    else jsonb_build_object('sub', gen_random_uuid(), 'role', a.role, 'aal', 'aal2')
  end);
  if p_actor ~ 'ended' then
    perform tests.end_sign_in();
  end if;
end $$;

-- The where clause that names a tenant's rows, and the column that a move would change.
create function pg_temp.rows_of(p_table name, p_gym text, p_franchise text) returns text
language sql as $$
  select case p_table
    when 'franchises' then format('id = %L', tests.franchise_id(p_franchise))
    when 'gyms' then format('id = %L', tests.gym_id(p_gym))
    else format('gym_id = %L', tests.gym_id(p_gym))
  end
$$;

create function pg_temp.move_of(p_table name) returns text
language sql as $$
  select case p_table
    when 'franchises' then format('id = %L', tests.franchise_id('Sud'))
    when 'gyms' then format('franchise_id = %L', tests.franchise_id('Sud'))
    else format('gym_id = %L', tests.gym_id('Nice'))
  end
$$;

-- Columns that a role may write, or all when it may write none (the refusal is then of the whole statement).
create function pg_temp.writable(p_table name, p_role name, p_privilege text) returns name[]
language sql as $$
  with columns as (
    select a.attname, has_column_privilege(p_role, a.attrelid, a.attnum, p_privilege) as may
    from pg_catalog.pg_attribute a
    where a.attrelid = format('public.%I', p_table)::regclass
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  )
  select array_agg(attname) from columns where may or not exists (select from columns where may)
$$;

create function pg_temp.fingerprint(p_table name) returns text
language plpgsql as $$
declare
  print text;
begin
  execute format('select count(*) || md5(string_agg(t::text, '','' order by t::text)) from public.%I t', p_table) into print;
  return print;
end $$;

create function pg_temp.walk_as(p_table name, p_actor text) returns setof text
language plpgsql as $$
declare
  a actors := (select one from actors one where actor = p_actor);
  readers text[] := (select readers from own_rows_for where table_name = p_table);
  relation text := format('public.%I', p_table);
  own text := pg_temp.rows_of(p_table, 'Lille', 'Nord');
  foreigner text := pg_temp.rows_of(p_table, 'Nice', 'Sud');
  moved text := format('update %s set %s where %s', relation, pg_temp.move_of(p_table), own);
  inserted text;
  updated text;
  loot jsonb;
  seen text;
  is_platform boolean := p_actor in ('super admin', 'visiting super admin');
  allowed boolean := is_platform and p_table = 'gyms';
begin
  execute format('select to_jsonb(t) from %s t where %s limit 1', relation, foreigner) into loot;
  select string_agg(quote_ident(c), ', ') into inserted from unnest(pg_temp.writable(p_table, a.role, 'insert')) c;
  select string_agg(format('%I = %I', c, c), ', ') into updated from unnest(pg_temp.writable(p_table, a.role, 'update')) c;

  perform pg_temp.become(p_actor);
  seen := tests.outcome(format('select from %s where %s', relation, own));
  if p_actor = any (readers) then
    return next alike(seen, '% rows', format('%s reads own %s', p_actor, p_table));
    return next isnt(seen, '0 rows', format('%s finds own %s', p_actor, p_table));
  else
    return next ok(seen in ('0 rows', '42501'), format('%s reads no own %s', p_actor, p_table));
  end if;
  seen := tests.outcome(format('select from %s where %s', relation, foreigner));
  if is_platform and 'super admin' = any (readers) then
    return next isnt(seen, '0 rows', format('%s reads %s of every tenant', p_actor, p_table));
  else
    return next ok(seen in ('0 rows', '42501'), format('%s selects no foreign %s', p_actor, p_table));
  end if;
  return next is(
    tests.outcome(format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, %L)', relation, inserted, inserted, relation, loot)),
    '42501', format('%s inserts no foreign %s', p_actor, p_table));
  seen := tests.outcome(format('update %s set %s where %s', relation, updated, foreigner));
  if allowed then
    return next is(seen, '1 rows', format('%s updates %s of every tenant', p_actor, p_table));
  else
    return next ok(seen in ('0 rows', '42501'), format('%s updates no foreign %s', p_actor, p_table));
  end if;
  return next ok(
    tests.outcome(format('delete from %s where %s', relation, foreigner)) in ('0 rows', '42501'),
    format('%s deletes no foreign %s', p_actor, p_table));
  return next ok(
    tests.outcome(moved) in ('0 rows', '42501'),
    format('%s moves no %s to a foreign tenant', p_actor, p_table));
  perform tests.sign_out();
end $$;

create function pg_temp.walk() returns setof text
language plpgsql as $$
declare
  subject record;
  one record;
  before text;
begin
  for subject in
    select c.relname as name, exists (
      select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'gym_id' and not a.attisdropped
    ) as has_gym
    from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f', 'm', 'v')
    order by 1
  loop
    return next ok(
      subject.has_gym or subject.name in ('franchises', 'gyms'), format('%s has a tenant column', subject.name));
    return next ok(
      exists (select from own_rows_for e where e.table_name = subject.name),
      format('%s says who reads its rows', subject.name));
    continue when not exists (select from own_rows_for e where e.table_name = subject.name);
    return next cmp_ok(
      tests.count_of(format('public.%I where %s', subject.name, pg_temp.rows_of(subject.name, 'Lille', 'Nord'))),
      '>', 0::bigint, format('control: %s has own rows', subject.name));
    return next cmp_ok(
      tests.count_of(format('public.%I where %s', subject.name, pg_temp.rows_of(subject.name, 'Nice', 'Sud'))),
      '>', 0::bigint, format('control: %s has foreign rows', subject.name));
    before := pg_temp.fingerprint(subject.name);
    for one in select actor from actors loop
      return query select pg_temp.walk_as(subject.name, one.actor);
    end loop;
    if subject.name <> 'gyms' then
      return next is(pg_temp.fingerprint(subject.name), before, format('control: %s is as it was', subject.name));
    end if;
  end loop;
end $$;

select pg_temp.walk();
select is_empty(
  $$select table_name from own_rows_for where to_regclass(format('public.%I', table_name)) is null$$,
  'the walk expects no table that is not there');

select * from finish();
rollback;
