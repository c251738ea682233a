-- The desk follows what happens by the pulse that every page asks for.

create or replace function public.dashboard_pulse(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  alerts timestamptz := (select max(a.updated_at) from public.manager_alerts a where a.gym_id = p_gym_id);
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  return jsonb_build_object('version', md5(concat_ws('/',
    alerts,
    (select max(q.updated_at) from public.conversation_summaries q where q.gym_id = p_gym_id),
    (select max(s.started_at) from public.openai_realtime_sessions s where s.gym_id = p_gym_id),
    (
      select count(*) from public.kiosks k
      join public.openai_realtime_sessions s on s.kiosk_id = k.id and s.state <> 'closed' where k.gym_id = p_gym_id
    )
  )), 'desk', md5(concat_ws('/',
    alerts,
    (
      select concat_ws(',', count(*), max(v.last_seen_at), max(v.created_at), count(v.left_at)) from public.gym_visits v
      where v.gym_id = p_gym_id and v.started_at > now() - interval '90 minutes'
    ),
    (
      select concat_ws(',', count(*), max(s.scanned_at)) from public.badge_scans s
      where s.gym_id = p_gym_id and s.scanned_at > now() - interval '90 minutes'
        and s.outcome in ('inactive', 'expired', 'suspended')
    ),
    (
      select concat_ws(',', count(*), max(t.said_at)) from public.desk_ticks t
      where t.gym_id = p_gym_id and t.said_at > now() - interval '1 day'
    ),
    (
      select concat_ws(',', count(*), max(b.created_at)) from public.class_bookings b
      where b.gym_id = p_gym_id and b.status = 'requested'
    )
  )));
end $$;
comment on function public.dashboard_pulse(uuid) is
  '{version, desk}: another version as soon as an alert or a conversation of the gym begins, changes or ends; another desk as soon as somebody comes, leaves, is refused, asks for a class, or is told something. Index look-ups alone. Raises not_found, mfa_required.';
