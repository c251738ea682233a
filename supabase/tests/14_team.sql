-- Inviting and accepting people (rule T6).
begin;
select no_plan();
select tests.two_customers();

create function pg_temp.said(p_sql text) returns text language plpgsql as $$
declare detail text;
begin
  execute p_sql;
  return 'done';
exception when others then
  get stacked diagnostics detail = pg_exception_detail;
  return sqlerrm || case when coalesce(detail, '') <> '' and sqlstate = 'P0001' then ' ' || detail else '' end;
end $$;
create function pg_temp.invite(p_role text, p_gym text default null, p_franchise text default null, p_email text default null) returns text
language sql as $$
  select pg_temp.said(format('select public.invite_person(%L, %L, %L, %L, %L, %L)', coalesce(p_email, gen_random_uuid() || '@new.test'),
    'Nouvelle Personne', p_role, tests.gym_id(p_gym), tests.franchise_id(p_franchise), 'fr'))
$$;
create function pg_temp.invitation(p_email text) returns public.invitations language sql security definer as $$
  select i from public.invitations i where email = p_email order by created_at desc, revoked_at nulls first limit 1
$$;
create function pg_temp.newcomer(p_email text, p_confirmed boolean default true) returns void language plpgsql as $$
declare made uuid := gen_random_uuid();
begin
  perform tests.sign_out();
  insert into auth.users (id, email, email_confirmed_at) values (made, p_email, case when p_confirmed then now() end);
  perform tests.sign_in(made);
end $$;
create function pg_temp.accept() returns text language sql as $$
  select pg_temp.said($q$select public.accept_invitation(' Nouvelle Personne ', 'es', '2026-11')$q$)
$$;
create function pg_temp.set_active(p_email text, p_active boolean) returns text language sql as $$
  select pg_temp.said(format('select public.set_person_active(%L, %L)', tests.user_id(p_email), p_active))
$$;
create function pg_temp.person(p_email text) returns text language sql security definer as $$
  select concat_ws(' ', u.role, g.name, f.name, case when u.is_active then 'active' else 'inactive' end)
  from public.users u left join public.gyms g on g.id = u.gym_id left join public.franchises f on f.id = u.franchise_id
  where u.email = p_email
$$;
do $$
declare one regprocedure;
begin
  for one in select oid from pg_catalog.pg_proc where pronamespace = pg_my_temp_schema() loop
    execute format('grant execute on function %s to authenticated, service_role', one);
  end loop;
end $$;

-- who may invite whom, where: every role × every role and scope
create temp table cells (actor text, role text, gym text, franchise text, expected text);
insert into cells values
  ('staff@lille.test', 'gym_staff', 'Lille', null, 'forbidden'), ('staff@lille.test', 'gym_manager', 'Lille', null, 'forbidden'),
  ('staff@lille.test', 'franchise_owner', null, 'Nord', 'forbidden'), ('staff@lille.test', 'super_admin', null, null, 'forbidden'),
  ('staff@lille.test', 'gym_staff', 'Nice', null, 'not_found'), ('staff@lille.test', 'gym_staff', 'Arras', null, 'not_found'),
  ('manager@lille.test', 'gym_staff', 'Lille', null, 'done'), ('manager@lille.test', 'gym_manager', 'Lille', null, 'done'),
  ('manager@lille.test', 'franchise_owner', null, 'Nord', 'forbidden'), ('manager@lille.test', 'super_admin', null, null, 'forbidden'),
  ('manager@lille.test', 'gym_staff', 'Arras', null, 'not_found'), ('manager@lille.test', 'gym_staff', 'Nice', null, 'not_found'),
  ('manager@lille.test', 'franchise_owner', null, 'Sud', 'not_found'), ('manager@solo.test', 'gym_manager', 'Solo', null, 'done'),
  ('owner@nord.test', 'gym_staff', 'Lille', null, 'done'), ('owner@nord.test', 'gym_manager', 'Arras', null, 'done'),
  ('owner@nord.test', 'franchise_owner', null, 'Nord', 'done'), ('owner@nord.test', 'super_admin', null, null, 'forbidden'),
  ('owner@nord.test', 'gym_manager', 'Nice', null, 'not_found'), ('owner@nord.test', 'gym_manager', 'Solo', null, 'not_found'),
  ('owner@nord.test', 'franchise_owner', null, 'Sud', 'not_found'),
  ('admin@platform.test', 'gym_staff', 'Nice', null, 'done'), ('admin@platform.test', 'gym_manager', 'Solo', null, 'done'),
  ('admin@platform.test', 'franchise_owner', null, 'Sud', 'done'), ('admin@platform.test', 'super_admin', null, null, 'done'),
  ('manager@lille.test', 'gym_staff', null, null, 'invalid_input gym_id'), ('manager@lille.test', 'gym_staff', 'Lille', 'Nord', 'invalid_input franchise_id'),
  ('owner@nord.test', 'franchise_owner', 'Lille', 'Nord', 'invalid_input gym_id'), ('owner@nord.test', 'franchise_owner', null, null, 'invalid_input franchise_id'),
  ('admin@platform.test', 'super_admin', 'Lille', null, 'invalid_input gym_id'), ('admin@platform.test', null, null, null, 'invalid_input role');
create function pg_temp.try_cells() returns setof text language plpgsql as $$
declare c cells;
begin
  for c in select * from cells loop
    perform tests.sign_in(c.actor);
    return next is(pg_temp.invite(c.role, c.gym, c.franchise), c.expected,
      format('%s invites %s to %s: %s', c.actor, c.role, coalesce(c.gym, c.franchise, 'the platform'), c.expected));
    perform tests.sign_out();
  end loop;
end $$;
select pg_temp.try_cells();
select is(tests.count_of('public.invitations'), (select count(*) from cells where expected = 'done'), 'as many invitations as were allowed');
select is(tests.count_of('private.outgoing_mails'), (select count(*) from cells where expected = 'done'), 'and as many mails');
select tests.sign_in('manager@lille.test');
select is(pg_temp.said(format($$select public.invite_person('x@new.test', 'X', 'gym_staff', %L)$$, gen_random_uuid())), 'not_found', 'an unknown gym is not found, as a foreign one');

-- what is refused of the words
select is(pg_temp.invite('gym_staff', 'Lille', null, bad), 'invalid_input email', format('no address: %s', bad))
from unnest(array['', 'x', 'x@y', 'a b@c.fr', 'x@c.fr, y@c.fr', '<x@c.fr>', E'x@c.fr\nbcc: y@c.fr', repeat('x', 250) || '@c.fr']) bad;
select is(pg_temp.said(format($$select public.invite_person('x@new.test', %L, 'gym_staff', %L)$$, name, tests.gym_id('Lille'))), 'invalid_input full_name', 'a name is 1 to 120 characters')
from unnest(array['  ', repeat('x', 121), null]) name;
select is(pg_temp.said(format($$select public.invite_person('x@new.test', 'X', 'gym_staff', %L, null, 'de')$$, tests.gym_id('Lille'))), 'invalid_input language', 'a language is one of ours');

-- one at a time, whatever the case
select is(pg_temp.invite('gym_staff', 'Lille', null, ' Nina@New.Test '), 'done', 'an address is taken in any case');
select is((pg_temp.invitation('nina@new.test')).full_name, 'Nouvelle Personne', 'and kept in small letters');
select is(pg_temp.invite('gym_staff', 'Lille', null, 'NINA@new.test'), 'conflict email', 'one open invitation an address');
select is(pg_temp.invite('gym_staff', 'Lille', null, 'Manager@Nice.test'), 'conflict email', 'a person is not invited');
select results_eq(
  $$select (i).expires_at - (i).created_at, (i).invited_by, (i).sent_at from pg_temp.invitation('nina@new.test') i$$,
  format($$values (interval '7 days', %L::uuid, null::timestamptz)$$, tests.user_id('manager@lille.test')), 'for 7 days, by whom, not sent yet');
select tests.sign_out();
select is(
  (select params - 'invitation_id' from private.outgoing_mails where email = 'nina@new.test'),
  '{"full_name": "Nouvelle Personne", "role": "gym_staff", "invited_by_name": "Manager", "place": "Lille"}', 'the mail says who, what, where');
select is((select count(*) from public.audit_logs where entity = 'invitations' and action = 'insert' and scope_id = tests.gym_id('Lille')), 4::bigint, 'invitations are audited');

-- who reads them
select tests.sign_in('staff@lille.test');
select is_empty('select id from public.invitations', 'staff read no invitations');
select tests.sign_in('manager@nice.test');
select is_empty('select id from public.invitations where email = ''nina@new.test''', 'nor do others''');
select tests.sign_in('owner@nord.test');
select is(tests.count_of('public.invitations'), 6::bigint, 'an owner reads those of all gyms and of the franchise');
select is(tests.outcome('update public.invitations set accepted_at = now()'), '42501', 'nobody writes them');
select tests.sign_in('admin@platform.test');
select is(tests.count_of('public.invitations where gym_id is null and franchise_id is null'), 1::bigint, 'the platform''s are the super admins''');

-- again, and back
select tests.sign_in('manager@lille.test');
select is(pg_temp.said(format('select public.resend_invitation(%L)', (pg_temp.invitation('nina@new.test')).id)), 'rate_limited', 'not twice in two minutes');
select tests.sign_out();
update private.outgoing_mails set created_at = now() - interval '121 seconds';
update public.invitations set expires_at = now() - interval '1 day' where email = 'nina@new.test';
select tests.sign_in('owner@nord.test');
select is(pg_temp.said(format('select public.resend_invitation(%L)', (pg_temp.invitation('nina@new.test')).id)), 'done', 'sent again, also when it had run out');
select results_eq($$select (i).expires_at, (i).invited_by from pg_temp.invitation('nina@new.test') i$$,
  format($$values (now() + interval '7 days', %L::uuid)$$, tests.user_id('owner@nord.test')), 'for 7 days, in the name of who sent it again');
select tests.sign_in('staff@lille.test');
select is(pg_temp.said(format('select public.revoke_invitation(%L)', (pg_temp.invitation('nina@new.test')).id)), 'not_found', 'staff take nothing back');
select tests.sign_in('manager@nice.test');
select is(pg_temp.said(format('select public.revoke_invitation(%L)', (pg_temp.invitation('nina@new.test')).id)), 'not_found', 'nor do others');
select tests.sign_in('manager@lille.test');
select is(pg_temp.said(format('select public.revoke_invitation(%L)', (pg_temp.invitation('nina@new.test')).id)), 'done', 'their manager does');
select is(pg_temp.said(format('select public.revoke_invitation(%L)', (pg_temp.invitation('nina@new.test')).id)), 'conflict status', 'once');
select is(pg_temp.said(format('select public.resend_invitation(%L)', (pg_temp.invitation('nina@new.test')).id)), 'conflict status', 'and then it is not sent again');
select tests.sign_out();
select is(tests.count_of($$private.outgoing_mails where email = 'nina@new.test' and state = 'pending'$$), 0::bigint, 'its mails do not go any more');
select is(tests.count_of($$private.outgoing_mails where email <> 'nina@new.test' and state <> 'pending'$$), 0::bigint, 'control: others do');

-- accepting: whose address, and what comes of it
select pg_temp.newcomer('nina@new.test');
select is(public.get_invitation(), null, 'what was taken back is not shown');
select is(pg_temp.accept(), 'not_found', 'nor accepted');
select tests.sign_in('manager@lille.test');
select is(pg_temp.invite('gym_manager', 'Lille', null, 'nina@new.test'), 'done', 'invited again, after it was taken back');
select pg_temp.newcomer('mallory@new.test');
select is(public.get_invitation(), null, 'another address sees no invitation');
select is(pg_temp.accept(), 'not_found', 'nor accepts it');
select tests.claim('email', '"nina@new.test"');
select is(pg_temp.accept(), 'not_found', 'not by a token that says otherwise');
select pg_temp.newcomer(U&'n\0131na@new.test');
select is(pg_temp.accept(), 'not_found', 'nor by an address that looks alike');
select tests.sign_out();
update auth.users set email_confirmed_at = null where email = 'nina@new.test';
select tests.sign_in((select id from auth.users where email = 'nina@new.test'));
select is(pg_temp.accept(), 'not_found', 'nor before the address is proved');
select tests.sign_out();
update auth.users set email_confirmed_at = now(), email = 'Nina@new.test' where email = 'nina@new.test';
select tests.sign_in((select id from auth.users where email = 'Nina@new.test'));
select is(public.get_invitation(), '{"full_name": "Nouvelle Personne", "role": "gym_manager", "language": "fr", "place": "Lille", "invited_by_name": "Manager", "needs_mfa": false}',
  'the invited see what they are asked to');
select is_empty('select id from public.gyms', 'and nothing else yet');
select is(pg_temp.said($$select public.accept_invitation(' ', 'fr', '1')$$), 'invalid_input full_name', 'a name is needed');
select is(pg_temp.said($$select public.accept_invitation('X', 'de', '1')$$), 'invalid_input language', 'a language of ours');
select is(pg_temp.said($$select public.accept_invitation('X', 'fr', '')$$), 'invalid_input terms_version', 'and the terms');
select is(pg_temp.accept(), 'done', 'accepted');
select is(pg_temp.person('nina@new.test'), 'gym_manager Lille active', 'they are who they were invited as');
select results_eq($$select full_name, language, terms_version, terms_accepted_at from public.users where email = 'nina@new.test'$$,
  $$values ('Nouvelle Personne', 'es', '2026-11', now())$$, 'with the name, the language and the terms they gave');
select is(public.get_auth_state() ->> 'state', 'ready', 'and ready');
select is((pg_temp.invitation('nina@new.test')).accepted_at, now(), 'the invitation is used');
select is(pg_temp.accept(), 'conflict', 'once');
select is(public.get_invitation(), null, 'and no longer shown');
select tests.sign_out();
select is((select actor_id from public.audit_logs where entity = 'users' and action = 'insert' and scope_id = tests.gym_id('Lille') order by seq desc limit 1),
  (select id from public.users where email = 'nina@new.test'), 'the audit names who accepted');

-- whoever invited must still be able to
select tests.sign_in('manager@lille.test');
select is(pg_temp.invite('gym_staff', 'Lille', null, 'paul@new.test'), 'done', 'control: invited');
select tests.sign_out();
update public.users set is_active = false where email = 'manager@lille.test';
select pg_temp.newcomer('paul@new.test');
select is(pg_temp.accept(), 'forbidden', 'a deactivated inviter''s invitation is void');
select tests.sign_out();
update public.users set is_active = true, role = 'gym_staff' where email = 'manager@lille.test';
select tests.sign_in((select id from auth.users where email = 'paul@new.test'));
select is(pg_temp.accept(), 'forbidden', 'as one who lost the right');
select tests.sign_out();
update public.users set role = 'gym_manager', gym_id = tests.gym_id('Arras') where email = 'manager@lille.test';
select tests.sign_in((select id from auth.users where email = 'paul@new.test'));
select is(pg_temp.accept(), 'forbidden', 'or the place');
select tests.sign_out();
update public.users set gym_id = tests.gym_id('Lille') where email = 'manager@lille.test';
update public.franchises set status = 'suspended' where name = 'Nord';
select tests.sign_in((select id from auth.users where email = 'paul@new.test'));
select is(pg_temp.accept(), 'customer_suspended', 'a suspended customer takes nobody in');
select tests.sign_in('owner@nord.test');
select is(pg_temp.invite('gym_staff', 'Lille'), 'customer_suspended', 'nor invites');
select is(pg_temp.invite('franchise_owner', null, 'Nord'), 'customer_suspended', 'an owner neither');
select is(pg_temp.set_active('staff@lille.test', false), 'customer_suspended', 'nor deactivates');
select is(pg_temp.said(format('select public.revoke_invitation(%L)', (pg_temp.invitation('paul@new.test')).id)), 'customer_suspended', 'nor takes back');
select tests.sign_in('admin@platform.test');
select is(pg_temp.invite('gym_staff', 'Lille'), 'done', 'a super admin does');
select tests.sign_out();
update public.franchises set status = 'active' where name = 'Nord';
update public.invitations set expires_at = now() where email = 'paul@new.test';
select tests.sign_in((select id from auth.users where email = 'paul@new.test'));
select is(pg_temp.accept(), 'link_expired', 'what ran out is not accepted');
select is(public.get_invitation(), null, 'nor shown');
select tests.sign_in('manager@lille.test');
select is(pg_temp.invite('gym_staff', 'Lille', null, 'paul@new.test'), 'done', 'after it ran out they may be invited anew');
select tests.sign_out();
delete from public.users where email = 'manager@lille.test';
select is((pg_temp.invitation('paul@new.test')).invited_by, null, 'control: who invited is gone');
select tests.sign_in((select id from auth.users where email = 'paul@new.test'));
select is(pg_temp.accept(), 'forbidden', 'and so is the right');

-- a second factor is asked for as everywhere
select tests.sign_in('admin@platform.test');
select is(pg_temp.invite('super_admin', null, null, 'root2@platform.test'), 'done', 'control: a super admin invites another');
select pg_temp.newcomer('root2@platform.test');
select is(public.get_invitation() -> 'needs_mfa', 'true', 'who is told that a factor is needed');
select is(pg_temp.accept(), 'done', 'they may join first');
select is(public.get_auth_state() ->> 'state', 'enrol', 'and then have to enrol one');
select throws_ok('select public.get_actor()', 'P0001', 'mfa_required', 'before anything opens');

-- a hundred a day
select tests.sign_out();
insert into public.invitations (email, full_name, role, gym_id, invited_by)
select n || '@flood.test', 'X', 'gym_staff', tests.gym_id('Nice'), tests.user_id('manager@nice.test') from generate_series(1, 99) n;
select tests.sign_in('manager@nice.test');
select is(pg_temp.invite('gym_staff', 'Nice'), 'done', 'the hundredth goes');
select is(pg_temp.invite('gym_staff', 'Nice'), 'rate_limited', 'the next does not');

select * from finish();
rollback;
