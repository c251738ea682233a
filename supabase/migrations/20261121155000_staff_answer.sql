-- Whoever calls the team from a kiosk sees on its screen that somebody took the call.

create function public.kiosk_staff_answer(p_token_hash text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  answer text;
begin
  select case when a.status in ('in_progress', 'resolved') then 'coming' else 'waiting' end into answer
  from public.manager_alerts a
  where a.kiosk_id = kiosk.id and a.gym_id = kiosk.gym_id and a.alert_type = 'staff_call'
    and a.updated_at > now() - interval '10 minutes'
  order by a.updated_at desc, a.created_at desc limit 1;
  return jsonb_build_object('status', coalesce(answer, 'none'));
end $$;
comment on function public.kiosk_staff_answer(text) is
  '{status: none|waiting|coming}: what became of the newest call from this kiosk in the last ten minutes; who took it stays with the team.';

revoke all on function public.kiosk_staff_answer(text) from public;
grant execute on function public.kiosk_staff_answer(text) to service_role;
