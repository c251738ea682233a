-- A reference across tenants fails in the database (rule T1), tried for each foreign key of the catalog.
begin;
select no_plan();
select tests.fill_two_tenants();

create temp view tenant_tables as
select a.attrelid as oid from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'gym_id' and not a.attisdropped
  and c.relname <> 'users';

create temp view tenant_references as
select c.conname, c.conrelid::regclass as child, c.confrelid::regclass as parent,
  (select array_agg(a.attname order by k.place) from unnest(c.conkey) with ordinality k(num, place)
   join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) as child_columns,
  (select array_agg(a.attname order by k.place) from unnest(c.confkey) with ordinality k(num, place)
   join pg_catalog.pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num) as parent_columns
from pg_catalog.pg_constraint c
where c.contype = 'f' and c.conrelid in (select oid from tenant_tables) and c.confrelid in (select oid from tenant_tables);

select cmp_ok((select count(*) from tenant_references), '>', 15::bigint, 'control: there are references between tenant tables');
select is_empty(
  $$select child, conname from tenant_references where not 'gym_id' = any (parent_columns)$$,
  'every reference between tenant tables carries the tenant');
select is_empty(
  $$select t.oid::regclass from tenant_tables t where t.oid <> 'public.audit_logs'::regclass and not exists (
      select from pg_catalog.pg_constraint c
      where c.contype = 'f' and c.conrelid = t.oid and c.confrelid = 'public.gyms'::regclass)$$,
  'every tenant table references its gym; the audit has no foreign keys (rule P6)');
select is_empty(
  $$select c.conrelid::regclass, c.conname from pg_catalog.pg_constraint c
    where c.contype = 'f' and c.convalidated is false$$,
  'no reference is left unchecked');

-- Tries it without the children of Nice, whose unique keys would refuse first, and leaves everything as it was.
create function pg_temp.point_across(p_child regclass, p_parent regclass, p_sql text) returns text
language plpgsql as $$
begin
  if p_child <> p_parent then
    execute format('delete from %s where gym_id = %L', p_child, tests.gym_id('Nice'));
  end if;
  execute p_sql;
  raise exception using errcode = 'P0001', message = 'it went through';
exception when others then
  return case sqlstate when 'P0001' then sqlerrm else sqlstate end;
end $$;

-- The row of Lille is pointed at the row of Nice. Triggers of ours are off, so that it is the reference that refuses.
create function pg_temp.cross_over() returns setof text
language plpgsql as $$
declare
  one record;
  key_column name;
  tenant_column name;
  parent_key name;
  stolen text;
  described text;
  own text;
begin
  for one in select * from tenant_references order by child::text, conname loop
    tenant_column := one.child_columns[array_position(one.parent_columns, 'gym_id')];
    key_column := one.child_columns[3 - array_position(one.parent_columns, 'gym_id')];
    parent_key := one.parent_columns[3 - array_position(one.parent_columns, 'gym_id')];
    described := format('%s.%s', one.child, key_column);
    own := format('gym_id = %L and %I is not null', tests.gym_id('Lille'), key_column);
    execute format('alter table %s disable trigger user', one.child);
    execute format('select %I::text from %s where gym_id = %L limit 1', parent_key, one.parent, tests.gym_id('Nice')) into stolen;
    return next isnt(stolen, null, described || ': control: there is a foreign row to point at');
    return next matches(
      tests.outcome(format('update %s set %I = %I where %s', one.child, key_column, key_column, own)),
      '^[1-9]\d* rows$', described || ': control: rows that have the reference can be written');
    return next is(
      pg_temp.point_across(one.child, one.parent, format(
        'update %s set %I = %L, %I = %L where %s', one.child, key_column, stolen, tenant_column, tests.gym_id('Lille'), own)),
      '23503', described || ' does not reach across tenants');
  end loop;
end $$;
select pg_temp.cross_over();

select * from finish();
rollback;
