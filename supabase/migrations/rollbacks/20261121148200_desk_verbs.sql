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

drop function public.desk_search(uuid, text, text[]);
drop function public.answer_booking(uuid, text);
drop function public.set_visit_left(uuid, boolean);
drop function public.undo_desk_check_in(uuid);
drop function public.desk_check_in(uuid, timestamptz, text);
drop function private.visits_around(public.gym_members_v2, timestamptz);
drop function public.desk_tick(uuid, text, boolean, uuid);
drop function private.settle_alert(uuid, text);
drop function private.desk_member(uuid);
