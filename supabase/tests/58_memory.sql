-- What is near in meaning: a member's own talks in exact order, a gym's through the graph of one model (rules A8, P7, T6).
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Arras'), 'arras-entree');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Ben', '101');

-- A unit vector at `degrees` from the first axis towards axis `towards`: distances that can be told beforehand.
create function pg_temp.at(p_degrees double precision, p_towards integer default 2) returns extensions.vector language sql immutable strict as $$
  select ('[' || string_agg(case n when 1 then cos(radians(p_degrees)) when p_towards then sin(radians(p_degrees)) else 0 end::text, ',' order by n) || ']')::extensions.vector
  from generate_series(1, 1536) n
$$;
create function pg_temp.json(p_vector extensions.vector) returns jsonb language sql immutable as $$ select p_vector::text::jsonb $$;
create temp table talks (name text primary key, id uuid, degrees double precision, model text, topics text[]);
insert into talks values
  ('far', tests.make_talk('lille-entree', 'Ana', 0.1, '1 day'), 89, 'builtin-1', '{noise}'),
  ('near', tests.make_talk('lille-entree', 'Ana', 0.1, '9 days'), 5, 'builtin-1', '{showers}'),
  ('nearer', tests.make_talk('lille-entree', 'Ana', -0.8, '20 days'), 1, 'builtin-1', '{equipment,price}'),
  ('other model', tests.make_talk('lille-entree', 'Ana', 0.1, '3 days'), 0, 'text-embedding-3-small', '{parking}'),
  ('without', tests.make_talk('lille-entree', 'Ana', 0.1, '2 days'), null, null, '{crowd}'),
  ('oldest', tests.make_talk('lille-entree', 'Ana', 0.1, '40 days'), 30, 'builtin-1', '{classes}'),
  ('ben', tests.make_talk('lille-entree', 'Ben', 0.1, '1 day'), 0, 'builtin-1', '{safety}');
update public.conversation_summaries q set key_topics = t.topics, embedding_model = t.model, embedding = pg_temp.at(t.degrees)
from talks t where t.id = q.session_id;
grant select on talks to public;

create function pg_temp.recall(p_call text, p_arguments jsonb default '{}', p_about jsonb default null) returns jsonb language sql as $$
  select public.kiosk_use_tool(tests.token('lille-entree'), p_call, 'recall_past_conversations', p_arguments, p_about)
$$;
create function pg_temp.topics(p_outcome jsonb) returns text language sql as $$
  select string_agg(talk #>> '{topics,0}', ',' order by place) from jsonb_array_elements(p_outcome #> '{result,conversations}') with ordinality as t (talk, place)
$$;
create function pg_temp.about(p_model text, p_degrees double precision default 0) returns jsonb language sql as $$
  select jsonb_build_object('model', p_model, 'embedding', pg_temp.json(pg_temp.at(p_degrees)))
$$;
grant execute on all functions in schema pg_temp to public;

-- a member's own
select tests.as_service();
select tests.start('lille-entree', '100');
select is(public.kiosk_memory_model(tests.token('lille-entree')), null, 'without the leave to remember not even the model is told');
select public.kiosk_change_consent(tests.token('lille-entree'), 'remember', true);
select is(public.kiosk_memory_model(tests.token('lille-entree')), 'builtin-1', 'the model of the latest talk that has an embedding');
select is(pg_temp.topics(pg_temp.recall('r1')), 'noise,crowd,parking,showers,equipment', 'without a question by date');
select is(pg_temp.topics(pg_temp.recall('r2', '{"about": "les machines"}', pg_temp.about('builtin-1'))), 'equipment,showers,classes,noise,crowd',
  'with one the nearest first, then by date what is far, of another model or without an embedding');
select is(pg_temp.topics(pg_temp.recall('r3', '{"about": "les machines"}', pg_temp.about('text-embedding-3-small'))), 'parking,noise,crowd,showers,equipment',
  'vectors of another model are not compared');
select is(pg_temp.topics(pg_temp.recall('r4', '{"about": "les machines"}')), 'noise,crowd,parking,showers,equipment', 'words that nobody could embed leave the dates');
select is(pg_temp.topics(pg_temp.recall('r5', '{"about": "x"}', pg_temp.about('gpt-none'))), 'noise,crowd,parking,showers,equipment', 'so does a model that is not known here');
select is(pg_temp.topics(pg_temp.recall('r6', '{"about": "x"}', jsonb_build_object('model', 'builtin-1', 'embedding', (select jsonb_agg(0) from generate_series(1, 1536))))),
  'noise,crowd,parking,showers,equipment', 'and a vector that points nowhere');
select is(pg_temp.recall('r2', '{"about": "les machines"}') #>> '{result,conversations,0,topics}', '["equipment"]', 'the same call is answered alike, and of payments nothing');
select is(pg_temp.recall('r7', jsonb_build_object('about', repeat('x', 201))), '{"ok": false, "code": "invalid_arguments"}', 'no more than 200 characters');
select is(pg_temp.recall('r8', '{"about": ["x"]}'), '{"ok": false, "code": "invalid_arguments"}', 'a text');
select throws_ok($$select pg_temp.recall('r9', '{"about": "x"}', '{"model": "builtin-1", "embedding": [1]}')$$, 'P0001', 'invalid_input', 'of 1536 numbers');
select is(
  (select array_agg(key order by key) from jsonb_array_elements(pg_temp.recall('r2', '{"about": "les machines"}') #> '{result,conversations}') c, jsonb_object_keys(c) key),
  (select array_agg(key order by key) from generate_series(1, 5), unnest('{date,topics}'::text[]) key), 'days and topics alone');
select public.kiosk_close(tests.token('lille-entree'), 'goodbye', 0);
select throws_ok($$select public.kiosk_memory_model(tests.token('lille-entree'))$$, 'P0001', null, 'outside a conversation nothing is told');
select tests.sign_out();

-- a gym's
create function pg_temp.found(p_gym text, p_vectors jsonb, p_search text default 'machines', p_mood text default null, p_topic text default null,
  p_from date default null, p_to date default null, p_limit integer default 10) returns text language sql as $$
  select string_agg(t.name, ',' order by place)
  from jsonb_array_elements(public.search_conversations(tests.gym_id(p_gym), p_search, p_vectors, p_mood, p_topic, p_from, p_to, p_limit) -> 'rows')
    with ordinality r (row, place)
  join talks t on t.id = (row ->> 'id')::uuid
$$;
create function pg_temp.by(p_model text, p_degrees double precision default 0) returns jsonb language sql as $$
  select jsonb_build_object(p_model, pg_temp.json(pg_temp.at(p_degrees)))
$$;
grant execute on all functions in schema pg_temp to public;
select tests.sign_in('manager@lille.test');
select is(public.embedding_models(tests.gym_id('Lille')), '["builtin-1", "text-embedding-3-small"]', 'by which models a gym can be searched');
select is(pg_temp.found('Lille', pg_temp.by('builtin-1')), 'ben,nearer,near,oldest', 'near ones of the whole gym, nearest first; what is far is no answer');
select is(pg_temp.found('Lille', pg_temp.by('text-embedding-3-small')), 'other model', 'each model among its own');
select is(pg_temp.found('Lille', pg_temp.by('builtin-1') || pg_temp.by('text-embedding-3-small')), 'ben,other model,nearer,near,oldest', 'two models take turns');
select is(pg_temp.found('Lille', pg_temp.by('builtin-1', 1.0)), 'nearer,ben,near,oldest', 'by the angle of the question');
select is(pg_temp.found('Lille', pg_temp.by('builtin-1'), p_limit => 2), 'ben,nearer', 'as many as asked for');
select is(pg_temp.found('Lille', pg_temp.by('builtin-1'), 'résumé de ANA'), 'ben', 'without those that hold the words themselves');
select is(pg_temp.found('Lille', pg_temp.by('builtin-1'), 'ben'), 'nearer,near,oldest', 'or the name');
select is(pg_temp.found('Lille', pg_temp.by('builtin-1'), p_mood => 'negative'), 'nearer', 'by mood');
select is(pg_temp.found('Lille', pg_temp.by('builtin-1'), p_topic => 'showers'), 'near', 'by topic');
select is(pg_temp.found('Lille', pg_temp.by('builtin-1'), p_from => current_date - 21, p_to => current_date - 8), 'nearer,near', 'by day');
select is(pg_temp.found('Lille', '{}'), null, 'without a vector nothing is near');
select is(public.search_conversations(tests.gym_id('Lille'), 'machines', pg_temp.by('builtin-1')) #> '{rows,1}',
  (select row from jsonb_array_elements(public.list_conversations(tests.gym_id('Lille')) -> 'rows') row where row ->> 'id' = (select id::text from talks where name = 'nearer')),
  'the same rows as in the list');
select throws_ok($$select pg_temp.found('Lille', '{"builtin-2": [1]}')$$, 'P0001', 'invalid_input', 'an unknown model is refused');
select throws_ok(format('select pg_temp.found(%L, %L)', 'Lille', vectors), 'P0001', 'invalid_input', 'no vectors: ' || coalesce(vectors, 'null'))
from unnest(array['{"builtin-1": [1]}', '{"builtin-1": "x"}', '{"builtin-1": null}', '[]', null]) as vectors;
select throws_ok(format('select pg_temp.found(%L, %L)', 'Lille', jsonb_build_object('builtin-1', to_jsonb(array_fill(one, array[1536])))),
  'P0001', 'invalid_input', 'no numbers: ' || one::text) from unnest(array['"1"', '1e300', 'null', '[1]']::jsonb[]) as one;
select throws_ok($$select pg_temp.found('Lille', pg_temp.by('builtin-1'), ' ')$$, 'P0001', 'invalid_input', 'nor a search for nothing');
select throws_ok($$select pg_temp.found('Lille', pg_temp.by('builtin-1'), p_mood => 'cheerful')$$, 'P0001', 'invalid_input', 'an unknown mood is refused');

create function pg_temp.refused(p_call text) returns text language plpgsql as $$
begin
  execute p_call;
  return 'none';
exception when others then
  return case sqlstate when 'P0001' then sqlerrm else sqlstate end;
end $$;
create function pg_temp.refusals(p_gym text) returns text language sql as $$
  select pg_temp.refused(format('select public.search_conversations(%L, %L, %L)', tests.gym_id(p_gym), 'x', '{}')) || ' '
    || pg_temp.refused(format('select public.embedding_models(%L)', tests.gym_id(p_gym)))
$$;
grant execute on all functions in schema pg_temp to public;
select tests.sign_in('staff@lille.test');
select is(pg_temp.refusals('Lille'), 'forbidden forbidden', 'staff find nothing by what was said');
select tests.sign_in('owner@nord.test');
select is(pg_temp.refusals('Lille'), 'forbidden forbidden', 'nor an owner whose customer does not allow it');
select tests.sign_out();
update public.gyms set owner_reads_conversations = true where name = 'Lille';
select tests.sign_in('owner@nord.test');
select is(pg_temp.found('Lille', pg_temp.by('builtin-1')), 'ben,nearer,near,oldest', 'unless it does');
select is(pg_temp.refusals('Arras'), 'forbidden forbidden', 'gym by gym');
select tests.sign_in('admin@platform.test', 'aal2');
select is(pg_temp.refusals('Lille'), 'forbidden forbidden', 'a super admin searches no conversations');
select tests.sign_in('manager@arras.test');
select is(pg_temp.refusals('Lille'), 'not_found not_found', 'other gym''s id is not found');
select tests.sign_in('manager@nice.test');
select is(pg_temp.refusals('Lille'), 'not_found not_found', 'nor another customer''s');
select tests.as_anonymous();
select is(pg_temp.refusals('Lille'), '42501 42501', 'anonymous finds nothing');
select tests.sign_out();
select tests.verify_factor(tests.user_id('manager@lille.test'));
select tests.sign_in('manager@lille.test', 'aal1');
select is(pg_temp.refusals('Lille'), 'mfa_required mfa_required', 'a verified factor is asked for');
select tests.sign_out();

select * from finish();
rollback;
