-- A repeated attempt at a mail takes the link that the first one made.
begin;
select no_plan();
select tests.two_customers();

create temp table claims (n serial primary key, claim jsonb);
create function pg_temp.claim(p_kind text, p_email text) returns void language sql as $$
  update private.outgoing_mails set state = 'failed' where state = 'pending';
  select private.queue_mail(p_kind, p_email, 'fr');
  insert into claims (claim) select c from jsonb_array_elements(public.claim_mails(1)) c
$$;
create function pg_temp.found() returns jsonb language sql as $$
  select public.find_mail_link((claim ->> 'id')::uuid, (claim ->> 'claim_token')::uuid) from claims order by n desc limit 1
$$;
create function pg_temp.hold(p_column text, p_token text, p_age interval) returns void language plpgsql as $$
begin
  execute format('update auth.users set %I = $1, %I = now() - $2 where email = $3', p_column || '_token', p_column || '_sent_at')
    using p_token, p_age, 'manager@lille.test';
end $$;

-- reset
select pg_temp.claim('reset', 'manager@lille.test');
select is(pg_temp.found(), null, 'nothing at the first attempt');
select pg_temp.hold('recovery', 'old', '1 second');
select is(pg_temp.found(), null, 'nor what was made before the mail was queued');
select pg_temp.hold('recovery', 'r1', '0');
select is(pg_temp.found(), '{"token_hash": "r1", "type": "recovery"}', 'the link of the attempt before');
select pg_temp.hold('confirmation', 'c1', '0');
select is(pg_temp.found() ->> 'type', 'recovery', 'never an invitation''s');
select is(public.find_mail_link((select (claim ->> 'id')::uuid from claims), gen_random_uuid()), null, 'only for who holds the claim');
select pg_temp.hold('recovery', '', '0');
select is(pg_temp.found(), null, 'none once it was used');
select pg_temp.hold('recovery', 'r2', '0');
update private.outgoing_mails set created_at = now() - interval '1 hour' where state = 'pending';
select is(pg_temp.found() ->> 'token_hash', 'r2', 'a fresh one');
select pg_temp.hold('recovery', 'r2', '31 minutes');
select is(pg_temp.found(), null, 'none that is about to run out');

-- invitation
select pg_temp.hold('confirmation', '', '0');
select pg_temp.claim('invitation', 'manager@lille.test');
select is(pg_temp.found(), null, 'no link yet');
select pg_temp.hold('confirmation', 'c2', '0');
select is(pg_temp.found(), '{"token_hash": "c2", "type": "invite"}', 'for somebody new');
select pg_temp.hold('confirmation', '', '0');
select pg_temp.hold('recovery', 'm1', '0');
select is(pg_temp.found(), '{"token_hash": "m1", "type": "magiclink"}', 'for somebody who has an account');

-- notices
select pg_temp.claim('mfa_removed', 'manager@lille.test');
select is(pg_temp.found(), null, 'a notice has no link that opens anything');

-- walls
grant all on claims to public;
select tests.sign_in('owner@nord.test');
select is(tests.outcome('select public.find_mail_link(gen_random_uuid(), gen_random_uuid())'), '42501', 'nobody signed in reads links');
reset role;
select tests.act_as('anon', '{"role": "anon"}');
select is(tests.outcome('select public.find_mail_link(gen_random_uuid(), gen_random_uuid())'), '42501', 'nor a stranger');
reset role;

select * from finish();
rollback;
