begin;
select no_plan();
select tests.two_customers();
-- A gym across the date line: its yesterday is hardly ever the server's.
update public.gyms set timezone = 'Pacific/Kiritimati' where name = 'Lille';
select tests.make_kiosk(tests.gym_id('Lille'), slug) from unnest('{k-online,k-late,k-offline,k-never,k-care}'::text[]) slug;
update public.kiosks set status = 'online' where slug like 'k-%';
update public.kiosks set status = 'provisioning' where slug = 'k-never';
update public.kiosks set status = 'maintenance' where slug = 'k-care';
insert into public.kiosk_state (kiosk_id, gym_id, last_heartbeat_at)
select tests.kiosk_id(slug), tests.gym_id('Lille'), now() - ago
from (values ('k-online', interval '44 s'), ('k-late', '46 s'), ('k-offline', '106 s'), ('k-care', '1 s')) s (slug, ago);
select tests.make_member(tests.gym_id('Lille'), name) from unnest('{Alix,Bruno,Chloe,Denis}'::text[]) name;
update public.gym_members_v2 set is_active = false where first_name = 'Denis';
update public.gym_members_v2 set member_since = (now() at time zone 'Pacific/Kiritimati')::date - 5 where first_name = 'Chloe';
update public.gym_members_v2 set phone = '06 00 00 00 01' where first_name = 'Alix';

-- yesterday 3 visits; the same weekday before: 2 a week ago, 4 two weeks ago; first visit on record 15 days before yesterday
select tests.make_visits('Alix', '{1,8,15,16}'), tests.make_visits('Bruno', '{1,8,15}'), tests.make_visits('Chloe', '{1,15}'), tests.make_visits('Denis', '{15}');
insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source)
select gym_id, id, gym_id, (now() at time zone 'Pacific/Kiritimati')::date, now() - interval '5 minutes', now(), 'desk' from public.gym_members_v2 where first_name in ('Alix', 'Bruno');

-- one conversation in the first second of yesterday, one in its last; one the second before, one today
create function pg_temp.since(p_days integer, p_plus interval) returns interval language sql as $$
  select now() - (((now() at time zone 'Pacific/Kiritimati')::date - p_days)::timestamp at time zone 'Pacific/Kiritimati' + p_plus)
$$;
select tests.make_talk('k-online', 'Alix', -0.9, pg_temp.since(1, '0 s')), tests.make_talk('k-online', 'Bruno', 0.5, pg_temp.since(0, '-1 s')),
  tests.make_talk('k-online', 'Alix', -0.9, pg_temp.since(1, '-1 s')), tests.make_talk('k-online', 'Alix', -0.9, pg_temp.since(0, '0 s'));
insert into public.member_analytics (member_id, gym_id, churn_risk_score, churn_risk_level)
select id, gym_id, s.score, s.level from public.gym_members_v2 m
join (values ('Alix', 0.70, 'critical'), ('Bruno', 0.50, 'high'), ('Chloe', 0.49, 'medium'), ('Denis', 0.90, 'critical')) s (name, score, level) on s.name = m.first_name;
insert into public.manager_alerts (gym_id, member_id, alert_type, title, priority, context, created_at)
select tests.gym_id('Lille'), tests.member_id(name), type, type, priority, '{"code": "x", "params": {"text": "ses mots"}}', now() - interval '1 hour'
from (values ('Alix', 'churn_risk', 'high'), ('Bruno', 'negative_feedback', 'urgent'), ('Chloe', 'milestone', 'low')) a (name, type, priority);

select tests.sign_in('manager@lille.test');
create temp table page as select public.dashboard_overview(tests.gym_id('Lille')) as o;
select is(o ->> 'date', ((now() at time zone 'Pacific/Kiritimati')::date)::text, 'today is the gym''s') from page;
select is(
  (select jsonb_object_agg(key, value) from page, jsonb_each(o) where key in ('visits_yesterday', 'visits_usual', 'conversations_yesterday', 'negative_yesterday',
    'inside_now', 'alerts_open', 'alerts_urgent', 'at_risk', 'members_active', 'members_new_30d')),
  '{"visits_yesterday": 3, "visits_usual": 3, "conversations_yesterday": 2, "negative_yesterday": 1, "inside_now": 2, "alerts_open": 3, "alerts_urgent": 1,
    "at_risk": 2, "members_active": 3, "members_new_30d": 1}', 'the figures: yesterday begins and ends with the gym''s midnight');
select is(o -> 'topics', '[{"count": 2, "topic": "showers"}]', 'yesterday''s topics') from page;
select is(o #> '{sparks}', '{"visits": [0,0,2,0,0,0,0,0,0,3], "conversations": [0,0,0,0,0,0,0,0,1,2]}', 'ten days, yesterday last') from page;
select is(
  (select jsonb_object_agg(k ->> 'slug', k ->> 'shown') from page, jsonb_array_elements(o -> 'kiosks') k),
  '{"k-online": "online", "k-late": "late", "k-offline": "offline", "k-never": "provisioning", "k-care": "maintenance"}', 'kiosks as they show');
select is(
  (select string_agg(concat_ws('/', c ->> 'type', c #>> '{member,first_name}', c #>> '{member,last_initial}', c ->> 'level', c #>> '{member,phone}'), ' ' order by n)
    from page, jsonb_array_elements(o -> 'to_call') with ordinality x (c, n)),
  'negative_feedback/Bruno/F/high churn_risk/Alix/F/critical/06 00 00 00 01', 'whom to call, most pressing first; milestones are no calls');
select is(jsonb_array_length(o -> 'live'), 6, 'the six newest events') from page;
select is((select array_agg(distinct l ->> 'kind' order by l ->> 'kind') from page, jsonb_array_elements(o -> 'live') l) <@ '{alert,booking,conversation,visit}'::text[], true, 'of known kinds');
select is(o #>> '{live,0,kind}', 'visit', 'newest first') from page;
select is((select min((h ->> 'hour')::int) || '-' || max((h ->> 'hour')::int) from page, jsonb_array_elements(o -> 'hours') h), '6-22', 'hours of a gym that has told none');
select is(
  (select (h ->> 'today')::integer from page, jsonb_array_elements(o -> 'hours') h where (h ->> 'hour')::integer = extract(hour from now() at time zone 'Pacific/Kiritimati')),
  2, 'people inside in the running hour are those inside now') where extract(hour from now() at time zone 'Pacific/Kiritimati') between 6 and 22;
select is(
  (select count(*) from page, jsonb_array_elements(o -> 'hours') h where (h ->> 'hour')::integer > extract(hour from now() at time zone 'Pacific/Kiritimati') and h -> 'today' <> 'null'),
  0::bigint, 'nobody knows the hours ahead');

-- staff: moods and topics, no phone, no words
select tests.sign_in('staff@lille.test');
select is(public.dashboard_overview(tests.gym_id('Lille')) ->> 'negative_yesterday', '1', 'staff see moods');
select is(public.dashboard_overview(tests.gym_id('Lille')) #>> '{to_call,1,member,phone}', null, 'no phone');
select is(public.dashboard_overview(tests.gym_id('Lille'))::text ~ 'ses mots|mot à mot|résumé', false, 'and no words');

-- owner and super admin: no conversations, no alerts of gyms for the platform
select tests.sign_in('owner@nord.test');
select is((select array[o ->> 'negative_yesterday', o -> 'topics' #>> '{}', o ->> 'alerts_open', o ->> 'conversations_yesterday'] from (select public.dashboard_overview(tests.gym_id('Lille')) o) x),
  array[null, '[]', '3', '2'], 'an owner sees counts and alerts, no moods');
select is((select count(*) from jsonb_array_elements(public.dashboard_overview(tests.gym_id('Lille')) -> 'live') l where l ->> 'kind' = 'conversation'), 0::bigint, 'nor who talked');
select tests.sign_in('admin@platform.test', 'aal2');
select is((select array[o ->> 'negative_yesterday', o ->> 'alerts_open', o -> 'to_call' #>> '{}', o ->> 'visits_yesterday'] from (select public.dashboard_overview(tests.gym_id('Lille')) o) x),
  array[null, '0', '[]', '3'], 'a super admin sees visits and kiosks');
select tests.sign_in('manager@nice.test');
select throws_ok(format('select public.dashboard_overview(%L)', tests.gym_id('Lille')), 'P0001', 'not_found', 'other gym''s id is not found');
select throws_ok(format('select public.dashboard_pulse(%L)', tests.gym_id('Lille')), 'P0001', 'not_found', 'nor its pulse');
select is(public.dashboard_overview(tests.gym_id('Nice')) - 'date' - 'hours',
  '{"visits_yesterday": 0, "visits_usual": null, "conversations_yesterday": 0, "negative_yesterday": 0, "inside_now": 0, "alerts_open": 0, "alerts_urgent": 0, "at_risk": 0,
    "members_active": 0, "members_new_30d": 0, "kiosks": [], "to_call": [], "live": [], "topics": [],
    "first_steps": {"team": true, "hours": false, "members": false, "kiosk": false, "badge": false, "conversation": false, "alert": false},
    "sparks": {"visits": [0,0,0,0,0,0,0,0,0,0], "conversations": [0,0,0,0,0,0,0,0,0,0]}}', 'an empty gym has zeros, and no usual day');
select tests.as_anonymous();
select is(tests.outcome(format('select public.dashboard_overview(%L)', tests.gym_id('Lille'))), '42501', 'anonymous sees nothing');

-- pulse
select tests.sign_out();
select tests.make_member(tests.gym_id('Lille'), 'Emma', 'e1');
create temp table beats (n serial, version text);
create function pg_temp.beat() returns boolean language plpgsql as $$
declare
  before text := (select version from beats order by n desc limit 1);
begin
  perform tests.sign_in('manager@lille.test');
  before := coalesce(before, '');
  declare
    fresh text := public.dashboard_pulse(tests.gym_id('Lille')) ->> 'version';
  begin
    perform tests.sign_out();
    insert into beats (version) values (fresh);
    return fresh <> before;
  end;
end $$;
select is(pg_temp.beat(), true, 'a first version');
select is(pg_temp.beat(), false, 'the same while nothing happens');
select tests.make_visits('Emma', '{3}');
select is(pg_temp.beat(), false, 'a visit is no alert and no conversation');
select tests.start('k-online', 'e1');
select is(pg_temp.beat(), true, 'a conversation begins');
select public.kiosk_close(tests.token('k-online'), 'stop', 0);
select is(pg_temp.beat(), true, 'and ends');
alter table public.manager_alerts disable trigger manager_alerts_touch;
update public.manager_alerts set status = 'resolved', resolved_at = now(), updated_at = now() + interval '1 second' where alert_type = 'milestone';
select is(pg_temp.beat(), true, 'an alert changes');
select private.raise_alert(tests.gym_id('Nice'), 'milestone', 'low', null, null, '{}', '[]');
select is(pg_temp.beat(), false, 'another gym''s does not count');

select * from finish();
rollback;
