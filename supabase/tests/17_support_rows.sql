-- What a row of support_access may say (rule S1).
begin;
select no_plan();
select tests.two_customers();
select tests.create_user('second@platform.test', 'super_admin');

select is(tests.outcome(format(
  'insert into public.support_access (admin_id, gym_id, franchise_id, reason, opened_at, expires_at) values (%L, %L, %L, %L, now(), %s)',
  tests.user_id('admin@platform.test'), tests.gym_id(gym), tests.franchise_id(franchise), reason, ends)), '23514', why)
from (values
  ('Lille', 'Nord', 'Une bonne raison', 'now() + interval ''10 minutes''', 'a visit has one scope'),
  ('Lille', null, 'court', 'now() + interval ''10 minutes''', 'a visit has a reason'),
  ('Lille', null, 'Une bonne raison', 'now() + interval ''61 minutes''', 'a visit is an hour at most'),
  ('Lille', null, 'Une bonne raison', 'now() - interval ''1 minute''', 'a visit ends after it began')
) as wrong (gym, franchise, reason, ends, why);
insert into public.support_access (admin_id, gym_id, reason, expires_at)
values (tests.user_id('admin@platform.test'), tests.gym_id('Lille'), 'Une bonne raison', now() + interval '10 minutes');
select is(
  tests.outcome(format('delete from public.users where id = %L', tests.user_id('admin@platform.test'))), '23503',
  'who visited a customer is not deleted without trace');

select * from finish();
rollback;
