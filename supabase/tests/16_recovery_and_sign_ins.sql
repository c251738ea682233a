-- Recovery codes, a person's own sign-ins, and the mails about their account.
begin;
select no_plan();
select tests.two_customers();
select tests.verify_factor(tests.user_id('manager@lille.test'));
select tests.verify_factor(tests.user_id('manager@nice.test'));

create function pg_temp.said(p_sql text) returns text language plpgsql as $$
declare detail text;
begin
  execute p_sql;
  return 'done';
exception when others then
  get stacked diagnostics detail = pg_exception_detail;
  return sqlerrm || case when coalesce(detail, '') <> '' and sqlstate = 'P0001' then ' ' || detail else '' end;
end $$;
create function pg_temp.codes(p_tag text, p_count integer default 10) returns text[] language sql as $$
  select array_agg(tests.hash(p_tag || n)) from generate_series(1, p_count) n
$$;
create function pg_temp.redeem(p_code text) returns text language sql as $$
  select case when (r ->> 'ok')::boolean then 'ok' else concat_ws(' ', r ->> 'reason', r ->> 'retry_after_s') end
  from public.redeem_recovery_code(tests.hash(p_code)) r
$$;
create function pg_temp.later(p_by interval) returns void language sql security definer as $$
  update private.auth_attempts set started_at = started_at - p_by
$$;
create function pg_temp.mails(p_email text) returns text language sql security definer as $$
  select coalesce(string_agg(kind || ' ' || language || ' ' || state, ', ' order by created_at, kind, state), 'none')
  from private.outgoing_mails where email = p_email
$$;
create function pg_temp.sign_ins(p_email text) returns bigint language sql security definer as $$
  select count(*) from auth.sessions s join public.users u on u.id = s.user_id where u.email = p_email
$$;
do $$
declare one regprocedure;
begin
  for one in select oid from pg_catalog.pg_proc where pronamespace = pg_my_temp_schema() loop
    execute format('grant execute on function %s to authenticated, service_role', one);
  end loop;
end $$;

-- ten codes, for who has just proved their factor
select tests.sign_in('manager@solo.test');
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('s'))$$), 'mfa_required', 'without a factor there are no codes');
select tests.sign_in('manager@lille.test');
select is(public.recovery_codes_left(), 0, 'none at first');
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('a', 9))$$), 'invalid_input hashes', 'not nine');
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('a', 11))$$), 'invalid_input hashes', 'nor eleven');
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('a', 9) || tests.hash('a1'))$$), 'invalid_input hashes', 'nor one twice');
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('a', 9) || 'abcde-fghij'::text)$$), 'invalid_input hashes', 'nor a code as it is');
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('a', 9) || null::text)$$), 'invalid_input hashes', 'nor nothing');
select is(pg_temp.said($$select public.replace_recovery_codes(null)$$), 'invalid_input hashes', 'nor none');
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('a'))$$), 'done', 'ten');
select is(public.recovery_codes_left(), 10, 'are kept');
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('b'))$$), 'done', 'ten others');
select is(public.recovery_codes_left(), 10, 'replace them');
select is(pg_temp.redeem('a1'), 'wrong', 'the former are void');
select tests.claim('amr', jsonb_build_array(jsonb_build_object('method', 'totp', 'timestamp', extract(epoch from now())::bigint - 700)));
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('c'))$$), 'mfa_stale', 'a sign-in that was left open replaces nothing');
select tests.sign_in('manager@lille.test', 'aal1');
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('c'))$$), 'mfa_required', 'nor one without the factor');
select is(pg_temp.said($$select public.recovery_codes_left()$$), 'mfa_required', 'which is not told either');
select tests.sign_out();
select is((select mfa_enabled from public.users where email = 'manager@lille.test'), true, 'the team sees that a factor is there');
select is((select count(*) from public.audit_logs where action = 'replace_recovery_codes' and scope_id = tests.gym_id('Lille')), 2::bigint, 'the audit that codes were made');

-- five wrong ones in 15 minutes
select tests.sign_in('manager@nice.test');
select is(pg_temp.said($$select public.replace_recovery_codes(pg_temp.codes('n'))$$), 'done', 'control: another has codes');
select tests.sign_in('manager@nice.test', 'aal1');
select is(pg_temp.redeem('b1'), 'wrong', 'somebody else''s code is wrong');
select is(pg_temp.said('select public.redeem_recovery_code(null)'), 'done', 'nothing is an answer too');
select is(pg_temp.redeem('x' || n), 'wrong', 'wrong') from generate_series(3, 4) n;
select pg_temp.later('10 minutes');
select is(pg_temp.redeem('x5'), 'wrong', 'the fifth');
select is(pg_temp.redeem('n1'), 'rate_limited 300', 'locks for the rest of the 15 minutes, right ones too');
select pg_temp.later('4 minutes 59 seconds');
select is(pg_temp.redeem('n1'), 'rate_limited 1', 'to the last second');
select tests.sign_in('manager@nice.test', 'aal1');
select is(pg_temp.redeem('n1'), 'rate_limited 1', 'another sign-in does not help');
select tests.sign_in('manager@lille.test', 'aal1');
select is(pg_temp.redeem('x1'), 'wrong', 'others are not locked');
select tests.sign_in('manager@nice.test', 'aal1');
select pg_temp.later('1 second');
select is(pg_temp.redeem('x6'), 'wrong', 'then there are five again');
select is(pg_temp.redeem('n1'), 'ok', 'and the right one is taken');

-- what a right one does
select tests.sign_out();
select tests.verify_factor(tests.user_id('manager@lille.test'));
update auth.sessions set user_agent = 'Firefox' where user_id = tests.user_id('manager@lille.test');
select tests.sign_in('manager@lille.test');
select tests.sign_in('manager@lille.test', 'aal1');
select is(pg_temp.redeem('b7'), 'ok', 'a code is taken at aal1');
select is(public.get_auth_state() ->> 'state', 'ready', 'and the factor is not asked for any more');
select isnt_empty('select id from public.gyms', 'rows open');
select is(public.get_auth_state() ->> 'has_factor', 'false', 'because it is gone');
select is(public.recovery_codes_left(), 0, 'with the other codes');
select is(pg_temp.redeem('b7'), 'wrong', 'it works once');
select is(pg_temp.redeem('b8'), 'wrong', 'and the others no more');
select is(pg_temp.sign_ins('manager@lille.test'), 1::bigint, 'every other sign-in is ended');
select tests.sign_out();
select is(tests.count_of(format('auth.mfa_factors where user_id = %L', tests.user_id('manager@lille.test'))), 0::bigint, 'all factors are gone');
select is((select mfa_enabled from public.users where email = 'manager@lille.test'), false, 'the team sees it');
select is(pg_temp.mails('manager@lille.test'), 'recovery_used fr pending', 'the owner is told by mail');
select is((select params ->> 'full_name' from private.outgoing_mails where email = 'manager@lille.test'), 'Manager', 'by name');
select is((select (params ->> 'at')::timestamptz from private.outgoing_mails where email = 'manager@lille.test'), now(), 'and when');
select is((select array[action, actor_id::text, entity_id::text] from public.audit_logs where scope_id = tests.gym_id('Lille') order by seq desc limit 1),
  array['recovery_used', tests.user_id('manager@lille.test')::text, tests.user_id('manager@lille.test')::text], 'the audit knows');
select is((select params ->> 'user_agent' from private.outgoing_mails where email = 'manager@lille.test'), null, 'a sign-in of an unknown browser is told without one');
select is((select count(*) from auth.mfa_factors where user_id = tests.user_id('admin@platform.test')), 1::bigint, 'control: others'' factors stay');

-- a super admin has to enrol again
select tests.sign_in('admin@platform.test');
select public.replace_recovery_codes(pg_temp.codes('r'));
select tests.sign_in('admin@platform.test', 'aal1');
select is(pg_temp.redeem('r1'), 'ok', 'a super admin''s code');
select is(public.get_auth_state() ->> 'state', 'enrol', 'leads to a new factor');
select is_empty('select id from public.gyms', 'and opens nothing before');

-- an ended sign-in redeems nothing
select tests.sign_in('manager@lille.test', 'aal1');
select tests.end_sign_in();
select is(pg_temp.said($$select public.redeem_recovery_code('x')$$), 'unauthenticated', 'an ended sign-in redeems nothing');

-- sign-ins: one's own, as they stand
select tests.sign_out();
delete from auth.sessions;
select tests.make_sign_in(tests.user_id('staff@nice.test'));
update auth.sessions set user_agent = 'Safari', created_at = now() - interval '3 days', refreshed_at = (now() - interval '1 hour') at time zone 'utc';
select tests.make_sign_in(tests.user_id('staff@nice.test'));
update auth.sessions set user_agent = 'Gone', created_at = now() - interval '31 days', refreshed_at = (now() - interval '1 hour') at time zone 'utc' where user_agent is null;
select tests.make_sign_in(tests.user_id('manager@nice.test'));
select tests.sign_in('staff@nice.test');
select results_eq(
  $$select s ->> 'user_agent', (s ->> 'last_seen_at')::timestamptz, s ->> 'aal', s ->> 'is_current' from jsonb_array_elements(public.list_sign_ins()) s$$,
  $$values (null, now(), 'aal1', 'true'), ('Safari', now() - interval '1 hour', 'aal1', 'false')$$, 'own sign-ins that stand, the last used first');
select is(pg_temp.said(format('select public.end_sign_in(%L)', id)), 'not_found', 'another person''s is not found')
from (select tests.make_sign_in(tests.user_id('manager@nice.test')) ->> 'session_id' as id) other;
select is(pg_temp.sign_ins('manager@nice.test'), 2::bigint, 'and stands');
select is(pg_temp.said(format('select public.end_sign_in(%L)', gen_random_uuid())), 'not_found', 'nor an unknown one');
select is(pg_temp.said('select public.end_sign_in(null)'), 'not_found', 'nor none');
select is(pg_temp.said(format('select public.end_sign_in(%L)', s ->> 'id')), 'done', 'an own one is ended')
from jsonb_array_elements(public.list_sign_ins()) s where s ->> 'user_agent' = 'Safari';
select is(jsonb_array_length(public.list_sign_ins()), 1, 'and no longer there');
select tests.make_sign_in(tests.user_id('staff@nice.test'));
select is(public.end_other_sign_ins(), 2, 'all others at once');
select is(pg_temp.sign_ins('staff@nice.test'), 1::bigint, 'but the one that asks');
select is(pg_temp.sign_ins('manager@nice.test'), 2::bigint, 'nobody else''s');
select is(pg_temp.said(format('select public.end_sign_in(%L)', tests.session_id())), 'done', 'one''s own present one may be ended too');
select is(pg_temp.said('select public.list_sign_ins()'), 'unauthenticated', 'which is then out');

-- mails to oneself
select tests.sign_in('staff@nice.test');
select is(pg_temp.said($$select public.note_security_mail('password_changed')$$), 'done', 'a changed password is told');
select is(pg_temp.said($$select public.note_security_mail('password_changed')$$), 'done', 'twice in a minute');
select is(pg_temp.mails('staff@nice.test'), 'password_changed fr pending', 'is one mail');
select is(pg_temp.said($$select public.note_security_mail('reset')$$), 'invalid_input kind', 'no other kind is sent this way');
select is(pg_temp.said($$select public.note_security_mail(null)$$), 'invalid_input kind', 'nor none');
select tests.sign_out();
update auth.users set email = 'thief@evil.test' where email = 'staff@nice.test';
select tests.sign_in('staff@nice.test');
select is(pg_temp.said($$select public.note_security_mail('mfa_removed')$$), 'done', 'a removed factor is told');
select is(pg_temp.mails('thief@evil.test') || '; ' || pg_temp.mails('staff@nice.test'), 'none; mfa_removed fr pending, password_changed fr pending',
  'to the address the product knows');

-- the last factor takes its codes along
select tests.sign_out();
select tests.verify_factor(tests.user_id('manager@arras.test'));
select tests.sign_in('manager@arras.test');
select public.replace_recovery_codes(pg_temp.codes('m'));
select tests.sign_out();
delete from auth.mfa_factors where user_id = tests.user_id('manager@arras.test');
select tests.sign_in('manager@arras.test', 'aal2');
select public.note_security_mail('mfa_removed');
select is(public.recovery_codes_left(), 0, 'codes go with the last factor');

-- reset: the server's alone, silent, and no more than needed
select tests.sign_in('manager@nice.test', 'aal2');
select is(pg_temp.said($$select public.request_password_reset('owner@nord.test')$$), 'permission denied for function request_password_reset', 'people ask by the app');
select tests.as_service();
select is(pg_temp.said($$select public.request_password_reset(' Owner@Nord.test ')$$), 'done', 'a known address');
select is(pg_temp.said($$select public.request_password_reset('nobody@nord.test')$$), 'done', 'an unknown one');
select is(pg_temp.said($$select public.request_password_reset(null)$$), 'done', 'and none: all the same');
select is(pg_temp.mails('owner@nord.test'), 'reset fr pending', 'the known one gets a mail');
select is(pg_temp.mails('nobody@nord.test'), 'none', 'the unknown one none');
select is(pg_temp.said($$select public.request_password_reset('owner@nord.test')$$), 'done', 'asked again');
select is(pg_temp.mails('owner@nord.test'), 'reset fr failed, reset fr pending', 'within two minutes it is not sent');
select tests.sign_out();
select is((select count(*) from private.outgoing_mails where kind = 'reset'), 4::bigint, 'each was the same work');
select is((select count(*) from private.outgoing_mails where email = '' and state <> 'failed'), 0::bigint, 'unknown addresses are not kept and nothing goes out');
update private.outgoing_mails set created_at = now() - interval '121 seconds' where email = 'owner@nord.test';
create function pg_temp.ask() returns bigint language plpgsql as $$
begin
  perform public.request_password_reset('owner@nord.test');
  update private.outgoing_mails set created_at = created_at - interval '121 seconds' where email = 'owner@nord.test';
  return (select count(*) from private.outgoing_mails where email = 'owner@nord.test' and state = 'pending');
end $$;
select is(array[pg_temp.ask(), pg_temp.ask(), pg_temp.ask(), pg_temp.ask(), pg_temp.ask(), pg_temp.ask()], '{2,3,4,5,5,5}', 'five a day');
update private.outgoing_mails set created_at = created_at - interval '1 day' where email = 'owner@nord.test';
select is(pg_temp.ask(), 6::bigint, 'and the day after again');
update public.users set is_active = false where email = 'staff@nice.test';
select public.request_password_reset('staff@nice.test');
select is(pg_temp.mails('staff@nice.test') ~ 'reset', false, 'a deactivated person gets none');
-- An invitation outlives its link
select tests.sign_in('manager@lille.test');
select public.invite_person('new@lille.test', 'Nora', 'gym_staff', tests.gym_id('Lille'), null, 'en');
select tests.as_service();
select public.request_password_reset('new@lille.test');
select is(pg_temp.mails('new@lille.test'), 'invitation en failed, invitation en pending', 'not again within two minutes of the invitation');
select tests.sign_out();
update private.outgoing_mails set created_at = now() - interval '121 seconds' where email = 'new@lille.test';
select public.request_password_reset(' New@lille.test');
select is(
  (select array_agg(distinct params ->> 'place') from private.outgoing_mails where email = 'new@lille.test' and state = 'pending'),
  '{Lille}', 'later the invited get their invitation again, with a fresh link');
select is((select count(*) from private.outgoing_mails where email = 'new@lille.test' and state = 'pending'), 2::bigint, 'as a second mail');
update public.invitations set revoked_at = now() where email = 'new@lille.test';
delete from private.outgoing_mails where email = 'new@lille.test';
select public.request_password_reset('new@lille.test');
select is(pg_temp.mails('new@lille.test'), 'none', 'nothing for an invitation that was taken back');
update private.outgoing_mails set created_at = now() - interval '25 hours' where error_code in ('unknown', 'too_many');
select is(private.delete_old_mails(), 7, 'what was not to be sent is gone after a day');

select tests.as_anonymous();
select is(tests.outcome(call), '42501', 'anonymous: ' || call) from unnest(array[
  $$select public.redeem_recovery_code('x')$$, 'select public.list_sign_ins()', $$select public.request_password_reset('x')$$,
  $$select public.note_security_mail('mfa_removed')$$, 'select public.end_other_sign_ins()']) call;
select tests.sign_in('admin@platform.test', 'aal2');
select is(tests.outcome('select from private.recovery_codes'), '42501', 'nobody reads codes');
select is(tests.outcome('select from private.auth_attempts'), '42501', 'nor tries');

select tests.sign_out();
select * from finish();
rollback;
