-- About one visit in twelve of the last 60 days became a conversation; who is drifting away complains more often.
create table demo.talks as
select demo.id('talk ' || v.id) as id, v.gym_id, v.kiosk_id, v.member_id, v.started_at + interval '8 seconds' as at,
  g.locale as gym_locale, spoken.locale, chosen.key,
  row_number() over (order by v.started_at desc, v.id) as newest
from public.gym_visits v
join public.gym_members_v2 m on m.id = v.member_id
join demo.people p on p.id = v.member_id
join demo.gyms g on g.key = p.gym
cross join lateral (
  select case when demo.chance('speaks ' || v.member_id) < 0.9 then g.locale
    else demo.pick('{fr,en,es}'::text[], 'speaks what ' || v.member_id) end as locale
) spoken
cross join lateral (
  select key from (
    select d.key, sum(d.weight * case when p.story in ('drifting', 'gone') and d.score < -0.3 then 5 else 1 end) over (order by d.key) as reach,
      sum(d.weight * case when p.story in ('drifting', 'gone') and d.score < -0.3 then 5 else 1 end) over () as total
    from demo.dialogues d where d.locale = spoken.locale
  ) d
  where d.reach > demo.chance('about ' || v.id) * d.total order by d.reach limit 1
) chosen
where v.started_at > now() - interval '60 days' and v.started_at < now() - interval '3 minutes'
  and m.member_kind = 'member' and m.is_active and not m.analysis_objection and not m.is_minor
  and demo.chance('talks ' || v.id) < case when p.story in ('drifting', 'gone') then 0.2 else 0.075 end;

insert into public.member_consents (gym_id, member_id, purpose, granted, version, language, kiosk_id, created_at)
select first.gym_id, first.member_id, purpose,
  purpose <> 'remember' or demo.chance('remember ' || first.member_id) < 0.7, '2026-11', first.locale, first.kiosk_id, first.at
from (select distinct on (member_id) * from demo.talks order by member_id, at) first
cross join unnest('{talk,analyse,remember}'::text[]) purpose;

insert into public.openai_realtime_sessions (
  id, gym_id, kiosk_id, member_id, state, channel, language, model, provider, started_at, ended_at, end_reason,
  last_event_at, last_seq, events_version, expires_at, consent, created_at
)
select t.id, t.gym_id, t.kiosk_id, t.member_id, 'closed', 'text', t.locale, 'builtin-1', 'builtin', t.at,
  t.at + lasted, case when demo.chance('ends ' || t.id) < 0.8 then 'goodbye' else 'silence' end, t.at + lasted,
  array_length(d.turns, 1) / 2, array_length(d.turns, 1), t.at + interval '5 minutes',
  jsonb_build_object('talk', true, 'analyse', true, 'remember', true), t.at
from demo.talks t
join demo.dialogues d using (locale, key)
cross join lateral (select interval '1 second' * (25 + floor(demo.chance('lasts ' || t.id) * 70)) as lasted) l;

insert into public.conversation_events (gym_id, session_id, source, seq, kind, text, at, received_at)
select t.gym_id, t.id, case when turn.n % 2 = 1 then 'assistant' else 'member' end, turn.n / 2, 'said',
  replace(turn.text, '%s', m.first_name), t.at + turn.n * interval '7 seconds', t.at + turn.n * interval '7 seconds'
from demo.talks t
join demo.dialogues d using (locale, key)
join public.gym_members_v2 m on m.id = t.member_id
cross join lateral unnest(d.turns) with ordinality as turn (text, n);

-- The newest twelve are left to the real analysis, which takes them up within a minute of the start.
insert into public.conversation_summaries (
  session_id, gym_id, member_id, kiosk_id, status, events_version, provider, model, language, summary_text, key_topics,
  sentiment_score, sentiment_label, emotion_detected, intents_detected, processed_at, created_at
)
select t.id, t.gym_id, t.member_id, t.kiosk_id, case when newest <= 12 then 'pending' else 'done' end,
  array_length(d.turns, 1), 'builtin', 'builtin-1', t.gym_locale,
  case when newest > 12 then home.summary end, case when newest > 12 then d.topics end,
  case when newest > 12 then d.score end,
  case when newest <= 12 then null when d.score <= -0.5 then 'negative' when d.score >= 0.3 then 'positive' else 'neutral' end,
  case when newest > 12 then d.emotion end, case when newest > 12 then d.intents end,
  case when newest > 12 then t.at + interval '2 minutes' end, t.at + interval '100 seconds'
from demo.talks t
join demo.dialogues d using (locale, key)
join demo.dialogues home on home.locale = t.gym_locale and home.key = t.key;

analyze public.openai_realtime_sessions;
analyze public.conversation_summaries;
