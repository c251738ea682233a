-- The outbox: queued with its cause, claimed once, tried five times, kept 30 days.
begin;
select no_plan();
select tests.two_customers();

create temp table claims (n serial primary key, claim jsonb);
create function pg_temp.claim(p_limit integer default 10) returns integer language sql as $$
  with made as (insert into claims (claim) select c from jsonb_array_elements(public.claim_mails(p_limit)) c returning 1)
  select count(*)::integer from made
$$;
create function pg_temp.last() returns claims language sql as $$ select c from claims c order by n desc limit 1 $$;
create function pg_temp.finish(p_n integer, p_provider text default 're_1') returns boolean language sql as $$
  select public.finish_mail((claim ->> 'id')::uuid, (claim ->> 'claim_token')::uuid, p_provider) from claims where n = p_n
$$;
create function pg_temp.fail(p_n integer) returns boolean language sql as $$
  select public.fail_mail((claim ->> 'id')::uuid, (claim ->> 'claim_token')::uuid, 'provider_unavailable') from claims where n = p_n
$$;
create function pg_temp.mail(p_email text) returns private.outgoing_mails language sql as $$
  select m from private.outgoing_mails m where email = p_email order by created_at desc limit 1
$$;

-- queued with a nudge
select vault.create_secret('http://127.0.0.1:9', 'project_url') where not exists (select from vault.secrets where name = 'project_url');
select vault.create_secret('s3cret', 'functions_secret') where not exists (select from vault.secrets where name = 'functions_secret');
create temp table asked as select count(*) as n from net.http_request_queue;
select isnt(private.queue_mail('password_changed', 'Alix@New.Test', 'es', '{"full_name": "Alix"}'), null, 'a mail is queued');
select is((select count(*) - (select n from asked) from net.http_request_queue where url like '%/functions/v1/send-mails'), 1::bigint, 'and its delivery is asked for');
select is((select headers ->> 'x-function-secret' from net.http_request_queue order by id desc limit 1),
  (select decrypted_secret from vault.decrypted_secrets where name = 'functions_secret'), 'with the secret that the function verifies');
select is(private.sweep_mails(), true, 'what is due is swept');
select throws_ok($$select private.queue_mail('advert', 'x@new.test', 'fr')$$, '23514', null, 'a kind is one of the list');
select throws_ok($$select private.queue_mail('reset', 'x@new.test', 'de')$$, '23514', null, 'a language too');

-- claimed, finished
select is(pg_temp.claim(), 1, 'claimed');
select is((pg_temp.last()).claim - 'id' - 'claim_token',
  '{"kind": "password_changed", "email": "alix@new.test", "language": "es", "params": {"full_name": "Alix"}}', 'with what its text needs');
select is(pg_temp.claim(), 0, 'once');
select is(private.sweep_mails(), false, 'nothing to sweep meanwhile');
select is(public.finish_mail((select (claim ->> 'id')::uuid from claims), gen_random_uuid(), 're_0'), false, 'another token finishes nothing');
select is(public.fail_mail((select (claim ->> 'id')::uuid from claims), gen_random_uuid(), 'x'), false, 'nor fails');
select is((pg_temp.mail('alix@new.test')).state, 'pending', 'control: it is still open');
update private.outgoing_mails set claimed_at = now() - interval '121 seconds';
select is(pg_temp.claim(), 1, 'a claim that was not kept is claimed again after two minutes');
select is(pg_temp.finish(1), false, 'by the former holder it is not finished');
select is(pg_temp.finish(2), true, 'by the new one it is');
select results_eq($$select state, provider_id, sent_at, claim_token, attempts from pg_temp.mail('alix@new.test')$$,
  $$values ('sent', 're_1', now(), null::uuid, 2)$$, 'sent');
select is(pg_temp.finish(2), false, 'once');
select is(pg_temp.fail(2), false, 'and failing it afterwards is too late');
select is(pg_temp.claim(), 0, 'it is not claimed again');

-- batches, oldest first
select private.queue_mail('reset', n || '@new.test', 'fr') from generate_series(1, 3) n;
update private.outgoing_mails set next_try_at = now() - interval '1 minute' where email = '2@new.test';
select is(pg_temp.claim(0), 1, 'at least one');
select is((pg_temp.last()).claim ->> 'email', '2@new.test', 'the one that waits longest');
select is(pg_temp.claim(null), 2, 'ten by default');
select is(pg_temp.finish((pg_temp.last()).n, null), true, 'a provider that gives no id has taken it too');
delete from private.outgoing_mails where kind = 'reset';

-- five failures
select private.queue_mail('mfa_removed', 'bo@new.test', 'fr');
create function pg_temp.fails() returns text language plpgsql as $$
declare waits interval;
begin
  update private.outgoing_mails set next_try_at = now();
  perform pg_temp.claim();
  perform pg_temp.fail((pg_temp.last()).n);
  waits := (pg_temp.mail('bo@new.test')).next_try_at - now();
  return (pg_temp.mail('bo@new.test')).state || ' ' || case (pg_temp.mail('bo@new.test')).state when 'pending' then extract(epoch from waits)::integer / 60 || ' min' else '' end;
end $$;
select is(pg_temp.fails(), 'pending 1 min', 'again after a minute');
select is(pg_temp.claim(), 0, 'not before');
select is(pg_temp.fails(), 'pending 2 min', 'after two');
select is(pg_temp.fails(), 'pending 4 min', 'four');
select is(pg_temp.fails(), 'pending 8 min', 'eight');
select is(pg_temp.fails(), 'failed ', 'and never again');
select is((pg_temp.mail('bo@new.test')).error_code, 'provider_unavailable', 'with its reason');
update private.outgoing_mails set next_try_at = now();
select is(pg_temp.claim(), 0, 'a failed one is not claimed');
select private.queue_mail('mfa_removed', 'cy@new.test', 'fr');
update private.outgoing_mails set attempts = 5, claim_token = gen_random_uuid(), claimed_at = now() - interval '3 minutes' where email = 'cy@new.test';
select is(pg_temp.claim(), 0, 'nor one whose fifth claim was never kept');
select is((pg_temp.mail('cy@new.test')).state || ' ' || (pg_temp.mail('cy@new.test')).error_code, 'failed no_answer', 'which is failed then');

-- an invitation knows when its mail went
select tests.sign_in('manager@lille.test');
select public.invite_person('dee@new.test', 'Dee', 'gym_staff', tests.gym_id('Lille'));
select tests.sign_out();
select is(pg_temp.claim(), 1, 'an invitation''s mail');
select is(pg_temp.finish((pg_temp.last()).n), true, 'is sent');
select is((select sent_at from public.invitations where email = 'dee@new.test'), now(), 'and the invitation knows');

-- kept 30 days
update private.outgoing_mails set created_at = now() - interval '30 days 1 minute' where email = 'bo@new.test';
update private.outgoing_mails set created_at = now() - interval '29 days 23 hours' where email = 'cy@new.test';
select is(private.delete_old_mails(), 1, 'what is older than 30 days is deleted');
select is((pg_temp.mail('cy@new.test')).state, 'failed', 'not before');

-- whose it is
select tests.sign_in('admin@platform.test');
select is(tests.outcome('select from private.outgoing_mails'), '42501', 'people do not read the outbox');
select is(tests.outcome('select public.claim_mails(1)'), '42501', 'nor claim from it');
select is(tests.outcome(format('select public.finish_mail(%L, %L)', gen_random_uuid(), gen_random_uuid())), '42501', 'nor finish');
select is(tests.outcome($$select private.queue_mail('reset', 'x@new.test', 'fr')$$), '42501', 'nor queue');
select tests.as_anonymous();
select is(tests.outcome('select public.claim_mails(1)'), '42501', 'anonymous neither');
select tests.as_service();
select is(tests.outcome('select from private.outgoing_mails'), '42501', 'the service role reads it through its functions alone');
select is(tests.outcome('select public.claim_mails(1)'), '1 rows', 'control: which it may call');

select tests.sign_out();
select * from finish();
rollback;
