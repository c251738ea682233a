-- What a member's visits and conversations add up to (rules A2, A4, A5).

create table public.member_analytics (
  member_id uuid primary key,
  gym_id uuid not null references public.gyms (id) on delete cascade,
  total_conversations integer not null default 0 check (total_conversations >= 0),
  total_session_duration_seconds integer not null default 0 check (total_session_duration_seconds >= 0),
  avg_session_duration_seconds numeric(10, 2),
  last_conversation_at timestamptz,
  conversation_frequency text not null default 'rare'
    check (conversation_frequency in ('daily', 'weekly', 'monthly', 'rare')),
  avg_sentiment_score numeric(3, 2) check (avg_sentiment_score between -1 and 1),
  sentiment_trend text not null default 'stable' check (sentiment_trend in ('improving', 'stable', 'declining')),
  negative_sentiment_count integer not null default 0 check (negative_sentiment_count >= 0),
  positive_sentiment_count integer not null default 0 check (positive_sentiment_count >= 0),
  churn_risk_score numeric(3, 2) not null default 0 check (churn_risk_score between 0 and 1),
  churn_risk_level text not null default 'low',
  churn_factors jsonb not null default '[]' check (jsonb_typeof(churn_factors) = 'array'),
  last_churn_analysis_at timestamptz not null default now(),
  engagement_score numeric(3, 2) not null default 0 check (engagement_score between 0 and 1),
  days_since_last_visit integer check (days_since_last_visit >= 0),
  visit_frequency_per_week numeric(4, 2) not null default 0 check (visit_frequency_per_week >= 0),
  model text not null default 'rule_v1',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (member_id, gym_id),
  constraint member_analytics_level_fits_score check (
    churn_risk_level = case
      when churn_risk_score < 0.30 then 'low'
      when churn_risk_score < 0.50 then 'medium'
      when churn_risk_score < 0.70 then 'high'
      else 'critical'
    end
  ),
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade
);
create index member_analytics_gym_id_score_idx on public.member_analytics (gym_id, churn_risk_score desc);

grant select on public.member_analytics to authenticated;
alter table public.member_analytics enable row level security;
create policy member_analytics_select_staff on public.member_analytics for select to authenticated
  using (gym_id = any ((select private.accessible_gym_ids())::uuid[]));
create policy member_analytics_mfa on public.member_analytics as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger member_analytics_touch before update on public.member_analytics
  for each row execute function private.touch_updated_at();

comment on table public.member_analytics is
  'Figures recomputed from a member''s visits and analysed conversations; nobody whom rule P3 excludes has a row.';
comment on column public.member_analytics.churn_risk_score is 'The rule''s points divided by 100, exact to the point.';
comment on column public.member_analytics.churn_factors is
  'Array of {code, params}; codes no_visit, negative_talks, low_engagement, membership_ends; params hold the points.';
