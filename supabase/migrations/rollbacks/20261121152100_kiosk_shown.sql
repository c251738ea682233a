create function private.kiosk_shown(p_status text, p_last_heartbeat_at timestamptz) returns text
language sql stable set search_path = ''
as $$
  select case
    when p_status in ('provisioning', 'maintenance', 'error') then p_status
    when p_last_heartbeat_at > now() - interval '45 seconds' then 'online'
    when p_last_heartbeat_at > now() - interval '105 seconds' then 'late'
    else 'offline'
  end
$$;
comment on function private.kiosk_shown(text, timestamptz) is
  'online under 45 s since the last heartbeat, late under 105 s, offline after; what the lifecycle says comes first.';

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

create or replace function private.kiosks_json(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', k.id, 'slug', k.slug, 'name', k.name, 'location', k.location_in_gym,
      'shown', private.kiosk_shown(k.status, s.last_heartbeat_at), 'last_heartbeat_at', s.last_heartbeat_at
    ) order by k.name, k.id), '[]')
    from public.kiosks k
    left join public.kiosk_state s on s.kiosk_id = k.id
    where k.gym_id = p_gym_id
  );
end $$;

create or replace function private.gyms_in_trouble() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return array(
    select distinct k.gym_id
    from public.kiosks k
    join public.gyms g on g.id = k.gym_id and g.status = 'active'
    left join public.franchises f on f.id = g.franchise_id
    left join public.kiosk_state s on s.kiosk_id = k.id
    where f.status is distinct from 'suspended'
      -- Most kiosks are well: only those that say otherwise or were quiet for a while are asked one by one.
      and (k.status = 'error' or coalesce(s.last_heartbeat_at < now() - interval '1 minute', true))
      and private.kiosk_shown(k.status, s.last_heartbeat_at) in ('offline', 'error')
  );
end $$;

create or replace function public.badge_desk(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  return jsonb_build_object(
    'kiosks', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', k.id, 'name', k.name, 'location', k.location_in_gym, 'shown', private.kiosk_shown(k.status, s.last_heartbeat_at),
        'form', k.reader_profile ->> 'form', 'learnt_at', k.reader_profile ->> 'learnt_at'
      ) order by k.name, k.id), '[]')
      from public.kiosks k left join public.kiosk_state s on s.kiosk_id = k.id where k.gym_id = p_gym_id
    ),
    'guests', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'first_name', m.first_name, 'badge_id', b.id, 'tail', right(b.number, 4), 'since', b.valid_from,
        'expires_at', b.expires_at, 'last_visit', m.last_visit,
        'given_by', (select by.full_name from public.users by where by.id = b.assigned_by)
      ) order by b.valid_from desc), '[]')
      from public.gym_members_v2 m
      join public.member_badges b on b.member_id = m.id and b.gym_id = m.gym_id and b.valid_to is null and b.expires_at > now()
      where m.gym_id = p_gym_id and m.guest_day is not null and m.deleted_at is null
    )
  );
end $$;

drop function private.kiosk_shown(uuid, text, timestamptz, timestamptz);
drop function private.kiosk_silence(uuid, timestamptz, timestamptz);
drop function private.open_since(uuid, timestamptz);
alter table public.kiosk_state drop column going_down_at;
