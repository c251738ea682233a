create or replace function private.alert_of_mood(p_summary public.conversation_summaries) returns uuid
language sql security definer set search_path = ''
as $$
  select private.raise_alert(
    p_summary.gym_id, 'negative_feedback', case when p_summary.sentiment_score <= -0.8 then 'urgent' else 'high' end,
    p_summary.member_id, null,
    jsonb_build_object(
      'code', 'negative_feedback', 'params', figures, 'session_id', p_summary.session_id,
      'reasons', jsonb_build_array(jsonb_build_object('code', 'negative_talk', 'params', figures))
    ),
    '[{"code": "answer_feedback", "params": {}}, {"code": "greet_in_person", "params": {}}]'
  )
  from (
    select jsonb_build_object('score', p_summary.sentiment_score, 'emotion', p_summary.emotion_detected,
      'topics', to_jsonb(coalesce(p_summary.key_topics, '{}'))) as figures
  ) told
  where p_summary.sentiment_score <= -0.5
$$;
comment on function private.alert_of_mood(public.conversation_summaries) is 'negative_feedback at -0.50 and below, urgent from -0.80 on.';

create or replace function private.alert_of_risk(p_analytics public.member_analytics) returns uuid
language sql security definer set search_path = ''
as $$
  select private.raise_alert(
    p_analytics.gym_id, 'churn_risk', case when points >= 90 then 'urgent' else 'high' end,
    p_analytics.member_id, null,
    jsonb_build_object(
      'code', 'churn_risk', 'params', jsonb_build_object('points', points, 'level', p_analytics.churn_risk_level),
      'reasons', p_analytics.churn_factors,
      -- An absence is known by its last visit, an expiry by its date: neither is new the day after.
      'causes', (
        select jsonb_agg(factor ->> 'code' || coalesce(':' || case factor ->> 'code'
          when 'no_visit' then (select m.last_visit::date::text from public.gym_members_v2 m where m.id = p_analytics.member_id)
          when 'membership_ends' then factor #>> '{params,date}'
        end, ''))
        from jsonb_array_elements(p_analytics.churn_factors) as factor
      )
    ),
    (
      select jsonb_agg(jsonb_build_object('code', action.code, 'params', '{}'::jsonb) order by action.place)
      from (values
        (1, 'call_member', true),
        (2, 'answer_feedback', p_analytics.churn_factors @> '[{"code": "negative_talks"}]'),
        (3, 'renew_membership', p_analytics.churn_factors @> '[{"code": "membership_ends"}]'),
        (4, 'greet_in_person', p_analytics.churn_factors @> '[{"code": "low_engagement"}]')
      ) as action (place, code, holds)
      where action.holds
    )
  )
  from (select round(p_analytics.churn_risk_score * 100)::integer as points) risk
  where points >= 70
$$;
comment on function private.alert_of_risk(public.member_analytics) is 'churn_risk from 70 points on, urgent from 90; null below or while quiet.';

create or replace function private.member_figures(p_member_ids uuid[]) returns setof public.member_analytics
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
