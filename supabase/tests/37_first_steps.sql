-- A new gym's first steps are true to its rows, one after the other, and go when all are done.
begin;
select no_plan();
select tests.two_customers();

create function tests.steps(p_gym text) returns jsonb language sql as $$
  select public.dashboard_overview(tests.gym_id(p_gym)) -> 'first_steps'
$$;
create function tests.done(p_gym text) returns text[] language sql as $$
  select coalesce(array_agg(step order by step), '{}') from jsonb_each(tests.steps(p_gym)) as steps (step, done) where done::boolean
$$;
create function tests.hides(p_email text, p_gym text, p_hidden boolean default true) returns text language plpgsql as $$
begin
  perform tests.sign_in(p_email);
  perform public.hide_first_steps(tests.gym_id(p_gym), p_hidden);
  return 'done';
exception when raise_exception then
  return sqlerrm;
end $$;

-- From nothing

select tests.sign_in('manager@solo.test');
select is(tests.steps('Solo'),
  '{"team": false, "hours": false, "members": false, "kiosk": false, "badge": false, "conversation": false, "alert": false}',
  'a manager alone has everything to do');

select tests.sign_out();
select tests.create_user('gone@solo.test', 'gym_staff', tests.gym_id('Solo'));
update public.users set is_active = false where email = 'gone@solo.test';
insert into public.invitations (email, full_name, role, gym_id) values ('new@solo.test', 'Nouvelle', 'gym_staff', tests.gym_id('Solo'));
select tests.sign_in('manager@solo.test');
select is(tests.done('Solo'), '{}', 'neither an invitation nor somebody deactivated is a team');
select tests.sign_out();
update public.users set is_active = true where email = 'gone@solo.test';
select tests.sign_in('manager@solo.test');
select is(tests.done('Solo'), '{team}', 'two people are');

update public.gyms set opening_hours = '[{"weekday": 1, "open": "08:00", "close": "20:00"}]' where name = 'Solo';
select is(tests.done('Solo'), '{hours,team}', 'then the hours');

select tests.sign_out();
insert into public.gym_members_v2 (gym_id, first_name, last_name, is_active) values (tests.gym_id('Solo'), 'Ancien', 'Membre', false);
insert into public.gym_members_v2 (gym_id, first_name, last_name, member_kind) values (tests.gym_id('Solo'), 'Salarié', 'Badge', 'staff');
insert into public.gym_members_v2 (gym_id, first_name, last_name, deleted_at) values (tests.gym_id('Solo'), 'Parti', 'Membre', now());
select tests.sign_in('manager@solo.test');
select is(tests.done('Solo'), '{hours,team}', 'a former member, a badge of the staff and a deleted row are no members');
select tests.sign_out();
select tests.make_member(tests.gym_id('Solo'), 'Alix', '0000000042');
select tests.sign_in('manager@solo.test');
select is(tests.done('Solo'), '{hours,members,team}', 'then the members');

select tests.sign_out();
select tests.make_kiosk(tests.gym_id('Solo'), 'solo-entree');
select tests.sign_in('manager@solo.test');
select is(tests.done('Solo'), '{hours,members,team}', 'a kiosk that has never been heard is not there yet');
select tests.sign_out();
update public.kiosks set status = 'online' where slug = 'solo-entree';
select tests.make_visits('Alix', '{3}');
select tests.sign_in('manager@solo.test');
select is(tests.done('Solo'), '{hours,kiosk,members,team}', 'then the kiosk; a visit that was imported is no badge');

select tests.as_service();
select tests.scan('solo-entree', '0000000042') ->> 'outcome';
select tests.sign_in('manager@solo.test');
select is(tests.done('Solo'), '{badge,hours,kiosk,members,team}', 'then the first badge');
select tests.as_service();
select tests.start('solo-entree', '0000000042') ->> 'conversation_id';
select tests.sign_in('manager@solo.test');
select is(tests.done('Solo'), '{badge,conversation,hours,kiosk,members,team}', 'then the first conversation');
select tests.sign_out();
insert into public.manager_alerts (gym_id, alert_type, title) values (tests.gym_id('Solo'), 'staff_call', 'staff_call');
select tests.sign_in('manager@solo.test');
select is(tests.steps('Solo'), 'null', 'with the first alert the list is gone');

-- In a franchise one person of the gym's own is a team: the owner is above

select tests.sign_in('owner@nord.test');
select is(tests.done('Arras'), '{team}', 'a franchise''s gym with a manager has its team');
select tests.sign_out();
update public.users set gym_id = tests.gym_id('Lille') where email = 'manager@arras.test';
select tests.sign_in('owner@nord.test');
select is(tests.done('Arras'), '{}', 'and without anybody it has none');

-- Put away by those in charge, and taken out again

select is(tests.hides('staff@lille.test', 'Lille'), 'forbidden', 'staff put nothing away');
select is(tests.hides('manager@nice.test', 'Lille'), 'not_found', 'nor does another gym');
select is(tests.hides('manager@lille.test', 'Lille', null), 'invalid_input', 'one says which');
select is(tests.hides('manager@lille.test', 'Lille'), 'done', 'a manager does');
select is(tests.steps('Lille'), 'null', 'and it is gone');
select tests.sign_in('staff@lille.test');
select is(tests.steps('Lille'), 'null', 'for everybody at the gym');
select is(tests.hides('owner@nord.test', 'Lille', false), 'done', 'an owner takes it out again');
select isnt(tests.steps('Lille'), 'null', 'and it is back');
select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Nord';
select is(tests.hides('manager@lille.test', 'Lille'), 'customer_suspended', 'not while the account is on hold');
select is(tests.hides('admin@platform.test', 'Lille'), 'done', 'a super admin may');

select tests.sign_out();
select * from finish();
rollback;
