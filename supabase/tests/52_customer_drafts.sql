-- A customer is drawn up in steps, left, taken up again, and made in one go.
begin;
select no_plan();
select tests.two_customers();
create function tests.draft() returns uuid language sql immutable as $$ select 'd0000000-0000-4000-8000-000000000001'::uuid $$;
create function tests.answers() returns jsonb language sql stable as $$
  select jsonb_build_object('kind', 'franchise', 'name', 'Côte Ouest', 'city', 'Nantes', 'language', 'fr', 'plan', 'pro',
    'trial_ends_on', current_date + 30, 'owner_name', 'Ève Quillan', 'owner_email', ' Eve@Ouest.test ', 'owner_language', 'es',
    'gym_name', 'Nantes Graslin', 'gym_city', 'Nantes', 'gym_language', 'fr', 'timezone', 'Europe/Paris',
    'kiosk_name', 'Entrée', 'kiosk_place', 'Porte principale')
$$;
create function tests.other() returns uuid language sql immutable as $$ select 'd0000000-0000-4000-8000-000000000002'::uuid $$;
create function tests.third() returns uuid language sql immutable as $$ select 'd0000000-0000-4000-8000-000000000003'::uuid $$;
create function tests.made_of(p_answer text, p_value jsonb) returns text language plpgsql as $$
declare detail text;
begin
  perform public.save_customer_draft(tests.draft(), 'summary', tests.answers() || jsonb_build_object(p_answer, p_value));
  perform public.create_customer(tests.draft());
  return 'made';
exception when others then
  get stacked diagnostics detail = pg_exception_detail;
  return concat_ws(' ', sqlerrm, nullif(detail, ''));
end $$;

-- Refused to everybody else

select tests.sign_in('owner@nord.test');
select throws_ok(format('select public.save_customer_draft(%L, %L, %L)', tests.draft(), 'customer', '{}'), 'P0001', 'forbidden', 'an owner draws up nobody');
select throws_ok(format('select public.get_customer_draft(%L)', tests.draft()), 'P0001', 'not_found', 'nor finds a draft');
select tests.sign_in('admin@platform.test', 'aal1');
select throws_ok(format('select public.save_customer_draft(%L, %L, %L)', tests.draft(), 'customer', '{}'), 'P0001', 'mfa_required', 'the platform needs its second factor');

-- Step by step

select tests.sign_in('admin@platform.test');
select is(public.get_customer_draft(tests.draft()) -> 'draft', 'null', 'a new id has no draft yet');
select is(jsonb_array_length(public.get_customer_draft(tests.draft()) -> 'plans'), 3, 'the plans are there to choose from');
select throws_ok(format('select public.save_customer_draft(%L, %L, %L)', tests.draft(), 'end', '{}'), 'P0001', 'invalid_input', 'an unknown step');
select throws_ok(format('select public.save_customer_draft(%L, %L, %L)', tests.draft(), 'plan', '[]'), 'P0001', 'invalid_input', 'answers are an object');
select throws_ok(format('select public.save_customer_draft(%L, %L, %L)', tests.draft(), 'plan', jsonb_build_object('name', (select string_agg(gen_random_uuid()::text, '') from generate_series(1, 400)))),
  'P0001', 'invalid_input', 'and not endless');
select public.save_customer_draft(tests.draft(), 'plan', '{"kind": "franchise", "name": "Côte Ouest"}');
select public.save_customer_draft(tests.draft(), 'owner', '{"plan": "pro"}');
select is(public.get_customer_draft(tests.draft()) #> '{draft,data}', '{"kind": "franchise", "name": "Côte Ouest", "plan": "pro"}', 'what was answered stays');
select is(public.get_customer_draft(tests.draft()) #>> '{draft,step}', 'owner', 'with the step that is next');
select is((public.list_customers() #> '{drafts,0}') - 'id' - 'updated_at', '{"name": "Côte Ouest", "step": "owner", "by": "Admin"}', 'the list offers to go on');
select throws_ok(format('select public.create_customer(%L)', tests.draft()), 'P0001', 'invalid_input', 'half a draft makes nobody');

-- Every answer is checked, and a refusal makes nothing

create temp table before as select tests.count_of('public.franchises') as franchises, tests.count_of('public.gyms') as gyms;
select is(tests.made_of(answer, value), 'invalid_input ' || answer, format('%s: %s is refused', answer, value))
from (values
  ('kind', '"chain"'), ('name', '" "'), ('city', 'null'), ('language', '"de"'), ('plan', '"gold"'), ('trial_ends_on', '"2020-01-01"'),
  ('trial_ends_on', '"demain"'), ('trial_ends_on', '"2027-02-31"'), ('owner_name', '""'), ('owner_email', '"eve"'), ('owner_language', 'null'),
  ('gym_name', 'null'), ('gym_city', '""'), ('gym_language', '"it"'), ('timezone', '"Europe/Nantes"'), ('timezone', 'null')
) wrong (answer, value_text)
cross join lateral (select value_text::jsonb) v (value);
select is(tests.made_of('owner_email', '"manager@solo.test"'), 'conflict email', 'an address that somebody has is refused');
select is((tests.count_of('public.franchises'), tests.count_of('public.gyms')), (select (franchises, gyms) from before), 'and nothing is left of it');

-- Made, once

select public.save_customer_draft(tests.draft(), 'summary', tests.answers());
create temp table made as select public.create_customer(tests.draft()) as id;
select is(public.create_customer(tests.draft()), (select id from made), 'the same draft again is the same customer');
select is((select array[name, city, status, subscription_plan, trial_ends_on::text] from public.franchises where id = (select id from made)),
  array['Côte Ouest', 'Nantes', 'trial', 'pro', (current_date + 30)::text], 'the franchise is as it was answered');
select is((select array[name, city, timezone, locale, subscription_plan] from public.gyms where franchise_id = (select id from made)),
  '{Nantes Graslin,Nantes,Europe/Paris,fr,null}', 'and its first gym');
select is((select array[k.slug, k.name, k.location_in_gym, k.status] from public.kiosks k join public.gyms g on g.id = k.gym_id where g.franchise_id = (select id from made)),
  '{nantes-graslin-entree,Entrée,"Porte principale",provisioning}', 'its first kiosk has an address to type');
select is((select array[email, full_name, role::text, language] from public.invitations where franchise_id = (select id from made)),
  '{eve@ouest.test,"Ève Quillan",franchise_owner,es}', 'its owner is invited');
select tests.sign_out();
select is((select array[kind, state, language] from private.outgoing_mails where email = 'eve@ouest.test'), '{invitation,pending,es}', 'by mail');
select is((select data from private.customer_drafts where id = tests.draft()), '{}', 'the draft keeps nobody''s address');
select tests.sign_in('admin@platform.test');
select is(public.get_customer_draft(tests.draft()) #> '{draft,made,invitation}',
  '{"full_name": "Ève Quillan", "email": "eve@ouest.test", "accepted": false, "mail": "pending"}', 'the last page says what comes next');
select is(public.list_customers() -> 'drafts', '[]', 'it is no draft any more');
select throws_ok(format('select public.save_customer_draft(%L, %L, %L)', tests.draft(), 'plan', '{}'), 'P0001', 'conflict', 'what is made is not drawn up again');
select throws_ok(format('select public.discard_customer_draft(%L, true)', tests.draft()), 'P0001', 'conflict', 'nor discarded');

-- A gym on its own, without a kiosk, whose name is taken twice

select public.save_customer_draft(tests.other(), 'summary', tests.answers() - 'gym_name' - 'gym_city'
  || '{"kind": "gym", "name": "Nantes Graslin", "owner_email": "ida@graslin.test", "trial_ends_on": null, "kiosk_name": " "}');
create temp table alone as select public.create_customer(tests.other()) as id;
select is((select array[name, city, subscription_plan, trial_ends_on::text, franchise_id::text] from public.gyms where id = (select id from alone)),
  '{Nantes Graslin,Nantes,pro,null,null}', 'a gym on its own is the customer');
select is((select role::text from public.invitations where gym_id = (select id from alone)), 'gym_manager', 'its manager is invited');
select is(tests.count_of(format('public.kiosks where gym_id = %L', (select id from alone))), 0::bigint, 'a kiosk may wait');

-- Thrown away, taken back, forgotten

select tests.sign_in('admin@platform.test');
select public.save_customer_draft(tests.third(), 'plan', '{"name": "Peut-être"}');
select public.discard_customer_draft(tests.third(), true);
select is(public.get_customer_draft(tests.third()) -> 'draft', 'null', 'what was discarded is gone');
select throws_ok(format('select public.create_customer(%L)', tests.third()), 'P0001', 'conflict', 'and makes nobody');
select public.discard_customer_draft(tests.third(), false);
select is(public.get_customer_draft(tests.third()) #>> '{draft,data,name}', 'Peut-être', 'for a while it can be taken back');
select tests.sign_out();
alter table private.customer_drafts disable trigger customer_drafts_touch;
update private.customer_drafts set updated_at = now() - interval '91 days' where id = tests.third();
select is(private.forget_customer_drafts(), 1, 'what nobody touches for 90 days is forgotten');

select * from finish();
rollback;
