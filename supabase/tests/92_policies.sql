-- The shape that every table and function of the catalog must have (rules T1 to T5, P6).
begin;
select no_plan();

create temp view tables as
select c.oid, c.relname as name, c.relrowsecurity,
  (select a.attname from pg_catalog.pg_attribute a
   where a.attrelid = c.oid and a.attname = 'gym_id' and not a.attisdropped) as tenant_column
from pg_catalog.pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p');

create temp view policies as
select * from pg_catalog.pg_policies where schemaname = 'public';

create temp view functions as
select p.oid, n.nspname as schema, p.proname as name, p.oid::regprocedure as signature, p.prosecdef, p.proconfig, p.prosrc,
  p.prorettype
from pg_catalog.pg_proc p
join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where n.nspname in ('public', 'private');

select cmp_ok((select count(*) from tables), '>', 15::bigint, 'control: there are tables');
select cmp_ok((select count(*) from policies), '>', 30::bigint, 'control: there are policies');
select cmp_ok((select count(*) from functions), '>', 15::bigint, 'control: there are functions');

-- Tables

select is_empty('select name from tables where not relrowsecurity', 'RLS is on for every table');
select is_empty(
  $$select c.relname from pg_catalog.pg_class c
    where c.relnamespace = 'private'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity$$,
  'and for those of schema private');
select is_empty(
  $$select c.relname from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm', 'f')$$,
  'there is no view in the API, so none that reads past the policies');
select is_empty(
  $$select t.name from tables t where obj_description(t.oid, 'pg_class') is null$$, 'every table says what it is');
select is_empty(
  $$select t.name from tables t
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attname = t.tenant_column
    where not a.attnotnull and t.name not in ('users', 'audit_logs', 'invitations', 'support_access')$$,
  'gym_id is never null in a tenant table (users, audit, invitations and support accesses have rows above a gym)');
select is_empty(
  $$select t.name from tables t
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attname = 'updated_at'
    where not exists (
      select from pg_catalog.pg_trigger g
      where g.tgrelid = t.oid and g.tgfoid = 'private.touch_updated_at()'::regprocedure)$$,
  'updated_at is kept by a trigger wherever there is one');

-- Policies

select is_empty(
  $$select tablename, policyname from policies where coalesce(qual, '') || coalesce(with_check, '') ~* '\mor\M'$$,
  'no policy has an OR');
select is_empty(
  $$select tablename, policyname from policies where roles <> '{authenticated}'$$, 'policies are for signed-in people alone');
select is_empty(
  $$select tablename, cmd from policies where permissive = 'PERMISSIVE' group by tablename, cmd having count(*) > 1$$,
  'one permissive policy a table and command');
select is_empty(
  $$select tablename, policyname from policies where permissive = 'PERMISSIVE' and cmd = 'ALL'$$,
  'permissive policies name their command');
select is_empty(
  $$select tablename, policyname from policies
    where regexp_count(coalesce(qual, '') || ' ' || coalesce(with_check, ''), '(private|auth)\.\w+\(')
       <> regexp_count(coalesce(qual, '') || ' ' || coalesce(with_check, ''), 'SELECT (private|auth)\.\w+\(')$$,
  'helpers are wrapped in a select, so that they run once a statement');
select is_empty(
  $$select tablename, policyname from policies
    where permissive = 'PERMISSIVE'
      and (cmd <> 'INSERT' and coalesce(qual, '') !~ '^\(\w+ = ANY \(\( SELECT private\.\w+\(\) AS \w+\)::uuid\[\]\)\)$'
        or cmd in ('INSERT', 'UPDATE') and coalesce(with_check, '') !~ '^\(\w+ = ANY \(\( SELECT private\.\w+\(\) AS \w+\)::uuid\[\]\)\)$')$$,
  'permissive policies have the one form of rule T2');
select is_empty(
  $$select t.name from tables t where not exists (
      select from policies p
      where p.tablename = t.name and p.policyname = t.name || '_mfa' and p.permissive = 'RESTRICTIVE' and p.cmd = 'ALL'
        and p.qual = '((( SELECT auth.jwt() AS jwt) ->> ''aal''::text) = ANY (( SELECT private.allowed_aals() AS allowed_aals)::text[]))'
    )$$,
  'every table has the MFA policy of rule T3');
select is_empty(
  $$select t.name from tables t where not exists (
      select from policies p where p.tablename = t.name and p.permissive = 'PERMISSIVE' and p.cmd = 'SELECT')$$,
  'every table says who reads it');

-- Indexes

create temp view index_starts as
select i.indrelid, i.indkey::int2[] as columns from pg_catalog.pg_index i where i.indisvalid and i.indpred is null;

select is_empty(
  $$select t.name from tables t
    join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attname = t.tenant_column
    where not exists (select from index_starts l where l.indrelid = t.oid and l.columns[0] = a.attnum)$$,
  'an index starts with each tenant column');
select is_empty(
  $$select c.conrelid::regclass, c.conname from pg_catalog.pg_constraint c
    where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'private'::regnamespace)
      and not exists (
        select from index_starts l
        where l.indrelid = c.conrelid
          and (l.columns)[0:cardinality(c.conkey) - 1] @> c.conkey and c.conkey @> (l.columns)[0:cardinality(c.conkey) - 1]
      )$$,
  'an index starts with the columns of each foreign key');

-- Functions

select is_empty(
  $$select signature from functions where not coalesce('search_path=""' = any (proconfig), false)$$,
  'every function has an empty search_path');
select is_empty(
  $$select f.signature from functions f
    where has_function_privilege('anon', f.oid, 'execute')$$,
  'nobody calls a function without signing in');
select tests.two_customers();
select tests.verify_factor(tests.user_id('manager@lille.test'));

-- Called before the second factor is given; everything else asks for it first.
create temp table answers_at_aal1 (name name primary key, because text not null);
insert into answers_at_aal1 values
  ('get_auth_state', 'it tells that the second factor is asked for'),
  ('get_invitation', 'it shows what is about to be accepted'),
  ('redeem_recovery_code', 'it stands in for the second factor');

create function pg_temp.refusal(p_statement text) returns text
language plpgsql as $$
begin
  execute p_statement;
  return null;
exception when others then
  return sqlerrm;
end $$;

grant select on answers_at_aal1 to authenticated;
grant execute on function pg_temp.refusal(text) to authenticated;

create function pg_temp.first_refusals() returns setof text
language plpgsql as $$
declare
  called record;
begin
  for called in
    select f.signature, f.name, format('select %s.%I(%s)', f.schema, f.name, (
      select string_agg(format('null::%s', format_type(t.type, null)), ', ' order by t.place)
      from unnest(p.proargtypes::oid[]) with ordinality t (type, place)
    )) as statement
    from functions f
    join pg_catalog.pg_proc p on p.oid = f.oid
    where f.schema = 'public' and f.prosecdef and has_function_privilege('authenticated', f.oid, 'execute')
  loop
    perform tests.sign_in('manager@lille.test', 'aal1');
    if exists (select from answers_at_aal1 a where a.name = called.name) then
      return next isnt(pg_temp.refusal(called.statement), 'mfa_required', format('%s answers before the second factor', called.signature));
    else
      return next is(pg_temp.refusal(called.statement), 'mfa_required', format('%s asks for the second factor first', called.signature));
    end if;
    perform tests.end_sign_in();
    return next ok(
      pg_temp.refusal(called.statement) = 'unauthenticated' or called.name = 'get_auth_state',
      format('%s refuses a sign-in that has ended', called.signature));
    perform tests.sign_out();
  end loop;
end $$;
select pg_temp.first_refusals();
select is_empty(
  $$select name from answers_at_aal1 a where not exists (select from functions f where f.schema = 'public' and f.name = a.name)$$,
  'no exception is for a function that is not there');
select is_empty(
  $$select f.signature from functions f
    where f.schema = 'private' and f.prosecdef and has_function_privilege('authenticated', f.oid, 'execute')
      and f.prosrc !~ 'private\.my_gyms|auth\.uid\(\)|private\.\w+_gym_ids\(\)|private\.member_contacts\('$$,
  'a definer helper that people call looks at who calls');
select is_empty(
  $$select f.signature from functions f
    where f.schema = 'public' and f.name ~ '^kiosk_'
      and (not has_function_privilege('service_role', f.oid, 'execute')
        or has_function_privilege('authenticated', f.oid, 'execute'))$$,
  'kiosk verbs are for the service role alone (rule T5)');
select is_empty(
  $$select f.signature from functions f
    where f.schema = 'public' and f.name ~ '^kiosk_' and f.name <> 'kiosk_provision'
      and (not f.signature::text ~ '^kiosk_\w+\(text' or pg_get_function_arguments(f.oid) ~* 'p_(gym|member|kiosk|session|conversation)_id')$$,
  'and take a token first, no gym, member, kiosk or conversation');
select is_empty(
  $$select f.signature from functions f
    where f.prosrc ~* '\m(users|u|me)\.(role|gym_id|franchise_id)\M'
      and f.schema = 'public' and f.name not in ('get_actor', 'get_auth_state')$$,
  'only the private helpers read a person''s role and scope (rule T6)');

-- Secrets

select is_empty(
  $$select c.relname, a.attname from pg_catalog.pg_class c
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and a.attname ~ '(token|secret|code|password|badge)_hash|secret|claim_token'
      and has_column_privilege('authenticated', c.oid, a.attnum, 'select')$$,
  'no hash, token or secret can be selected');

select * from finish();
rollback;
