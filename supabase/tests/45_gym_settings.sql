-- A gym decides for itself: who reads, who changes, what is refused, and that nobody overwrites another.
begin;
select no_plan();
select tests.two_customers();

create function pg_temp.said(p_email text, p_sql text) returns text
language plpgsql as $$
declare
  field text;
begin
  perform tests.sign_in(p_email);
  execute p_sql;
  perform tests.sign_out();
  return 'done';
exception when raise_exception then
  get stacked diagnostics field = pg_exception_detail;
  perform tests.sign_out();
  return sqlerrm || case when field = '' then '' else ' ' || field end;
end $$;

create function pg_temp.saves(p_email text, p_changes jsonb, p_seen jsonb default null, p_gym text default 'Lille') returns text
language plpgsql as $$
declare
  held jsonb := (select private.gym_settings_json(g) from public.gyms g where g.name = p_gym);
begin
  return pg_temp.said(p_email, format('select public.save_gym_settings(%L, %L, %L)', tests.gym_id(p_gym), coalesce(p_seen, held), p_changes));
end $$;

-- Reading

select is(pg_temp.said(email, format('select public.get_gym_settings(%L)', tests.gym_id('Lille'))), said, email || ' reads')
from (values
  ('staff@lille.test', 'done'), ('manager@lille.test', 'done'), ('owner@nord.test', 'done'), ('admin@platform.test', 'done'),
  ('manager@nice.test', 'not_found')
) as t (email, said);
select tests.sign_in('manager@lille.test');
create temp table page as select public.get_gym_settings(tests.gym_id('Lille')) as it;
select is(it -> 'gym' -> 'retention',
  '{"transcripts_days": 90, "conversations_months": 6, "counts_months": 24, "scans_months": 12, "deleted_days": 30}', 'the durations of the law are the defaults') from page;
select is(it -> 'gym' -> 'thresholds', '{"absent_days": 14, "risk_alert": 70, "negative_sentiment": -0.5}', 'and the thresholds of the rules') from page;
select is(it -> 'consents', '[]', 'the texts are JARVIS''s') from page;
select is(array[it ->> 'may_share', it ->> 'in_franchise'], '{true,true}', 'the manager decides who reads conversations') from page;
select tests.sign_in('owner@nord.test');
select is(public.get_gym_settings(tests.gym_id('Lille')) ->> 'may_share', 'false', 'the owner does not');
select tests.sign_out();

-- Changing

select is(pg_temp.saves(email, '{"price_note": "Sans engagement."}', null, gym), said, format('%s at %s', email, gym))
from (values
  ('staff@lille.test', 'Lille', 'forbidden'), ('manager@lille.test', 'Lille', 'done'), ('owner@nord.test', 'Arras', 'done'),
  ('admin@platform.test', 'Lille', 'done'), ('manager@lille.test', 'Arras', 'not_found'), ('owner@nord.test', 'Nice', 'not_found')
) as t (email, gym, said);
update public.gyms set price_note = null;
select is(pg_temp.saves('manager@lille.test', changes::jsonb), said, format('%s: %s', changes, said))
from (values
  ('{"name": "Lille", "city": "Lille", "phone": "03 20 00 00 00", "facilities": ["sauna", "wifi"], "price_note": null}', 'done'),
  ('{"address_form": "vous", "bookings_by": "staff", "conversation_minutes": 15, "currency": "EUR", "country": "BE", "region": "WAL"}', 'done'),
  ('{"kiosk_messages": {"fr": {"welcome": "Bonne rentrée."}}, "retention": {"transcripts_days": 30, "conversations_months": 3, "counts_months": 12, "scans_months": 6, "deleted_days": 7}}', 'done'),
  ('{"opening_hours": [{"weekday": 1, "open": "06:00", "close": "12:00"}]}', 'done'),
  ('{}', 'invalid_input changes'), ('[]', 'invalid_input changes'),
  ('{"status": "suspended"}', 'invalid_input status'), ('{"franchise_id": null}', 'invalid_input franchise_id'),
  ('{"name": ""}', 'invalid_input name'), ('{"name": null}', 'invalid_input name'),
  ('{"locale": "de"}', 'invalid_input locale'), ('{"timezone": "Mars/Olympus"}', 'invalid_input timezone'),
  ('{"address_form": "ihr"}', 'invalid_input address_form'), ('{"bookings_by": "nobody"}', 'invalid_input bookings_by'),
  ('{"conversation_minutes": 0}', 'invalid_input conversation_minutes'), ('{"conversation_minutes": 16}', 'invalid_input conversation_minutes'),
  ('{"conversation_minutes": "many"}', 'invalid_input changes'),
  ('{"country": "France"}', 'invalid_input country'), ('{"currency": "euro"}', 'invalid_input currency'),
  ('{"opening_hours": [{"weekday": 8, "open": "06:00", "close": "12:00"}]}', 'invalid_input opening_hours'),
  ('{"opening_hours": [{"weekday": 4, "open": "06:00", "close": "12:00"}, {"weekday": 4, "open": "11:00", "close": "13:00"}]}', 'invalid_input opening_hours.4'),
  ('{"retention": {"transcripts_days": 91, "conversations_months": 6, "counts_months": 24, "scans_months": 12, "deleted_days": 30}}', 'invalid_input retention'),
  ('{"retention": {"transcripts_days": 90}}', 'invalid_input retention'),
  ('{"retention": {"transcripts_days": 90, "conversations_months": 6, "counts_months": 5, "scans_months": 12, "deleted_days": 30}}', 'invalid_input retention'),
  ('{"thresholds": {"absent_days": 6, "risk_alert": 70, "negative_sentiment": -0.5}}', 'invalid_input thresholds'),
  ('{"thresholds": {"absent_days": 14, "risk_alert": 70.5, "negative_sentiment": -0.5}}', 'invalid_input thresholds'),
  ('{"thresholds": {"absent_days": 14, "risk_alert": 70, "negative_sentiment": 0.1}}', 'invalid_input thresholds'),
  ('{"thresholds": {"absent_days": 14, "risk_alert": 70, "negative_sentiment": -0.5, "other": 1}}', 'invalid_input thresholds'),
  ('{"kiosk_messages": {"fr": {"attract": "<b>Bienvenue</b>"}}}', 'invalid_input kiosk_messages'),
  ('{"kiosk_messages": {"de": {}}}', 'invalid_input kiosk_messages'), ('{"kiosk_messages": {"fr": "Bienvenue"}}', 'invalid_input kiosk_messages'),
  ('{"price_note": "' || repeat('a', 301) || '"}', 'invalid_input texts')
) as t (changes, said);

-- Nobody overwrites another
select is(pg_temp.saves('manager@lille.test', '{"phone": "1"}', '{"phone": "an older one"}'), 'conflict', 'what another has changed since is not overwritten');
select is(pg_temp.saves('manager@lille.test', '{"phone": "1"}', '{"phone": "03 20 00 00 00", "city": "an older one"}'), 'done', 'what they changed elsewhere is in nobody''s way');

-- Conversations are the gym's
select is(pg_temp.saves(email, '{"owner_reads_conversations": true}'), said, email || ' lets the owner read')
from (values ('owner@nord.test', 'forbidden'), ('admin@platform.test', 'forbidden'), ('staff@lille.test', 'forbidden'), ('manager@lille.test', 'done')) as t (email, said);
select tests.open_support('admin@platform.test', tests.gym_id('Lille'), null, true);
select is(pg_temp.saves('admin@platform.test', '{"owner_reads_conversations": false}'), 'done', 'a visit that may write acts like a manager');

-- Days
create function pg_temp.settles(p_days jsonb, p_email text default 'manager@lille.test') returns text
language sql as $$ select pg_temp.said(p_email, format('select public.set_hours_exceptions(%L, %L)', tests.gym_id('Lille'), p_days)) $$;
create function pg_temp.in_days(p_days integer) returns text
language sql as $$ select ((now() at time zone timezone)::date + p_days)::text from public.gyms where name = 'Lille' $$;
grant execute on function pg_temp.in_days(integer) to authenticated;

select is(pg_temp.settles(days::jsonb), said, format('%s: %s', days, said))
from (values
  (format('[{"date": "%s", "state": "closed", "label": "Noël", "source": "holiday"}, {"date": "%s", "state": "hours", "open": "08:00", "close": "01:00"}]', pg_temp.in_days(1), pg_temp.in_days(0)), 'done'),
  (format('[{"date": "%s", "state": "usual"}]', pg_temp.in_days(2)), 'done'),
  (format('[{"date": "%s", "state": "closed"}]', pg_temp.in_days(-1)), 'invalid_input days.0.date'),
  (format('[{"date": "%s", "state": "closed"}, {"date": "%s", "state": "usual"}]', pg_temp.in_days(3), pg_temp.in_days(3)), 'invalid_input days.1.date'),
  ('[{"date": "tomorrow", "state": "closed"}]', 'invalid_input days.0.date'), ('[{"state": "closed"}]', 'invalid_input days.0.date'),
  (format('[{"date": "%s", "state": "open"}]', pg_temp.in_days(3)), 'invalid_input days.0.state'),
  (format('[{"date": "%s", "state": "hours", "open": "8", "close": "12:00"}]', pg_temp.in_days(3)), 'invalid_input days.0.open'),
  (format('[{"date": "%s", "state": "hours", "open": "08:00"}]', pg_temp.in_days(3)), 'invalid_input days.0.close'),
  (format('[{"date": "%s", "state": "hours", "open": "08:00", "close": "08:00"}]', pg_temp.in_days(3)), 'invalid_input days.0.close'),
  (format('[{"date": "%s", "state": "closed", "label": "%s"}]', pg_temp.in_days(3), repeat('a', 61)), 'invalid_input days.0.label'),
  (format('[{"date": "%s", "state": "closed", "source": "sky"}]', pg_temp.in_days(3)), 'invalid_input days.0.source'),
  (format('[{"date": "%s", "state": "usual", "was": "none"}]', pg_temp.in_days(1)), 'conflict'),
  (format('[{"date": "%s", "state": "usual", "was": "closed"}]', pg_temp.in_days(1)), 'done'),
  ('[]', 'invalid_input days'), ('{}', 'invalid_input days')
) as t (days, said);
select is(pg_temp.settles(format('[{"date": "%s", "state": "closed"}]', pg_temp.in_days(5))::jsonb, email), said, email || ' settles a day')
from (values ('staff@lille.test', 'forbidden'), ('owner@nord.test', 'done'), ('admin@platform.test', 'done'), ('manager@nice.test', 'not_found')) as t (email, said);

select tests.sign_in('manager@lille.test');
create temp table undo as select public.set_hours_exceptions(tests.gym_id('Lille'), format(
  '[{"date": "%s", "state": "none"}, {"date": "%s", "state": "closed", "label": "Pont"}]', pg_temp.in_days(0), pg_temp.in_days(9))::jsonb) as days;
select is(
  (select array_agg(e ->> 'date' order by e ->> 'date') from jsonb_array_elements(public.get_gym_settings(tests.gym_id('Lille')) -> 'exceptions') e),
  array[pg_temp.in_days(1), pg_temp.in_days(2), pg_temp.in_days(5), pg_temp.in_days(9)], 'a day can be like its weekday again');
select public.set_hours_exceptions(tests.gym_id('Lille'), days) from undo;
select is(
  (select array_agg(e ->> 'date' order by e ->> 'date') from jsonb_array_elements(public.get_gym_settings(tests.gym_id('Lille')) -> 'exceptions') e),
  array[pg_temp.in_days(0), pg_temp.in_days(1), pg_temp.in_days(2), pg_temp.in_days(5)], 'the answer takes it all back');
select is(public.get_gym_settings(tests.gym_id('Lille')) #> '{exceptions,0}', jsonb_build_object(
  'date', pg_temp.in_days(0), 'state', 'hours', 'open', '08:00', 'close', '01:00', 'label', null, 'source', 'own'), 'word for word');
select tests.sign_out();

-- A suspended customer reads and changes nothing
update public.gyms set status = 'suspended' where name = 'Lille';
select is(pg_temp.saves('manager@lille.test', '{"phone": "2"}'), 'customer_suspended', 'no setting of a suspended customer');
select is(pg_temp.settles(format('[{"date": "%s", "state": "closed"}]', pg_temp.in_days(6))::jsonb), 'customer_suspended', 'nor a day');
select is(pg_temp.said('manager@lille.test', format('select public.get_gym_settings(%L)', tests.gym_id('Lille'))), 'done', 'all is read');
select is(pg_temp.saves('admin@platform.test', '{"phone": "2"}'), 'done', 'the platform goes on');

-- The journal
select set_eq(
  $$select distinct entity, unnest(changed) from public.audit_logs where gym_id = tests.gym_id('Lille') and action = 'update' and entity = 'gyms'
    and 'retention' = any (changed)$$,
  $$values ('gyms', 'kiosk_messages'), ('gyms', 'retention')$$, 'the journal names what changed');
select is((select count(*) > 3 from public.audit_logs where entity = 'gym_hours_exceptions'), true, 'each day is in it');
select is((select count(*) from public.audit_logs a where a::text like '%Noël%' or a::text like '%rentrée%'), 0::bigint, 'and no value');

select * from finish();
rollback;
