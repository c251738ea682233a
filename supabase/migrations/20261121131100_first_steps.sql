-- What a new gym has still to do before JARVIS greets its first member.

alter table public.gyms add column first_steps_hidden_at timestamptz;
comment on column public.gyms.first_steps_hidden_at is 'When somebody in charge put the list of first steps away.';

create function private.first_steps(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  gym public.gyms := (select g from public.gyms g where g.id = p_gym_id);
  steps jsonb;
begin
  if gym.first_steps_hidden_at is not null then
    return null;
  end if;
  steps := jsonb_build_object(
    -- In a franchise the owner is above the gym; a gym of its own begins with its manager.
    'team', (
      select count(*) from public.users u where u.gym_id = p_gym_id and u.is_active
    ) >= case when gym.franchise_id is null then 2 else 1 end,
    'hours', jsonb_array_length(gym.opening_hours) > 0,
    'members', exists (
      select from public.gym_members_v2 m
      where m.gym_id = p_gym_id and m.deleted_at is null and m.is_active and m.member_kind = 'member'
    ),
    'kiosk', exists (select from public.kiosks k where k.gym_id = p_gym_id and k.status <> 'provisioning'),
    'badge', exists (
      select from public.kiosks k join public.gym_visits v on v.kiosk_id = k.id where k.gym_id = p_gym_id
    ),
    'conversation', exists (select from public.openai_realtime_sessions s where s.gym_id = p_gym_id),
    'alert', exists (select from public.manager_alerts a where a.gym_id = p_gym_id)
  );
  return case when jsonb_path_exists(steps, '$.* ? (@ == false)') then steps end;
end $$;
comment on function private.first_steps(uuid) is
  'Which first steps of a gym are done: {team, hours, members, kiosk, badge, conversation, alert}; null once all are, or when they were put away.';

create or replace function public.dashboard_overview(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
  today date := (now() at time zone zone)::date;
  sees_alerts boolean := p_gym_id = any (private.alert_gym_ids());
  lists boolean := p_gym_id = any (private.conversation_gym_ids());
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  return jsonb_build_object('date', today, 'inside_now', private.people_inside(p_gym_id, now()))
    || private.overview_days(p_gym_id, zone, today)
    || private.overview_members(p_gym_id, today)
    || case when lists then private.overview_moods(p_gym_id, zone, today)
      else '{"negative_yesterday": null, "topics": []}' end
    || (
      select jsonb_build_object('alerts_open', count(*), 'alerts_urgent', count(*) filter (where a.priority = 'urgent'))
      from public.manager_alerts a where a.gym_id = p_gym_id and sees_alerts and a.status in ('pending', 'in_progress')
    )
    || jsonb_build_object(
      'kiosks', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', k.id, 'slug', k.slug, 'name', k.name, 'location', k.location_in_gym,
          'shown', private.kiosk_shown(k.status, s.last_heartbeat_at), 'last_heartbeat_at', s.last_heartbeat_at
        ) order by k.name, k.id), '[]')
        from public.kiosks k left join public.kiosk_state s on s.kiosk_id = k.id where k.gym_id = p_gym_id
      ),
      'first_steps', private.first_steps(p_gym_id),
      'to_call', private.alerts_to_call(p_gym_id),
      'live', private.overview_live(p_gym_id, sees_alerts, lists),
      'hours', private.overview_hours(p_gym_id, zone, today)
    );
end $$;

create function public.hide_first_steps(p_gym_id uuid, p_hidden boolean) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  if p_gym_id <> all (private.kiosk_admin_gym_ids()) then
    perform private.refuse(
      case when p_gym_id = any (private.contact_gym_ids()) then 'customer_suspended' else 'forbidden' end);
  elsif p_hidden is null then
    perform private.refuse('invalid_input', 'hidden');
  end if;
  update public.gyms g set first_steps_hidden_at = case when p_hidden then now() end where g.id = p_gym_id;
end $$;
comment on function public.hide_first_steps(uuid, boolean) is
  'Puts a gym''s list of first steps away, or takes it out again. Raises not_found, forbidden, customer_suspended, invalid_input (hidden), mfa_required.';

grant execute on function public.hide_first_steps(uuid, boolean) to authenticated;
