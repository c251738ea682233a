-- One way to an alert, with the rules that keep it quiet (rule A6).

create function private.priority_rank(p_priority text) returns integer
language sql immutable set search_path = ''
as $$ select array_position('{low,medium,high,urgent}'::text[], p_priority) $$;
comment on function private.priority_rank(text) is '1 (low) to 4 (urgent).';

create function private.alert_causes(p_context jsonb) returns text[]
language sql immutable set search_path = ''
as $$
  select case
    when jsonb_typeof(p_context -> 'causes') = 'array' then array(select jsonb_array_elements_text(p_context -> 'causes'))
    when p_context ->> 'session_id' is not null then array[p_context ->> 'session_id']
    else '{}'
  end
$$;
comment on function private.alert_causes(jsonb) is
  'What sets an alert off: the causes that its context names, else its conversation; empty means that each time is a new one.';

create function private.alert_is_quiet(
  p_gym_id uuid, p_type text, p_priority text, p_member_id uuid, p_kiosk_id uuid, p_context jsonb
) returns boolean
language sql stable security definer set search_path = ''
as $$
  select case
    -- A person said so and was told that the team would know: that is never swallowed.
    when p_type in ('staff_call', 'equipment_issue') or p_context ->> 'code' = 'feedback_left' then false
    else coalesce(bool_or(
      a.status = 'dismissed' and a.dismissed_until > now()
      and private.priority_rank(a.priority) >= private.priority_rank(p_priority)
    ), false) or coalesce(
      private.alert_causes(p_context) <> '{}' and private.alert_causes(p_context) <@ (
        select array_agg(cause) from public.manager_alerts r cross join unnest(r.causes) as cause
        where r.gym_id = p_gym_id and r.alert_type = p_type and r.status = 'resolved'
          and r.member_id is not distinct from p_member_id and r.kiosk_id is not distinct from p_kiosk_id
      ), false)
  end
  from public.manager_alerts a
  where a.gym_id = p_gym_id and a.alert_type = p_type and a.status = 'dismissed'
    and a.member_id is not distinct from p_member_id and a.kiosk_id is not distinct from p_kiosk_id
$$;
comment on function private.alert_is_quiet(uuid, text, text, uuid, uuid, jsonb) is
  'Dismissed: quiet for 30 days unless the priority is higher now. Resolved: quiet until there is a cause that was not resolved.';

create function private.joined(p_old jsonb, p_new jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  select coalesce(jsonb_agg(kept.item order by kept.place), '[]')
  from (
    select said.item, min(said.place) as place
    from jsonb_array_elements(coalesce(p_old, '[]') || coalesce(p_new, '[]')) with ordinality as said (item, place)
    group by said.item
    order by max(said.place) desc
    limit 10
  ) kept
$$;
comment on function private.joined(jsonb, jsonb) is 'Both arrays without repeats, the ten newest items.';

create function private.raise_alert(
  p_gym_id uuid, p_type text, p_priority text, p_member_id uuid, p_kiosk_id uuid, p_context jsonb, p_actions jsonb
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  standing public.manager_alerts;
  merged public.manager_alerts;
begin
  -- Whoever raises the same alert at the same moment waits here and then finds it open.
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'alert', p_gym_id, p_type, p_member_id, p_kiosk_id), 0));
  select * into standing from public.manager_alerts a
  where a.gym_id = p_gym_id and a.alert_type = p_type and a.status in ('pending', 'in_progress')
    and a.member_id is not distinct from p_member_id and a.kiosk_id is not distinct from p_kiosk_id
  for update;
  if standing.id is null then
    if private.alert_is_quiet(p_gym_id, p_type, p_priority, p_member_id, p_kiosk_id, p_context) then
      return null;
    end if;
    insert into public.manager_alerts (
      gym_id, alert_type, priority, member_id, kiosk_id, title, context, causes, recommended_actions
    ) values (
      p_gym_id, p_type, p_priority, p_member_id, p_kiosk_id, p_type, coalesce(p_context, '{}') - 'causes',
      private.alert_causes(p_context), coalesce(p_actions, '[]')
    ) returning * into standing;
    return standing.id;
  end if;

  merged := standing;
  merged.context := standing.context || (coalesce(p_context, '{}') - 'causes');
  merged.recommended_actions := coalesce(p_actions, '[]');
  -- The reasons of a risk are recomputed as a whole; what people say adds up.
  if p_type <> 'churn_risk' then
    merged.recommended_actions := private.joined(standing.recommended_actions, p_actions);
    if merged.context ? 'reasons' then
      merged.context := merged.context
        || jsonb_build_object('reasons', private.joined(standing.context -> 'reasons', p_context -> 'reasons'));
    end if;
  end if;
  if private.priority_rank(p_priority) > private.priority_rank(standing.priority) then
    merged.priority := p_priority;
  end if;
  merged.causes := array(
    select distinct cause from unnest(standing.causes || private.alert_causes(p_context)) as cause order by cause
  );
  update public.manager_alerts a set
    priority = merged.priority, context = merged.context, causes = merged.causes,
    recommended_actions = merged.recommended_actions
  where a.id = standing.id and standing is distinct from merged;
  return standing.id;
end $$;
comment on function private.raise_alert(uuid, text, text, uuid, uuid, jsonb, jsonb) is
  'Opens an alert, or adds to the open one and raises its priority; answers its id, null while it has to stay quiet.';
