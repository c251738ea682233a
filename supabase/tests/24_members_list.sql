begin;
select no_plan();
select tests.two_customers();
insert into public.gym_members_v2 (gym_id, first_name, last_name, badge_id, email, phone, member_since, membership_ends_on, is_active)
select tests.gym_id('Lille'), v.* from (values
  ('Élodie', 'Brûlard', '0001', 'elodie@example.test', '+33 6 39 98 12 34', current_date - 300, current_date + 12, true),
  ('Zoé', 'Aubevent', '0002', 'zoe@example.test', '06 39 98 56 78', current_date - 10, null, true),
  ('Jean-Paul', 'O''Mara', null, null, null, current_date - 900, current_date + 200, true),
  ('Karim', 'Cendremont', '0004', null, null, current_date - 400, current_date - 5, false),
  ('100%', 'Deslignes', '0005', null, null, current_date - 60, null, true)
) as v (first_name, last_name, badge_id, email, phone, member_since, ends, active);
insert into public.gym_members_v2 (gym_id, first_name, last_name, deleted_at) values (tests.gym_id('Lille'), 'Effacée', 'Brûlard', now());
insert into public.member_badges (gym_id, member_id, badge_hash)
  select gym_id, id, tests.hash(badge_id) from public.gym_members_v2 where badge_id is not null;
select tests.make_member(tests.gym_id('Nice'), 'Nora', '0001');
insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source)
select m.gym_id, m.id, m.gym_id, (v.at at time zone 'Europe/Paris')::date, v.at, v.at, 'import'
from public.gym_members_v2 m
cross join (values (now() - interval '1 minute'), (now() - interval '1 day'), (now() - interval '72 days')) as v (at)
where m.first_name in ('Élodie', 'Nora');
insert into public.member_analytics (member_id, gym_id, churn_risk_score, churn_risk_level, churn_factors) values
  (tests.member_id('Zoé'), tests.gym_id('Lille'), 0.70, 'critical', '[{"code": "no_visit", "params": {"days": 21, "points": 30}}]'),
  (tests.member_id('Élodie'), tests.gym_id('Lille'), 0.20, 'low', '[]'),
  (tests.member_id('Karim'), tests.gym_id('Lille'), 0.90, 'critical', '[]');
create function pg_temp.names(p_answer jsonb) returns text
language sql immutable as $$ select string_agg(r ->> 'first_name', ' ') from jsonb_array_elements(p_answer -> 'rows') r $$;
grant execute on all functions in schema pg_temp to public;

-- the manager
select tests.sign_in('manager@lille.test');
create temp table page as select public.list_members(tests.gym_id('Lille')) as it;
select is((select it - 'rows' from page), '{"total": 5, "next_cursor": null, "types": [],
  "counts": {"all": 5, "at_risk": 1, "new": 1, "ending": 1, "no_badge": 1, "away": 2}}', 'the page counts its gym by view');
select is((select pg_temp.names(it) from page), 'Karim Zoé Élodie 100% Jean-Paul', 'riskiest first, those without a score last');
select is((select it #> '{rows,1}' from page) - 'id', jsonb_build_object(
  'first_name', 'Zoé', 'last_name', 'Aubevent', 'badge_id', '0002', 'has_badge', true, 'kind', 'member', 'objects', false,
  'state', 'active', 'membership_type', null, 'membership_ends_on', null,
  'member_since', current_date - 10, 'last_visit', null, 'is_active', true, 'level', 'critical', 'score', 0.70,
  'factors', '[{"code": "no_visit", "params": {"days": 21, "points": 30}}]'::jsonb,
  'contact', '{"email": "zoe@example.test", "phone": "06 39 98 56 78"}'::jsonb, 'weeks', '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]'::jsonb
), 'a row');
select is((select it #> '{rows,2,weeks}' from page), '[0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]', 'visits a week, this one last');
select is(pg_temp.names(public.list_members(tests.gym_id('Lille'), p_sort => 'name')), 'Zoé Élodie Karim 100% Jean-Paul', 'by name, accents aside');
select is(pg_temp.names(public.list_members(tests.gym_id('Lille'), p_sort => 'last_visit', p_limit => 1)), 'Élodie', 'by last visit');
select is(pg_temp.names(public.list_members(tests.gym_id('Lille'), p_sort => 'ends', p_limit => 2)), 'Karim Élodie', 'by end of membership');
select is(pg_temp.names(public.list_members(tests.gym_id('Lille'), jsonb_build_object('view', v))), expected, 'view ' || v)
from (values ('at_risk', 'Zoé'), ('new', 'Zoé'), ('ending', 'Élodie'), ('no_badge', 'Jean-Paul'), ('away', '100% Jean-Paul')) as t (v, expected);
select is(pg_temp.names(public.list_members(tests.gym_id('Lille'), '{"level": "critical"}')), 'Karim Zoé', 'by level');

-- search
select is(pg_temp.names(public.list_members(tests.gym_id('Lille'), jsonb_build_object('search', q))), expected, 'search ' || q)
from (values
  ('elo', 'Élodie'), ('BRÛ', 'Élodie'), ('brul elod', 'Élodie'), ('paul', 'Jean-Paul'), ('mara', 'Jean-Paul'), ('0004', 'Karim'),
  ('98 12', 'Élodie'), ('0639985678', 'Zoé'), ('100%', '100%'), ('ubeven', 'Zoé'), ('zzz', null), (''' or 1=1 --', null), ('!!', null), ('%', null), ('Nora', null)
) as t (q, expected);
select is((public.list_members(tests.gym_id('Lille'), '{"search": "elo"}') -> 'total')::int, 1, 'total is of the search');
select is((public.list_members(tests.gym_id('Lille'), '{"search": "  "}') -> 'total')::int, 5, 'blanks search nothing');

-- cursors
create temp table walk as
  with recursive pages as (
    select 1 as n, public.list_members(tests.gym_id('Lille'), p_sort => 'name', p_limit => 2) as it
    union all
    select n + 1, public.list_members(tests.gym_id('Lille'), p_sort => 'name', p_limit => 2, p_cursor => it ->> 'next_cursor')
    from pages where it ->> 'next_cursor' is not null
  ) select * from pages;
select is((select string_agg(pg_temp.names(it), ' | ' order by n) from walk), 'Zoé Élodie | Karim 100% | Jean-Paul', 'pages follow each other without a gap');
select throws_ok(format('select public.list_members(%L, p_cursor => %L)', tests.gym_id('Lille'), 'nonsense'), 'P0001', 'invalid_input', 'a cursor that is none');
select throws_ok(format('select public.list_members(%L, p_sort => ''risk'', p_cursor => %L)', tests.gym_id('Lille'), it ->> 'next_cursor'),
  'P0001', 'invalid_input', 'a cursor of another order') from walk where n = 1;
select throws_ok(format('select public.list_members(%L, %L)', tests.gym_id('Lille'), '{"view": "rich"}'), 'P0001', 'invalid_input', 'a view that is none');

-- everybody else
select throws_ok(format('select public.list_members(%L)', tests.gym_id('Nice')), 'P0001', 'not_found', 'other gym''s id is not found');
select is_empty($$select 1 from public.gym_members_v2 where first_name = 'Nora'$$, 'nor are its members');
select is(tests.outcome('select email from public.gym_members_v2'), '42501', 'no e-mail by a direct read');
select is(tests.outcome('select badge_hash from public.member_badges'), '42501', 'no badge hash either');
select tests.sign_in('staff@lille.test');
select is((public.list_members(tests.gym_id('Lille'), '{"search": "elo"}') #> '{rows,0,contact}'), 'null', 'staff read no contact');
select is((public.list_members(tests.gym_id('Lille'), '{"search": "0639985678"}') -> 'total')::int, 0, 'and cannot feel for one by searching');
select tests.sign_in('owner@nord.test');
select is((public.list_members(tests.gym_id('Lille')) -> 'total')::int, 5, 'the owner reads');
select tests.sign_in('owner@sud.test');
select throws_ok(format('select public.list_members(%L)', tests.gym_id('Lille')), 'P0001', 'not_found', 'another owner does not');
select tests.sign_out();
select tests.verify_factor(tests.user_id('manager@lille.test'));
select tests.sign_in('manager@lille.test', 'aal1');
select throws_ok(format('select public.list_members(%L)', tests.gym_id('Lille')), 'P0001', 'mfa_required', 'a verified factor is asked for');
select is(private.member_contact(tests.member_id('Zoé')), null, 'before any contact is told');
select tests.sign_in('manager@lille.test', 'aal2');
select isnt(private.member_contact(tests.member_id('Zoé')), null, 'with it the contact is told');
select is(private.member_contact(tests.member_id('Nora')), null, 'of one''s own gym alone');
select tests.as_anonymous();
select is(tests.outcome(format('select public.list_members(%L)', tests.gym_id('Lille'))), '42501', 'nobody signed in lists nothing');

-- what members' rows keep by themselves
select tests.sign_out();
select is((select is_minor from public.gym_members_v2 where first_name = 'Zoé'), false, 'no birth date is no minor');
update public.gym_members_v2 set birth_date = current_date - interval '18 years' + interval '3 days' where first_name = 'Zoé';
select is((select is_minor from public.gym_members_v2 where first_name = 'Zoé'), true, 'a birth date tells');
update public.gym_members_v2 set is_minor = false where first_name = 'Zoé';
select is((select is_minor from public.gym_members_v2 where first_name = 'Zoé'), true, 'and cannot be talked out of it');
alter table public.gym_members_v2 disable trigger gym_members_v2_set_is_minor;
update public.gym_members_v2 set birth_date = current_date - interval '19 years' where first_name = 'Zoé';
alter table public.gym_members_v2 enable trigger gym_members_v2_set_is_minor;
select is(private.age_minors(), 1, 'the job ages who has come of age');
select is(private.age_minors(), 0, 'once');
select results_eq(
  $$select changed from public.audit_logs where entity = 'gym_members_v2' and action = 'update' and entity_id = tests.member_id('Zoé') order by seq limit 1$$,
  $$values (array['birth_date', 'is_minor'])$$, 'the audit names what changed and no value');
select is(tests.count_of($$public.audit_logs where entity = 'gym_members_v2' and changed && array['last_visit']$$), 0::bigint, 'visits do not fill the audit');

select * from finish();
rollback;
