-- A member moves to another gym of the franchise, and back within a day.
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_kiosk(tests.gym_id('Arras'), 'arras-entree');
select tests.make_member(tests.gym_id('Lille'), 'Alix', 'a1');
select tests.make_member(tests.gym_id('Arras'), 'Other', 'taken');
update public.gym_members_v2 set external_id = 'C1', email = 'alix@example.test', membership_type = 'Annuel' where first_name = 'Alix';
insert into public.member_preferences (member_id, gym_id, language) select id, gym_id, 'es' from public.gym_members_v2 where first_name = 'Alix';
insert into public.member_consents (gym_id, member_id, purpose, granted, version, language, created_at)
select m.gym_id, m.id, 'talk', granted, '1', 'fr', now() - case when granted then interval '1 day' else '2 days' end
from public.gym_members_v2 m, unnest('{false,true}'::boolean[]) granted where m.first_name = 'Alix';
insert into public.member_consents (gym_id, member_id, purpose, granted, version, language, created_at)
select m.gym_id, m.id, 'health', true, '1', 'fr', now() - interval '1 day' from public.gym_members_v2 m where m.first_name = 'Alix';
insert into public.member_fitness_profile (member_id, gym_id, injuries) select id, gym_id, 'genou' from public.gym_members_v2 where first_name = 'Alix';
insert into public.member_notes (gym_id, member_id, kind, text, created_at) select gym_id, id, 'note', 'Le matin', now() - interval '1 day' from public.gym_members_v2 where first_name = 'Alix';
select tests.make_visits('Alix', '{1,3,5}');
select tests.make_talk('lille-entree', 'Alix', 0.5, '2 days');
select private.refresh_member_analytics(array[tests.member_id('Alix')]);
create temp table ids as select tests.member_id('Alix') as old, null::uuid as new;
grant all on ids to public;

create function pg_temp.move(p_gym text) returns uuid language sql as $$ select public.move_member((select old from ids), tests.gym_id(p_gym)) $$;
grant execute on function pg_temp.move(text) to public;
create function pg_temp.at(p_id uuid) returns public.gym_members_v2 language sql security definer as $$ select m from public.gym_members_v2 m where m.id = p_id $$;
grant execute on function pg_temp.at(uuid) to public;

select tests.sign_in('staff@lille.test');
select throws_ok($$select pg_temp.move('Arras')$$, 'P0001', 'forbidden', 'not by the team');
select tests.sign_in('manager@lille.test');
select throws_ok($$select pg_temp.move('Arras')$$, 'P0001', 'not_found', 'a manager knows no sister gym');
select throws_ok($$select pg_temp.move('Lille')$$, 'P0001', 'invalid_input', 'nobody moves to where they are');
select is(public.get_member_rights((select old from ids)) -> 'gyms', '[]', 'and is offered none');
select tests.sign_in('admin@platform.test');
select throws_ok($$select pg_temp.move('Arras')$$, 'P0001', 'forbidden', 'the platform needs a support access');
select tests.sign_in('owner@nord.test');
select throws_ok($$select pg_temp.move('Nice')$$, 'P0001', 'not_found', 'no way to another customer');
select is(public.get_member_rights((select old from ids)) -> 'gyms' @> '[{"name": "Arras", "external_id_taken": false, "badges_taken": 0, "has_namesake": false}]', true, 'the owner is told that nothing collides');

update ids set new = pg_temp.move('Arras');
select is((pg_temp.at(new)).gym_id, tests.gym_id('Arras'), 'there is a row at the new gym') from ids;
select is((select jsonb_build_array(m.external_id, m.email, m.membership_type, m.badge_id, m.deleted_at) from pg_temp.at((select new from ids)) m),
  '["C1", "alix@example.test", "Annuel", "a1", null]', 'with identity, membership and badge');
select isnt((pg_temp.at(old)).deleted_at, null, 'the old row is closed') from ids;
select tests.sign_out();
select is((select count(*) from public.gym_visits v, ids where v.member_id = ids.new and v.member_gym_id = tests.gym_id('Arras') and v.gym_id = tests.gym_id('Lille')), 3::bigint,
  'visits keep their place and belong to the new home');
select is((select count(*) from public.openai_realtime_sessions s, ids where s.member_id = ids.old), 1::bigint, 'conversations stay with the closed row');
select is((select array_agg(c.granted) from public.member_consents c, ids where c.member_id = ids.new), '{true,true}'::boolean[], 'the newest answer of each purpose goes along');
select is((select p.language from public.member_preferences p, ids where p.member_id = ids.new and p.gym_id = tests.gym_id('Arras')), 'es', 'preferences too');
select is((select f.injuries from public.member_fitness_profile f, ids where f.member_id = ids.new), 'genou', 'the fitness profile with its consent');
select is((select n.text from public.member_notes n, ids where n.member_id = ids.new), 'Le matin', 'and notes');
select is(tests.scan('lille-entree', 'a1') ->> 'outcome', tests.scan('lille-entree', 'nobody') ->> 'outcome', 'the old gym does not know the badge any more');
select is((select count(*) from public.member_analytics a, ids where a.member_id = ids.new), 1::bigint, 'figures are made at the new gym');
select is((select array_agg(distinct g.name order by g.name) from public.audit_logs l join public.gyms g on g.id = l.gym_id where l.action = 'move'), '{Arras,Lille}', 'both gyms have it in the audit');
select throws_ok($$update public.gym_members_v2 set deleted_at = null where id = (select old from ids)$$, 'P0001', 'conflict', 'the closed row is not restored beside the new one');

-- undone
select tests.sign_in('owner@nord.test');
select is(public.get_member_rights((select new from ids)) #> '{came_from,may_undo}', 'true', 'it may be undone');
select is(public.get_member_rights((select old from ids)) #>> '{went_to,gym}', 'Arras', 'the closed row says where to');
select is(public.undo_member_move(new), old, 'and is') from ids;
select is((pg_temp.at(old)).deleted_at, null, 'the row is open again') from ids;
select is((pg_temp.at(new)).id, null, 'the other one gone') from ids;
select throws_ok($$select public.undo_member_move((select old from ids))$$, 'P0001', 'conflict', 'once');
select tests.sign_out();
select is((select count(*) from public.gym_visits v, ids where v.member_id = ids.old and v.member_gym_id = tests.gym_id('Lille')), 3::bigint, 'visits are back');
select is((select p.language from public.member_preferences p, ids where p.member_id = ids.old), 'es', 'preferences too');
select is((select f.injuries from public.member_fitness_profile f, ids where f.member_id = ids.old), 'genou', 'the fitness profile');
select is((select n.text from public.member_notes n, ids where n.member_id = ids.old), 'Le matin', 'notes');
select is(tests.scan('lille-entree', 'a1') ->> 'first_name', 'Alix', 'the badge is known again');

-- not when something happened since, or a day has passed
select tests.sign_in('owner@nord.test');
update ids set new = pg_temp.move('Arras');
select tests.sign_out();
update private.member_moves set moved_at = now() - interval '1 minute';
update public.gym_members_v2 set updated_at = now() where id = (select new from ids);
select tests.sign_in('owner@nord.test');
select throws_ok($$select public.undo_member_move((select new from ids))$$, 'P0001', 'conflict', 'somebody changed the member');
select is(public.get_member_rights((select new from ids)) #> '{came_from,may_undo}', 'false', 'and it is not offered');
select tests.sign_out();
update private.member_moves set moved_at = now() - interval '25 hours';
select tests.sign_in('owner@nord.test');
select throws_ok($$select public.undo_member_move((select new from ids))$$, 'P0001', 'conflict', 'the day is over');
select throws_ok($$select public.move_member((select old from ids), tests.gym_id('Arras'))$$, 'P0001', 'conflict', 'a closed row does not move');
select tests.sign_out();

-- what is taken at the new gym stays behind, and is told before
select tests.make_member(tests.gym_id('Lille'), 'Bruno', 'b1');
update public.gym_members_v2 set external_id = 'C9' where first_name in ('Bruno', 'Other');
update public.member_badges set badge_hash = tests.hash('b1') where member_id = tests.member_id('Other');
update ids set old = tests.member_id('Bruno');
update public.gym_members_v2 set first_name = 'BRUNO' where first_name = 'Other';
select tests.sign_in('owner@nord.test');
select is(public.get_member_rights((select old from ids)) -> 'gyms' @> '[{"name": "Arras", "external_id_taken": true, "badges_taken": 1, "has_namesake": true}]', true, 'the owner is told what collides');
update ids set new = pg_temp.move('Arras');
select is((select jsonb_build_array(m.external_id, m.badge_id) from pg_temp.at((select new from ids)) m), '[null, null]', 'number and badge stay behind');
select tests.sign_out();
select is((select count(*) from public.member_badges b where b.badge_hash = tests.hash('b1') and b.valid_to is null and b.gym_id = tests.gym_id('Arras')), 1::bigint, 'the badge is the other member''s');

-- a support access that may write
update ids set old = tests.make_member(tests.gym_id('Lille'), 'Zoe', 'z1');
select tests.open_support('admin@platform.test', null, tests.franchise_id('Nord'), true);
select tests.sign_in('admin@platform.test');
select isnt(pg_temp.move('Arras'), null, 'the platform moves a member with an access to the franchise that may write');
select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Nord';
select tests.sign_in('owner@nord.test');
select throws_ok($$select public.move_member((select new from ids), tests.gym_id('Lille'))$$, 'P0001', 'customer_suspended', 'not while suspended');
select tests.sign_out();

select * from finish();
rollback;
