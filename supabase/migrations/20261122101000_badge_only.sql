-- The last step of the ladder, badges alone, is seen in the fleet: with its reason while the kiosk is heard, and as the time
-- in which it had no network, as it told afterwards.

alter table public.kiosk_state drop constraint kiosk_state_ladder_reason_check;
alter table public.kiosk_state add constraint kiosk_state_ladder_reason_check check (
  ladder_reason in ('no_microphone', 'noise', 'voice_down', 'no_budget', 'network', 'setting', 'plan_limit', 'on_hold')
);

create or replace function private.kiosk_row(p_kiosk public.kiosks, p_shown text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_kiosk.id, 'slug', p_kiosk.slug, 'name', p_kiosk.name, 'location', p_kiosk.location_in_gym,
    'gym', jsonb_build_object('id', g.id, 'name', g.name), 'shown', p_shown,
    'paired', c.token_hash is not null and c.revoked_at is null, 'revoked_at', c.revoked_at,
    'created_at', p_kiosk.created_at, 'version', p_kiosk.software_version,
    'last_heartbeat_at', s.last_heartbeat_at, 'going_down_at', s.going_down_at,
    'copied_at', case when s.copied_at > coalesce(c.token_issued_at, '-infinity') then s.copied_at end,
    'uptime_s', s.uptime_s, 'network', s.network, 'rtt_ms', s.rtt_ms, 'microphone', s.microphone, 'speaker', s.speaker,
    'noise_db', s.noise_db, 'ladder', s.ladder, 'ladder_reason', s.ladder_reason,
    'latency_p50_ms', s.latency_p50_ms, 'latency_p95_ms', s.latency_p95_ms, 'waiting', s.waiting,
    'last_read_at', (select max(b.scanned_at) from public.badge_scans b where b.kiosk_id = p_kiosk.id and b.gym_id = p_kiosk.gym_id),
    'last_talk', (
      select jsonb_build_object('at', t.started_at, 'ended_at', t.ended_at, 'end_reason', t.end_reason)
      from public.openai_realtime_sessions t
      where t.kiosk_id = p_kiosk.id and t.gym_id = p_kiosk.gym_id and t.gym_id = any (private.conversation_gym_ids())
      order by t.started_at desc limit 1
    ),
    'last_away', (
      select jsonb_build_object('from', a.away_from, 'to', a.away_to)
      from public.kiosk_absences a
      where a.kiosk_id = p_kiosk.id and a.gym_id = p_kiosk.gym_id and a.away_to > now() - interval '7 days'
      order by a.away_from desc limit 1
    )
  )
  from public.gyms g
  left join public.kiosk_state s on s.kiosk_id = p_kiosk.id
  left join private.kiosk_credentials c on c.kiosk_id = p_kiosk.id
  where g.id = p_kiosk.gym_id
$$;
comment on function private.kiosk_row(public.kiosks, text) is
  'One kiosk with its state, health, the times of its last read and conversation (null for whoever sees no conversations), and from when to when it last had no network within a week.';
