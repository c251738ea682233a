-- Two rows of one person become one, whatever hangs on them.
begin;
select no_plan();
select tests.fill_two_tenants();

create function pg_temp.kept() returns uuid language sql security definer as $$
  select id from public.gym_members_v2 where gym_id = tests.gym_id('Lille') and first_name = 'Garde'
$$;
create function pg_temp.dropped() returns uuid language sql security definer as $$
  select id from public.gym_members_v2 where gym_id = tests.gym_id('Lille') and first_name = 'Alix'
$$;
insert into public.gym_members_v2 (gym_id, first_name, last_name, email) values (tests.gym_id('Lille'), 'Garde', 'lille', 'garde@lille.test');
insert into private.import_changes (import_id, member_id, is_new, after)
select i.id, pg_temp.dropped(), true, '{}' from public.member_imports i where i.gym_id = tests.gym_id('Lille');
insert into private.import_visits (import_id, visit_id, member_id, started_at, last_seen_at)
select i.id, gen_random_uuid(), pg_temp.dropped(), now(), now() from public.member_imports i where i.gym_id = tests.gym_id('Lille');
insert into private.conversation_archive (session_id, gym_id, member_id, started_at, seconds, channel, language, cost_usd)
values (gen_random_uuid(), tests.gym_id('Lille'), pg_temp.dropped(), now() - interval '7 months', 60, 'text', 'fr', 0);
insert into private.member_talk_base (member_id, talks, seconds, last_at, score_sum, negatives, positives)
values (pg_temp.dropped(), 1, 60, now() - interval '25 months', 0.5, 0, 1);
insert into private.member_moves (from_member_id, to_member_id) values
  (tests.make_member(tests.gym_id('Arras'), 'Before'), pg_temp.dropped()), (pg_temp.dropped(), tests.make_member(tests.gym_id('Arras'), 'After'));

-- every table that references members: a new one is here as soon as its migration is
create function pg_temp.rows_of(p_member uuid) returns table (child text, n bigint) language plpgsql as $$
declare
  one record;
begin
  for one in
    select c.conrelid::regclass as child, a.attname as member_column
    from pg_catalog.pg_constraint c
    cross join lateral unnest(c.conkey, c.confkey) as pair (child, parent)
    join pg_catalog.pg_attribute p on p.attrelid = c.confrelid and p.attnum = pair.parent and p.attname = 'id'
    join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.child
    where c.contype = 'f' and c.confrelid = 'public.gym_members_v2'::regclass
  loop
    child := one.child || '.' || one.member_column;
    execute format('select count(*) from %s where %I = $1', one.child, one.member_column) into n using p_member;
    return next;
  end loop;
end $$;
create temp table before as select * from pg_temp.rows_of(pg_temp.dropped());
select cmp_ok((select count(*) from before), '>', 12::bigint, 'control: there are tables that reference members');
select is_empty($$select child from before where n = 0$$,
  'control: each of them has a row to move (a new table: give it one in tests.fill_gym, or here)');

create function pg_temp.said(p_sql text) returns text language plpgsql as $$
begin
  execute p_sql;
  return 'done';
exception when others then
  return sqlerrm;
end $$;
grant execute on all functions in schema pg_temp to public;

select tests.sign_in('manager@lille.test');
select is((public.get_merge(pg_temp.kept(), pg_temp.dropped()) #>> '{other,values,email}'), 'alix@lille.test', 'both sides are shown');
select is((public.get_merge(pg_temp.kept(), null, 'ali') #>> '{candidates,0,id}')::uuid, pg_temp.dropped(), 'found by name');
select is(pg_temp.said('select public.merge_members(pg_temp.kept(), pg_temp.kept())'), 'invalid_input', 'not with oneself');
select is(pg_temp.said(format('select public.merge_members(pg_temp.kept(), %L)', (select max(id::text) from public.gym_members_v2 where gym_id = tests.gym_id('Nice')))),
  'not_found', 'other gym''s id is not found');
select is(pg_temp.said($$select public.merge_members(pg_temp.kept(), pg_temp.dropped(), '{"first_name": "Alix-Garde"}')$$), 'done', 'merged');
select tests.sign_out();

select is_empty(
  $$select child from pg_temp.rows_of((select id from public.gym_members_v2 where first_name = 'Alix' and gym_id = tests.gym_id('Lille')))
    where n > 0$$, 'nothing hangs on the dropped row any more');
select is_empty(
  $$select b.child from before b join pg_temp.rows_of((select id from public.gym_members_v2 where first_name = 'Alix-Garde')) k using (child)
    where k.n < b.n and child <> 'private.import_changes.member_id'$$, 'and everything hangs on the kept one');
select is((select array[m.email, m.phone] from public.gym_members_v2 m where m.first_name = 'Alix-Garde'), '{garde@lille.test,06 00 00 00 00}',
  'its own values stay, what it lacked is filled');
select is((select m.merged_into from public.gym_members_v2 m where m.first_name = 'Alix' and m.gym_id = tests.gym_id('Lille')),
  tests.member_id('Alix-Garde'), 'the dropped row leads to it');
select is((select m.merged_into from public.gym_members_v2 m where m.first_name = 'Alix deux fois' and m.gym_id = tests.gym_id('Lille')),
  tests.member_id('Alix-Garde'), 'as does what was merged into it before');
select is((select count(*) from public.member_analytics a where a.member_id = tests.member_id('Alix-Garde')), 1::bigint, 'one risk, computed anew');

-- What both have
select tests.make_kiosk(tests.gym_id('Lille'), 'porte');
create temp table pair as select tests.make_member(tests.gym_id('Lille'), 'Un', '4001') as keep_id, tests.make_member(tests.gym_id('Lille'), 'Deux', '4002') as drop_id;
grant select on pair to public;
insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source)
select tests.gym_id('Lille'), m, tests.gym_id('Lille'), (now() - ago)::date, now() - ago, now() - ago, 'desk'
from pair, lateral (values (keep_id, interval '5 hours'), (drop_id, interval '5 hours 20 minutes'), (drop_id, interval '9 hours')) v (m, ago);
insert into public.class_bookings (gym_id, occurrence_id, member_id, status, source)
select tests.gym_id('Lille'), o.id, m, 'booked', 'desk' from public.class_occurrences o, pair, lateral unnest(array[keep_id, drop_id]) m
where o.gym_id = tests.gym_id('Lille');
insert into public.manager_alerts (gym_id, member_id, alert_type, title) select tests.gym_id('Lille'), m, 'staff_call', 'staff_call' from pair, lateral unnest(array[keep_id, drop_id]) m;
insert into public.member_consents (gym_id, member_id, purpose, granted, version, language, created_at)
select tests.gym_id('Lille'), m, 'health', granted, '1', 'fr', now() - ago
from pair, lateral (values (drop_id, true, interval '2 days'), (keep_id, false, interval '1 day')) v (m, granted, ago);
insert into public.member_preferences (member_id, gym_id, language) select m, tests.gym_id('Lille'), l from pair, lateral (values (keep_id, null), (drop_id, 'es')) v (m, l);
insert into public.member_fitness_profile (member_id, gym_id, injuries, fitness_level) select drop_id, tests.gym_id('Lille'), 'genou', 'advanced' from pair;
update public.gym_members_v2 set analysis_objection = true where first_name = 'Deux';
select tests.sign_in('manager@lille.test');
select is(pg_temp.said('select public.merge_members(keep_id, drop_id) from pair'), 'done', 'merged');
select tests.sign_out();
select is((select count(*) from public.gym_visits v, pair where v.member_id = keep_id), 2::bigint, 'visits of one hour are one');
select is((select string_agg(b.status, ' ' order by b.status) from public.class_bookings b, pair where b.member_id = keep_id), 'booked cancelled', 'one place in a class');
select is((select string_agg(a.status, ' ' order by a.status) from public.manager_alerts a, pair where a.member_id = keep_id), 'pending resolved', 'one open alert a type');
select is((select count(*) from public.member_badges b, pair where b.member_id = keep_id and b.valid_to is null), 2::bigint, 'both badges open');
select is((select array[p.language, f.fitness_level, f.injuries] from pair join public.member_preferences p on p.member_id = keep_id
  join public.member_fitness_profile f on f.member_id = keep_id), '{es,advanced,null}', 'the newest answer holds: no health');
select is((select m.analysis_objection from public.gym_members_v2 m, pair where m.id = keep_id), true, 'an objection to analysis is never lost');
select is((select count(*) from public.member_analytics a, pair where a.member_id in (keep_id, drop_id)), 0::bigint, 'so there is no risk');
select tests.sign_in('manager@lille.test');
select is(pg_temp.said('select public.restore_member(drop_id) from pair'), 'conflict', 'a merged row does not come back');
select is(pg_temp.said('select public.merge_members(keep_id, drop_id) from pair'), 'conflict', 'nor is it merged twice');

select * from finish();
rollback;
