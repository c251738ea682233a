-- A person's words are planted in every column that can hold some; after the erasure they are nowhere (rule P5).
begin;
select no_plan();
select tests.fill_two_tenants();
create temp table subject as select m.id, m.gym_id from public.gym_members_v2 m
where m.gym_id = tests.gym_id('Lille') and m.merged_into is null;
create temp table talk as select s.id from public.openai_realtime_sessions s join subject on subject.id = s.member_id;
grant select on subject, talk to public;

-- What fill_gym does not know: tables of schema private.
insert into private.import_changes (import_id, member_id, is_new, before, after)
select m.import_id, m.id, false, '{}', '{}' from public.gym_members_v2 m join subject on subject.id = m.id;
insert into private.import_visits (import_id, visit_id, member_id, before, started_at, last_seen_at)
select m.import_id, gen_random_uuid(), m.id, '{}', now(), now() from public.gym_members_v2 m join subject on subject.id = m.id;
insert into private.badge_captures (gym_id, kiosk_id, purpose, expected_hashes, state)
select k.gym_id, k.id, 'learn', array[tests.hash('lille')], 'used' from public.kiosks k join subject on subject.gym_id = k.gym_id limit 1;
insert into private.conversation_dialogs (session_id, state) select id, '{}' from talk;
insert into private.conversation_turns (session_id, seq, said_hash, reply) select id, 1, 'x', '{}' from talk;
insert into private.tool_calls (session_id, tool_call_id, tool, arguments, outcome) select id, '1-1', 'x', '{}', '{}' from talk;
insert into private.call_tokens (token_hash, session_id, expires_at) select tests.hash('t'), id, now() from talk;
insert into private.voice_events (session_id, seq, kind, at) select id, 1, 'turn', now() from talk;
insert into private.voice_usage (session_id, kind, key, model, used, cost_usd) select id, 'response', 'r', 'm', '{}', 0 from talk;
insert into private.conversation_archive (session_id, gym_id, member_id, started_at, seconds, channel, language, key_topics, cost_usd)
select gen_random_uuid(), gym_id, id, now() - interval '7 months', 60, 'text', 'fr', '{showers}', 0 from subject;
insert into private.member_talk_base (member_id, talks, seconds, last_at, score_sum, negatives, positives)
select id, 1, 60, now(), 0.5, 0, 1 from subject;

-- The same person's closed row at the sister gym, and a talk that they had there as a visitor.
select tests.make_kiosk(tests.gym_id('Arras'), 'arras-entree');
select tests.make_member(tests.gym_id('Arras'), 'Former');
update public.gym_members_v2 set last_name = 'ZEBRA-former', deleted_at = now() where first_name = 'Former';
update public.gym_members_v2 set last_name = 'ZEBRA-merged' where merged_into = (select id from subject);
insert into private.member_moves (from_member_id, to_member_id) select tests.member_id('Former'), id from subject;
with scan as (
  insert into public.badge_scans (gym_id, kiosk_id, client_event_id, member_id, member_gym_id, badge_hash, outcome, scanned_at)
  select tests.gym_id('Arras'), tests.kiosk_id('arras-entree'), gen_random_uuid(), id, gym_id, tests.hash('lille'), 'visitor', now() from subject
  returning id
), session as (
  insert into public.openai_realtime_sessions (gym_id, kiosk_id, scan_id, state, language, ended_at, end_reason, expires_at, consent)
  select tests.gym_id('Arras'), tests.kiosk_id('arras-entree'), id, 'closed', 'fr', now(), 'goodbye', now(),
    '{"talk": true, "analyse": true, "remember": true}' from scan
  returning id
), events as (
  insert into public.conversation_events (gym_id, session_id, source, seq, kind, text)
  select tests.gym_id('Arras'), id, 'member', 1, 'said', 'ZEBRA-visitor' from session
)
insert into public.manager_alerts (gym_id, alert_type, title, context, causes)
select tests.gym_id('Arras'), 'equipment_issue', 'equipment_issue', jsonb_build_object('code', 'equipment_report', 'session_id', id,
  'reasons', '[{"code": "equipment_report", "params": {"equipment": "rower", "text": "ZEBRA-alert"}}]'::jsonb), array[id::text] from session;
-- A read from before the badge was theirs.
insert into public.badge_scans (gym_id, kiosk_id, client_event_id, badge_hash, outcome, scanned_at)
select gym_id, (select k.id from public.kiosks k where k.gym_id = subject.gym_id limit 1), gen_random_uuid(), tests.hash('lille'), 'unknown', now() - interval '3 days' from subject;

create temp view pointing as
select r.relation, r.key_column, 'member' as at from private.member_references() r
union
select c.conrelid::regclass, a.attname, 'talk' from pg_catalog.pg_constraint c
join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
where c.contype = 'f' and c.confrelid = 'public.openai_realtime_sessions'::regclass and c.confdeltype = 'c'
union select 'public.gym_members_v2'::regclass, 'id', 'member';

create temp table planted (relation text, column_name name, marker text);
create function pg_temp.plant() returns setof text language plpgsql as $$
declare
  one record;
  mark text;
  n integer;
begin
  for one in
    select p.*, a.attname, a.atttypid::regtype::text as type
    from pointing p join pg_catalog.pg_attribute a on a.attrelid = p.relation and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
      and (p.relation::text, a.attname) not in (('openai_realtime_sessions', 'model'), ('openai_realtime_sessions', 'transcription_model'),
        ('openai_realtime_sessions', 'call_id'), ('openai_realtime_sessions', 'tokens'))
    order by p.relation::text, a.attname
  loop
    mark := format('ZEBRA-%s-%s', one.relation, one.attname);
    begin
      execute format('update %s t set %I = %s where t.%I in (select id from %s)', one.relation, one.attname, case one.type
        when 'jsonb' then format('case jsonb_typeof(%1$I) when ''array'' then %1$I || jsonb_build_array(%2$L::text) else coalesce(%1$I, ''{}'') || jsonb_build_object(''x'', %2$L::text) end', one.attname, mark)
        when 'text[]' then format('coalesce(%I, ''{}'') || %L::text', one.attname, mark)
        else quote_literal(mark) end, one.key_column, case one.at when 'member' then 'subject' else 'talk' end);
      get diagnostics n = row_count;
      if n > 0 then
        insert into planted values (one.relation::text, one.attname, mark);
      elsif one.relation::text <> 'private.member_moves' and one.key_column <> 'merged_into' then
        return next fail(format('control: %s has a row of the person', one.relation));
      end if;
    exception when check_violation or unique_violation or foreign_key_violation then
      continue;
    end;
  end loop;
end $$;
set local session_replication_role = replica;
select pg_temp.plant();
set local session_replication_role = origin;
select cmp_ok((select count(*) from planted), '>', 30::bigint, 'control: words are planted in many columns');
select is_empty($$select f.name from unnest('{first_name,last_name,email,phone,external_id,badge_id,text,payload,summary_text,context,resolution_notes,before,after,arguments,outcome,state,reply}'::name[]) f(name)
  where not exists (select from planted p where p.column_name = f.name)$$, 'control: in all that matters');
grant select on planted to public;

-- where a word or an id stands in the whole database
create function pg_temp.where_is(p_pattern text) returns text language plpgsql as $$
declare
  one regclass;
  n bigint;
  found text[] := '{}';
begin
  for one in
    select c.oid::regclass from pg_catalog.pg_class c join pg_catalog.pg_namespace s on s.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and s.nspname !~ '^(pg_|information_schema|tests)'
  loop
    execute format('select count(*) from %s t where t::text ~* %L', one, p_pattern) into n;
    if n > 0 then
      found := found || one::text;
    end if;
  end loop;
  return array_to_string(array(select unnest(found) order by 1), ' ');
end $$;
select cmp_ok(cardinality(string_to_array(pg_temp.where_is('zebra'), ' ')), '>', 12, 'control: the search finds them');
create temp table figures as select
  (select count(*) from public.gym_visits where gym_id = tests.gym_id('Lille')) as visits,
  (select count(*) from public.badge_scans) as scans,
  (select count(*) from public.openai_realtime_sessions) as talks,
  (select count(*) from public.gym_members_v2) as members,
  (select count(*) from private.conversation_archive) as archived;

-- who may, and how it is confirmed
insert into public.manager_alerts (gym_id, member_id, alert_type, title, context)
select gym_id, id, 'staff_call', 'staff_call', '{"code": "member_call", "params": {"reason": "forget_me"}}' from subject;
create function pg_temp.erase(p_confirm text) returns jsonb language sql as $$ select public.erase_member((select id from subject), p_confirm) $$;
grant execute on function pg_temp.erase(text) to public;
select tests.sign_in('staff@lille.test');
select throws_ok($$select pg_temp.erase('x')$$, 'P0001', 'forbidden', 'not by the team');
select tests.sign_in('manager@nice.test');
select throws_ok($$select pg_temp.erase('x')$$, 'P0001', 'not_found', 'not by another customer');
select tests.sign_in('admin@platform.test');
select throws_ok($$select pg_temp.erase('x')$$, 'P0001', 'forbidden', 'not by the platform without a support access');
select tests.sign_in('manager@lille.test');
select throws_ok($$select pg_temp.erase('Alix')$$, 'P0001', 'invalid_input', 'the first name has to be typed');
select throws_ok($$select pg_temp.erase(null)$$, 'P0001', 'invalid_input', 'not nothing');
select throws_ok($$select pg_temp.erase('')$$, 'P0001', 'invalid_input', 'nor an empty one');
create temp table told as select public.get_member_rights((select id from subject)) as before, null::jsonb as receipt;
grant all on told to public;
update told set receipt = pg_temp.erase(' zebra-GYM_MEMBERS_V2-first_name ');
select tests.sign_out();
select isnt((select before ->> 'asked_to_be_forgotten_at' from told), null, 'a request at the kiosk was told');
select is((select before -> 'traces' from told), (select receipt -> 'reached' from told), 'the receipt says what was told before');
select is((select receipt #> '{reached,conversations}' from told), '2', 'the talk at the sister gym is among it');
select is((select (receipt -> 'reached') - '{turns,summaries}'::text[] @>
  '{"visits": 1, "scans": 2, "badges": 2, "bookings": 1, "alerts": 2, "consents": 1, "imports": 1, "archived_conversations": 1}' from told), true, 'and every kind');

select is(pg_temp.where_is('zebra'), '', 'no word of the person is anywhere in the database');
select is(pg_temp.where_is((select id::text from subject)), 'audit_logs', 'the id is in the audit alone, which holds no values');
select is(pg_temp.where_is(tests.hash('lille')), 'import_mappings member_imports', 'no print of the badge is left (the source of a file is the same text here)');
select is((select count(*) from public.gym_visits where gym_id = tests.gym_id('Lille')), (select visits from figures), 'visits stay as numbers');
select is((select count(*) from public.badge_scans), (select scans from figures), 'and reads');
select is((select count(*) from public.openai_realtime_sessions), (select talks from figures), 'and conversations, without a word');
select is((select count(*) from private.conversation_archive where member_id is null), (select archived from figures), 'and what is archived');
select is((select count(*) from public.gym_members_v2), (select members - 3 from figures), 'all rows of the person are gone, nobody else''s');
select is((select context #> '{reasons,0,params}' from public.manager_alerts where gym_id = tests.gym_id('Arras')), '{"equipment": "rower"}',
  'the broken rower stays reported, without the words');
select is((select count(*) from public.openai_realtime_sessions where state <> 'closed' and gym_id = tests.gym_id('Lille')), 0::bigint, 'a running conversation is over');
select is((select array_agg(distinct actor_kind order by actor_kind) from public.audit_logs where action = 'erase'), '{staff}'::text[], 'the audit says that somebody erased');
select is((select count(*) from public.audit_logs where action = 'erase'), 3::bigint, 'each row');

-- what a kiosk had not delivered yet
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-late');
select is(tests.scan('lille-late', 'lille', '2 hours') ->> 'outcome', 'unknown', 'an erased badge that comes later is an unknown one');
select tests.sign_in('manager@lille.test');
select throws_ok($$select pg_temp.erase('x')$$, 'P0001', 'not_found', 'there is nobody to erase twice');

select * from finish();
rollback;
