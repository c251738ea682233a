-- Every interaction with the list reads an index, and the one that was made for it: the statements as the verb runs them, on
-- 6,000 members of one gym. tests/load/members.ts does the same on 100,000 and asks the whole call.
begin;
select no_plan();
select tests.two_customers();
set local session_replication_role = replica;
insert into public.gym_members_v2 (
  gym_id, first_name, last_name, badge_id, phone, membership_type, membership_ends_on, member_since, last_visit, is_active,
  membership_suspended, member_kind, risk_points, has_badge, deleted_at
)
select tests.gym_id(case when n % 4 = 0 then 'Nice' else 'Lille' end), 'Prénom' || n % 97, 'Nom' || n, 'B' || n,
  '06' || lpad(n::text, 8, '0'), 'Formule ' || n % 7, current_date - 60 + n % 500, current_date - n % 1500,
  now() - n % 90 * interval '1 day', n % 9 <> 0, n % 97 = 0, case when n % 200 = 1 then 'staff' else 'member' end,
  n % 10 * 10, n % 12 <> 0, case when n % 50 = 49 then now() end
from generate_series(1, 8000) n;
insert into public.member_badges (gym_id, member_id, badge_hash)
select m.gym_id, m.id, tests.hash(m.badge_id) from public.gym_members_v2 m where m.has_badge;
set local session_replication_role = origin;
analyze public.gym_members_v2;
analyze public.member_badges;

-- What the verb's functions say for themselves.
select set_eq(
  $$select p.proname::text from pg_catalog.pg_proc p
    where p.pronamespace = 'private'::regnamespace and p.proconfig @> '{enable_seqscan=off}'$$,
  array['member_page', 'member_count', 'member_counts'], 'what runs these statements reads no whole table');
set local enable_seqscan = off;
set local jit = off;

create function pg_temp.scans(p_statement text) returns text
language plpgsql as $$
declare
  plan jsonb;
begin
  execute 'explain (format json) ' || p_statement into plan;
  return (
    select string_agg(distinct replace(node ->> 'Index Name', 'gym_members_v2_', ''), ' ')
      || coalesce((select ' and all of ' || string_agg(distinct n ->> 'Relation Name', ', ')
        from jsonb_path_query(plan, 'strict $.**') n where n ->> 'Node Type' = 'Seq Scan'), '')
    from jsonb_path_query(plan, 'strict $.**') node where node ? 'Index Name'
  );
end $$;
create function pg_temp.page(p_filter jsonb, p_sort text, p_after jsonb default null) returns text
language sql as $$
  select pg_temp.scans(private.member_page_sql(tests.gym_id('Lille'), p_filter, p_sort, p_after, 51, true))
$$;
create function pg_temp.counted(p_filter jsonb) returns text
language sql as $$
  select pg_temp.scans(format('select count(*) from (select from public.gym_members_v2 m where %s limit 10000) c',
    private.member_conditions(tests.gym_id('Lille'), p_filter)))
$$;

select is(pg_temp.page('{}', sort), index, 'first page by ' || sort) from (values
  ('risk', 'by_risk_idx'), ('name', 'by_name_idx'), ('last_visit', 'by_visit_idx'), ('ends', 'by_end_idx')) v (sort, index);
select is(pg_temp.page('{}', sort, jsonb_build_object('number', number, 'text', 'nom3', 'id', gen_random_uuid())), index, 'next page by ' || sort)
from (values ('risk', 50, 'by_risk_idx'), ('name', 0, 'by_name_idx'), ('last_visit', private.member_moment(now() - interval '9 days'), 'by_visit_idx'),
  ('ends', current_date - date '1970-01-01', 'by_end_idx')) v (sort, number, index);
select alike(pg_temp.page(filter::jsonb, 'risk'), index, 'page of ' || filter) from (values
  ('{"view": "at_risk"}', 'by_risk_idx'), ('{"view": "new"}', '%\_idx'), ('{"view": "ending"}', 'by\_%_idx'),
  ('{"view": "no_badge"}', 'without_badge_idx'), ('{"view": "away"}', '%\_idx'),
  ('{"level": "low"}', 'by_risk_idx'), ('{"level": "medium"}', 'by_risk_idx'), ('{"level": "high"}', 'by_risk_idx'),
  ('{"level": "critical"}', 'by_risk_idx'), ('{"type": "Formule 3"}', 'by_type_idx'), ('{"state": "active"}', 'by\_%\_idx'),
  ('{"state": "suspended"}', 'suspended_idx'), ('{"state": "ended"}', 'by\_%\_idx'), ('{"state": "deleted"}', 'deleted_idx'),
  ('{"kind": "staff"}', 'other_kind_idx'), ('{"consent": "none"}', 'by\_%\_idx'),
  ('{"visited_from": "2026-11-01"}', 'by\_%\_idx')) v (filter, index);
select alike(pg_temp.counted(filter::jsonb), index, 'count of ' || filter) from (values
  ('{"view": "at_risk"}', '%\_idx'), ('{"view": "new"}', 'active_since_idx'), ('{"view": "ending"}', 'by_end_idx'),
  ('{"view": "no_badge"}', 'without_badge_idx'), ('{"view": "away"}', 'away_idx')) v (filter, index);
select unalike(pg_temp.counted('{}'), '% and all of %', 'count of everybody');
select alike(pg_temp.page(jsonb_build_object('search', search, 'badge_hashes', array[tests.hash('B7')]), 'match'), '%search_idx%', 'search of ' || search)
from unnest('{nom123,prenom12 nom12,belkasem,0612345678,+33612345678}'::text[]) search;
select unalike(pg_temp.page(jsonb_build_object('search', search, 'badge_hashes', array[tests.hash('B7')]), 'match'), '% and all of %', 'the whole search of ' || search)
from unnest('{nom123,be,B7,belkasem,0612345678}'::text[]) search;
select alike(pg_temp.page('{"search": "B7"}', 'match'), '%badge_id_idx%', 'a printed badge has its index');
select alike(pg_temp.page(jsonb_build_object('search', '7', 'badge_hashes', array[tests.hash('B7')]), 'match'), '%member_badges_%', 'a badge that is read too');

select * from finish();
rollback;
