drop function public.hide_first_steps(uuid, boolean);

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
      'to_call', private.alerts_to_call(p_gym_id),
      'live', private.overview_live(p_gym_id, sees_alerts, lists),
      'hours', private.overview_hours(p_gym_id, zone, today)
    );
end $$;

drop function private.first_steps(uuid);
alter table public.gyms drop column first_steps_hidden_at;
