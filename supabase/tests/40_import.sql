begin;
select no_plan();
select tests.two_customers();

-- What is told of a row of the file, and what a gym has.
create function pg_temp.row(p_row integer, p_name text, p_more jsonb default '{}') returns jsonb language sql as $$
  select jsonb_build_object('row', p_row, 'first_name', p_name, 'last_name', 'Fictif') || p_more
$$;
create function pg_temp.with_badge(p_badge text) returns jsonb language sql as $$
  select jsonb_build_object('badge_id', p_badge, 'badge_hashes', jsonb_build_array(tests.hash(p_badge), tests.hash(p_badge || ' swapped')))
$$;
create function pg_temp.start(p_total integer default 1, p_errors jsonb default '[]', p_source text default 'nom|prenom') returns uuid language sql as $$
  select public.start_import(tests.gym_id('Lille'), 'adherents.csv', p_source, '["last_name", "first_name", null, "not_kept"]', p_total, p_errors)
$$;
create function pg_temp.import(variadic p_rows jsonb[]) returns uuid language plpgsql as $$
declare
  made uuid := pg_temp.start(cardinality(p_rows));
begin
  perform public.import_rows(made, to_jsonb(p_rows));
  perform public.finish_import(made);
  return made;
end $$;
create function pg_temp.counts(p_import uuid) returns text language sql security definer as $$
  select concat_ws(' ', rows_new, rows_changed, rows_same, rows_bad, state) from public.member_imports where id = p_import
$$;
create function pg_temp.of(p_name text) returns public.gym_members_v2 language sql security definer as $$
  select m from public.gym_members_v2 m where m.first_name = p_name and m.deleted_at is null
  order by m.external_id, m.gym_id <> tests.gym_id('Lille') limit 1
$$;
create function pg_temp.badges(p_name text) returns text language sql security definer as $$
  select string_agg(case when b.valid_to is null then 'valid' when b.replaced_by is not null then 'replaced' else 'closed' end, ' ' order by b.badge_hash)
  from public.member_badges b join public.gym_members_v2 m on m.id = b.member_id where m.first_name = p_name
$$;
grant execute on all functions in schema pg_temp to public;
create function pg_temp.validity() returns table (badge_hash text, valid_to timestamptz) language sql security definer as $$
  select b.badge_hash, b.valid_to from public.member_badges b
$$;
grant execute on function pg_temp.validity() to public;
create temp table made (name text primary key, id uuid);
grant all on made to public;

-- an import, and the same again
select tests.sign_in('manager@lille.test');
insert into made values ('first', pg_temp.import(
  pg_temp.row(2, 'Alix', '{"external_id": "C1", "email": "alix@example.test", "phone": "06 39 98 00 01", "membership_type": "Annuel",
    "membership_ends_on": "2027-01-31", "member_since": "2024-05-01", "birth_date": "2015-02-03", "is_active": true, "membership_suspended": true}'
    || pg_temp.with_badge('1111')),
  pg_temp.row(3, 'Bo', '{"external_id": "C2"}'),
  pg_temp.row(4, 'Cléo', '{"email": "cleo@example.test"}')));
select is(pg_temp.counts(id), '3 0 0 0 done', 'three new members') from made where name = 'first';
select is(to_jsonb(pg_temp.of('Alix')) - '{id,gym_id,created_at,updated_at,search,sort_name,risk_points,has_badge,consents,phone_digits,last_visit,deleted_at,analysis_objection,merged_into,guest_day}'::text[],
  jsonb_build_object('external_id', 'C1', 'badge_id', '1111', 'first_name', 'Alix', 'last_name', 'Fictif', 'email', 'alix@example.test',
    'phone', '06 39 98 00 01', 'membership_type', 'Annuel', 'membership_ends_on', '2027-01-31', 'membership_suspended', true,
    'is_active', true, 'member_since', '2024-05-01', 'birth_date', '2015-02-03', 'is_minor', true, 'member_kind', 'member',
    'import_id', (select id from made where name = 'first')), 'with all that the file says');
select is(pg_temp.badges('Alix'), 'valid', 'and the badge');
select is(pg_temp.counts(pg_temp.import(
  pg_temp.row(2, 'Alix', '{"external_id": "C1", "email": "alix@example.test"}' || pg_temp.with_badge('1111')),
  pg_temp.row(3, 'Bo', '{"external_id": "C2"}'), pg_temp.row(4, 'Cléo', '{"email": "cleo@example.test"}'))),
  '0 0 3 0 done', 'the same file again changes nothing');
select is(tests.count_of($$public.gym_members_v2 where gym_id = tests.gym_id('Lille')$$), 3::bigint, 'and doubles nobody');
select is(tests.count_of($$public.import_mappings$$), 1::bigint, 'the mapping is remembered once a source');

-- whom a row is
select pg_temp.import(pg_temp.row(2, 'Alix', '{"external_id": "C1", "membership_type": "Mensuel"}'));
select is((pg_temp.of('Alix')).membership_type, 'Mensuel', 'by number: a value that differs is taken');
select is((pg_temp.of('Alix')).email, 'alix@example.test', 'what the file leaves blank stays');
select pg_temp.import(pg_temp.row(2, 'Cleo', '{"email": "cleo@example.test", "external_id": "C3"}'));
select is((pg_temp.of('Cleo')).external_id, 'C3', 'by e-mail and name, accents aside: the number is learnt');
select pg_temp.import(pg_temp.row(2, 'Alix', jsonb_build_object('badge_hashes', jsonb_build_array(tests.hash('1111')), 'member_kind', 'staff')));
select is((pg_temp.of('Alix')).member_kind, 'staff', 'by badge and name');
select pg_temp.import(pg_temp.row(2, 'Alix', '{"phone": "+33 6 39 98 00 01", "member_since": "2023-01-01"}'));
select is((pg_temp.of('Alix')).member_since, '2023-01-01'::date, 'by phone and name, however the phone is written');
select is(pg_temp.counts(pg_temp.import(pg_temp.row(2, 'Alix', '{"external_id": "C9", "email": "alix@example.test"}'))),
  '1 0 0 0 done', 'another number is another member, whatever else they share');

create function pg_temp.told(variadic p_rows jsonb[]) returns text language sql as $$
  select string_agg(e ->> 'row' || ' ' || (e ->> 'field') || ' ' || (e ->> 'code'), ', ')
  from jsonb_array_elements(public.preview_import(tests.gym_id('Lille'), to_jsonb(p_rows)) -> 'errors') e
$$;
grant execute on function pg_temp.told(jsonb[]) to public;
select is(pg_temp.told(
  pg_temp.row(2, 'Bo'), pg_temp.row(3, 'Bo', '{"external_id": "C1"}' || pg_temp.with_badge('2222')), pg_temp.row(4, 'Dan', pg_temp.with_badge('1111')),
  pg_temp.row(5, 'Eve', '{"external_id": "C5"}'), pg_temp.row(6, 'Fay', '{"external_id": "C5"}'),
  pg_temp.row(7, 'Gus', '{"external_id": "C7"}' || pg_temp.with_badge('3333')), pg_temp.row(8, 'Hal', '{"external_id": "C8"}' || pg_temp.with_badge('3333')),
  pg_temp.row(9, 'Bo', '{"external_id": "C1"}')),
  '2 last_name name_taken, 4 badge badge_taken, 6 external_id duplicate_id, 8 badge duplicate_badge, 9 last_name duplicate_person',
  'nobody by the name alone, no badge of somebody else, nobody twice');
select is((select count(*) from public.gym_members_v2 where first_name in ('Dan', 'Eve', 'Gus')), 0::bigint, 'a preview writes nothing');
select is(public.preview_import(tests.gym_id('Lille'), jsonb_build_array(
  pg_temp.row(2, 'Alix', '{"external_id": "C1"}'), pg_temp.row(3, 'Bo', '{"external_id": "C2", "is_active": false}'), pg_temp.row(4, 'New'))) - 'errors',
  '{"new": 1, "changed": 1, "same": 1, "bad": 0}', 'and counts');

-- badges
select pg_temp.import(pg_temp.row(2, 'Alix', '{"external_id": "C1"}' || pg_temp.with_badge('1112')));
select is(pg_temp.badges('Alix'), (select string_agg(s, ' ' order by h) from (values (tests.hash('1111'), 'replaced'), (tests.hash('1112'), 'valid')) v (h, s)),
  'another badge replaces the one before');
insert into made values ('swapped', pg_temp.import(pg_temp.row(2, 'Alix', '{"external_id": "C1", "badge_id": "1112s"}'
  || jsonb_build_object('badge_hashes', jsonb_build_array(tests.hash('1112 swapped'), tests.hash('1112'))))));
select is((select count(*) from public.member_badges b where b.member_id = (pg_temp.of('Alix')).id), 2::bigint, 'another form of the same badge does not');

-- batches
insert into made values ('batches', pg_temp.start(4, '[{"row": 3, "field": "email", "code": "email_invalid", "value": "x@y"}, {"row": 4, "code": "drop table"}]'));
select is(public.import_rows(id, jsonb_build_array(pg_temp.row(2, 'Ida', '{"external_id": "D1"}'))) - 'errors', '{"new": 1, "changed": 0, "same": 0, "bad": 0}', 'a batch')
  from made where name = 'batches';
select is(public.import_rows(id, jsonb_build_array(pg_temp.row(2, 'Ida', '{"external_id": "D1"}'))) - 'errors', '{"new": 0, "changed": 0, "same": 0, "bad": 0}', 'that comes twice counts once')
  from made where name = 'batches';
select throws_ok(format('select pg_temp.start()'), 'P0001', 'conflict', 'one import at a time in a gym');
select throws_ok(format('select public.import_rows(%L, %L)', id, r), 'P0001', 'invalid_input', 'rows: ' || left(r, 40)) from made,
  (values ('{}'), ('null'), ('[1]'), ('[{"row": 5}]'), ('[{"row": 5, "first_name": "A", "last_name": "B", "birth_date": "soon"}]'), ('[{"row": 5, "first_name": "A", "last_name": "B", "member_kind": "king"}]'),
    ((select jsonb_agg(pg_temp.row(n, 'A'))::text from generate_series(5, 505) n))) v (r) where name = 'batches';
select is((select errors from public.member_imports i where i.id = m.id), '[{"row": 3, "code": "email_invalid", "field": "email"}]', 'errors keep codes and no value')
  from made m where name = 'batches';
select is(public.finish_import(id) ->> 'state', 'failed', 'ended before every row came: it has failed, and says so') from made where name = 'batches';
select throws_ok(format('select public.import_rows(%L, ''[]'')', id), 'P0001', 'conflict', 'what is over takes no rows') from made where name = 'batches';
insert into made values ('silent', pg_temp.start());
select tests.sign_out();
update public.member_imports set active_at = now() - interval '11 minutes' where id = (select id from made where name = 'silent');
select tests.sign_in('manager@lille.test');
insert into made values ('after', pg_temp.start());
select is(pg_temp.counts(id), '0 0 0 0 failed', 'one that went silent does not stand in the way') from made where name = 'silent';
select is(public.finish_import(id) ->> 'state', 'failed', 'ended') from made where name = 'after';
select throws_ok(s, 'P0001', 'invalid_input', s) from unnest(array[
  format('select public.start_import(%L, '''', ''a'', ''[]'', 1)', tests.gym_id('Lille')),
  format('select public.start_import(%L, ''a'', ''a'', ''{}'', 1)', tests.gym_id('Lille')),
  format('select public.start_import(%L, ''a'', ''a'', ''["a b"]'', 1)', tests.gym_id('Lille')),
  format('select public.start_import(%L, ''a'', ''a'', ''[]'', 50001)', tests.gym_id('Lille')),
  format('select public.start_import(%L, ''a'', ''a'', ''[]'', 1, ''{}'')', tests.gym_id('Lille'))]) s;

-- undo
insert into made values ('undone', pg_temp.import(
  pg_temp.row(2, 'Zoé', '{"external_id": "E1"}' || pg_temp.with_badge('4444')), pg_temp.row(3, 'Yan', '{"external_id": "E2", "phone": "0611111111"}'),
  pg_temp.row(4, 'Xia', '{"external_id": "E3"}'), pg_temp.row(5, 'Bo', '{"external_id": "C2", "membership_type": "Or", "phone": "0622222222"}'),
  pg_temp.row(6, 'Alix', '{"external_id": "C1", "membership_type": "Argent"}' || pg_temp.with_badge('1113')),
  pg_temp.row(7, 'Cleo', '{"external_id": "C3"}')));
select is(pg_temp.counts(id), '3 2 1 0 done', 'three new, two changed, one the same') from made where name = 'undone';
select tests.sign_out();
update public.gym_members_v2 set phone = '0699999999' where first_name in ('Yan', 'Bo');
select tests.make_visits('Xia', '{1}');
update public.gym_members_v2 set last_visit = now() where first_name = 'Zoé';
select tests.sign_in('manager@lille.test');
select is(public.undo_import(id), '{"removed": 1, "restored": 1, "kept": 3, "left": 0}', 'the undo says what it left alone') from made where name = 'undone';
select is((pg_temp.of('Zoé')).id, null, 'a new member whom nobody touched is gone');
select is(pg_temp.badges('Zoé'), 'closed', 'and their badge lets nobody in');
select is((pg_temp.of('Yan')).phone, '0699999999', 'one whom somebody changed by hand stays');
select isnt((pg_temp.of('Xia')).id, null, 'so does one who has come');
select is(array[(pg_temp.of('Bo')).phone, (pg_temp.of('Bo')).membership_type], array['0699999999', null], 'what a hand wrote stays, what the import wrote goes');
select is((pg_temp.of('Alix')).membership_type, 'Mensuel', 'a changed member is as before');
select is((pg_temp.of('Alix')).badge_id, '1112s', 'the badge shown too');
select is((select string_agg(case when valid_to is null then 'valid' else 'closed' end, ' ' order by v.n) from (values (1, '1112'), (2, '1113')) v (n, badge)
  join pg_temp.validity() b on b.badge_hash = tests.hash(v.badge)), 'valid closed', 'and the badge that was replaced is good again');
select is(pg_temp.counts(id), '3 2 1 0 undone', 'the import says that it is undone') from made where name = 'undone';
select throws_ok(format('select public.undo_import(%L)', id), 'P0001', 'conflict', 'once') from made where name = 'undone';
select is(pg_temp.counts(pg_temp.import(pg_temp.row(2, 'Zoé', '{"external_id": "E1"}' || pg_temp.with_badge('4444')))), '1 0 0 0 done', 'the same file can come again');
select tests.sign_out();
select is(tests.count_of($$private.import_changes where import_id = (select id from made where name = 'undone')$$), 0::bigint, 'what stood before is forgotten then');
update public.member_imports set created_at = now() - interval '31 days' where id = (select id from made where name = 'first');
select tests.sign_in('manager@lille.test');
select throws_ok(format('select public.undo_import(%L)', id), 'P0001', 'conflict', 'a month later it is too late') from made where name = 'first';

-- a long one goes in batches
insert into made values ('long', pg_temp.start(700));
select public.import_rows(id, (select jsonb_agg(pg_temp.row(n, 'Many', jsonb_build_object('external_id', 'M' || n))) from generate_series(2, 501) n)) from made where name = 'long';
select public.import_rows(id, (select jsonb_agg(pg_temp.row(n, 'Many', jsonb_build_object('external_id', 'M' || n))) from generate_series(502, 701) n)) from made where name = 'long';
select is(public.finish_import(id) ->> 'new', '700', 'a long import') from made where name = 'long';
select is(public.undo_import(id), '{"removed": 500, "restored": 0, "kept": 0, "left": 200}', 'is taken back in batches') from made where name = 'long';
select is(pg_temp.counts(id), '700 0 0 0 undoing', 'and says so meanwhile') from made where name = 'long';
select is(public.undo_import(id), '{"removed": 200, "restored": 0, "kept": 0, "left": 0}', 'to the end') from made where name = 'long';
select is(pg_temp.counts(id), '700 0 0 0 undone', 'then it is undone') from made where name = 'long';

-- who may
create function pg_temp.verbs() returns setof text language sql as $$
  select format(v, tests.gym_id('Lille')) from unnest(array['select public.preview_import(%L, ''[]'')', 'select public.start_import(%L, ''a'', ''a'', ''[]'', 1)']) v
  union all
  select format(v, (select id from made where name = 'first')) from unnest(array['select public.import_rows(%L, ''[]'')', 'select public.finish_import(%L)', 'select public.undo_import(%L)']) v
$$;
grant execute on function pg_temp.verbs() to public;
select tests.sign_in('staff@lille.test');
select throws_ok(v, 'P0001', 'forbidden', 'staff: ' || v) from pg_temp.verbs() v;
select is(tests.count_of('public.member_imports') + tests.count_of('public.import_mappings'), 0::bigint, 'and see none');
select tests.sign_in('admin@platform.test');
select throws_ok(v, 'P0001', 'forbidden', 'the platform without a support access: ' || v) from pg_temp.verbs() v;
select tests.sign_in('manager@nice.test');
select throws_ok(v, 'P0001', 'not_found', 'another gym: ' || v) from pg_temp.verbs() v;
select tests.sign_in('owner@nord.test');
select is(pg_temp.counts(pg_temp.import(pg_temp.row(2, 'Bo', '{"external_id": "C2"}'))), '0 0 1 0 done', 'the owner may');
select tests.sign_out();
update public.gyms set status = 'suspended' where id = tests.gym_id('Lille');
select tests.sign_in('manager@lille.test');
select throws_ok(v, 'P0001', 'customer_suspended', 'suspended: ' || v) from pg_temp.verbs() v;
select tests.sign_out();
update public.gyms set status = 'active' where id = tests.gym_id('Lille');

-- two gyms have the same numbers and do not meet
select tests.sign_in('manager@nice.test');
select is(public.preview_import(tests.gym_id('Nice'), jsonb_build_array(pg_temp.row(2, 'Bo', '{"external_id": "C2"}'))) ->> 'new', '1', 'the number of another gym says nothing');
select tests.sign_out();

-- what is written down
select is((select array_agg(distinct action || ' ' || array_to_string(changed, ',') order by action || ' ' || array_to_string(changed, ',')) from public.audit_logs
  where entity = 'member_imports' and entity_id = (select id from made where name = 'undone')),
  array['insert ', 'update finished_at,state', 'update rows_kept,state,undone_at'], 'the audit has its beginning, end and undo');
select is(tests.count_of($$public.audit_logs where entity = 'gym_members_v2' and action = 'insert' and entity_id = (select id from public.gym_members_v2 where external_id = 'D1')$$), 1::bigint, 'and each member');
select is(private.audit_chain_break(tests.gym_id('Lille')), null, 'in one chain');

select * from finish();
rollback;
