-- What the platform is told by itself: models that end, members whose words are not written down (rules V6, A6).

create table private.platform_alerts (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('model_shutdown', 'member_text_missing')),
  subject text not null check (length(subject) between 1 and 100),
  params jsonb not null default '{}' check (jsonb_typeof(params) = 'object'),
  raised_at timestamptz not null default now(),
  unique (kind, subject)
);
create index platform_alerts_raised_at_idx on private.platform_alerts (raised_at desc);
alter table private.platform_alerts enable row level security;
create policy platform_alerts_nobody on private.platform_alerts to public using (false);
comment on table private.platform_alerts is 'For the platform''s own people, once for each model or day that it is about.';

create index openai_realtime_sessions_connected_at_idx on public.openai_realtime_sessions (connected_at)
  where connected_at is not null;

create function private.lacks_member_text(p_session public.openai_realtime_sessions) returns boolean
language sql stable security definer set search_path = ''
as $$
  select p_session.transcribed = 0 and (
    p_session.untranscribed > 0
    or (select count(*) >= 2 from private.voice_usage u where u.session_id = p_session.id and u.kind = 'response')
  )
$$;
comment on function private.lacks_member_text(public.openai_realtime_sessions) is
  'Whether a call answered a member, beyond its greeting, of whose voice no word became text.';

create function private.watch_transcription() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  passed_over integer;
begin
  update private.ai_models m set passed_over_until = now() + interval '1 day'
  where m.kind = 'transcription' and m.preference is not null and coalesce(m.passed_over_until <= now(), true)
    and exists (
      select from public.openai_realtime_sessions s
      where s.connected_at > now() - interval '2 hours' and s.provider = 'openai' and s.transcription_model = m.id
      having sum(s.transcribed) = 0 and count(*) filter (where private.lacks_member_text(s)) >= 5
    );
  get diagnostics passed_over = row_count;
  return passed_over;
end $$;
comment on function private.watch_transcription() is
  'Passes a transcription over for a day when five calls of the last two hours lack the member''s words and none has them; answers how many models.';

create function private.check_voice() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  raised integer;
begin
  delete from private.voice_calls c where c.began_at < now() - interval '30 days';
  with found as (
    select 'model_shutdown' as kind, m.id as subject, jsonb_build_object('shutdown_at', m.shutdown_at) as params
    from private.ai_models m
    where m.shutdown_at <= current_date + 60 and exists (
      select from public.openai_realtime_sessions s
      where s.connected_at > now() - interval '7 days' and m.id in (s.model, s.transcription_model)
    )
    union all
    select 'member_text_missing', (current_date - 1)::text, jsonb_build_object('calls', talks.all_of_them, 'without', talks.without)
    from (
      select count(*) as all_of_them, count(*) filter (where private.lacks_member_text(s)) as without
      from public.openai_realtime_sessions s
      where s.provider = 'openai' and s.connected_at >= current_date - 1 and s.connected_at < current_date
    ) talks
    where talks.without > talks.all_of_them * 0.05
  ),
  new_ones as (
    insert into private.platform_alerts (kind, subject, params) select f.kind, f.subject, f.params from found f
    on conflict do nothing returning id
  )
  select count(*) into raised from new_ones;
  return raised;
end $$;
comment on function private.check_voice() is
  'Raises platform alerts: a model used in the last week ends within 60 days; over 5 % of yesterday''s calls (UTC) lack the member''s words. Answers how many are new. Forgets calls of 30 days ago.';

create function public.list_platform_alerts() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_platform();
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', latest.id, 'kind', latest.kind, 'subject', latest.subject, 'params', latest.params, 'raised_at', latest.raised_at
    ) order by latest.raised_at desc, latest.kind, latest.subject), '[]')
    from (select * from private.platform_alerts a order by a.raised_at desc limit 100) latest
  );
end $$;
comment on function public.list_platform_alerts() is
  'The latest 100 [{id, kind, subject, params, raised_at}], newest first. Raises mfa_required, forbidden for a customer''s people.';
grant execute on function public.list_platform_alerts() to authenticated;

select private.schedule_job('watch-transcription', '*/5 * * * *', 'select private.watch_transcription()');
select private.schedule_job('check-voice', '20 3 * * *', 'select private.check_voice()');
