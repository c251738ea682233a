-- The team's page: who is listed to whom, and what they may do with each (rule T6).
begin;
select no_plan();
select tests.two_customers();
select tests.create_user('gone@lille.test', 'gym_staff', tests.gym_id('Lille'));
update public.users set is_active = false where email = 'gone@lille.test';
insert into public.invitations (email, full_name, role, gym_id, invited_by) values
  ('new@lille.test', 'Nouvelle', 'gym_staff', tests.gym_id('Lille'), tests.user_id('manager@lille.test')),
  ('new@arras.test', 'Autre', 'gym_manager', tests.gym_id('Arras'), null),
  ('new@nice.test', 'Étrangère', 'gym_staff', tests.gym_id('Nice'), null);
insert into public.invitations (email, full_name, role, franchise_id) values ('boss@nord.test', 'Associée', 'franchise_owner', tests.franchise_id('Nord'));
insert into public.invitations (email, full_name, role, gym_id, created_at, expires_at) values
  ('late@lille.test', 'Tardive', 'gym_manager', tests.gym_id('Lille'), now() - interval '9 days', now() - interval '2 days');
insert into public.invitations (email, full_name, role, gym_id, accepted_at) values ('in@lille.test', 'Entrée', 'gym_staff', tests.gym_id('Lille'), now());
insert into public.invitations (email, full_name, role, gym_id, revoked_at) values ('out@lille.test', 'Sortie', 'gym_staff', tests.gym_id('Lille'), now());

create function tests.team(p_gym text) returns jsonb language sql as $$ select public.list_team(tests.gym_id(p_gym)) $$;
create function tests.people(p_list jsonb, p_key text default 'people') returns text[] language sql as $$
  select coalesce(array_agg(concat_ws(' ', row ->> 'email', case when (row ->> 'may_change')::boolean then '+' end) order by place), '{}')
  from jsonb_array_elements(p_list -> p_key) with ordinality listed (row, place)
$$;
create function tests.one(p_list jsonb, p_email text) returns jsonb language sql as $$
  select row from jsonb_array_elements(p_list -> 'people' || (p_list -> 'invitations')) row where row ->> 'email' = p_email
$$;
create function tests.offers(p_list jsonb) returns text language sql as $$
  select concat_ws(' / ', p_list #>> '{grants,roles}', (select string_agg(gym ->> 'name', ' ' order by place)
    from jsonb_array_elements(p_list #> '{grants,gyms}') with ordinality g (gym, place)), p_list #>> '{grants,franchise,name}')
$$;

-- A manager: their own gym

select tests.sign_in('manager@lille.test');
select is(tests.people(tests.team('Lille')), '{manager@lille.test,"gone@lille.test +","staff@lille.test +"}',
  'a manager sees the gym''s people, themselves without a button');
select is(tests.people(tests.team('Lille'), 'invitations'), '{"new@lille.test +","late@lille.test +"}',
  'and its invitations that are open or have run out, newest first');
select is(tests.offers(tests.team('Lille')), '["gym_manager", "gym_staff"] / Lille', 'they offer their own role and below, at their gym');
select throws_ok(format('select public.list_team(%L)', tests.gym_id('Arras')), 'P0001', 'not_found', 'the sister gym is not found');
select throws_ok(format('select public.list_team(%L)', tests.gym_id('Nice')), 'P0001', 'not_found', 'nor is a foreign one');
select throws_ok('select public.list_team(gen_random_uuid())', 'P0001', 'not_found', 'nor an unknown one');

-- What a line says

select is(tests.one(tests.team('Lille'), 'gone@lille.test') - 'id' - 'joined_at', jsonb_build_object(
  'full_name', 'Gone', 'email', 'gone@lille.test', 'role', 'gym_staff', 'gym_id', tests.gym_id('Lille'), 'franchise_id', null, 'place', 'Lille',
  'is_active', false, 'two_step', false, 'is_self', false, 'last_seen_at', null, 'may_change', true
), 'a person''s line');
select is(tests.one(tests.team('Lille'), 'new@lille.test') - 'id' - 'created_at' - 'expires_at', jsonb_build_object(
  'full_name', 'Nouvelle', 'email', 'new@lille.test', 'role', 'gym_staff', 'gym_id', tests.gym_id('Lille'), 'franchise_id', null,
  'place', 'Lille', 'is_expired', false, 'mail', null, 'invited_by', 'Manager', 'may_change', true
), 'an invitation''s line');
select ok((tests.one(tests.team('Lille'), 'late@lille.test') ->> 'is_expired')::boolean, 'an invitation that has run out says so');
select is((tests.one(tests.team('Lille'), 'manager@lille.test') ->> 'last_seen_at')::timestamptz, now(), 'who has just signed in was seen now');
select is(tests.one(tests.team('Lille'), 'staff@lille.test') -> 'last_seen_at', 'null', 'who never signed in was never seen');
select tests.sign_out();
insert into auth.sessions (id, user_id, aal, created_at, refreshed_at) values
  (gen_random_uuid(), tests.user_id('staff@lille.test'), 'aal1', now() - interval '5 days', (now() - interval '3 hours') at time zone 'utc'),
  (gen_random_uuid(), tests.user_id('staff@lille.test'), 'aal1', now() - interval '1 day', null);
update auth.users set last_sign_in_at = now() - interval '1 day' where id = tests.user_id('staff@lille.test');
select is(private.last_seen(tests.user_id('staff@lille.test')), now() - interval '3 hours', 'the last sign of life of any sign-in counts');
delete from auth.sessions where user_id = tests.user_id('staff@lille.test');
select is(private.last_seen(tests.user_id('staff@lille.test')), now() - interval '1 day', 'of one that has ended its beginning');
select private.mail_invitation(i) from public.invitations i where email = 'new@lille.test';
select tests.sign_in('manager@lille.test');
select is(tests.one(tests.team('Lille'), 'new@lille.test') ->> 'mail', 'pending', 'a mail that has not gone is known');
select tests.sign_out();
update private.outgoing_mails set state = 'failed' where email = 'new@lille.test';
select tests.sign_in('manager@lille.test');
select is(tests.one(tests.team('Lille'), 'new@lille.test') ->> 'mail', 'failed', 'and one that failed');

-- Staff: people alone, to read

select tests.sign_in('staff@lille.test');
select is(tests.people(tests.team('Lille')), '{manager@lille.test,gone@lille.test,staff@lille.test}', 'staff see the people and change none');
select is(tests.people(tests.team('Lille'), 'invitations'), '{}', 'no invitations');
select is(tests.team('Lille') -> 'grants', '{"roles": [], "gyms": [], "franchise": null}', 'they offer nothing');
select is_empty($$select from jsonb_array_elements(tests.team('Lille') -> 'people') row where row ->> 'last_seen_at' is not null$$,
  'when colleagues were seen is not theirs to know');

-- An owner: the franchise

select tests.sign_in('owner@nord.test');
select is(tests.people(tests.team('Lille')),
  '{owner@nord.test,"manager@arras.test +","manager@lille.test +","gone@lille.test +","staff@lille.test +"}',
  'an owner sees every gym of the franchise and those beside them');
select set_eq(format('select unnest(%L::text[])', tests.people(tests.team('Lille'), 'invitations')),
  array['new@lille.test +', 'new@arras.test +', 'boss@nord.test +', 'late@lille.test +'], 'with all their invitations');
select is(tests.offers(tests.team('Arras')), '["franchise_owner", "gym_manager", "gym_staff"] / Arras Lille / Nord',
  'they offer every role of the franchise, the gym on screen first');
select is(tests.people(tests.team('Arras')), tests.people(tests.team('Lille')), 'the people are the same from each gym');

-- A super admin: the customer of the gym on screen

select tests.sign_in('admin@platform.test');
select is(tests.people(tests.team('Lille')),
  '{"owner@nord.test +","manager@arras.test +","manager@lille.test +","gone@lille.test +","staff@lille.test +"}',
  'a super admin sees the gym''s customer, and nobody of the platform');
select is(tests.people(tests.team('Solo')), '{"manager@solo.test +"}', 'an independent gym is a customer of its own');
select is(tests.offers(tests.team('Solo')), '["gym_manager", "gym_staff"] / Solo', 'without a franchise there is no owner to invite');
select tests.sign_in('admin@platform.test', 'aal1');
select throws_ok(format('select public.list_team(%L)', tests.gym_id('Lille')), 'P0001', 'mfa_required', 'not without the second factor');

-- On hold: everything can be read, nothing changed

select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Nord';
select tests.sign_in('owner@nord.test');
select is(tests.people(tests.team('Lille')), '{owner@nord.test,manager@arras.test,manager@lille.test,gone@lille.test,staff@lille.test}',
  'a suspended customer''s owner reads and changes nobody');
select is(tests.offers(tests.team('Lille')), '[]', 'nor invites');
select tests.sign_in('admin@platform.test');
select is(tests.offers(tests.team('Lille')), '["franchise_owner", "gym_manager", "gym_staff"] / Lille Arras / Nord', 'a super admin does');

-- What may be changed is what the verbs allow

select tests.sign_out();
update public.franchises set status = 'active' where name = 'Nord';
create function tests.agrees(p_email text) returns setof text language plpgsql as $$
declare
  person jsonb;
  said text;
begin
  perform tests.sign_in(p_email);
  for person in select jsonb_array_elements(tests.team('Lille') -> 'people') loop
    begin
      perform public.set_person_active((person ->> 'id')::uuid, true);
      said := 'true';
    exception when raise_exception then
      said := 'false';
    end;
    return next is(person ->> 'may_change', said, format('%s and %s: the button agrees with the verb', p_email, person ->> 'email'));
  end loop;
  perform tests.sign_out();
end $$;
select tests.agrees(email) from unnest('{staff@lille.test,manager@lille.test,owner@nord.test,admin@platform.test}'::text[]) email;

select * from finish();
rollback;
