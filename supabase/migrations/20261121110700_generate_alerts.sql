-- Which alerts a member's figures and conversations call for (rules A5, A6).

create function private.alert_of_risk(p_analytics public.member_analytics) returns uuid
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

create function private.alert_of_mood(p_summary public.conversation_summaries) returns uuid
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

create function private.alert_of_doubt(p_summary public.conversation_summaries) returns uuid
language sql security definer set search_path = ''
as $$
  select private.raise_alert(
    p_summary.gym_id, 'needs_review', 'medium', p_summary.member_id, null,
    jsonb_build_object('code', 'needs_review', 'params', '{}'::jsonb, 'session_id', p_summary.session_id),
    '[{"code": "review_conversation", "params": {}}]'
  )
  where p_summary.needs_review
$$;
comment on function private.alert_of_doubt(public.conversation_summaries) is 'needs_review when the analysis doubts itself.';

create function private.milestones(p_member_id uuid)
returns table (code text, params jsonb, cause text)
language sql stable security definer set search_path = ''
as $$
  with visits as (
    select v.local_date, row_number() over numbered as number, lag(v.local_date) over numbered as before,
      (now() at time zone g.timezone)::date as today, m.member_since
    from public.gym_visits v
    join public.gym_members_v2 m on m.id = v.member_id
    join public.gyms g on g.id = m.gym_id
    where v.member_id = p_member_id
    window numbered as (order by v.started_at, v.id)
  ),
  fresh as (select * from visits where local_date > today - 7)
  select 'visits', jsonb_build_object('count', f.number), 'visits:' || f.number
  from fresh f where f.number in (10, 50, 100, 250, 500)
  union all
  select 'years', jsonb_build_object('years', n), 'years:' || n
  from unnest('{1,2,5}'::integer[]) as n
  where exists (
    select from fresh f
    where f.local_date >= f.member_since + make_interval(years => n)
      and f.today - 30 < f.member_since + make_interval(years => n)
  )
  union all
  select 'return', jsonb_build_object('days', f.local_date - f.before), 'return:' || f.local_date
  from fresh f where f.local_date - f.before > 30
$$;
comment on function private.milestones(uuid) is
  'What the visits of the last 7 days reached: the 10th, 50th, 100th, 250th, 500th; one, two, five years; the first after 30 days.';

create function public.generate_alerts_if_needed(p_member_id uuid, p_session_id uuid default null) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  subject public.gym_members_v2;
  analytics public.member_analytics;
  summary public.conversation_summaries;
  milestone record;
  raised uuid[] := '{}';
begin
  select * into subject from public.gym_members_v2 m
  where m.id = p_member_id and m.member_kind = 'member' and not m.is_minor and not m.analysis_objection
    and m.deleted_at is null and m.is_active;
  if subject.id is null then
    return 0;
  end if;
  select * into analytics from public.member_analytics a where a.member_id = subject.id;
  select * into summary from public.conversation_summaries q
  where q.member_id = subject.id and q.status = 'done' and (p_session_id is null or q.session_id = p_session_id)
  order by q.created_at desc limit 1;

  raised := raised || private.alert_of_risk(analytics) || private.alert_of_mood(summary)
    || private.alert_of_doubt(summary);
  for milestone in select * from private.milestones(subject.id) loop
    raised := raised || private.raise_alert(
      subject.gym_id, 'milestone', 'low', subject.id, null,
      jsonb_build_object('code', milestone.code, 'params', milestone.params,
        'reasons', jsonb_build_array(jsonb_build_object('code', milestone.code, 'params', milestone.params)),
        'causes', jsonb_build_array(milestone.cause)),
      '[{"code": "congratulate", "params": {}}]'
    );
  end loop;
  return cardinality(array_remove(raised, null));
end $$;
comment on function public.generate_alerts_if_needed(uuid, uuid) is
  'Opens or keeps up the alerts that a member''s figures, a conversation (the latest without an id) and visits call for; answers how many hold. Calling it again changes nothing.';
grant execute on function public.generate_alerts_if_needed(uuid, uuid) to service_role;
