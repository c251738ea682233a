-- After helpers.sql: rows that stories need.

-- One row a tenant in every table: the walk over the catalog fails for a table that this does not fill.

create function tests.fill_gym(p_gym uuid, p_tag text) returns void
language plpgsql as $$
declare
  kiosk uuid;
  member uuid;
  badge uuid;
  scan uuid;
  conversation uuid;
  class uuid;
  slot uuid;
  occurrence uuid;
  import uuid;
begin
  insert into public.kiosks (gym_id, slug, name) values (p_gym, 'entree-' || p_tag, 'Entrée') returning id into kiosk;
  insert into public.kiosk_state (kiosk_id, gym_id, last_heartbeat_at) values (kiosk, p_gym, now());
  insert into public.kiosk_absences (gym_id, kiosk_id, client_event_id, away_from, away_to)
  values (p_gym, kiosk, gen_random_uuid(), now() - interval '1 hour', now());
  insert into public.gym_members_v2 (gym_id, first_name, last_name, email, phone)
  values (p_gym, 'Alix', p_tag, 'alix@' || p_tag || '.test', '06 00 00 00 00') returning id into member;
  insert into public.member_preferences (member_id, gym_id, language) values (member, p_gym, 'fr');
  insert into public.gym_members_v2 (gym_id, first_name, last_name, merged_into, deleted_at)
  values (p_gym, 'Alix deux fois', p_tag, member, now());
  insert into public.member_fitness_profile (member_id, gym_id, fitness_level) values (member, p_gym, 'beginner');
  insert into public.member_notes (gym_id, member_id, kind, text) values (p_gym, member, 'note', 'Préfère le matin');
  insert into public.member_imports (gym_id, source, filename, rows_total, mapping)
  values (p_gym, encode(sha256(convert_to(p_tag, 'utf8')), 'hex'), 'adherents.csv', 1, '["full_name"]') returning id into import;
  insert into public.import_mappings (gym_id, source_fingerprint, mapping)
  select p_gym, i.source, i.mapping from public.member_imports i where i.id = import;
  update public.gym_members_v2 set import_id = import where id = member;
  insert into public.member_views (gym_id, owner_id, name, query, is_shared)
  select p_gym, u.id, 'Lundi', '{"view": "away"}', true from public.users u where u.gym_id = p_gym and u.role = 'gym_manager';
  insert into public.member_badges (gym_id, member_id, badge_hash)
  values (p_gym, member, encode(sha256(convert_to(p_tag, 'utf8')), 'hex')) returning id into badge;
  insert into public.member_badges (gym_id, member_id, badge_hash, valid_from, valid_to, replaced_by)
  values (p_gym, member, encode(sha256(convert_to('old ' || p_tag, 'utf8')), 'hex'), now() - interval '1 day', now(), badge);
  insert into public.badge_scans (gym_id, kiosk_id, client_event_id, member_id, member_gym_id, outcome, scanned_at)
  values (p_gym, kiosk, gen_random_uuid(), member, p_gym, 'welcome', now()) returning id into scan;
  insert into public.gym_visits (
    gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source, kiosk_id
  ) values (p_gym, member, p_gym, current_date, now(), now(), 'kiosk', kiosk);
  insert into public.gym_classes (gym_id, name, minutes, capacity) values (p_gym, 'Yoga', 60, 10) returning id into class;
  insert into public.class_slots (gym_id, class_id, weekday, starts) values (p_gym, class, 2, '19:15') returning id into slot;
  insert into public.class_occurrences (gym_id, class_id, slot_id, starts_at, minutes, capacity)
  values (p_gym, class, slot, now() + interval '1 hour', 60, 10) returning id into occurrence;
  insert into public.openai_realtime_sessions (gym_id, kiosk_id, scan_id, member_id, language, expires_at, consent)
  values (p_gym, kiosk, scan, member, 'fr', now() + interval '5 minutes', '{"talk": true, "analyse": true, "remember": true}')
  returning id into conversation;
  insert into public.conversation_events (gym_id, session_id, source, seq, kind, text)
  values (p_gym, conversation, 'member', 1, 'said', 'Bonjour');
  insert into public.member_consents (gym_id, member_id, purpose, granted, version, language, kiosk_id, session_id)
  values (p_gym, member, 'talk', true, '1', 'fr', kiosk, conversation);
  insert into public.class_bookings (gym_id, occurrence_id, member_id, status, source, session_id)
  values (p_gym, occurrence, member, 'booked', 'kiosk', conversation);
  insert into public.conversation_summaries (gym_id, session_id, member_id, kiosk_id) values (p_gym, conversation, member, kiosk);
  insert into public.member_analytics (gym_id, member_id) values (p_gym, member);
  insert into public.manager_alerts (gym_id, member_id, kiosk_id, alert_type, title)
  values (p_gym, member, kiosk, 'churn_risk', 'churn_risk');
  insert into public.desk_ticks (gym_id, member_id, code, local_date, alert_id)
  select p_gym, member, 'birthday', current_date, a.id from public.manager_alerts a where a.gym_id = p_gym;
  insert into public.desk_check_ins (gym_id, member_id, visit_id, at)
  select p_gym, member, v.id, v.started_at from public.gym_visits v where v.gym_id = p_gym;
  insert into public.invitations (gym_id, email, full_name, role)
  values (p_gym, 'invited@' || p_tag || '.test', 'Invited', 'gym_staff');
  insert into public.gym_hours_exceptions (gym_id, local_date, is_closed, label) values (p_gym, '2026-12-25', true, 'Noël');
  insert into public.consent_texts (gym_id, purpose, language, version, text)
  values (p_gym, 'talk', 'fr', '2026-11-21', 'Vos mots deviennent du texte.');
  insert into public.support_access (admin_id, gym_id, reason, opened_at, expires_at)
  values (tests.user_id('admin@platform.test'), p_gym, 'Une visite qui est finie', now() - interval '2 hours', now() - interval '1 hour');
end $$;

create function tests.fill_two_tenants() returns void
language plpgsql as $$
begin
  perform tests.two_customers();
  perform tests.fill_gym(tests.gym_id('Lille'), 'lille');
  perform tests.fill_gym(tests.gym_id('Nice'), 'nice');
end $$;
comment on function tests.fill_two_tenants() is 'tests.two_customers() with rows in every table for Lille and for Nice.';

-- Kiosks, members and badges. A kiosk's token and a badge's hash follow from the slug and the number alone.

create function tests.hash(p_text text) returns text
language sql immutable as $$ select encode(sha256(convert_to(p_text, 'utf8')), 'hex') $$;

create function tests.token(p_slug text) returns text
language sql immutable as $$ select tests.hash('token ' || p_slug) $$;

create function tests.make_kiosk(p_gym uuid, p_slug text) returns uuid
language plpgsql as $$
declare
  created uuid;
begin
  insert into public.kiosks (gym_id, slug, name) values (p_gym, p_slug, p_slug) returning id into created;
  insert into private.kiosk_credentials (kiosk_id, token_hash) values (created, tests.token(p_slug));
  return created;
end $$;
comment on function tests.make_kiosk(uuid, text) is 'A kiosk that is paired: tests.token(slug) is its token''s hash.';

create function tests.make_member(p_gym uuid, p_first_name text, p_badge text default null) returns uuid
language plpgsql as $$
declare
  created uuid;
begin
  insert into public.gym_members_v2 (gym_id, first_name, last_name, badge_id, member_since)
  values (p_gym, p_first_name, 'Fictif', p_badge, current_date - 400) returning id into created;
  if p_badge is not null then
    insert into public.member_badges (gym_id, member_id, badge_hash) values (p_gym, created, tests.hash(p_badge));
  end if;
  return created;
end $$;

create function tests.kiosk_id(p_slug text) returns uuid
language sql stable security definer as $$ select id from public.kiosks where slug = p_slug $$;

create function tests.member_id(p_first_name text) returns uuid
language sql stable security definer as $$ select id from public.gym_members_v2 where first_name = p_first_name $$;

create function tests.scan(
  p_slug text, p_badge text, p_age interval default '0', p_event uuid default gen_random_uuid()
) returns jsonb
language sql as $$
  select public.kiosk_scan(
    tests.token(p_slug), p_event, array[tests.hash(p_badge)], (extract(epoch from p_age) * 1000)::integer)
$$;

create function tests.start(p_slug text, p_badge text, p_analyse boolean default true) returns jsonb
language sql as $$
  select public.kiosk_start_conversation(
    tests.token(p_slug), (tests.scan(p_slug, p_badge) ->> 'scan_id')::uuid, 'fr',
    jsonb_build_object('talk', true, 'analyse', p_analyse, 'remember', false), 'test-1')
$$;
comment on function tests.start(text, text, boolean) is 'Scans a badge and starts a conversation with it.';

-- Conversations that are over, with what an analysis made of them

create function tests.make_talk(p_slug text, p_first_name text, p_score numeric, p_ago interval default '1 hour') returns uuid
language plpgsql as $$
declare
  kiosk public.kiosks := (select k from public.kiosks k where k.slug = p_slug);
  began timestamptz := now() - p_ago;
  made uuid;
begin
  insert into public.openai_realtime_sessions (
    gym_id, kiosk_id, member_id, state, language, started_at, ended_at, end_reason, last_seq, events_version, expires_at, consent
  ) values (
    kiosk.gym_id, kiosk.id, tests.member_id(p_first_name), 'closed', 'fr', began, began + interval '60 seconds', 'goodbye',
    1, 1, began + interval '5 minutes', '{"talk": true, "analyse": true, "remember": false}'
  ) returning id into made;
  insert into public.conversation_events (gym_id, session_id, source, seq, kind, text, at)
  values (kiosk.gym_id, made, 'member', 1, 'said', 'mot à mot ' || p_first_name, began);
  insert into public.conversation_summaries (
    session_id, gym_id, member_id, kiosk_id, status, events_version, provider, model, language, summary_text, key_topics,
    sentiment_score, sentiment_label, emotion_detected, intents_detected, processed_at, created_at
  ) values (
    made, kiosk.gym_id, tests.member_id(p_first_name), kiosk.id, 'done', 1, 'builtin', 'builtin-1', 'fr',
    'résumé de ' || p_first_name, '{showers}', p_score,
    case when p_score <= -0.5 then 'negative' when p_score >= 0.3 then 'positive' else 'neutral' end,
    'neutral', '{leave_feedback}', began, began
  );
  return made;
end $$;
comment on function tests.make_talk(text, text, numeric, interval) is 'A conversation of a minute, analysed.';

create function tests.make_visits(p_first_name text, p_days_ago integer[]) returns void
language sql as $$
  insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source)
  select m.gym_id, m.id, m.gym_id, day.local, day.local::timestamp at time zone g.timezone, day.local::timestamp at time zone g.timezone, 'import'
  from public.gym_members_v2 m
  join public.gyms g on g.id = m.gym_id
  cross join unnest(p_days_ago) as ago
  cross join lateral (select (now() at time zone g.timezone)::date - ago as local) day
  where m.first_name = p_first_name
$$;
comment on function tests.make_visits(text, integer[]) is 'A visit at the first minute of each of these days, counted back from the gym''s today.';

create function tests.result(p_score numeric, p_summary text default 'Un résumé.') returns jsonb
language sql immutable as $$
  select jsonb_build_object('provider', 'builtin', 'model', 'builtin-1', 'language', 'fr', 'summary_text', p_summary,
    'key_topics', '["showers"]'::jsonb, 'sentiment_score', p_score, 'emotion_detected', 'anger',
    'intents_detected', '["leave_feedback"]'::jsonb, 'action_items', '[]'::jsonb, 'needs_review', false,
    'embedding', (select jsonb_agg(case n when 1 then 1 else 0 end) from generate_series(1, 1536) n),
    'embedding_model', 'builtin-1')
$$;
comment on function tests.result(numeric, text) is 'What an analysis hands to finish_conversation.';

-- A test database is linted too.
do $$
declare
  one regprocedure;
begin
  for one in select p.oid from pg_catalog.pg_proc p where p.pronamespace = 'tests'::regnamespace loop
    execute format('alter function %s set search_path = public, extensions, pg_temp', one);
  end loop;
end $$;
