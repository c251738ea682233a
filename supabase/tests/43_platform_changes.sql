-- What the platform changes at its customers without a support access: gyms, kiosks, name plates, maintenance.
begin;
select no_plan();
select tests.two_customers();
update public.gyms set timezone = 'Europe/Madrid', locale = 'es' where name = 'Nice';

create function tests.said(p_sql text) returns text language plpgsql as $$
begin
  execute p_sql;
  return 'done';
exception when raise_exception then
  declare
    field text;
  begin
    get stacked diagnostics field = pg_exception_detail;
    return concat_ws(' ', sqlerrm, nullif(field, ''));
  end;
end $$;

-- Nobody else

create function tests.changes() returns setof text language sql as $$
  values (format('select public.create_gym(%L, ''Neuve'')', tests.franchise_id('Nord'))),
    (format('select public.create_kiosk(%L, ''Entrée'')', tests.gym_id('Lille'))),
    (format('select public.save_franchise(%L, now(), ''{"name": "Autre"}'')', tests.franchise_id('Nord'))),
    (format('select public.save_gym(%L, now(), ''{"name": "Autre"}'')', tests.gym_id('Lille'))),
    (format('select public.set_gym_maintenance(%L, true)', tests.gym_id('Lille'))),
    (format('select public.get_franchise(%L)', tests.franchise_id('Nord'))),
    (format('select public.get_gym(%L)', tests.gym_id('Lille')))
$$;
create function tests.refused(p_email text, p_code text, p_aal text default null) returns setof text language plpgsql as $$
declare
  change text;
begin
  perform tests.sign_in(p_email, p_aal);
  for change in select tests.changes() loop
    return next throws_ok(change, 'P0001', p_code, format('%s %s: %s', p_email, p_code, change));
  end loop;
  perform tests.sign_out();
end $$;
select tests.refused(email, 'not_found') from unnest('{staff@lille.test,manager@lille.test,owner@nord.test}'::text[]) email;
select tests.refused('admin@platform.test', 'mfa_required', 'aal1');
select is((select count(*) from public.gyms where name in ('Neuve', 'Autre') or status = 'maintenance'), 0::bigint, 'nothing has changed');

-- A gym in a franchise

select tests.sign_in('admin@platform.test');
select ok(public.create_gym(tests.franchise_id('Sud'), '  Antibes ', ' Antibes ') is not null, 'a gym is opened');
select is((select to_jsonb(g) - array['id', 'created_at', 'updated_at', 'opening_hours'] from public.gyms g where g.name = 'Antibes')
    @> jsonb_build_object('franchise_id', tests.franchise_id('Sud'), 'city', 'Antibes', 'timezone', 'Europe/Madrid', 'locale', 'es', 'status', 'active'),
  true, 'on the clock and in the language of its sister');
select is(tests.said(format('select public.create_gym(%L, '' '')', tests.franchise_id('Sud'))), 'invalid_input name', 'it needs a name');
select is(tests.said(format('select public.create_gym(%L, ''A'', repeat(''x'', 121))', tests.franchise_id('Sud'))), 'invalid_input city', 'a city has its length');
select is(tests.said('select public.create_gym(gen_random_uuid(), ''A'')'), 'not_found', 'an unknown franchise is not found');

-- A kiosk

select is(public.create_kiosk(tests.gym_id('Lille'), ' Entrée ', 'Hall') ->> 'slug', 'lille-entree', 'its address says where it is');
select matches(public.create_kiosk(tests.gym_id('Lille'), 'Entrée') ->> 'slug', '^lille-entree-[0-9a-f]{6}$', 'a second of that name has another');
select is((select row(k.name, k.location_in_gym, k.status, k.language)::text from public.kiosks k where k.slug = 'lille-entree'),
  '(Entrée,Hall,provisioning,fr)', 'it waits to be paired');
select is(tests.said(format('select public.create_kiosk(%L, null)', tests.gym_id('Lille'))), 'invalid_input name', 'it needs a name');
select is(public.create_kiosk(tests.gym_id('Lille'), '東京') ->> 'slug', 'lille', 'a name without letters of ours leaves the gym''s');
select tests.sign_out();
select is((select count(*) from public.audit_logs where entity = 'kiosks' and action = 'insert' and actor_id = tests.user_id('admin@platform.test')),
  3::bigint, 'each is in the audit with its author');

-- Name plates, with a conflict

update public.franchises set updated_at = now() where name = 'Nord';
select tests.sign_in('admin@platform.test');
select is(tests.said(format('select public.save_franchise(%L, now() - interval ''1 hour'', ''{"name": "Nord 2"}'')', tests.franchise_id('Nord'))),
  'conflict', 'what somebody changed meanwhile is not written over');
select lives_ok(format('select public.save_franchise(%L, %L, ''{"city": " Lens ", "shares_access": true}'')', tests.franchise_id('Nord'),
  (select updated_at from public.franchises where name = 'Nord')), 'a franchise is changed');
select is((select row(name, city, shares_access)::text from public.franchises where name = 'Nord'), '(Nord,Lens,t)', 'what was not named stays');
select is(tests.said(format('select public.save_franchise(%L, now(), %L)', tests.franchise_id('Nord'), bad)), 'invalid_input ' || field, 'refused: ' || bad)
from (values ('{"name": ""}', 'name'), ('{"name": null}', 'name'), ('{"shares_access": "yes"}', 'shares_access'), ('{"shares_access": null}', 'shares_access')) b (bad, field);
select is(tests.said(format('select public.save_gym(%L, now() - interval ''1 hour'', ''{"city": "X"}'')', tests.gym_id('Lille'))), 'conflict', 'a gym neither');
select lives_ok(format('select public.save_gym(%L, %L, ''{"address": "1 rue", "phone": "", "timezone": "Europe/Brussels", "locale": "en", "currency": "CHF"}'')',
  tests.gym_id('Lille'), (select updated_at from public.gyms where name = 'Lille')), 'a gym is changed');
select is((select row(name, address, phone, timezone, locale, currency)::text from public.gyms where name = 'Lille'),
  '(Lille,"1 rue",,Europe/Brussels,en,CHF)', 'an empty text is none');
select is(tests.said(format('select public.save_gym(%L, now(), %L)', tests.gym_id('Lille'), bad)), 'invalid_input ' || field, 'refused: ' || bad)
from (values ('{"name": " "}', 'name'), ('{"timezone": "Mars"}', 'timezone'), ('{"timezone": null}', 'timezone'), ('{"locale": "de"}', 'locale'),
  ('{"currency": "euro"}', 'currency')) b (bad, field);

-- Maintenance

select lives_ok(format('select public.set_gym_maintenance(%L, true, ''  De retour à 14 h '')', tests.gym_id('Lille')), 'a gym goes into maintenance');
select is(public.get_gym(tests.gym_id('Lille')) -> 'maintenance', jsonb_build_object('message', 'De retour à 14 h', 'since', now(), 'by', 'Admin'),
  'who, since when, with which words');
select tests.sign_out();
select is(private.kiosk_screen(k.id) #>> array['gym', key], said, 'its kiosks know: ' || key)
from public.kiosks k, (values ('status', 'maintenance'), ('maintenance_message', 'De retour à 14 h')) w (key, said) where k.slug = 'lille-entree';
select tests.sign_in('admin@platform.test');
select lives_ok(format('select public.set_gym_maintenance(%L, true, null)', tests.gym_id('Lille')), 'the words can change');
select is(public.get_gym(tests.gym_id('Lille')) #> '{maintenance,message}', 'null', 'to the kiosk''s own');
select is(tests.names, '{Lille}', 'the list knows') from (
  select array_agg(row ->> 'name') as names from jsonb_array_elements(public.list_gyms(p_view => 'maintenance') -> 'rows') row) tests;
select lives_ok(format('select public.set_gym_maintenance(%L, false)', tests.gym_id('Lille')), 'it ends');
select lives_ok(format('select public.set_gym_maintenance(%L, false)', tests.gym_id('Lille')), 'twice is once');
select is(public.get_gym(tests.gym_id('Lille')) -> 'maintenance', 'null', 'nothing of it stays');
select is((select row(status, maintenance_since, maintenance_by)::text from public.gyms where name = 'Lille'), '(active,,)', 'nor in the row');
select is(tests.said(format('select public.set_gym_maintenance(%L, null)', tests.gym_id('Lille'))), 'invalid_input on', 'on or off');
select is(tests.said(format('select public.set_gym_maintenance(%L, true, repeat(''x'', 201))', tests.gym_id('Lille'))), 'invalid_input message', 'words have their length');
select tests.sign_out();
update public.gyms set status = 'suspended' where name = 'Solo';
select tests.sign_in('admin@platform.test');
select is(tests.said(format('select public.set_gym_maintenance(%L, %L)', tests.gym_id('Solo'), on_off)), 'customer_suspended', 'a gym on hold stays on hold')
from unnest('{true,false}'::text[]) on_off;
select tests.sign_out();
select lives_ok(format('select public.set_gym_maintenance(%L, true, ''Travaux'')', tests.gym_id('Lille'))) from tests.sign_in('admin@platform.test');
select tests.sign_out();
update public.gyms set status = 'suspended' where name = 'Lille';
select is((select maintenance_message from public.gyms where name = 'Lille'), null, 'whoever ends it another way takes its words along');

-- Pages

insert into public.invitations (email, full_name, role, franchise_id) values ('boss@nord.test', 'Associée', 'franchise_owner', tests.franchise_id('Nord'));
select tests.sign_in('admin@platform.test');
select is(public.get_franchise(tests.franchise_id('Nord')) -> 'franchise' ->> 'city', 'Lens', 'a franchise''s page');
select is((select array_agg(g ->> 'name') from jsonb_array_elements(public.get_franchise(tests.franchise_id('Nord')) -> 'gyms') g), '{Arras,Lille}', 'its gyms');
select is((select array_agg(p ->> 'email') from jsonb_array_elements(public.get_franchise(tests.franchise_id('Nord')) -> 'people') p), '{owner@nord.test}', 'its owners');
select is((select array_agg(p ->> 'email') from jsonb_array_elements(public.get_franchise(tests.franchise_id('Nord')) -> 'invitations') p), '{boss@nord.test}', 'whom it waits for');
select isnt(public.get_franchise(tests.franchise_id('Nord')) -> 'audit', '[]', 'what happened there last');
select is(public.get_gym(tests.gym_id('Lille')) #>> '{gym,franchise,name}', 'Nord', 'a gym''s page');
select is((select array_agg(p ->> 'email') from jsonb_array_elements(public.get_gym(tests.gym_id('Lille')) -> 'people') p), '{manager@lille.test,staff@lille.test}', 'its team');
select is(public.get_gym(tests.gym_id('Lille')) #> '{grants,roles}', '["gym_manager", "gym_staff"]', 'whom one may invite there');
select is(jsonb_array_length(public.get_gym(tests.gym_id('Lille')) -> 'kiosks'), 3, 'its kiosks');
select throws_ok('select public.get_gym(gen_random_uuid())', 'P0001', 'not_found', 'an unknown gym is not found');

select * from finish();
rollback;
