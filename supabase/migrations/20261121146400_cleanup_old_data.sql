-- Retention (rule P8): what its time is over for goes, gym by gym, in batches, and lifetime figures do not shrink (rule A2).

create table private.job_runs (
  job text not null check (length(job) between 1 and 60),
  slot text not null check (length(slot) between 1 and 100),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  counts jsonb not null default '{}' check (jsonb_typeof(counts) = 'object'),
  primary key (job, slot)
);
create index job_runs_started_at_idx on private.job_runs (started_at);
alter table private.job_runs enable row level security;
create policy job_runs_nobody on private.job_runs to public using (false);
comment on table private.job_runs is 'Which run of a job has been: a slot is done once (rule A7). counts says what it did, never of whom.';

create table private.conversation_archive (
  session_id uuid primary key,
  gym_id uuid not null references public.gyms (id) on delete cascade,
  member_id uuid references public.gym_members_v2 (id) on delete set null,
  started_at timestamptz not null,
  seconds integer not null,
  channel text not null check (channel in ('voice', 'text')),
  language text not null check (language in ('fr', 'en', 'es')),
  sentiment_score numeric(3, 2),
  key_topics text[],
  cost_usd numeric(20, 9) not null
);
create index conversation_archive_gym_id_started_at_idx on private.conversation_archive (gym_id, started_at);
create index conversation_archive_member_id_idx on private.conversation_archive (member_id);
alter table private.conversation_archive enable row level security;
create policy conversation_archive_nobody on private.conversation_archive to public using (false);
comment on table private.conversation_archive is 'Conversations whose text is over its time: when, how long, in what mood.';

create table private.conversation_counts (
  gym_id uuid not null references public.gyms (id) on delete cascade,
  month date not null,
  channel text not null,
  language text not null,
  conversations integer not null,
  seconds bigint not null,
  negatives integer not null,
  positives integer not null,
  cost_usd numeric(20, 9) not null,
  primary key (gym_id, month, channel, language)
);
alter table private.conversation_counts enable row level security;
create policy conversation_counts_nobody on private.conversation_counts to public using (false);
comment on table private.conversation_counts is 'What is left of archived conversations at the end: counts of a month, nobody''s.';

create table private.member_talk_base (
  id bigint generated always as identity primary key,
  member_id uuid not null references public.gym_members_v2 (id) on delete cascade,
  talks integer not null,
  seconds bigint not null,
  last_at timestamptz not null,
  score_sum numeric(12, 2) not null,
  negatives integer not null,
  positives integer not null
);
create index member_talk_base_member_id_idx on private.member_talk_base (member_id);
alter table private.member_talk_base enable row level security;
create policy member_talk_base_nobody on private.member_talk_base to public using (false);
comment on table private.member_talk_base is
  'A member''s analysed conversations that are counts by now, a row each time some became so; lifetime figures begin here.';

create or replace function private.talk_figures(p_member_ids uuid[])
returns table (
  member_id uuid, talks bigint, seconds bigint, last_at timestamptz, talks_28 bigint, talks_30 bigint,
  mean numeric, negatives bigint, positives bigint, newer numeric, older numeric
)
language sql stable security definer set search_path = ''
as $$
  with talks as (
    select q.member_id, q.sentiment_score as score, s.started_at, s.id,
      round(extract(epoch from s.ended_at - s.started_at)) as seconds
    from public.conversation_summaries q
    join public.openai_realtime_sessions s on s.id = q.session_id
    where q.member_id = any (p_member_ids) and q.status = 'done'
    union all
    select a.member_id, a.sentiment_score, a.started_at, a.session_id, a.seconds
    from private.conversation_archive a
    where a.member_id = any (p_member_ids) and a.sentiment_score is not null
  ),
  numbered as (
    select t.*, row_number() over (partition by t.member_id order by t.started_at desc, t.id) as n from talks t
  ),
  added as (
    select t.member_id, count(*) as talks, sum(t.seconds)::bigint as seconds, max(t.started_at) as last_at,
      count(*) filter (where t.started_at > now() - interval '28 days') as talks_28,
      count(*) filter (where t.started_at > now() - interval '30 days') as talks_30,
      sum(t.score) as score_sum, count(*) filter (where t.score <= -0.5) as negatives,
      count(*) filter (where t.score >= 0.3) as positives,
      avg(t.score) filter (where t.n <= 5) as newer, avg(t.score) filter (where t.n between 6 and 10) as older
    from numbered t
    group by t.member_id
  ),
  based as (
    select b.member_id, sum(b.talks) as talks, sum(b.seconds)::bigint as seconds, max(b.last_at) as last_at,
      sum(b.score_sum) as score_sum, sum(b.negatives) as negatives, sum(b.positives) as positives
    from private.member_talk_base b where b.member_id = any (p_member_ids) group by b.member_id
  )
  select coalesce(a.member_id, b.member_id), coalesce(a.talks, 0) + coalesce(b.talks, 0),
    coalesce(a.seconds, 0) + coalesce(b.seconds, 0), coalesce(a.last_at, b.last_at), coalesce(a.talks_28, 0),
    coalesce(a.talks_30, 0),
    (coalesce(a.score_sum, 0) + coalesce(b.score_sum, 0)) / (coalesce(a.talks, 0) + coalesce(b.talks, 0)),
    coalesce(a.negatives, 0) + coalesce(b.negatives, 0), coalesce(a.positives, 0) + coalesce(b.positives, 0),
    a.newer, a.older
  from added a
  full join based b on b.member_id = a.member_id
$$;
comment on function private.talk_figures(uuid[]) is
  'Analysed conversations of members, those archived and those that are counts by now included: lifetime, 28 and 30 days, and the mean mood of the last 5 beside the 5 before.';

create function private.cleanup_transcripts(p_gym public.gyms, p_limit integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  before timestamptz := now() - make_interval(days => (p_gym.retention ->> 'transcripts_days')::integer);
  n integer;
begin
  with old as materialized (
    select s.id from public.openai_realtime_sessions s
    where s.gym_id = p_gym.id and s.state = 'closed' and s.ended_at < before and (
      exists (select from public.conversation_events e where e.session_id = s.id)
      or exists (select from private.tool_calls c where c.session_id = s.id)
      or exists (select from private.conversation_turns t where t.session_id = s.id)
    )
    order by s.started_at limit p_limit
  ),
  events as (delete from public.conversation_events e using old o where e.session_id = o.id),
  calls as (delete from private.tool_calls c using old o where c.session_id = o.id),
  turns as (delete from private.conversation_turns t using old o where t.session_id = o.id)
  select count(*) into n from old;
  -- Alerts repeat what was said.
  update public.manager_alerts a set context = private.without_words(a.context)
  where a.gym_id = p_gym.id and a.updated_at < before and a.context <> private.without_words(a.context);
  return n;
end $$;
comment on function private.cleanup_transcripts(public.gyms, integer) is 'Erases the words of conversations older than transcripts_days; answers of how many.';

create function private.cleanup_conversations(p_gym public.gyms, p_limit integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  n integer;
begin
  with old as materialized (
    select s.* from public.openai_realtime_sessions s
    where s.gym_id = p_gym.id and s.state = 'closed'
      and s.started_at < now() - make_interval(months => (p_gym.retention ->> 'conversations_months')::integer)
    order by s.started_at limit p_limit
  ),
  kept as (
    insert into private.conversation_archive (
      session_id, gym_id, member_id, started_at, seconds, channel, language, sentiment_score, key_topics, cost_usd
    )
    select o.id, o.gym_id, o.member_id, o.started_at, round(extract(epoch from o.ended_at - o.started_at)), o.channel, o.language,
      q.sentiment_score, q.key_topics, o.cost_usd
    from old o
    left join public.conversation_summaries q on q.session_id = o.id and q.status = 'done'
    on conflict (session_id) do nothing
  ),
  gone as (delete from public.openai_realtime_sessions s using old o where s.id = o.id)
  select count(*) into n from old;
  return n;
end $$;
comment on function private.cleanup_conversations(public.gyms, integer) is
  'Moves conversations older than conversations_months into the archive, without text; answers how many.';

create function private.cleanup_archive(p_gym public.gyms, p_limit integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  n integer;
begin
  with old as materialized (
    select a.* from private.conversation_archive a
    where a.gym_id = p_gym.id
      and a.started_at < now() - make_interval(months => (p_gym.retention ->> 'counts_months')::integer)
    order by a.started_at limit p_limit
  ),
  counted as (
    insert into private.conversation_counts as c
    select o.gym_id, date_trunc('month', o.started_at at time zone p_gym.timezone)::date, o.channel, o.language, count(*),
      sum(o.seconds), count(*) filter (where o.sentiment_score <= -0.5), count(*) filter (where o.sentiment_score >= 0.3),
      sum(o.cost_usd)
    from old o group by 1, 2, 3, 4
    on conflict (gym_id, month, channel, language) do update set
      conversations = c.conversations + excluded.conversations, seconds = c.seconds + excluded.seconds,
      negatives = c.negatives + excluded.negatives, positives = c.positives + excluded.positives,
      cost_usd = c.cost_usd + excluded.cost_usd
  ),
  based as (
    insert into private.member_talk_base (member_id, talks, seconds, last_at, score_sum, negatives, positives)
    select o.member_id, count(*), sum(o.seconds), max(o.started_at), sum(o.sentiment_score),
      count(*) filter (where o.sentiment_score <= -0.5), count(*) filter (where o.sentiment_score >= 0.3)
    from old o where o.member_id is not null and o.sentiment_score is not null group by 1
  ),
  gone as (delete from private.conversation_archive a using old o where a.session_id = o.session_id)
  select count(*) into n from old;
  return n;
end $$;
comment on function private.cleanup_archive(public.gyms, integer) is
  'Folds archived conversations older than counts_months into the month''s counts and the member''s base; answers how many.';

create function private.cleanup_scans(p_gym public.gyms, p_limit integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  n integer;
begin
  delete from public.badge_scans b where b.id in (
    select o.id from public.badge_scans o
    where o.gym_id = p_gym.id
      and o.scanned_at < now() - make_interval(months => (p_gym.retention ->> 'scans_months')::integer)
    order by o.scanned_at limit p_limit
  );
  get diagnostics n = row_count;
  return n;
end $$;
comment on function private.cleanup_scans(public.gyms, integer) is 'Deletes reads older than scans_months; visits stay. Answers how many.';

create function private.cleanup_members(p_gym public.gyms, p_limit integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  due uuid[] := array(
    select m.id from public.gym_members_v2 m
    where m.gym_id = p_gym.id and m.deleted_at is not null and m.deleted_at < now() - case
        -- Whoever lives on at a sister gym leaves here what the archive leaves.
        when exists (select from private.member_moves v where v.from_member_id = m.id)
          then make_interval(months => (p_gym.retention ->> 'counts_months')::integer)
        else make_interval(days => (p_gym.retention ->> 'deleted_days')::integer)
      end
    order by m.deleted_at limit least(p_limit, 500)
    for update skip locked
  );
begin
  if due <> '{}' then
    perform private.erase_people(due);
  end if;
  return cardinality(due);
end $$;
comment on function private.cleanup_members(public.gyms, integer) is
  'Erases members whose deletion is older than deleted_days, by the same way as an erasure that was asked for; answers how many.';

create function private.cleanup_gym(p_gym_id uuid, p_limit integer) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  gym public.gyms := (select g from public.gyms g where g.id = p_gym_id);
begin
  return jsonb_build_object(
    'transcripts', private.cleanup_transcripts(gym, p_limit), 'conversations', private.cleanup_conversations(gym, p_limit),
    'archive', private.cleanup_archive(gym, p_limit), 'scans', private.cleanup_scans(gym, p_limit),
    'members', private.cleanup_members(gym, p_limit)
  );
end $$;
comment on function private.cleanup_gym(uuid, integer) is
  'One batch of each kind in one gym: {transcripts, conversations, archive, scans, members}; all zero when nothing is over its time.';

create function private.cleanup_old_data(p_limit integer default 2000, p_now timestamptz default now()) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  due record;
  this_slot text;
  batch jsonb;
  cleaned integer := 0;
begin
  -- Last week's Sunday counts until the next one, so that a night without a server is made up for.
  for due in
    select g.id, (l.local - interval '3 hours')::date - extract(dow from l.local - interval '3 hours')::integer as sunday
    from public.gyms g cross join lateral (select p_now at time zone g.timezone as local) l
    order by g.id
  loop
    this_slot := due.id || '/' || due.sunday;
    insert into private.job_runs (job, slot) values ('cleanup_old_data', this_slot) on conflict (job, slot) do nothing;
    perform from private.job_runs r
    where r.job = 'cleanup_old_data' and r.slot = this_slot and r.finished_at is null for update skip locked;
    continue when not found;
    batch := private.cleanup_gym(due.id, p_limit);
    update private.job_runs r set
      counts = (
        select jsonb_object_agg(b.key, b.value::integer + coalesce((r.counts ->> b.key)::integer, 0)) from jsonb_each_text(batch) b
      ),
      -- What is left goes in the next hour.
      finished_at = case
        when not exists (select from jsonb_each_text(batch) b where b.value::integer >= least(p_limit, 500)) then now()
      end
    where r.job = 'cleanup_old_data' and r.slot = this_slot;
    cleaned := cleaned + 1;
  end loop;
  delete from private.job_runs r where r.started_at < now() - interval '13 months';
  return cleaned;
end $$;
comment on function private.cleanup_old_data(integer, timestamptz) is
  'Rule P8 at every gym whose clock has passed Sunday 03:00 since its last run, p_limit rows of a kind each time it is called; answers how many gyms it worked at.';

select private.schedule_job('cleanup-old-data', '5 * * * *', 'select private.cleanup_old_data()');
