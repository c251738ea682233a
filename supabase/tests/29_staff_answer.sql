begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-haut');
select tests.make_kiosk(tests.gym_id('Nice'), 'nice-entree');

select tests.as_service();
select is(public.kiosk_staff_answer(tests.token('lille-haut')), '{"status": "none"}', 'nobody has called');
select lives_ok($$select public.kiosk_call_staff(tests.token('lille-haut'), 'button')$$, 'somebody calls');
select is(public.kiosk_staff_answer(tests.token('lille-haut')), '{"status": "waiting"}', 'and waits');
select is(public.kiosk_staff_answer(tests.token('nice-entree')), '{"status": "none"}', 'which another gym''s kiosk does not learn');
select tests.sign_out();
update public.manager_alerts set status = 'in_progress' where alert_type = 'staff_call';
select tests.as_service();
select is(public.kiosk_staff_answer(tests.token('lille-haut')), '{"status": "coming"}', 'until somebody takes the call');
select throws_ok($$select public.kiosk_staff_answer('unknown')$$, null, 'kiosk_not_paired', 'no token, no answer');

select * from finish();
rollback;
