-- Taking an alert in hand and closing it (rules A6, T6, T7).

create function public.act_on_alert(
  p_alert_id uuid, p_action text, p_assignee uuid default null, p_notes text default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  me uuid := (select auth.uid());
  alert public.manager_alerts;
  mine public.user_role;
  is_open boolean;
begin
  perform private.require_mfa();
  select * into alert from public.manager_alerts a
  where a.id = p_alert_id and a.gym_id = any (private.alert_gym_ids()) for update;
  if alert.id is null then
    perform private.refuse('not_found');
  elsif alert.gym_id <> all (private.acting_gym_ids()) then
    perform private.refuse('customer_suspended');
  elsif p_action is null or p_action not in ('assign', 'resolve', 'dismiss', 'reopen') then
    perform private.refuse('invalid_input', 'action');
  elsif length(p_notes) > 2000 then
    perform private.refuse('invalid_input', 'notes');
  end if;
  select t.role into mine from private.team_of(alert.gym_id) t where t.id = me;
  if mine = 'gym_staff' and (alert.assigned_to <> me or (p_action = 'assign' and p_assignee <> me)) then
    perform private.refuse('forbidden');
  end if;
  if p_action = 'assign' and p_assignee is not null
    and not exists (select from private.team_of(alert.gym_id) t where t.id = p_assignee) then
    perform private.refuse('invalid_input', 'assignee');
  end if;
  is_open := alert.status in ('pending', 'in_progress');
  if is_open = (p_action = 'reopen') then
    perform private.refuse('conflict', 'status');
  end if;

  begin
    update public.manager_alerts a set
      status = case p_action
        when 'assign' then case when p_assignee is null then 'pending' else 'in_progress' end
        when 'resolve' then 'resolved'
        when 'dismiss' then 'dismissed'
        else case when a.assigned_to is null then 'pending' else 'in_progress' end
      end,
      assigned_to = case p_action when 'assign' then p_assignee when 'reopen' then a.assigned_to
        else coalesce(a.assigned_to, me) end,
      resolved_at = case when p_action in ('resolve', 'dismiss') then now() end,
      dismissed_until = case when p_action = 'dismiss' then now() + interval '30 days' end,
      resolution_notes = coalesce(nullif(btrim(p_notes), ''), a.resolution_notes)
    where a.id = alert.id;
  exception when unique_violation then
    -- Since it was closed, the same alert has come up again.
    perform private.refuse('conflict', 'open');
  end;
  return private.alerts_json(alert.gym_id, array[alert.id]) -> 0;
end $$;
comment on function public.act_on_alert(uuid, text, uuid, text) is
  'assign (to nobody with null), resolve, dismiss (quiet 30 days), reopen; answers the row of list_alerts. Staff act on their own and on unassigned ones, for themselves. Raises not_found, forbidden, customer_suspended, conflict, invalid_input (action, assignee, notes), mfa_required.';
grant execute on function public.act_on_alert(uuid, text, uuid, text) to authenticated;
