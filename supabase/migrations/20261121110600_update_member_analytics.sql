-- Figures and risk of members, recomputed from rows (rules A2, A4, A5).

create function private.day_bucket(p_days integer) returns integer
language sql immutable set search_path = ''
as $$ select width_bucket(p_days, array[4, 8, 15, 31, 61]) $$;
comment on function private.day_bucket(integer) is '0 to 5: 0-3, 4-7, 8-14, 15-30, 31-60 days and more.';

create function private.factor_codes(p_factors jsonb) returns text[]
language sql immutable set search_path = ''
as $$ select array(select factor ->> 'code' from jsonb_array_elements(p_factors) as factor order by 1) $$;
comment on function private.factor_codes(jsonb) is 'The codes of churn_factors, sorted.';

create function private.visit_figures(p_member_ids uuid[])
returns table (
  member_id uuid, gym_id uuid, today date, membership_ends_on date, days_since integer, days_absent integer,
  visits_28 bigint, visits_90 bigint
)
language sql stable security definer set search_path = ''
as $$
  select m.id, m.gym_id, clock.today, m.membership_ends_on,
    case when clock.last_day is not null then greatest(clock.today - clock.last_day, 0) end,
    greatest(clock.today - coalesce(clock.last_day, m.member_since, (m.created_at at time zone g.timezone)::date), 0),
    count(v.id) filter (where v.local_date > clock.today - 28), count(v.id)
  from public.gym_members_v2 m
  join public.gyms g on g.id = m.gym_id
  cross join lateral (
    select (now() at time zone g.timezone)::date as today, (m.last_visit at time zone g.timezone)::date as last_day
  ) clock
  left join public.gym_visits v on v.member_id = m.id and v.member_gym_id = m.gym_id
    and v.local_date > clock.today - 90 and v.started_at > now() - interval '92 days'
  where m.id = any (p_member_ids) and m.member_kind = 'member' and not m.is_minor and not m.analysis_objection
    and m.deleted_at is null
  group by m.id, g.timezone, clock.today, clock.last_day
$$;
comment on function private.visit_figures(uuid[]) is
  'Visits of the members who may be analysed (rule P3), by the days of their gym. Who never came is absent since joining.';

create function private.talk_figures(p_member_ids uuid[])
returns table (
  member_id uuid, talks bigint, seconds bigint, last_at timestamptz, talks_28 bigint, talks_30 bigint,
  mean numeric, negatives bigint, positives bigint, newer numeric, older numeric
)
language sql stable security definer set search_path = ''
as $$
  select t.member_id, count(*), sum(t.seconds)::bigint, max(t.started_at),
    count(*) filter (where t.started_at > now() - interval '28 days'),
    count(*) filter (where t.started_at > now() - interval '30 days'),
    avg(t.score), count(*) filter (where t.score <= -0.5), count(*) filter (where t.score >= 0.3),
    avg(t.score) filter (where t.n <= 5), avg(t.score) filter (where t.n between 6 and 10)
  from (
    select q.member_id, q.sentiment_score as score, s.started_at,
      round(extract(epoch from s.ended_at - s.started_at)) as seconds,
      row_number() over (partition by q.member_id order by s.started_at desc, s.id) as n
    from public.conversation_summaries q
    join public.openai_realtime_sessions s on s.id = q.session_id
    where q.member_id = any (p_member_ids) and q.status = 'done'
  ) t
  group by t.member_id
$$;
comment on function private.talk_figures(uuid[]) is
  'Analysed conversations of members: lifetime, 28 and 30 days, and the mean mood of the last 5 beside the 5 before.';

create function private.member_figures(p_member_ids uuid[]) returns setof public.member_analytics
language sql stable security definer set search_path = ''
as $$
  select v.member_id, v.gym_id, coalesce(t.talks, 0)::integer, coalesce(t.seconds, 0)::integer,
    round(t.seconds::numeric / t.talks, 2), t.last_at,
    case when t.talks_28 >= 20 then 'daily' when t.talks_28 >= 4 then 'weekly' when t.talks_30 >= 1 then 'monthly'
      else 'rare' end,
    round(t.mean, 2)::numeric(3, 2),
    case when t.newer - t.older >= 0.15 then 'improving' when t.newer - t.older <= -0.15 then 'declining'
      else 'stable' end,
    coalesce(t.negatives, 0)::integer, coalesce(t.positives, 0)::integer,
    (risk.points / 100.0)::numeric(3, 2),
    case when risk.points < 30 then 'low' when risk.points < 50 then 'medium' when risk.points < 70 then 'high'
      else 'critical' end,
    risk.factors, now(), engaged.score, v.days_since, round(v.visits_28 / 4.0, 2)::numeric(4, 2), 'rule_v1', now(), now()
  from private.visit_figures(p_member_ids) v
  left join private.talk_figures(p_member_ids) t on t.member_id = v.member_id
  cross join lateral (
    select round(
      0.5 * case when v.visits_90 = 0 then 0
        else least(1, v.visits_28 / least(12, v.visits_90 * 28 / 90.0)) end
      + 0.3 * coalesce(least(1, greatest(0, (30 - v.days_since) / 27.0)), 0)
      + 0.2 * least(coalesce(t.talks_28, 0), 4) / 4.0, 2)::numeric(3, 2) as score
  ) engaged
  cross join lateral (
    select coalesce(sum(found.points), 0)::integer as points,
      coalesce(jsonb_agg(jsonb_build_object('code', found.code,
        'params', found.params || jsonb_build_object('points', found.points)) order by found.place), '[]') as factors
    from (values
      (1, 'no_visit', 30, v.days_absent > 14, jsonb_build_object('days', v.days_absent)),
      (2, 'negative_talks', 20, t.negatives > 3, jsonb_build_object('count', t.negatives)),
      (3, 'low_engagement', 20, engaged.score < 0.3, jsonb_build_object('engagement', engaged.score)),
      (4, 'membership_ends', 20, v.membership_ends_on - v.today between 0 and 29,
        jsonb_build_object('date', v.membership_ends_on, 'days', v.membership_ends_on - v.today))
    ) as found (place, code, points, holds, params)
    where found.holds
  ) risk
$$;
comment on function private.member_figures(uuid[]) is
  'The rows that members would have now: engagement 0 to 1 and rule_v1, whose points are integers. Nobody whom rule P3 excludes.';

create function private.refresh_member_analytics(p_member_ids uuid[]) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  written integer;
begin
  delete from public.member_analytics a
  where a.member_id = any (p_member_ids) and not exists (
    select from public.gym_members_v2 m
    where m.id = a.member_id and m.member_kind = 'member' and not m.is_minor and not m.analysis_objection
      and m.deleted_at is null
  );
  insert into public.member_analytics as a
  select * from private.member_figures(p_member_ids)
  on conflict (member_id) do update set
    total_conversations = excluded.total_conversations,
    total_session_duration_seconds = excluded.total_session_duration_seconds,
    avg_session_duration_seconds = excluded.avg_session_duration_seconds,
    last_conversation_at = excluded.last_conversation_at,
    conversation_frequency = excluded.conversation_frequency,
    avg_sentiment_score = excluded.avg_sentiment_score,
    sentiment_trend = excluded.sentiment_trend,
    negative_sentiment_count = excluded.negative_sentiment_count,
    positive_sentiment_count = excluded.positive_sentiment_count,
    churn_risk_score = excluded.churn_risk_score,
    churn_risk_level = excluded.churn_risk_level,
    churn_factors = excluded.churn_factors,
    last_churn_analysis_at = excluded.last_churn_analysis_at,
    engagement_score = excluded.engagement_score,
    days_since_last_visit = excluded.days_since_last_visit,
    visit_frequency_per_week = excluded.visit_frequency_per_week,
    model = excluded.model
  where (
    a.total_conversations, a.total_session_duration_seconds, a.last_conversation_at, a.conversation_frequency,
    a.avg_sentiment_score, a.sentiment_trend, a.negative_sentiment_count, a.positive_sentiment_count,
    a.churn_risk_score, private.factor_codes(a.churn_factors), private.day_bucket(a.days_since_last_visit), a.model
  ) is distinct from (
    excluded.total_conversations, excluded.total_session_duration_seconds, excluded.last_conversation_at,
    excluded.conversation_frequency, excluded.avg_sentiment_score, excluded.sentiment_trend,
    excluded.negative_sentiment_count, excluded.positive_sentiment_count, excluded.churn_risk_score,
    private.factor_codes(excluded.churn_factors), private.day_bucket(excluded.days_since_last_visit), excluded.model
  );
  get diagnostics written = row_count;
  return written;
end $$;
comment on function private.refresh_member_analytics(uuid[]) is
  'Recomputes many members in one statement and answers how many rows changed: score, reasons, day bucket or conversations. Members who may not be analysed lose their row.';

create function public.update_member_analytics(p_member_id uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  -- Two conversations of one member that finish at once: the second waits, and counts the first.
  perform pg_advisory_xact_lock(hashtextextended('analytics/' || p_member_id, 0));
  return private.refresh_member_analytics(array[p_member_id]) > 0;
end $$;
comment on function public.update_member_analytics(uuid) is 'Recomputes a member from rows; true when the row changed.';
grant execute on function public.update_member_analytics(uuid) to service_role;

create function private.forget_score() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.member_analytics a where a.member_id = new.id;
  delete from public.manager_alerts a
  where a.member_id = new.id and a.alert_type in ('churn_risk', 'negative_feedback');
  return null;
end $$;
comment on function private.forget_score() is
  'Who may no longer be analysed has no score from that moment on, nor an alert that tells one (rule P3).';

create trigger gym_members_v2_forget_score
  after update of member_kind, is_minor, birth_date, analysis_objection, deleted_at on public.gym_members_v2
  for each row when (
    new.member_kind <> 'member' or new.is_minor or new.analysis_objection or new.deleted_at is not null
  )
  execute function private.forget_score();
