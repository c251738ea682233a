-- The platform's lists of franchises, gyms and people: whose they are, what a line says, views, search, order, pages.
begin;
select no_plan();
select tests.two_customers();
update public.franchises set city = 'Lille', subscription_plan = 'pro', created_at = now() - interval '3 days' where name = 'Nord';
update public.franchises set city = 'Nice', status = 'trial' where name = 'Sud';
insert into public.gym_members_v2 (gym_id, first_name, last_name, deleted_at) values
  (tests.gym_id('Lille'), 'Alix', 'Un', null), (tests.gym_id('Lille'), 'Bao', 'Deux', null),
  (tests.gym_id('Arras'), 'Cléo', 'Trois', null), (tests.gym_id('Lille'), 'Dan', 'Parti', now());
insert into public.kiosks (gym_id, slug, name, status) values
  (tests.gym_id('Lille'), 'lille-entree', 'Entrée', 'online'), (tests.gym_id('Lille'), 'lille-haut', 'Haut', 'error'),
  (tests.gym_id('Nice'), 'nice-entree', 'Entrée', 'online');
insert into public.kiosk_state (kiosk_id, gym_id, last_heartbeat_at)
select k.id, k.gym_id, now() - interval '10 seconds' from public.kiosks k;
insert into public.badge_scans (gym_id, kiosk_id, client_event_id, outcome, scanned_at)
select k.gym_id, k.id, gen_random_uuid(), 'unknown', now() - interval '2 hours' from public.kiosks k where k.slug = 'lille-entree';
insert into public.openai_realtime_sessions (gym_id, kiosk_id, language, state, started_at, ended_at, end_reason, expires_at, consent)
select k.gym_id, k.id, 'fr', 'closed', now() - ago, now() - ago, 'goodbye', now(), '{"talk": true, "analyse": false, "remember": false}'
from public.kiosks k, unnest('{1 day,40 days}'::interval[]) ago where k.slug = 'lille-entree';
insert into public.invitations (email, full_name, role, gym_id, invited_by) values
  ('new@lille.test', 'Nouvelle', 'gym_staff', tests.gym_id('Lille'), tests.user_id('manager@lille.test'));
insert into public.invitations (email, full_name, role, gym_id, accepted_at) values ('in@lille.test', 'Entrée', 'gym_staff', tests.gym_id('Lille'), now());
select tests.create_user('gone@nice.test', 'gym_staff', tests.gym_id('Nice'));
update public.users set is_active = false where email = 'gone@nice.test';

create function tests.names(p_list jsonb, p_key text default 'name') returns text[] language sql as $$
  select coalesce(array_agg(row ->> p_key order by place), '{}')
  from jsonb_array_elements(p_list -> 'rows') with ordinality listed (row, place)
$$;
create function tests.line(p_list jsonb, p_name text, p_key text default 'name') returns jsonb language sql as $$
  select row from jsonb_array_elements(p_list -> 'rows') row where row ->> p_key = p_name
$$;

create function tests.all_pages(p_sort text) returns text[] language plpgsql as $$
declare
  page jsonb := public.list_users(p_sort => p_sort, p_limit => 4);
  seen text[] := tests.names(page, 'email');
begin
  while page ->> 'next_cursor' is not null loop
    page := public.list_users(p_sort => p_sort, p_limit => 4, p_cursor => page ->> 'next_cursor');
    seen := seen || tests.names(page, 'email');
  end loop;
  return seen;
end $$;

-- Nobody else's

create function tests.platform_calls() returns setof text language sql as $$
  values ('select public.list_franchises()'), ('select public.list_gyms()'), ('select public.list_users()')
$$;
create function tests.refused(p_email text) returns setof text language plpgsql as $$
declare
  call text;
begin
  perform tests.sign_in(p_email);
  for call in select tests.platform_calls() loop
    return next throws_ok(call, 'P0001', 'forbidden', format('%s: %s is the platform''s', p_email, call));
  end loop;
  return next throws_ok(format('select public.list_gyms(p_franchise_id => %L)', tests.franchise_id('Nord')), 'P0001', 'not_found',
    format('%s: a franchise named there is not found', p_email));
  return next throws_ok(format('select public.list_users(p_customer_id => %L)', tests.gym_id('Solo')), 'P0001', 'not_found',
    format('%s: nor a customer', p_email));
  perform tests.sign_out();
end $$;
select tests.refused(email) from unnest('{staff@lille.test,manager@lille.test,owner@nord.test}'::text[]) email;
select tests.sign_in('admin@platform.test', 'aal1');
select throws_ok(call, 'P0001', 'mfa_required', 'not without the second factor: ' || call) from tests.platform_calls() call;
select tests.sign_out();
select tests.create_user('former@platform.test', 'super_admin');
select tests.sign_in('former@platform.test');
select lives_ok('select public.list_gyms()', 'a super admin may');
select tests.sign_out();
update public.users set is_active = false where email = 'former@platform.test';
select tests.act_as('authenticated', tests.make_sign_in(tests.user_id('former@platform.test')));
select throws_ok('select public.list_gyms()', 'P0001', 'forbidden', 'one who was deactivated may not');
select tests.sign_in('admin@platform.test');

-- Franchises

select is(tests.names(public.list_franchises()), '{Nord,Sud}', 'franchises by name');
select is(tests.line(public.list_franchises(), 'Nord') - 'id' - 'created_at', '{"name": "Nord", "city": "Lille", "plan": "pro",
  "status": "active", "trial_ends_on": null, "gyms": 2, "kiosks": 2, "members": 3, "owners": 1}', 'a line counts its gyms together');
select is(public.list_franchises() -> 'counts', '{"all": 2, "active": 1, "trial": 1, "suspended": 0}', 'a count a state');
select is(tests.names(public.list_franchises(p_view => 'trial')), '{Sud}', 'one state');
select is(tests.names(public.list_franchises(p_plan => 'pro')), '{Nord}', 'one plan');
select is(tests.names(public.list_franchises('niCE')), '{Sud}', 'found by city');
select is(tests.names(public.list_franchises('%')), '{}', 'a sign of patterns is a sign');
select is(tests.names(public.list_franchises(p_sort => 'created')), '{Sud,Nord}', 'the newest first');
select is(tests.names(public.list_franchises(p_sort => 'gyms')), '{Nord,Sud}', 'the largest first');
select is(tests.names(public.list_franchises(p_sort => 'members', p_limit => 1)), '{Nord}', 'a page has its size');
select is(tests.names(public.list_franchises(p_sort => 'members', p_limit => 1,
  p_cursor => public.list_franchises(p_sort => 'members', p_limit => 1) ->> 'next_cursor')), '{Sud}', 'and a next one');
select throws_ok('select public.list_franchises(p_view => ''maintenance'')', 'P0001', 'invalid_input', 'an unknown view is refused');
select throws_ok('select public.list_franchises(p_plan => ''gold'')', 'P0001', 'invalid_input', 'an unknown plan too');
select throws_ok('select public.list_franchises(p_sort => null)', 'P0001', 'invalid_input', 'and no order');
select throws_ok('select public.list_franchises(p_cursor => ''x'')', 'P0001', 'invalid_input', 'and what is no cursor');

-- Gyms

select is(tests.names(public.list_gyms()), '{Arras,Lille,Nice,Solo}', 'gyms by name');
select is(tests.line(public.list_gyms(), 'Lille') - 'id' - 'created_at' - 'kiosks' - 'last_scan_at', jsonb_build_object(
  'name', 'Lille', 'city', null, 'plan', 'pro', 'status', 'active', 'members', 2, 'conversations', 1,
  'franchise', jsonb_build_object('id', tests.franchise_id('Nord'), 'name', 'Nord')), 'a line has the customer''s plan');
select is((tests.line(public.list_gyms(), 'Lille') ->> 'last_scan_at')::timestamptz, now() - interval '2 hours', 'the last scan');
select is(tests.line(public.list_gyms(), 'Solo') -> 'franchise', 'null', 'an independent gym has no franchise');
select is(tests.line(public.list_gyms(), 'Solo') ->> 'plan', 'enterprise', 'and a plan of its own');
select is((select array_agg((k ->> 'name') || ' ' || (k ->> 'shown')) from jsonb_array_elements(tests.line(public.list_gyms(), 'Lille') -> 'kiosks') k),
  '{"Entrée online","Haut error"}', 'kiosks with what they show');
select is(tests.names(public.list_gyms(p_view => 'trouble')), '{Lille}', 'a kiosk in error is trouble');
select is(tests.names(public.list_gyms(p_franchise_id => tests.franchise_id('Nord'))), '{Arras,Lille}', 'one franchise');
select is(tests.names(public.list_gyms('nord')), '{Arras,Lille}', 'its name finds its gyms');
select is(tests.names(public.list_gyms(p_plan => 'pro')), '{Arras,Lille}', 'one plan');
select is(tests.names(public.list_gyms(p_sort => sort, p_limit => 1)), '{Lille}', sort || ': the most first')
from unnest('{members,conversations,last_scan}'::text[]) sort;
select is(tests.names(public.list_gyms(p_limit => 3, p_cursor => public.list_gyms(p_limit => 3) ->> 'next_cursor')), '{Solo}', 'pages go on');
select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Nord';
update public.kiosk_state set last_heartbeat_at = now() - interval '5 minutes' where gym_id = tests.gym_id('Nice');
select tests.sign_in('admin@platform.test');
select is(tests.names(public.list_gyms(p_view => 'suspended')), '{Arras,Lille}', 'a suspended franchise suspends its gyms');
select is(tests.names(public.list_gyms(p_view => 'trouble')), '{Nice}', 'where nothing is awaited nothing is in trouble');
select is(public.list_gyms() -> 'counts', '{"all": 4, "active": 2, "trouble": 1, "maintenance": 0, "suspended": 2}', 'a count a view');

-- People

select is(tests.names(public.list_users(p_view => 'invited'), 'email'), '{new@lille.test}', 'an open invitation is listed');
select is(tests.line(public.list_users(), 'new@lille.test', 'email') - 'id' - 'created_at' - 'expires_at', jsonb_build_object(
  'kind', 'invitation', 'full_name', 'Nouvelle', 'email', 'new@lille.test', 'role', 'gym_staff', 'gym_id', tests.gym_id('Lille'),
  'franchise_id', null, 'place', 'Lille', 'customer', 'Nord', 'state', 'invited', 'two_step', false, 'is_expired', false, 'is_self', false,
  'last_seen_at', null, 'mail', null, 'invited_by', 'Manager', 'team_gym_id', tests.gym_id('Lille')), 'its line');
select is(tests.line(public.list_users(), 'owner@nord.test', 'email') -> 'team_gym_id', to_jsonb(tests.gym_id('Arras')), 'an owner''s team is at any of the gyms');
select is(tests.line(public.list_users(), 'admin@platform.test', 'email') - 'id' - 'created_at' - 'last_seen_at', '{
  "kind": "person", "full_name": "Admin", "email": "admin@platform.test", "role": "super_admin", "gym_id": null, "franchise_id": null, "place": null,
  "customer": null, "state": "active", "two_step": true, "expires_at": null, "is_expired": false, "is_self": true, "mail": null,
  "invited_by": null, "team_gym_id": null}', 'the platform''s own have no place');
select is(tests.names(public.list_users(p_view => 'inactive'), 'email'), '{former@platform.test,gone@nice.test}', 'who has no access any more');
select set_eq(format('select unnest(%L::text[])', tests.names(public.list_users(p_customer_id => tests.franchise_id('Nord')), 'email')),
  array['owner@nord.test', 'manager@lille.test', 'staff@lille.test', 'manager@arras.test', 'new@lille.test'], 'one customer');
select is(tests.names(public.list_users(p_customer_id => tests.gym_id('Solo')), 'email'), '{manager@solo.test}', 'an independent gym is one');
select set_eq(format('select unnest(%L::text[])', tests.names(public.list_users(p_role => 'franchise_owner'), 'email')),
  array['owner@nord.test', 'owner@sud.test'], 'one role');
select is(tests.names(public.list_users('STAFF lille'), 'email'), '{}', 'a search is one piece of a line');
select is(tests.names(public.list_users('staff@lille'), 'email'), '{staff@lille.test}', 'by address');
select is(tests.names(public.list_users(p_sort => 'seen', p_limit => 2), 'email') @> '{admin@platform.test}', true, 'who was here last first');
select is(public.list_users() -> 'counts', '{"all": 12, "active": 9, "invited": 1, "inactive": 2}', 'a count a state');
select is(tests.all_pages(sort), tests.names(public.list_users(p_sort => sort), 'email'), sort || ': the pages together are the list')
from unnest('{name,created,seen}'::text[]) sort;

select * from finish();
rollback;
