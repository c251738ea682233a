begin;
select no_plan();
select tests.two_customers();

-- staff
select tests.sign_in('staff@lille.test');
select results_eq('select name from public.gyms', array['Lille'], 'staff read their own gym alone');
select is_empty('select id from public.franchises', 'staff read no franchise');
select results_eq(
  'select email from public.users order by email', array['manager@lille.test', 'staff@lille.test'],
  'staff see the team of their own gym');
select is(tests.outcome($$update public.gyms set phone = '0' $$), '0 rows', 'staff change no gym settings');
select is_empty('select id from public.audit_logs', 'staff read no audit');
select is(private.accessible_gym_ids(), array[tests.gym_id('Lille')], 'staff: accessible gym');
select is(private.acting_gym_ids(), array[tests.gym_id('Lille')], 'staff act at their own gym');
select is(private.alert_gym_ids(), array[tests.gym_id('Lille')], 'staff read alerts of their own gym');
select is(private.conversation_gym_ids(), array[tests.gym_id('Lille')], 'staff list conversations of their own gym');
select is(private.transcript_gym_ids(), '{}'::uuid[], 'staff read no transcript');
select is(private.contact_gym_ids(), '{}'::uuid[], 'staff read no contact');
select is(private.manageable_gym_ids(), '{}'::uuid[], 'staff manage nothing');
select is(private.kiosk_admin_gym_ids(), '{}'::uuid[], 'staff administer no kiosk');

-- manager
select tests.sign_in('manager@lille.test');
select results_eq('select name from public.gyms', array['Lille'], 'a manager reads their own gym, not the sister');
select is_empty('select id from public.franchises', 'a manager reads no franchise');
select results_eq(
  'select email from public.users order by email', array['manager@lille.test', 'staff@lille.test'],
  'a manager sees the team of their own gym');
select is(tests.outcome($$update public.gyms set phone = '03 20 00 00 00'$$), '1 rows', 'a manager changes their gym''s settings');
select isnt_empty('select id from public.audit_logs', 'a manager reads the audit');
select is_empty(
  format('select id from public.audit_logs where scope_id <> %L', tests.gym_id('Lille')),
  'a manager reads the audit of their own gym alone');
select is(private.manageable_gym_ids(), array[tests.gym_id('Lille')], 'a manager manages their own gym');
select is(private.transcript_gym_ids(), array[tests.gym_id('Lille')], 'a manager reads transcripts');
select is(private.contact_gym_ids(), array[tests.gym_id('Lille')], 'a manager reads contacts');
select is(private.kiosk_admin_gym_ids(), array[tests.gym_id('Lille')], 'a manager administers kiosks');

-- manager of an independent gym
select tests.sign_in('manager@solo.test');
select results_eq('select name from public.gyms', array['Solo'], 'an independent gym is a customer of its own');

-- owner
select tests.sign_in('owner@nord.test');
select results_eq('select name from public.gyms order by name', array['Arras', 'Lille'], 'an owner reads all gyms of the franchise');
select results_eq('select name from public.franchises', array['Nord'], 'an owner reads their own franchise');
select results_eq(
  'select email from public.users order by email',
  array['manager@arras.test', 'manager@lille.test', 'owner@nord.test', 'staff@lille.test'],
  'an owner sees the teams of all their gyms');
select is(tests.outcome($$update public.gyms set price_note = 'dès 29 €'$$), '2 rows', 'an owner changes all their gyms');
select is(tests.outcome($$update public.franchises set name = 'Est'$$), '42501', 'an owner does not change the franchise');
select is(cardinality(private.manageable_gym_ids()), 2, 'an owner manages all gyms');
select is(private.conversation_gym_ids(), '{}'::uuid[], 'an owner reads no conversation unless the customer allows it');
select is(private.transcript_gym_ids(), '{}'::uuid[], 'nor a transcript');
select tests.sign_out();
update public.gyms set owner_reads_conversations = true where name = 'Arras';
select tests.sign_in('owner@nord.test');
select is(private.conversation_gym_ids(), array[tests.gym_id('Arras')], 'an owner reads conversations where allowed');
select is(private.transcript_gym_ids(), array[tests.gym_id('Arras')], 'and transcripts there');

-- super admin
select tests.sign_in('admin@platform.test');
select is(tests.count_of('public.gyms'), 4::bigint, 'a super admin reads all gyms');
select is(tests.count_of('public.franchises'), 2::bigint, 'a super admin reads all franchises');
select is(tests.count_of('public.users'), 9::bigint, 'a super admin sees everybody');
select is(private.alert_gym_ids(), '{}'::uuid[], 'a super admin reads no alerts of gyms');
select is(private.conversation_gym_ids(), '{}'::uuid[], 'a super admin reads no conversations');
select is(private.transcript_gym_ids(), '{}'::uuid[], 'a super admin reads no transcripts');
select is(private.manageable_gym_ids(), '{}'::uuid[], 'a super admin manages no members');
select is(cardinality(private.kiosk_admin_gym_ids()), 4, 'a super admin administers all kiosks');

-- one person, every key: the profile of the signed-in person
select tests.sign_in('manager@lille.test');
select is(public.get_actor() ->> 'role', 'gym_manager', 'get_actor tells the role');
select is(public.get_actor() #>> '{gyms,0,franchise_name}', 'Nord', 'get_actor names the franchise');
select is(jsonb_array_length(public.get_actor() -> 'gyms'), 1, 'get_actor lists the accessible gyms');
select is(tests.outcome($$update public.users set full_name = 'Camille', language = 'en'$$), '1 rows', 'a person changes their own name and language');
select is(public.get_actor() ->> 'full_name', 'Camille', 'and reads it back');

-- MFA: a verified factor asks for aal2 everywhere
select tests.sign_out();
select tests.verify_factor(tests.user_id('manager@lille.test'));
select tests.sign_in('manager@lille.test', 'aal1');
select is_empty('select id from public.gyms', 'with a verified factor, aal1 reads no gym');
select is_empty('select id from public.users', 'nor users');
select is(tests.outcome($$update public.gyms set phone = '1'$$), '0 rows', 'nor writes');
select throws_ok('select public.get_actor()', 'P0001', 'mfa_required', 'exposed functions ask for the factor first');
select tests.sign_in('manager@lille.test', 'aal2');
select results_eq('select name from public.gyms', array['Lille'], 'aal2 reads again');
select lives_ok('select public.get_actor()', 'aal2 passes the function');

-- suspended customers keep reading, their writes are refused
select tests.sign_out();
update public.franchises set status = 'suspended' where name = 'Sud';
select tests.sign_in('manager@nice.test');
select results_eq('select name from public.gyms', array['Nice'], 'a suspended customer''s manager keeps reading');
select is(tests.outcome($$update public.gyms set phone = '1'$$), '0 rows', 'but does not write');
select is(private.acting_gym_ids() || private.manageable_gym_ids() || private.kiosk_admin_gym_ids(), '{}'::uuid[], 'the write helpers are empty');
select is(private.transcript_gym_ids(), array[tests.gym_id('Nice')], 'the read helpers are not');
select tests.sign_in('admin@platform.test');
select is(tests.outcome(format($$update public.gyms set phone = '1' where id = %L$$, tests.gym_id('Nice'))), '1 rows', 'a super admin still changes a suspended customer''s gym');
select tests.sign_out();
update public.gyms set status = 'suspended' where name = 'Solo';
select ok(private.gym_is_suspended(tests.gym_id('Solo')), 'a suspended independent gym is suspended');
select ok(private.gym_is_suspended(tests.gym_id('Nice')), 'so is a gym of a suspended franchise');
select ok(not private.gym_is_suspended(tests.gym_id('Lille')), 'others are not');
select tests.sign_in('manager@nice.test');
select is(public.get_actor() #>> '{gyms,0,status}', 'suspended', 'get_actor says it of a suspended franchise''s gym');
select tests.sign_in('manager@solo.test');
select is(private.acting_gym_ids(), '{}'::uuid[], 'a suspended gym''s manager does not act');

-- deactivated: nothing at once, under the same token
select tests.sign_in('staff@lille.test');
select isnt_empty('select id from public.gyms', 'control: staff read before');
select tests.sign_out();
select tests.create_user('second@nord.test', 'franchise_owner', null, tests.franchise_id('Nord'));
update public.users set is_active = false where email in ('staff@lille.test', 'owner@nord.test');
select tests.sign_in('staff@lille.test');
select is_empty('select id from public.gyms', 'a deactivated person reads no gym');
select is_empty('select id from public.users', 'nor themselves');
select is(tests.outcome($$update public.users set full_name = 'X'$$), '0 rows', 'nor changes their name');
select is(public.get_actor(), null, 'get_actor does not know them');
select tests.sign_in('owner@nord.test');
select is_empty('select id from public.gyms', 'a deactivated owner reads no gym');
select is_empty('select id from public.franchises', 'nor the franchise');
select is_empty('select id from public.audit_logs', 'nor the audit');

-- stranger: a valid token of nobody we know
select tests.sign_in(gen_random_uuid());
select is_empty('select id from public.gyms', 'a stranger reads no gym');
select is_empty('select id from public.users', 'nor users');
select is_empty('select id from public.franchises', 'nor franchises');
select is(public.get_actor(), null, 'get_actor does not know a stranger');

-- anonymous
select tests.as_anonymous();
select throws_ok('select id from public.gyms', '42501', null, 'anonymous reads no gym');
select throws_ok('select id from public.users', '42501', null, 'nor users');
select throws_ok('select id from public.franchises', '42501', null, 'nor franchises');
select throws_ok('select public.get_actor()', '42501', null, 'nor calls get_actor');
select throws_ok('select private.accessible_gym_ids()', '42501', null, 'nor a helper');

-- shapes that the tables refuse
select tests.sign_out();
select throws_ok(
  format($$update public.users set franchise_id = %L where email = 'manager@lille.test'$$, tests.franchise_id('Nord')),
  '23514', null, 'a manager row cannot carry a franchise');
select throws_ok($$update public.users set role = 'super_admin' where email = 'manager@lille.test'$$, '23514', null, 'nor become super admin with a gym');
select throws_ok($$update public.gyms set opening_hours = '[{"weekday": 8, "open": "06:00", "close": "22:00"}]'$$, '23514', null, 'weekdays are 1 to 7');
select throws_ok($$update public.gyms set opening_hours = '[{"weekday": 1, "open": "6h", "close": "22:00"}]'$$, '23514', null, 'hours are HH:MM');
select lives_ok($$update public.gyms set opening_hours = '[{"weekday": 1, "open": "06:00", "close": "24:00"}]'$$, 'midnight closes a day');
select throws_ok($$update public.gyms set timezone = 'Europe/Paname'$$, 'P0001', 'invalid_input', 'a time zone must exist');

select * from finish();
rollback;
