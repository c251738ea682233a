begin;
select no_plan();
select tests.two_customers();
insert into public.kiosks (gym_id, slug, name) values
  (tests.gym_id('Lille'), 'lille-entree', 'Entrée'), (tests.gym_id('Nice'), 'nice-entree', 'Entrée');

-- who may issue a code
select tests.sign_in('staff@lille.test');
select throws_ok(
  format('select public.issue_provisioning_code(%L, %L)', tests.kiosk_id('lille-entree'), tests.hash('A')),
  'P0001', 'forbidden', 'staff issue no code');
select tests.sign_in('manager@nice.test');
select throws_ok(
  format('select public.issue_provisioning_code(%L, %L)', tests.kiosk_id('lille-entree'), tests.hash('A')),
  'P0001', 'not_found', 'other gym''s id is not found');
select throws_ok(
  format('select public.issue_provisioning_code(%L, %L)', gen_random_uuid(), tests.hash('A')),
  'P0001', 'not_found', 'an unknown kiosk is not found, in the same words');
select throws_ok(
  format('select public.issue_provisioning_code(%L, %L)', tests.kiosk_id('nice-entree'), 'ABC234'),
  'P0001', 'invalid_input', 'a code in clear is refused');
select tests.sign_in('manager@lille.test');
select is(
  (public.issue_provisioning_code(tests.kiosk_id('lille-entree'), tests.hash('A')) ->> 'expires_at')::timestamptz,
  now() + interval '15 minutes', 'a manager''s code lives 15 minutes');
select is(
  tests.outcome(format('select public.kiosk_provision(%L, %L, %L)', 'lille-entree', tests.hash('A'), tests.hash('t'))),
  '42501', 'a manager cannot pair a device');
select is(tests.outcome('select 1 from private.kiosk_credentials'), '42501', 'nobody signed in reads the secrets');

-- wrong tries lock it
select tests.as_service();
create temp table tries as
  select n, public.kiosk_provision('lille-entree', tests.hash('wrong'), tests.hash('t')) as answer
  from generate_series(1, 6) n;
select results_eq(
  $$select answer ->> 'status', (answer ->> 'attempts_left')::int from tries order by n$$,
  $$values ('wrong', 4), ('wrong', 3), ('wrong', 2), ('wrong', 1), ('locked', 0), ('locked', 0)$$,
  'five wrong tries lock the code');
select is(public.kiosk_provision('lille-entree', tests.hash('A'), tests.hash('t')) ->> 'status', 'locked',
  'a locked code does not open, right as it is');
select is(
  public.kiosk_provision('lille-entree-2', tests.hash('A'), tests.hash('t')),
  public.kiosk_provision('nice-entree', tests.hash('A'), tests.hash('t')),
  'an unknown kiosk and one without a code answer alike');
select is(public.kiosk_provision('nice-entree', tests.hash('A'), tests.hash('t')) ->> 'status', 'wrong', 'namely "wrong"');

-- re-issue, pair, use once
select tests.sign_in('owner@nord.test');
select lives_ok(
  format('select public.issue_provisioning_code(%L, %L)', tests.kiosk_id('lille-entree'), tests.hash('B')),
  'an owner issues a new code');
select tests.as_service();
select is(public.kiosk_provision('lille-entree', tests.hash('A'), tests.hash('t')) ->> 'status', 'wrong', 'the old code is gone');
select is(public.kiosk_provision('lille-entree', tests.hash('B'), tests.hash('first')) ->> 'status', 'ok', 'the new one pairs');
select is(public.kiosk_provision('lille-entree', tests.hash('B'), tests.hash('again')) ->> 'status', 'used', 'once');
select is(public.kiosk_heartbeat(tests.hash('first'), '{"boot_id": "b1", "version": "0.1.0"}') #>> '{kiosk,slug}', 'lille-entree',
  'the token answers');
select throws_ok(format('select public.kiosk_heartbeat(%L)', tests.hash('again')), 'P0001', 'kiosk_not_paired', 'the refused token does not');
select tests.sign_out();
select is((select status from public.kiosks where slug = 'lille-entree'), 'online', 'the first sign of life puts it online');
select is(
  (select array[actor_kind, action] from public.audit_logs
    where entity = 'kiosks' and entity_id = tests.kiosk_id('lille-entree') and action = 'pair'),
  array['kiosk', 'pair'], 'the audit says that the kiosk paired');
select is(
  (select count(*) from public.audit_logs where entity_id = tests.kiosk_id('lille-entree') and action = 'wrong_code'),
  6::bigint, 'and counts the wrong tries');

-- expired
select private.set_provisioning_code(tests.kiosk_id('lille-entree'), tests.hash('C'));
update private.kiosk_credentials set code_expires_at = now() where kiosk_id = tests.kiosk_id('lille-entree');
select tests.as_service();
select is(public.kiosk_provision('lille-entree', tests.hash('C'), tests.hash('t')) ->> 'status', 'expired', 'after 15 minutes it is expired');
select lives_ok(format('select public.kiosk_heartbeat(%L)', tests.hash('first')), 'the paired device stays paired meanwhile');

-- pairing again replaces the token; revoking ends it
select tests.sign_out();
select private.set_provisioning_code(tests.kiosk_id('lille-entree'), tests.hash('D'));
select tests.as_service();
select is(public.kiosk_provision('lille-entree', tests.hash('D'), tests.hash('second')) ->> 'status', 'ok', 'paired again');
select throws_ok(format('select public.kiosk_heartbeat(%L)', tests.hash('first')), 'P0001', 'kiosk_not_paired', 'the first device is out');
select tests.sign_in('staff@lille.test');
select throws_ok(format('select public.revoke_kiosk(%L)', tests.kiosk_id('lille-entree')), 'P0001', 'forbidden', 'staff revoke nothing');
select tests.sign_in('manager@nice.test');
select throws_ok(format('select public.revoke_kiosk(%L)', tests.kiosk_id('lille-entree')), 'P0001', 'not_found', 'nor do strangers');
select tests.sign_in('manager@lille.test');
select lives_ok(format('select public.revoke_kiosk(%L)', tests.kiosk_id('lille-entree')), 'its manager does');
select tests.as_service();
select throws_ok(format('select public.kiosk_heartbeat(%L)', tests.hash('second')), 'P0001', 'kiosk_revoked', 'a revoked kiosk is told so');
select throws_ok(
  format('select public.kiosk_scan(%L, gen_random_uuid(), array[%L])', tests.hash('second'), tests.hash('x')),
  'P0001', 'kiosk_revoked', 'by every verb');
select throws_ok('select public.kiosk_heartbeat(null)', 'P0001', 'kiosk_not_paired', 'no token is no kiosk');
select throws_ok(
  format('select public.kiosk_provision(%L, %L, %L)', 'lille-entree', tests.hash('D'), 'short'),
  'P0001', 'invalid_input', 'a token that is not a hash is refused');

-- a suspended customer, and a second factor
select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Nord';
select tests.sign_in('manager@lille.test');
select throws_ok(
  format('select public.issue_provisioning_code(%L, %L)', tests.kiosk_id('lille-entree'), tests.hash('E')),
  'P0001', 'customer_suspended', 'a suspended customer pairs nothing');
select tests.sign_in('admin@platform.test', 'aal2');
select lives_ok(
  format('select public.issue_provisioning_code(%L, %L)', tests.kiosk_id('lille-entree'), tests.hash('E')),
  'the platform does');
select tests.sign_out();
select tests.verify_factor(tests.user_id('manager@nice.test'));
select tests.sign_in('manager@nice.test', 'aal1');
select throws_ok(
  format('select public.issue_provisioning_code(%L, %L)', tests.kiosk_id('nice-entree'), tests.hash('E')),
  'P0001', 'mfa_required', 'a verified factor is asked for');

select * from finish();
rollback;
