-- What an open support access reaches (rule S1): it reads what a manager reads; with may_write it also acts like one.

create or replace function private.manageable_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where (role in ('gym_manager', 'franchise_owner') or support = 'write') and not suspended
$$;
comment on function private.manageable_gym_ids() is
  'Gyms that the caller manages: writes of managers and owners, and of a support access that may write.';

create or replace function private.acting_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where (role in ('gym_staff', 'gym_manager', 'franchise_owner') or support = 'write') and not suspended
$$;
comment on function private.acting_gym_ids() is
  'Gyms where the caller acts at the desk and on alerts, by role or by a support access that may write.';

create or replace function private.conversation_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where role in ('gym_staff', 'gym_manager') or (role = 'franchise_owner' and owner_reads_conversations)
    or support is not null
$$;
comment on function private.conversation_gym_ids() is
  'Gyms whose conversations the caller lists, topics and mood included; a support access counts.';

create or replace function private.transcript_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where role = 'gym_manager' or (role = 'franchise_owner' and owner_reads_conversations) or support is not null
$$;
comment on function private.transcript_gym_ids() is
  'Gyms whose transcripts and summaries the caller reads; a support access counts.';

create or replace function private.alert_gym_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(gym_id), '{}') from private.my_gyms
  where role in ('gym_staff', 'gym_manager', 'franchise_owner') or support is not null
$$;
comment on function private.alert_gym_ids() is
  'Gyms whose alerts the caller reads, by role or by a support access; acting also needs acting_gym_ids.';

-- Verbs that took reading for acting

create or replace function public.retry_conversation(p_session_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  gym uuid := (select q.gym_id from public.conversation_summaries q where q.session_id = p_session_id);
begin
  perform private.require_gym(gym, private.transcript_gym_ids());
  if gym <> all (private.manageable_gym_ids()) then
    perform private.refuse(case when private.gym_is_suspended(gym) then 'customer_suspended' else 'forbidden' end);
  end if;
  update public.conversation_summaries q set status = 'pending', attempts = 0, retry_at = null, error = null
  where q.session_id = p_session_id and q.status = 'failed';
  if not found then
    perform private.refuse('conflict', 'status');
  end if;
  perform private.nudge();
  return '{"status": "pending"}';
end $$;
comment on function public.retry_conversation(uuid) is
  'Queues a failed analysis again: {status}. For those who read the transcript and manage the gym; raises not_found, forbidden, customer_suspended, conflict when it has not failed.';

create or replace function public.act_on_alert(
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
    perform private.refuse(case when private.gym_is_suspended(alert.gym_id) then 'customer_suspended' else 'forbidden' end);
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
      -- A visitor of the platform closes alerts without taking them over: only the team has alerts in hand.
      assigned_to = case p_action when 'assign' then p_assignee when 'reopen' then a.assigned_to
        else coalesce(a.assigned_to, case when mine is not null then me end) end,
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
  'assign (to nobody with null), resolve, dismiss (quiet 30 days), reopen; answers the row of list_alerts. Staff act on their own and on unassigned ones, for themselves; a support access acts when it may write. Raises not_found, forbidden, customer_suspended, conflict, invalid_input (action, assignee, notes), mfa_required.';
