-- What members agreed to, word for word: a version stays for its receipts, and a change of meaning asks again.
begin;
select no_plan();
select tests.two_customers();
select tests.make_kiosk(tests.gym_id('Lille'), 'lille-entree');
select tests.make_member(tests.gym_id('Lille'), 'Ana', '100');
select tests.make_member(tests.gym_id('Lille'), 'Ben', '101');

create function pg_temp.publishes(p_purpose text, p_seen text, p_asks boolean, p_texts jsonb default null, p_email text default 'manager@lille.test')
returns text
language plpgsql as $$
declare
  field text;
  answer jsonb;
begin
  perform tests.sign_in(p_email);
  answer := public.publish_consent_text(tests.gym_id('Lille'), p_purpose, p_seen, coalesce(p_texts, jsonb_build_object(
    'fr', 'Nous gardons le texte un mois.', 'en', 'We keep the text for a month.', 'es', 'Guardamos el texto un mes.')), p_asks);
  perform tests.sign_out();
  return answer ->> 'version';
exception when raise_exception then
  get stacked diagnostics field = pg_exception_detail;
  perform tests.sign_out();
  return sqlerrm || case when field = '' then '' else ' ' || field end;
end $$;
create function pg_temp.scans(p_badge text) returns jsonb
language plpgsql as $$
declare
  answer jsonb;
begin
  perform tests.as_service();
  answer := tests.scan('lille-entree', p_badge);
  perform tests.sign_out();
  return answer;
end $$;
create function pg_temp.agrees(p_badge text, p_analyse boolean, p_versions jsonb default '{}') returns text
language plpgsql as $$
declare
  answer text := 'started';
begin
  perform tests.as_service();
  perform public.kiosk_close(tests.token('lille-entree'), 'goodbye');
  perform public.kiosk_start_conversation(tests.token('lille-entree'), (tests.scan('lille-entree', p_badge) ->> 'scan_id')::uuid, 'fr',
    jsonb_build_object('talk', true, 'analyse', p_analyse, 'remember', false), '2026-11', p_versions);
  perform tests.sign_out();
  return answer;
exception when raise_exception then
  get stacked diagnostics answer = pg_exception_detail;
  answer := sqlerrm || ' ' || answer;
  perform tests.sign_out();
  return answer;
end $$;
create function pg_temp.receipts(p_name text) returns text[]
language sql as $$
  select array_agg(c.purpose || ' ' || c.version || case when c.granted then ' yes' else ' no' end order by s.started_at, c.purpose)
  from public.member_consents c join public.openai_realtime_sessions s on s.id = c.session_id where c.member_id = tests.member_id(p_name)
$$;
create temp table day as select to_char(now() at time zone 'Europe/Paris', 'YYYY-MM-DD') as today;
grant select on day to authenticated;

select is(pg_temp.scans('100') -> 'consent_texts', '{}', 'JARVIS''s own texts need no telling');
select is(pg_temp.agrees('100', true), 'started', 'Ana agrees to them');
select is(pg_temp.agrees('101', false), 'started', 'Ben refuses the analysis');
select is(pg_temp.receipts('Ana'), '{"analyse 2026-11 yes","remember 2026-11 no","talk 2026-11 yes"}', 'the receipts name the product''s version');

-- A version without a change of meaning
select is(pg_temp.publishes('analyse', null, false), today, 'a version is named by its day') from day;
select is(pg_temp.scans('100') #> '{consent_texts,analyse}', jsonb_build_object('version', today, 'fr', 'Nous gardons le texte un mois.',
  'en', 'We keep the text for a month.', 'es', 'Guardamos el texto un mes.'), 'the kiosk learns it with the scan') from day;
select is(pg_temp.scans('100') -> 'consents', '{"talk": true, "analyse": true, "remember": false}', 'nobody is asked again');

-- One that asks again
select is(pg_temp.publishes('analyse', today, true), today || '-2', 'a second one the same day') from day;
select is(pg_temp.scans('100') -> 'consents', '{"talk": true, "analyse": null, "remember": false}', 'who agreed is asked again');
select is(pg_temp.scans('101') -> 'consents', '{"talk": true, "analyse": false, "remember": false}', 'who refused is left alone');
select is(pg_temp.agrees('100', true, jsonb_build_object('analyse', today || '-2')), 'started', 'Ana agrees anew') from day;
select is(pg_temp.receipts('Ana'), array['analyse 2026-11 yes', 'remember 2026-11 no', 'talk 2026-11 yes', 'analyse ' || today || '-2 yes'],
  'which is a receipt of its own, beside the old one') from day;
select is(pg_temp.scans('100') #> '{consents,analyse}', 'true', 'and is not asked a third time');
select is(pg_temp.publishes('analyse', today || '-2', false), today || '-3', 'a correction') from day;
select is(pg_temp.scans('100') #> '{consents,analyse}', 'true', 'does not ask again');

-- A kiosk that still shows an older text
select is(pg_temp.publishes('talk', null, false), today, 'another purpose has versions of its own') from day;
select is(pg_temp.publishes('talk', today, true), today || '-2', 'its meaning changes') from day;
select is(pg_temp.agrees('100', true, jsonb_build_object('talk', today)), 'started', 'while a screen shows the one before') from day;
select is((pg_temp.receipts('Ana'))[5], 'talk ' || today || ' yes', 'the receipt says what was shown') from day;
select is(pg_temp.scans('100') #> '{consents,talk}', 'null', 'so the question comes again');

-- Changing one's mind during the conversation
select is(pg_temp.agrees('100', true, jsonb_build_object('talk', today || '-2', 'analyse', today || '-3')), 'started', 'a conversation') from day;
select tests.as_service();
select public.kiosk_change_consent(tests.token('lille-entree'), 'analyse', false);
select public.kiosk_change_consent(tests.token('lille-entree'), 'remember', true);
select tests.sign_out();
select is((pg_temp.receipts('Ana'))[6:7], array['analyse ' || today || '-3 no', 'remember 2026-11 yes'], 'each in its own version') from day;

-- What is refused
select is(pg_temp.agrees('101', false, versions::jsonb), 'invalid_input versions', versions || ' was never published')
from (values ('{"talk": "1"}'), ('{"remember": "2026-11"}'), ('[]')) as t (versions);
select is(pg_temp.publishes(purpose, null, asks, texts::jsonb, email), said, said)
from (values
  ('talk', true, null, 'manager@lille.test', 'conflict'), ('health', true, null, 'staff@lille.test', 'forbidden'),
  ('health', true, null, 'manager@nice.test', 'not_found'), ('breathe', true, null, 'manager@lille.test', 'invalid_input purpose'),
  ('health', null, null, 'manager@lille.test', 'invalid_input asks_again'),
  ('health', true, '{"fr": "Un texte assez long pour en être un."}', 'manager@lille.test', 'invalid_input texts.en'),
  ('health', true, '{"fr": "court", "en": "A text that is long enough.", "es": "Un texto que es bastante largo."}', 'manager@lille.test', 'invalid_input texts.fr'),
  ('health', true, '{"fr": "Un texte assez long <b>gras</b>.", "en": "A text that is long enough.", "es": "Un texto que es bastante largo."}', 'manager@lille.test', 'invalid_input texts.fr')
) as t (purpose, asks, texts, email, said);
select is(pg_temp.publishes('health', null, true, null, 'owner@nord.test'), today, 'the owner publishes, for health too') from day;
select is(pg_temp.scans('101') -> 'consent_texts' ? 'health', false, 'which no kiosk asks');

-- One row a language, never changed
select is((select count(*) from public.consent_texts), 18::bigint, 'six versions in three languages stay');
select tests.sign_in('manager@lille.test');
select is(tests.outcome(sql), '42501', sql) from (values
  ('update public.consent_texts set text = text'), ('delete from public.consent_texts'),
  ('update public.member_consents set version = version')) as t (sql);
select is(
  (select array_agg(c ->> 'version' || case when (c ->> 'in_force')::boolean then ' in force' else '' end order by n)
    from jsonb_array_elements(public.get_gym_settings(tests.gym_id('Lille')) -> 'consents') with ordinality x (c, n) where c ->> 'purpose' = 'analyse'),
  array[today || '-3 in force', today || '-2', today], 'the page lists them, the newest first') from day;

select * from finish();
rollback;
