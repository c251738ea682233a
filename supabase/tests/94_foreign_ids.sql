-- Another tenant's id is not found, exactly as an unknown one (rule T7), in every function that people call.
begin;
select no_plan();
select tests.fill_two_tenants();
insert into private.badge_captures (gym_id, kiosk_id, purpose) select k.gym_id, k.id, 'assign' from public.kiosks k;
insert into private.member_changes (gym_id, made_by, action, before, scores, alerts)
select u.gym_id, u.id, 'suspend', '{}', '[]', '[]' from public.users u where u.role = 'gym_manager' and u.gym_id is not null;

create temp table ids (argument text, function name, own uuid, foreign_one uuid, unique nulls not distinct (argument, function));
insert into ids (argument, own, foreign_one) values ('p_gym_id', tests.gym_id('Lille'), tests.gym_id('Nice'));
insert into ids (argument, own, foreign_one)
select argument, max(id::text) filter (where gym_id = tests.gym_id('Lille'))::uuid,
  max(id::text) filter (where gym_id = tests.gym_id('Nice'))::uuid
from (
  select 'p_kiosk_id' as argument, gym_id, id from public.kiosks
  union all select 'p_alert_id', gym_id, id from public.manager_alerts
  union all select name, gym_id, id
    from public.openai_realtime_sessions, (values ('p_session_id'), ('p_conversation_id')) names (name)
  union all select 'p_support_id', gym_id, id from public.support_access
  union all select 'p_import_id', gym_id, id from public.member_imports
  union all select names.argument, g.id, g.franchise_id from public.gyms g, (values ('p_franchise_id'), ('p_customer_id')) names (argument)
  union all select 'p_class_id', gym_id, id from public.gym_classes
  union all select 'p_occurrence_id', gym_id, id from public.class_occurrences
  union all select 'p_booking_id', gym_id, id from public.class_bookings
  union all select name, gym_id, id
    from public.gym_members_v2, (values ('p_member_id'), ('p_keep')) names (name) where merged_into is null
  union all select 'p_note_id', gym_id, id from public.member_notes
  union all select 'p_badge_id', gym_id, id from public.member_badges where valid_to is null
  union all select 'p_scan_id', gym_id, id from public.badge_scans
  union all select 'p_capture_id', gym_id, id from private.badge_captures
  union all select 'p_visit_id', gym_id, id from public.gym_visits
  union all select 'p_check_in_id', gym_id, id from public.desk_check_ins
  union all select 'p_change_id', gym_id, id from private.member_changes
) rows
group by argument;

insert into ids (argument, function, own, foreign_one)
select 'p_id', name, tests.user_id('staff@lille.test'), tests.user_id('manager@nice.test')
from unnest('{set_person_role,set_person_active}'::text[]) name
union all
select 'p_id', name, max(i.id::text) filter (where i.gym_id = tests.gym_id('Lille'))::uuid,
  max(i.id::text) filter (where i.gym_id = tests.gym_id('Nice'))::uuid
from public.invitations i, unnest('{resend_invitation,revoke_invitation}'::text[]) name
group by name
union all
select 'p_id', name, max(m.id::text) filter (where m.gym_id = tests.gym_id('Lille'))::uuid,
  max(m.id::text) filter (where m.gym_id = tests.gym_id('Nice'))::uuid
from public.gym_members_v2 m, unnest('{get_member,save_member,delete_member,restore_member,get_merge}'::text[]) name
where m.merged_into is null
group by name
union all
select 'p_id', verb, max(v.id::text) filter (where v.gym_id = tests.gym_id('Lille'))::uuid,
  max(v.id::text) filter (where v.gym_id = tests.gym_id('Nice'))::uuid
from public.member_views v, unnest('{change_member_view,delete_member_view}'::text[]) verb
group by verb
union all
select 'p_id', 'end_sign_in', (tests.make_sign_in(tests.user_id('manager@lille.test')) ->> 'session_id')::uuid,
  (tests.make_sign_in(tests.user_id('manager@nice.test')) ->> 'session_id')::uuid;

-- Verbs of the platform alone: a customer's people find nothing by them, so a super admin is the control.
create temp table platform_verbs (name name primary key);
insert into platform_verbs values ('open_support_access'), ('end_support_access'),
  ('set_customer_plan'), ('set_customer_trial'), ('suspend_customer'), ('resume_customer'),
  ('create_customer'), ('get_customer_draft'), ('discard_customer_draft');
insert into private.customer_drafts (id, step) values (gen_random_uuid(), 'plan'), (gen_random_uuid(), 'owner');
insert into ids (argument, own, foreign_one)
select 'p_draft_id', max(d.id::text) filter (where d.step = 'plan')::uuid, max(d.id::text) filter (where d.step = 'owner')::uuid
from private.customer_drafts d;
-- These take an id that they do not look for: one makes what it names, the other opens it beside a list.
create temp table makers (name name primary key);
insert into makers values ('save_customer_draft'), ('list_customers');
insert into platform_verbs values ('list_gyms'), ('list_users'), ('get_franchise'), ('get_gym'), ('create_gym'), ('create_kiosk'),
  ('save_franchise'), ('save_gym'), ('set_gym_maintenance'), ('set_gym_budget'), ('act_on_platform_alert');
insert into private.platform_alerts (kind, subject) values ('model_shutdown', 'one'), ('model_shutdown', 'other');
insert into ids (argument, own, foreign_one)
select 'p_platform_alert_id', max(a.id::text) filter (where a.subject = 'one')::uuid, max(a.id::text) filter (where a.subject = 'other')::uuid
from private.platform_alerts a;

-- What the other arguments need to get past their own checks.
create temp table fillers (argument text primary key, value text);
insert into fillers values ('p_code_hash', repeat('a', 64)), ('p_action', 'resolve'), ('p_role', 'gym_staff'),
  ('p_email', 'somebody@new.test'), ('p_full_name', 'Somebody'), ('p_active', 'true'), ('p_hidden', 'true');
insert into fillers values ('p_date', current_date + 9), ('p_time', '10:00'), ('p_version', 'now'),
  ('p_changes', '{"name": "Boxe", "minutes": 45, "capacity": 9}');
insert into fillers select 'p_member_id', max(m.id::text) from public.gym_members_v2 m
where m.gym_id = tests.gym_id('Lille') and m.merged_into is null;
insert into fillers values ('p_checked', 'at_desk'), ('p_confirm', 'nobody');
insert into fillers values ('p_seen', '{}'), ('p_days', '[]'),
  ('p_seen_version', '2026-11-21'), ('p_texts', '{}'), ('p_asks_again', 'false');
insert into fillers values ('p_plan', 'pro'), ('p_ends_on', current_date::text), ('p_discarded', 'true');
insert into fillers values ('p_gym_id', tests.gym_id('Lille'));
insert into fillers values ('p_name', 'Neuve'), ('p_on', 'true');
insert into fillers values ('p_values', '{"first_name": "Ana", "last_name": "Fictive"}'), ('p_base', '{}'),
  ('p_kind', 'note'), ('p_text', 'Une note'), ('p_deleted', 'true'), ('p_purpose', 'talk'), ('p_granted', 'true'),
  ('p_language', 'fr');
insert into fillers select 'p_drop', m.id::text from public.gym_members_v2 m where m.merged_into is null and m.gym_id = tests.gym_id('Lille') limit 1;
insert into fillers values ('p_badge_hashes', array[repeat('b', 64)]), ('p_number', '0000004821'), ('p_reason', 'returned'), ('p_first_name', 'Gaston'), ('p_form', 'decimal');
insert into fillers values ('p_code', 'birthday'), ('p_said', 'true'), ('p_left', 'true'), ('p_answer', 'accept'), ('p_search', 'Alix'), ('p_vectors', '{}');
insert into fillers values ('p_query', '{}'), ('p_ids', '{}'), ('p_config_version', '1'), ('p_command', 'reload');
insert into fillers values ('p_rows', '[]'), ('p_filename', 'adherents.csv'), ('p_source', 'nom|prenom'), ('p_mapping', '["full_name"]'), ('p_rows_total', '1');

-- The id that is tried is the first one; a function that takes none has nothing to be found by.
create temp view called as
select p.oid::regprocedure as signature, p.proname, p.proargnames[ids.first] as key,
  (select string_agg(format('%I => %L', p.proargnames[place], f.value), ', ')
   from generate_series(1, p.pronargs) place
   join fillers f on f.argument = p.proargnames[place]
   where place <> ids.first and (place <= p.pronargs - p.pronargdefaults or p.proname = 'set_person_role')) as others,
  (select count(*) from generate_series(1, p.pronargs - p.pronargdefaults) place
   where place <> ids.first
     and not exists (select from fillers f where f.argument = p.proargnames[place])) as unknown_arguments
from pg_catalog.pg_proc p
cross join lateral (
  select min(t.place) as first from unnest(p.proargtypes::oid[]) with ordinality t (type, place) where t.type = 'uuid'::regtype
) ids
where p.pronamespace = 'public'::regnamespace and ids.first is not null and has_function_privilege('authenticated', p.oid, 'execute')
  and p.proname not in (select m.name from makers m);

create function pg_temp.said(p_name text, p_key text, p_id uuid, p_others text) returns text
language plpgsql as $$
begin
  execute format('select public.%I(%s)', p_name, concat_ws(', ', format('%I => %L', p_key, p_id), p_others));
  raise exception using message = 'answered';
exception when others then
  return sqlerrm;
end $$;

grant execute on function pg_temp.said(text, text, uuid, text) to authenticated;

create function pg_temp.knock() returns setof text
language plpgsql as $$
declare
  one record;
  actor text;
  own uuid;
  foreign_one uuid;
  said text;
begin
  for one in select * from called order by proname loop
    select i.own, i.foreign_one into own, foreign_one from ids i
    where i.argument = one.key and coalesce(i.function = one.proname, true);
    return next ok(foreign_one is not null and one.unknown_arguments = 0, format('%s: the test knows its arguments', one.signature));
    foreach actor in array array['staff@lille.test', 'manager@lille.test', 'owner@nord.test'] loop
      perform tests.sign_in(actor);
      return next is(
        array[pg_temp.said(one.proname, one.key, foreign_one, one.others), pg_temp.said(one.proname, one.key, gen_random_uuid(), one.others)],
        array['not_found', 'not_found'], format('%s: other gym''s id is not found, as an unknown one, for %s', one.signature, actor));
      perform tests.sign_out();
    end loop;
    perform tests.sign_in(case when exists (select from platform_verbs v where v.name = one.proname)
      then 'admin@platform.test' else 'manager@lille.test' end);
    said := pg_temp.said(one.proname, one.key, own, one.others);
    perform tests.sign_out();
    return next ok(said in ('answered', 'conflict', 'invalid_input'), format('%s: control: their own id is found (%s)', one.signature, said));
  end loop;
end $$;

select pg_temp.knock();

select * from finish();
rollback;
