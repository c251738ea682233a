-- The page of a member: who reads what, create, edit with conflict, delete and restore, notes, consents with health.
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'entree');

create function pg_temp.lille() returns uuid language sql as $$ select tests.gym_id('Lille') $$;
create function pg_temp.said(p_sql text) returns text language plpgsql as $$
declare
  refused text;
begin
  execute p_sql;
  return 'done';
exception when others then
  get stacked diagnostics refused = pg_exception_detail;
  return sqlerrm || case when refused <> '' then ' ' || refused else '' end;
end $$;
create function pg_temp.of(p_name text) returns public.gym_members_v2 language sql security definer as $$
  select m from public.gym_members_v2 m where m.first_name = p_name
$$;
create function pg_temp.fitness(p_name text) returns public.member_fitness_profile language sql security definer as $$
  select f from public.member_fitness_profile f where f.member_id = tests.member_id(p_name)
$$;
create function pg_temp.page(p_name text, p_tab text default 'all', p_cursor text default null, p_limit integer default 30) returns jsonb
language sql as $$ select public.get_member(tests.member_id(p_name), p_tab, p_cursor, p_limit) $$;
create function pg_temp.kinds(p_page jsonb) returns text language sql as $$
  select string_agg(r ->> 'kind', ' ' order by place) from jsonb_array_elements(p_page #> '{history,rows}') with ordinality as h (r, place)
$$;
create function pg_temp.note_of(p_text text) returns uuid language sql security definer as $$
  select n.id from public.member_notes n where n.text = p_text
$$;
grant execute on all functions in schema pg_temp to public;

-- create
select tests.sign_in('manager@lille.test');
select isnt(public.create_member(pg_temp.lille(), '{"first_name": " Nadia ", "last_name": "Fictif", "email": "Nadia@Exemple.test", "phone": "06 39 98 00 01",
  "birth_date": "1992-03-04", "member_since": "2024-03-01", "membership_type": "Liberté", "language": "fr", "fitness_level": "beginner",
  "primary_goals": ["wellbeing", "endurance", "wellbeing"]}'), null, 'a manager adds a member');
select is(array[(pg_temp.of('Nadia')).email, (pg_temp.of('Nadia')).first_name], '{nadia@exemple.test,Nadia}', 'trimmed, the address in lower case');
select is((pg_temp.fitness('Nadia')).primary_goals, '{endurance,wellbeing}', 'goals once each');
select is(pg_temp.said(format('select public.create_member(pg_temp.lille(), %L)', wrong)), told, told) from (values
  ('{"first_name": " ", "last_name": "B"}', 'invalid_input first_name'), ('{"first_name": "A"}', 'invalid_input last_name'),
  ('{"first_name": "A", "last_name": "B", "email": "nobody"}', 'invalid_input email'),
  ('{"first_name": "A", "last_name": "B", "phone": "appeler le soir"}', 'invalid_input phone'),
  ('{"first_name": "A", "last_name": "B", "birth_date": "2026-02-30"}', 'invalid_input birth_date'),
  ('{"first_name": "A", "last_name": "B", "birth_date": "2190-01-01"}', 'invalid_input birth_date'),
  ('{"first_name": "A", "last_name": "B", "primary_goals": ["fly"]}', 'invalid_input primary_goals'),
  ('{"first_name": "A", "last_name": "B", "workout_frequency_per_week": 99}', 'invalid_input workout_frequency_per_week'),
  ('{"first_name": "A", "last_name": "B", "member_kind": "robot"}', 'invalid_input member_kind'),
  ('{"first_name": "A", "last_name": "B", "churn_risk_score": 1}', 'invalid_input churn_risk_score'),
  ('{"first_name": "A", "last_name": "B", "injuries": "genou"}', 'consent_missing'),
  ('[]', 'invalid_input changes')) as cases (wrong, told);
select is(pg_temp.said($$select public.create_member(pg_temp.lille(), '{"first_name": "Jeune", "last_name": "F", "birth_date": "2020-01-01", "external_id": "C1"}')$$), 'done', 'a minor');
select is((pg_temp.of('Jeune')).is_minor, true, 'who is known as one');
select is(pg_temp.said($$select public.create_member(pg_temp.lille(), '{"first_name": "Autre", "last_name": "F", "external_id": "C1"}')$$),
  'invalid_input external_id', 'a number that another member has');
select is(pg_temp.said($$select public.create_member(tests.gym_id('Nice'), '{"first_name": "A", "last_name": "B"}')$$), 'not_found', 'other gym''s id is not found');

-- duplicates
select is((select string_agg(d ->> 'by', ' ') from jsonb_array_elements(public.find_duplicates(pg_temp.lille(), said)) d), by, by) from (values
  ('{"email": "NADIA@exemple.test"}'::jsonb, '["email"]'), ('{"phone": "+33 6 39 98 00 01"}', '["phone"]'),
  ('{"first_name": "nadia", "last_name": "FICTIF", "birth_date": "1992-03-04"}', '["name"]'),
  ('{"first_name": "Nadia", "last_name": "Fictif", "birth_date": "1992-03-05"}', null),
  ('{"first_name": "Nadia", "last_name": "Fictif"}', null), ('{"birth_date": "rien"}', null)) as cases (said, by);
select is(public.find_duplicates(pg_temp.lille(), '{"email": "nadia@exemple.test"}', tests.member_id('Nadia')), '[]', 'nobody is their own double');
select is(public.find_duplicates(pg_temp.lille(), '{"first_name": "Nadia", "last_name": "Fictif"}', tests.member_id('Jeune')), '[]',
  'nor is a namesake without the same birth date one while a member is edited');

-- edit, and two who edit at once
select is(public.save_member(tests.member_id('Nadia'), '{"phone": "06 39 98 00 01"}', '{"phone": "06 39 98 00 02"}'), '{"saved": true, "theirs": {}}', 'a change');
select is(public.save_member(tests.member_id('Nadia'), '{"phone": "06 39 98 00 01", "membership_type": "Liberté"}',
  '{"phone": "06 39 98 00 03", "membership_type": "Annuel"}'), '{"saved": false, "theirs": {"phone": "06 39 98 00 02"}}', 'what somebody else wrote is told');
select is((pg_temp.of('Nadia')).membership_type, 'Liberté', 'and nothing of the form is half there');
select is(public.save_member(tests.member_id('Nadia'), '{"phone": "06 39 98 00 01"}', '{"phone": "06 39 98 00 02"}') ->> 'saved', 'true', 'the same value is no conflict');
select is(public.save_member(tests.member_id('Nadia'), '{"membership_type": "Liberté"}', '{"membership_type": "Annuel"}') ->> 'saved', 'true', 'another field is none either');
select is(pg_temp.said($$select public.save_member(tests.member_id('Nadia'), '{}', '{"last_name": null}')$$), 'invalid_input last_name', 'a name stays');

-- health
select is(pg_temp.page('Nadia') ->> 'health', 'no_consent', 'no consent, no health');
select is(pg_temp.said($$select public.save_member(tests.member_id('Nadia'), '{}', '{"injuries": "genou"}')$$), 'consent_missing', 'nothing about health is written without it');
select isnt(public.record_consent(tests.member_id('Nadia'), 'health', true, 'fr', '2026-11'), null, 'agreed on paper');
select is(public.save_member(tests.member_id('Nadia'), '{}', '{"injuries": "genou", "current_weight_kg": 61.55, "height_cm": 170}') ->> 'saved', 'true', 'then it is');
select is(pg_temp.page('Nadia') #> '{values,current_weight_kg}', '61.6', 'and read');
select is(pg_temp.page('Nadia') #>> '{consents,0,source}' || ' ' || (pg_temp.page('Nadia') #>> '{consents,0,by}'), 'desk Manager', 'the receipt says where and who');
select tests.sign_in('staff@lille.test');
select is(array[pg_temp.page('Nadia') ->> 'health', pg_temp.page('Nadia') ->> 'values', pg_temp.page('Nadia') ->> 'contact'],
  '{closed,null,null}', 'the team reads neither health nor contact');
select is(tests.outcome('select injuries from public.member_fitness_profile'), '42501', 'by the table neither');
select isnt(public.record_consent(tests.member_id('Nadia'), 'health', false, 'fr', '2026-11'), null, 'withdrawn at the desk');
select tests.sign_out();
select is(num_nonnulls((f).height_cm, (f).current_weight_kg, (f).injuries), 0, 'what it held is gone') from pg_temp.fitness('Nadia') f;
select is((f).fitness_level, 'beginner', 'the rest stays') from pg_temp.fitness('Nadia') f;
select is(tests.outcome($$update public.member_fitness_profile set injuries = 'dos'$$), 'P0001', 'not even the owner of the database writes it');
select is((select count(*) from public.audit_logs l where l::text ~ 'genou'), 0::bigint, 'and no audit knows a word');
insert into public.consent_texts (gym_id, purpose, language, version, text) values (pg_temp.lille(), 'health', 'fr', '7', 'Nous gardons ce que vous nous dites.');
select tests.sign_in('staff@lille.test');
select public.record_consent(tests.member_id('Nadia'), 'health', true, 'fr', '2026-11');
select is(pg_temp.page('Nadia') #>> '{consents,0,version}' || ' ' || (pg_temp.page('Nadia') #>> '{consents,0,text}'), '7 Nous gardons ce que vous nous dites.', 'the gym''s own text has its version');
select is(pg_temp.said($$select public.record_consent(tests.member_id('Nadia'), 'all', true, 'fr', '1')$$), 'invalid_input purpose', 'a purpose that there is not');

-- notes
select isnt(public.add_note(tests.member_id('Nadia'), 'note', ' Cherche un cours du soir '), null, 'the team notes');
select isnt(public.add_note(tests.member_id('Nadia'), 'call', null, 'no_answer'), null, 'and logs a call');
select is(pg_temp.said(format('select public.add_note(tests.member_id(''Nadia''), %L, %L, %L)', kind, said, outcome)), told, told) from (values
  ('note', '  ', null, 'invalid_input text'), ('note', repeat('a', 2001), null, 'invalid_input text'), ('call', 'x', null, 'invalid_input outcome'),
  ('note', 'x', 'reached', 'invalid_input outcome'), ('fax', 'x', 'reached', 'invalid_input kind')) as cases (kind, said, outcome, told);
select is(pg_temp.said($$select public.edit_note(pg_temp.note_of('Cherche un cours du soir'), 'Cherche un cours')$$), 'done', 'one''s own, today');
select is(pg_temp.page('Nadia') #> '{counts}', '{"visits": 0, "conversations": 0, "alerts": 0, "contacts": 1, "notes": 1}', 'counted by tab');
select is(pg_temp.kinds(pg_temp.page('Nadia', 'notes')), 'note', 'the notes'' tab');
select is(pg_temp.page('Nadia', 'notes') #> '{history,rows,0,data}',
  '{"text": "Cherche un cours", "outcome": null, "by": "Staff", "edited": true, "may_edit": true, "may_delete": true}', 'with author');
select tests.sign_in('manager@lille.test');
select is(pg_temp.said($$select public.edit_note(pg_temp.note_of('Cherche un cours'), 'Autre')$$), 'forbidden', 'not a colleague''s');
select is(pg_temp.said($$select public.set_note_deleted(pg_temp.note_of('Cherche un cours'), true)$$), 'done', 'who manages deletes it');
select is(pg_temp.page('Nadia', 'notes') #>> '{history,rows}', '[]', 'and it is read by nobody');
select is(pg_temp.said($$select public.set_note_deleted(pg_temp.note_of('Cherche un cours'), true)$$), 'conflict deleted', 'once');
select is(pg_temp.said($$select public.set_note_deleted(pg_temp.note_of('Cherche un cours'), false)$$), 'done', 'and back');
select tests.sign_out();
update public.member_notes set created_at = now() - interval '2 days' where kind = 'note';
select tests.sign_in('staff@lille.test');
select is(pg_temp.said($$select public.edit_note(pg_temp.note_of('Cherche un cours'), 'Autre')$$), 'forbidden', 'not after its day');
select is(pg_temp.said($$select public.set_note_deleted(pg_temp.note_of('Cherche un cours'), true)$$), 'forbidden', 'nor deleted');
select is(pg_temp.said(format('select public.%s', verb)), 'forbidden', 'staff may not: ' || verb) from unnest(array[
  'create_member(pg_temp.lille(), ''{}'')', 'save_member(tests.member_id(''Nadia''), ''{}'', ''{}'')', 'delete_member(tests.member_id(''Nadia''))',
  'restore_member(tests.member_id(''Nadia''))', 'merge_members(tests.member_id(''Nadia''), tests.member_id(''Jeune''))',
  'find_duplicates(pg_temp.lille(), ''{}'')', 'get_merge(tests.member_id(''Nadia''))']) verb;
select tests.sign_out();
update public.member_notes set deleted_at = now() - interval '25 hours' where kind = 'call';
select is(private.purge_notes(), 1, 'a deleted note goes after a day');

-- history: order, grouping, pages
select tests.make_talk('entree', 'Nadia', -0.6, '3 days');
insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source)
select pg_temp.lille(), tests.member_id('Nadia'), pg_temp.lille(), (at at time zone 'Europe/Paris')::date, at, at, 'desk'
from (select date_trunc('week', now() - interval '5 weeks' * w) + interval '1 day' * d + interval '9 hours' as at
  from generate_series(1, 12) w cross join generate_series(0, 2) d) v;
select tests.sign_in('manager@lille.test');
select is(pg_temp.page('Nadia') #>> '{counts,visits}', '36', 'all visits');
select is((select count(*) from jsonb_array_elements(pg_temp.page('Nadia', 'visits', null, 100) #> '{history,rows}')), 36::bigint, 'line by line in their tab');
select is((select count(*) from jsonb_array_elements(pg_temp.page('Nadia', 'all', null, 100) #> '{history,rows}') r where r ->> 'kind' = 'visits'), 12::bigint, 'a line a week among the rest');
select is((select jsonb_agg(distinct r #> '{data,count}') from jsonb_array_elements(pg_temp.page('Nadia', 'all', null, 100) #> '{history,rows}') r where r ->> 'kind' = 'visits'), '[3]', 'of three each');
create function pg_temp.walked(p_tab text) returns bigint language plpgsql as $$
declare
  page jsonb;
  place text;
  seen text[] := '{}';
begin
  loop
    page := pg_temp.page('Nadia', p_tab, place, 7);
    seen := seen || array(select (r ->> 'id') || (r ->> 'at') from jsonb_array_elements(page #> '{history,rows}') r);
    place := page #>> '{history,next_cursor}';
    exit when place is null;
  end loop;
  return (select count(distinct s) from unnest(seen) s) - case when cardinality(seen) <> (select count(distinct s) from unnest(seen) s) then 1000 else 0 end;
end $$;
select is(pg_temp.walked(tab), (select count(*) from jsonb_array_elements(pg_temp.page('Nadia', tab, null, 100) #> '{history,rows}')), 'pages of ' || tab || ' meet every line once')
from unnest('{all,visits,conversations,contacts,notes,alerts}'::text[]) tab;
select is(pg_temp.page('Nadia', 'conversations') #>> '{history,rows,0,data,summary}', 'résumé de Nadia', 'a summary, for who reads transcripts');
select is(jsonb_array_length(pg_temp.page('Nadia') #> '{habits,weeks}'), 13, 'thirteen weeks');
select is(pg_temp.said($$select pg_temp.page('Nadia', 'secrets')$$), 'invalid_input tab', 'a tab that there is not');
select is(pg_temp.said($$select pg_temp.page('Nadia', 'all', 'x')$$), 'invalid_input cursor', 'a place that there is not');
select tests.sign_in('staff@lille.test');
select is(pg_temp.page('Nadia', 'conversations') #>> '{history,rows,0,data,summary}', null, 'none for the team');
select isnt(pg_temp.kinds(pg_temp.page('Nadia')) ~ 'edited', true, 'nor who changed what');
select tests.sign_in('admin@platform.test');
select is(array[pg_temp.page('Nadia') #>> '{contact,email}', pg_temp.page('Nadia') #>> '{counts,notes}', pg_temp.page('Nadia') #>> '{counts,conversations}'],
  '{nadia@exemple.test,null,null}', 'the platform reads the member, not the team''s words or the conversations');
select is(pg_temp.said($$select public.add_note(tests.member_id('Nadia'), 'note', 'x')$$), 'forbidden', 'and writes nothing');
select tests.sign_in('manager@nice.test');
select is(pg_temp.said($$select pg_temp.page('Nadia')$$), 'not_found', 'another customer finds nobody');

-- delete and restore
select tests.sign_in('manager@lille.test');
select is(pg_temp.said($$select public.delete_member(tests.member_id('Nadia'))$$), 'done', 'deleted');
select is(pg_temp.said(format('select public.%s', verb)), 'conflict deleted', verb) from unnest(array[
  'delete_member(tests.member_id(''Nadia''))', 'save_member(tests.member_id(''Nadia''), ''{}'', ''{"phone": "06 39 98 00 09"}'')',
  'add_note(tests.member_id(''Nadia''), ''note'', ''x'')', 'record_consent(tests.member_id(''Nadia''), ''talk'', true, ''fr'', ''1'')']) verb;
select isnt(pg_temp.page('Nadia') ->> 'deleted_at', null, 'the page still opens');
select is(pg_temp.page('Nadia') -> 'risk', 'null', 'without a risk');
select is(pg_temp.said($$select public.restore_member(tests.member_id('Nadia'))$$), 'done', 'back');
select isnt(pg_temp.page('Nadia') -> 'risk', 'null', 'with the risk');
select is(pg_temp.said($$select public.restore_member(tests.member_id('Nadia'))$$), 'conflict deleted', 'once');
select public.delete_member(tests.member_id('Nadia'));
select tests.sign_out();
update public.gym_members_v2 set deleted_at = now() - interval '31 days' where first_name = 'Nadia';
select tests.sign_in('manager@lille.test');
select is(pg_temp.said($$select public.restore_member(tests.member_id('Nadia'))$$), 'conflict deleted', 'not after 30 days');
select tests.sign_out();
update public.gyms set status = 'suspended' where name = 'Lille';
select tests.sign_in('manager@lille.test');
select is(pg_temp.said(format('select public.%s', verb)), 'customer_suspended', 'suspended: ' || verb) from unnest(array[
  'create_member(pg_temp.lille(), ''{}'')', 'save_member(tests.member_id(''Jeune''), ''{}'', ''{}'')', 'delete_member(tests.member_id(''Jeune''))',
  'add_note(tests.member_id(''Jeune''), ''note'', ''x'')', 'record_consent(tests.member_id(''Jeune''), ''talk'', true, ''fr'', ''1'')',
  'merge_members(tests.member_id(''Jeune''), tests.member_id(''Nadia''))']) verb;
select isnt(pg_temp.page('Jeune') ->> 'id', null, 'and still read');

select * from finish();
rollback;
