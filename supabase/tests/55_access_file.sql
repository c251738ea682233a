-- Everything that is kept of a member is in their access file, or in a list that says why not (GDPR art. 15).
begin;
select no_plan();
select tests.fill_two_tenants();
create temp table subject as select m.id, m.gym_id from public.gym_members_v2 m
where m.gym_id = tests.gym_id('Lille') and m.merged_into is null;
create temp table talk as select s.id from public.openai_realtime_sessions s join subject on subject.id = s.member_id;
grant select on subject, talk to public;
insert into private.import_changes (import_id, member_id, is_new, before, after)
select m.import_id, m.id, false, '{}', '{}' from public.gym_members_v2 m join subject on subject.id = m.id;
insert into private.import_visits (import_id, visit_id, member_id, before, started_at, last_seen_at)
select m.import_id, gen_random_uuid(), m.id, '{}', now(), now() from public.gym_members_v2 m join subject on subject.id = m.id;
insert into private.tool_calls (session_id, tool_call_id, tool, arguments, outcome) select id, '1-1', 'x', '{}', '{}' from talk;
insert into private.conversation_archive (session_id, gym_id, member_id, started_at, seconds, channel, language, key_topics, cost_usd)
select gen_random_uuid(), gym_id, id, now() - interval '7 months', 60, 'text', 'fr', '{showers}', 0 from subject;
insert into private.member_talk_base (member_id, talks, seconds, last_at, score_sum, negatives, positives)
select id, 1, 60, now(), 0.5, 0, 1 from subject;

create temp table left_out (relation text, column_name name, because text not null, primary key (relation, column_name));
insert into left_out values
  ('gym_members_v2', 'sort_name', 'the name once more, for sorting'),
  ('gym_members_v2', 'search', 'the name once more, for searching'),
  ('member_badges', 'badge_hash', 'it would let a reader of the file recognise the badge elsewhere'),
  ('badge_scans', 'badge_hash', 'the same'),
  ('manager_alerts', 'causes', 'ids of what set it off'),
  ('openai_realtime_sessions', 'cost_usd', 'what the gym pays'),
  ('openai_realtime_sessions', 'tokens', 'what that is made of'),
  ('openai_realtime_sessions', 'call_id', 'how the provider names the call'),
  ('conversation_summaries', 'error', 'why an analysis failed, in words of a machine'),
  ('conversation_summaries', 'embedding', 'numbers made from the summary, which is told'),
  ('conversation_summaries', 'embedding_model', 'what made them'),
  ('private.tool_calls', 'tool_call_id', 'a number of the conversation'),
  ('private.conversation_archive', 'cost_usd', 'what the gym pays');
create temp table left_out_tables (relation text primary key, because text not null);
insert into left_out_tables values
  ('gym_members_v2', 'rows merged into this one are told under former'),
  ('private.member_moves', 'the rows of earlier gyms are told under former'),
  ('private.conversation_dialogs', 'gone when the conversation closes'),
  ('private.call_tokens', 'prints of tokens that open nothing any more'),
  ('private.voice_events', 'numbers and times of what the transcript tells'),
  ('private.voice_usage', 'what the gym pays'),
  ('private.conversation_turns', 'answers of a running conversation, gone when it closes');

create temp view pointing as
select r.relation, r.key_column, 'member' as at from private.member_references() r
union
select c.conrelid::regclass, a.attname, 'talk' from pg_catalog.pg_constraint c
join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
where c.contype = 'f' and c.confrelid = 'public.openai_realtime_sessions'::regclass and c.confdeltype = 'c'
union select 'public.gym_members_v2'::regclass, 'id', 'member';

-- A word in every column that can hold one; the others are looked for by their name.
create temp table planted (relation text, column_name name, marker text);
create function pg_temp.plant() returns void language plpgsql as $$
declare
  one record;
  mark text;
begin
  for one in
    select p.*, a.attname, a.atttypid::regtype::text as type
    from pointing p join pg_catalog.pg_attribute a on a.attrelid = p.relation and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
      and p.relation::text not in (select relation from left_out_tables where relation <> 'gym_members_v2') and p.key_column <> 'merged_into'
    order by p.relation::text, a.attname
  loop
    mark := format('ZEBRA-%s-%s', one.relation, one.attname);
    begin
      execute format('update %s t set %I = %s where t.%I in (select id from %s)', one.relation, one.attname, case one.type
        when 'jsonb' then format('case jsonb_typeof(%1$I) when ''array'' then %1$I || jsonb_build_array(%2$L::text) else coalesce(%1$I, ''{}'') || jsonb_build_object(''x'', %2$L::text) end', one.attname, mark)
        when 'text[]' then format('coalesce(%I, ''{}'') || %L::text', one.attname, mark)
        else quote_literal(mark) end, one.key_column, case one.at when 'member' then 'subject' else 'talk' end);
      insert into planted values (one.relation::text, one.attname, mark);
    exception when check_violation or unique_violation or foreign_key_violation then
      continue;
    end;
  end loop;
end $$;
set local session_replication_role = replica;
select pg_temp.plant();
set local session_replication_role = origin;
select cmp_ok((select count(*) from planted), '>', 30::bigint, 'control: words are planted in many columns');
create temp table made (file jsonb);
grant all on made, planted, left_out to public;

create function pg_temp.file(p_checked text default 'at_desk') returns jsonb language sql as $$ select public.member_access_file((select id from subject), p_checked) $$;
grant execute on function pg_temp.file(text) to public;
select tests.sign_in('staff@lille.test');
select throws_ok('select pg_temp.file()', 'P0001', 'forbidden', 'not for the team');
select tests.sign_in('manager@nice.test');
select throws_ok('select pg_temp.file()', 'P0001', 'not_found', 'not for another customer');
select tests.sign_in('admin@platform.test');
select throws_ok('select pg_temp.file()', 'P0001', 'forbidden', 'not for the platform without a support access');
select tests.sign_in('manager@lille.test');
select throws_ok($$select pg_temp.file(null)$$, 'P0001', 'invalid_input', 'the identity has to be checked');
select throws_ok($$select pg_temp.file('believed')$$, 'P0001', 'invalid_input', 'in one of the known ways');
insert into made select pg_temp.file();
select is_empty($$select p.relation, p.column_name from planted p, made m
  where strpos(m.file::text, to_jsonb(p.marker)::text) = 0
    and not exists (select from left_out l where l.relation = p.relation and l.column_name = p.column_name)$$,
  'each planted word is in the file, or the list says why not');
select is_empty($$select p.relation, p.column_name from planted p join left_out l using (relation, column_name), made m
  where strpos(m.file::text, to_jsonb(p.marker)::text) > 0$$, 'what is left out is not there');
select is(file - '{made_at,person,former,sections,gym}'::text[],
  '{"schema": "jarvis.member-access-file", "version": 1, "checked": "at_desk", "language": "fr"}', 'it says what it is') from made;
select is(file #>> '{former,0,first_name}', 'Alix deux fois', 'a row that was merged into this one is told too') from made;
select ok(file -> 'person' @> '{"email": "ZEBRA-gym_members_v2-email", "phone": "ZEBRA-gym_members_v2-phone"}', 'e-mail and phone are told') from made;
select is((select string_agg(distinct k[1], ' ') from made, regexp_matches(file::text, '"(\w+_(?:id|hash))":', 'g') k where k[1] not in ('external_id', 'badge_id')), null,
  'no number of a row and no print');
select is(jsonb_path_query_array(file, '$.sections.*.size()') @> '[0]', false, 'no section of this member is empty') from made;
select tests.sign_out();
select is_empty($$select r.relation from private.member_references() r, made m
  where not m.file -> 'sections' ? private.trace_kind(r.relation) and r.relation::text <> 'conversation_summaries'
    and r.relation::text not in (select relation from left_out_tables)$$, 'every table that points at a member is a section');
select is((select array_agg(changed::text) from public.audit_logs where action = 'access_file'), '{"{at_desk}"}'::text[],
  'each file is audited with the way of checking and nothing of its content');
select is((select actor_id from public.audit_logs where action = 'access_file'), tests.user_id('manager@lille.test'), 'and with who made it');

-- Words that the caller may not read are withheld, and the file says so (rule T6).
select tests.sign_in('owner@nord.test');
truncate made;
insert into made select pg_temp.file('by_document');
select is(file #> '{sections,conversations,0,words_withheld}', 'true', 'an owner who may not read conversations gets their dates alone') from made;
select is(strpos(file::text, 'ZEBRA-conversation_events'), 0, 'and no word') from made;
select tests.sign_out();
update public.gyms set owner_reads_conversations = true where name = 'Lille';
select tests.sign_in('owner@nord.test');
select is(strpos(pg_temp.file()::text, 'words_withheld'), 0, 'one who may gets all');
select tests.sign_out();

-- consents say what was asked
insert into public.consent_texts (gym_id, purpose, language, version, text) values (tests.gym_id('Lille'), 'talk', 'fr', '1', 'Parler avec JARVIS à la borne');
update public.member_consents set version = '1' where member_id = (select id from subject);
select tests.sign_in('manager@lille.test');
select is(pg_temp.file() #>> '{sections,consents,0,text}', 'Parler avec JARVIS à la borne', 'with its words');
select tests.sign_out();

select * from finish();
rollback;
