create or replace function public.dashboard_pulse(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  return jsonb_build_object('version', md5(concat_ws('/',
    (select max(a.updated_at) from public.manager_alerts a where a.gym_id = p_gym_id),
    (select max(q.updated_at) from public.conversation_summaries q where q.gym_id = p_gym_id),
    (select max(s.started_at) from public.openai_realtime_sessions s where s.gym_id = p_gym_id),
    (
      select count(*) from public.kiosks k
      join public.openai_realtime_sessions s on s.kiosk_id = k.id and s.state <> 'closed' where k.gym_id = p_gym_id
    )
  )));
end $$;
comment on function public.dashboard_pulse(uuid) is
  '{version}: another one as soon as an alert or a conversation of the gym begins, changes or ends. Four index look-ups. Raises not_found, mfa_required.';
