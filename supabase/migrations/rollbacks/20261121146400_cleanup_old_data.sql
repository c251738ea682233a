select private.unschedule_job('cleanup-old-data');
drop function private.cleanup_old_data(integer, timestamptz);
drop function private.cleanup_gym(uuid, integer);
drop function private.cleanup_members(public.gyms, integer);
drop function private.cleanup_scans(public.gyms, integer);
drop function private.cleanup_archive(public.gyms, integer);
drop function private.cleanup_conversations(public.gyms, integer);
drop function private.cleanup_transcripts(public.gyms, integer);

create or replace function private.talk_figures(p_member_ids uuid[])
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

drop table private.member_talk_base;
drop table private.conversation_counts;
drop table private.conversation_archive;
drop table private.job_runs;
