-- Search and filters of the list: typos, accents, badges in any form, phones, and who may look for what.
begin;
select no_plan();
select tests.two_customers();
insert into public.gym_members_v2 (
  gym_id, first_name, last_name, badge_id, phone, member_since, membership_type, membership_suspended, is_active, membership_ends_on,
  member_kind, last_visit
)
select tests.gym_id('Lille'), v.* from (values
  ('Belkacem', 'Ouradi', 'A-77', '+33 (0)6 39 98 12 34', current_date - 300, 'Abonnement annuel', false, true, current_date + 90, 'member', now() - interval '3 days'),
  ('Élodie', 'Lefèbvre', '0002', '06.39.98.56.78', current_date - 10, 'Abonnement annuel', true, true, null, 'member', now() - interval '20 days'),
  ('Élodie', 'Marchand', '0003', '0033 6 39 98 00 01', current_date - 90, 'Étudiant', false, true, current_date - 2, 'member', null),
  ('Elo', 'Étoile', null, null, current_date - 90, null, false, false, null, 'guest', now() - interval '40 days'),
  ('Jean-Paul', 'O''Mara', null, '+34 612 345 678', current_date - 90, null, false, true, null, 'staff', now() - interval '1 hour')
) as v (first_name, last_name, badge_id, phone, since, type, suspended, active, ends, kind, seen);
insert into public.gym_members_v2 (gym_id, first_name, last_name, phone, deleted_at)
values (tests.gym_id('Lille'), 'Effacée', 'Ouradi', '06 39 98 99 99', now());
insert into public.member_badges (gym_id, member_id, badge_hash, valid_from, valid_to)
values (tests.gym_id('Lille'), tests.member_id('Belkacem'), tests.hash('uid-1'), now() - interval '9 days', null),
  (tests.gym_id('Lille'), tests.member_id('Jean-Paul'), tests.hash('uid-old'), now() - interval '9 days', now());
select tests.make_member(tests.gym_id('Nice'), 'Bella', '0001');
insert into public.member_consents (gym_id, member_id, purpose, granted, version, language, created_at)
select tests.gym_id('Lille'), tests.member_id(v.name), v.purpose, v.granted, '1', 'fr', now() - v.ago * interval '1 day' from (values
  ('Belkacem', 'analyse', true, 9), ('Belkacem', 'remember', true, 9), ('Belkacem', 'remember', false, 1), ('Jean-Paul', 'talk', true, 1)
) as v (name, purpose, granted, ago);

create function pg_temp.found(p_filter jsonb, p_sort text default null) returns text
language sql stable as $$
  select string_agg(r ->> 'first_name' || ' ' || left(r ->> 'last_name', 1), ', ')
  from jsonb_array_elements(public.list_members(tests.gym_id('Lille'), p_filter, p_sort) -> 'rows') r
$$;
create function pg_temp.searched(p_search text) returns text
language sql stable as $$ select pg_temp.found(jsonb_build_object('search', p_search)) $$;
grant execute on all functions in schema pg_temp to public;

select tests.sign_in('manager@lille.test');
select is(pg_temp.searched(q), expected, 'search ' || q) from (values
  ('belkasem', 'Belkacem O'), ('BELKACEM', 'Belkacem O'), ('ouradi belkacem', 'Belkacem O'), ('ouradi belkasem', 'Belkacem O'),
  ('lefevbre', 'Élodie L'), ('lefebvre', 'Élodie L'), ('LEFÈBVRE', 'Élodie L'), ('elodie', 'Élodie L, Élodie M'),
  ('elo', 'Elo É, Élodie L, Élodie M'), ('adi', 'Belkacem O'), ('m', 'Élodie M'), ('annuelle', 'Élodie L, Belkacem O'),
  ('a-77', 'Belkacem O'), ('0639981234', 'Belkacem O'), ('+33639985678', 'Élodie L'), ('06 39 98 00 01', 'Élodie M'),
  ('+33 6 12', null), ('612 345 678', 'Jean-Paul O'), ('+34612345678', 'Jean-Paul O'), ('3998', 'Élodie L, Élodie M, Belkacem O'),
  ('xqzjw', null), ('"; drop table', null)
) as t (q, expected);
select is(pg_temp.found(jsonb_build_object('search', '7', 'badge_hashes', array[tests.hash('uid-1'), tests.hash('uid-x')])), 'Belkacem O', 'a badge by any of its forms');
select is(pg_temp.found(jsonb_build_object('search', '7', 'badge_hashes', array[tests.hash('uid-old')])), 'Jean-Paul O', 'a badge that was theirs');
select is(pg_temp.found('{"search": "elo"}', 'name'), 'Elo É, Élodie L, Élodie M', 'a search in another order');
select is((public.list_members(tests.gym_id('Lille'), '{"search": "elodie"}') ->> 'total')::int, 2, 'a search counts what it found');
select throws_ok(format('select public.list_members(%L, p_sort => %L)', tests.gym_id('Lille'), 'match'), 'P0001', 'invalid_input', 'the best match is of a search');

select is(pg_temp.found(f::jsonb, 'name'), expected, 'filter ' || f) from (values
  ('{"state": "active"}', 'Jean-Paul O, Belkacem O'), ('{"state": "suspended"}', 'Élodie L'),
  ('{"state": "ended"}', 'Elo É, Élodie M'), ('{"state": "deleted"}', 'Effacée O'),
  ('{"type": "Étudiant"}', 'Élodie M'), ('{"type": "Abonnement annuel", "state": "active"}', 'Belkacem O'), ('{"type": "'' or true --"}', null),
  ('{"kind": "staff"}', 'Jean-Paul O'), ('{"kind": "guest"}', 'Elo É'), ('{"kind": "member"}', 'Élodie L, Élodie M, Belkacem O'),
  ('{"consent": "analyse"}', 'Belkacem O'), ('{"consent": "remember"}', null), ('{"consent": "talk"}', 'Jean-Paul O'),
  ('{"consent": "none"}', 'Elo É, Élodie L, Élodie M'), ('{"search": "ouradi", "state": "deleted"}', 'Effacée O')
) as t (f, expected);
select is(pg_temp.found(jsonb_build_object('visited_from', current_date - 4)), 'Jean-Paul O, Belkacem O', 'visited since');
select is(pg_temp.found(jsonb_build_object('visited_to', current_date - 10), 'name'), 'Elo É, Élodie L', 'not since, but once');
select is(pg_temp.found(jsonb_build_object('visited_from', current_date - 21, 'visited_to', current_date - 19)), 'Élodie L', 'visited between');
select is(public.list_members(tests.gym_id('Lille')) -> 'types', '["Abonnement annuel", "Étudiant"]', 'the types that there are');
select is(public.list_members(tests.gym_id('Lille'), '{"kind": "member"}') -> 'total', '3', 'the total is of the filter');
select is(public.list_members(tests.gym_id('Lille'), p_counts => false) - 'rows', '{"next_cursor": null}', 'rows alone on demand');
select throws_ok(format('select public.list_members(%L, %L)', tests.gym_id('Lille'), f), 'P0001', 'invalid_input', 'refused: ' || f)
from unnest(array['{"state": "rich"}', '{"kind": 1}', '{"consent": "all"}', '{"visited_to": "yesterday"}', '{"visited_from": "2026-13-40"}', '[]', 'null']) f;

-- what rows keep by themselves
select tests.sign_out();
select is((select has_badge from public.gym_members_v2 where id = tests.member_id('Belkacem')), true, 'a valid badge shows');
select is((select has_badge from public.gym_members_v2 where first_name = 'Jean-Paul'), false, 'a lost one does not');
update public.member_badges set valid_to = now() where badge_hash = tests.hash('uid-1');
select is((select has_badge from public.gym_members_v2 where id = tests.member_id('Belkacem')), false, 'and when it is taken back');
insert into public.member_analytics (member_id, gym_id, churn_risk_score, churn_risk_level)
values (tests.member_id('Belkacem'), tests.gym_id('Lille'), 0.55, 'high');
select is((select risk_points from public.gym_members_v2 where id = tests.member_id('Belkacem')), 55::smallint, 'the risk shows');
update public.member_analytics set churn_risk_score = 0.7, churn_risk_level = 'critical' where member_id = tests.member_id('Belkacem');
select is((select risk_points from public.gym_members_v2 where id = tests.member_id('Belkacem')), 70::smallint, 'as it changes');
delete from public.member_analytics where member_id = tests.member_id('Belkacem');
select is((select risk_points from public.gym_members_v2 where id = tests.member_id('Belkacem')), null, 'and goes with the score');
select is(tests.count_of($$public.audit_logs where entity = 'gym_members_v2' and changed && '{risk_points,has_badge,consents,phone_digits}'$$), 0::bigint,
  'none of it is a change somebody made');
select is((select consents from public.gym_members_v2 where first_name = 'Jean-Paul'), '{talk}', 'what somebody agrees to shows');
alter table public.gym_members_v2 disable trigger gym_members_v2_touch;
update public.gym_members_v2 set updated_at = '2020-01-01' where first_name = 'Elo';
alter table public.gym_members_v2 enable trigger gym_members_v2_touch;
update public.gym_members_v2 set last_visit = now() where first_name = 'Elo';
select is((select updated_at from public.gym_members_v2 where first_name = 'Elo'), '2020-01-01'::timestamptz, 'a visit is no change of the file');
update public.gym_members_v2 set last_name = 'Comète' where first_name = 'Elo';
select isnt((select updated_at from public.gym_members_v2 where first_name = 'Elo'), '2020-01-01'::timestamptz, 'a name is');

-- everybody else
select tests.sign_in('staff@lille.test');
select is(pg_temp.searched('0639981234'), null, 'staff find nobody by phone');
select is(pg_temp.searched('belkasem'), 'Belkacem O', 'but by name');
select throws_ok(format('select public.list_members(%L, %L)', tests.gym_id('Lille'), '{"state": "deleted"}'), 'P0001', 'forbidden', 'staff see no deleted members');
select is(tests.outcome('select phone_digits from public.gym_members_v2'), '42501', 'nor the digits of a phone by a direct read');
select throws_ok(format('select private.member_page(%L, ''{}'', ''risk'', null, 10)', tests.gym_id('Nice')), 'P0001', 'not_found', 'the helper opens no other gym');
select throws_ok(format('select private.member_counts(%L, ''{}'')', tests.gym_id('Nice')), 'P0001', 'not_found', 'nor counts it');
select tests.sign_in('owner@nord.test');
select is(pg_temp.searched('0639981234'), 'Belkacem O', 'the owner finds by phone');
select tests.sign_in('admin@platform.test');
select is(pg_temp.found('{"state": "deleted"}'), 'Effacée O', 'the platform reads all');

select * from finish();
rollback;
