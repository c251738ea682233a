-- A gym's search through the graph: nine of the ten nearest at least, among several gyms and two models (rule A8).
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Arras'), 'arras-entree');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');

-- What people talk about, and how they say it: rows are sums of a subject and two turns of phrase.
select setseed(0.5);
create temp table parts (kind text, n integer, part extensions.vector, primary key (kind, n));
insert into parts
select kind, n, ('[' || string_agg(((random() + random() + random() - 1.5) * strength)::real::text, ',') || ']')::extensions.vector
from (values ('subject', 24, 1.0), ('phrase', 60, 0.7), ('question', 6, 0.7)) as kinds (kind, many, strength)
cross join lateral generate_series(1, many) n
cross join lateral generate_series(1, 1536) place
group by kind, n;
create temp table talks as
select gen_random_uuid() as id, k.gym_id, k.id as kiosk_id, n,
  case when n % 2 = 0 then 'builtin-1' else 'text-embedding-3-small' end as model,
  1 + floor(random() * 60)::integer as one, 1 + floor(random() * 60)::integer as another
from public.kiosks k cross join generate_series(1, 670) n;
insert into public.openai_realtime_sessions (id, gym_id, kiosk_id, state, language, started_at, ended_at, end_reason, last_seq, events_version, expires_at, consent)
select id, gym_id, kiosk_id, 'closed', 'fr', now() - n * interval '1 hour', now() - n * interval '1 hour', 'goodbye', 1, 1, now(), '{"talk": true, "analyse": true, "remember": false}' from talks;
-- Both graphs are made anew, as after a restore: a row at a time takes four times as long.
create temp table graphs as
select c.oid::regclass::text as name, pg_get_indexdef(c.oid) as made_by from pg_class c
where c.oid in ('public.conversation_summaries_builtin_1_idx'::regclass, 'public.conversation_summaries_text_embedding_3_small_idx'::regclass);
do $$ begin execute (select 'drop index ' || string_agg(name, ', ') from graphs); end $$;
insert into public.conversation_summaries (session_id, gym_id, kiosk_id, status, events_version, provider, model, language, summary_text, key_topics,
  sentiment_score, sentiment_label, processed_at, embedding_model, embedding)
select t.id, t.gym_id, t.kiosk_id, 'done', 1, 'builtin', 'builtin-1', 'fr', 'résumé', '{}', 0, 'neutral', now(), t.model,
  s.part operator(extensions.+) a.part operator(extensions.+) b.part
from talks t
join parts s on s.kind = 'subject' and s.n = 1 + (t.n / 2) % 24
join parts a on a.kind = 'phrase' and a.n = t.one
join parts b on b.kind = 'phrase' and b.n = t.another;
do $$ begin execute (select string_agg(made_by, ';') from graphs); end $$;
analyze public.conversation_summaries;
create temp table questions as
select q.n, q.part operator(extensions.+) s.part as sought from parts q join parts s on s.kind = 'subject' and s.n = q.n * 4 where q.kind = 'question';

create temp table answers as
select g.gym_id, m.model, q.n, exact.ids as exact
from (select distinct gym_id from talks) g
cross join (values ('builtin-1'), ('text-embedding-3-small')) m (model)
cross join questions q
cross join lateral (
  select array_agg(near.session_id) as ids
  from (
    with own as materialized (
      select c.session_id, c.embedding operator(extensions.<=>) q.sought as distance
      from public.conversation_summaries c where c.gym_id = g.gym_id and c.embedding_model = m.model
    )
    select * from own order by own.distance, own.session_id limit 10
  ) near
) exact;
create function pg_temp.scans(p_model text) returns bigint language sql volatile as $$
  select pg_stat_get_xact_numscans(('public.conversation_summaries_' || translate(p_model, '-', '_') || '_idx')::regclass)
$$;
create function pg_temp.found() returns table (model text, recall numeric, strangers bigint) language sql volatile as $$
  select a.model, count(*) filter (where near.session_id = any (a.exact)) / 180.0, count(*) filter (where (t.gym_id, t.model) <> (a.gym_id, a.model))
  from answers a join questions q using (n)
  cross join lateral private.nearest_conversations(a.gym_id, a.model, q.sought, null, null, null, null, null, 10) near
  join talks t on t.id = near.session_id
  group by a.model
$$;

select is((select count(*) from public.conversation_summaries), 2010::bigint, 'control: 2,010 conversations of three gyms by two models');
-- Left to itself the planner reads a gym as small as these whole, which is exact; the graph is for large ones.
select results_eq('select model, recall from pg_temp.found() order by 1', $$values ('builtin-1', 1.0), ('text-embedding-3-small', 1.0)$$, 'a small gym is searched exactly');
set local enable_sort = off;
create temp table before as select model, pg_temp.scans(model) as scans from (values ('builtin-1'), ('text-embedding-3-small')) m (model);
create temp table found as select * from pg_temp.found();
select cmp_ok(recall, '>=', 0.9, format('through the graph of %s at least nine of ten', model)) from found;
select is(strangers, 0::bigint, format('no other gym''s and no other model''s among those of %s', model)) from found;
select cmp_ok(pg_temp.scans(model) - scans, '>=', 18::bigint, format('control: the graph of %s answered', model)) from before;
select is(
  (select min(found.many) from (
    select count(*) as many from answers a join questions q using (n)
    cross join lateral private.nearest_conversations(a.gym_id, a.model, q.sought, null, null, null, now() - interval '60 hours', null, 10) near
    where a.n = 1
    group by a.gym_id, a.model, a.n
  ) found), 10::bigint, 'the walk goes on until ten are found, also where a filter leaves few');
select is(current_setting('hnsw.iterative_scan', true) = 'strict_order', false, 'what the walk is told stays within the search');

select * from finish();
rollback;
