-- What a kiosk shows of itself counts the hours in which the gym is open (rule K3), and what it said when it stopped.

alter table public.kiosk_state add column going_down_at timestamptz;
comment on column public.kiosk_state.going_down_at is 'When the kiosk said that it stops; null again with its next heartbeat.';

create function private.open_since(p_gym_id uuid, p_at timestamptz) returns timestamptz
language plpgsql stable security definer set search_path = ''
as $$
declare
  gym public.gyms := (select g from public.gyms g where g.id = p_gym_id);
  today date := (p_at at time zone gym.timezone)::date;
  since timestamptz;
  span record;
begin
  if gym.opening_hours = '[]' then
    return '-infinity';
  end if;
  -- From the latest to the earliest, so that spans that meet are one: a gym that never closes opened days ago.
  for span in
    select private.first_instant(day.it + h.open::time, gym.timezone) as opens,
      private.first_instant(day.it + h.close::interval
        + case when h.close::interval <= h.open::interval then interval '1 day' else interval '0' end, gym.timezone) as closes
    from (select today - ago as it from generate_series(0, 3) as ago) day
    cross join lateral private.hours_on(p_gym_id, day.it) as h
    order by 1 desc
  loop
    continue when span.opens > p_at or span.closes < coalesce(since, p_at) or (since is null and span.closes <= p_at);
    since := span.opens;
  end loop;
  return since;
end $$;
comment on function private.open_since(uuid, timestamptz) is
  'Since when the gym has been open; null while it is closed, -infinity for a gym that has no hours written down.';

create function private.kiosk_silence(p_gym_id uuid, p_last_heartbeat_at timestamptz, p_at timestamptz) returns interval
language sql stable security definer set search_path = ''
as $$
  select p_at - greatest(coalesce(p_last_heartbeat_at, '-infinity'), opened.at, p_at - interval '30 days')
  from (select private.open_since(p_gym_id, p_at) as at) opened
  where opened.at is not null
$$;
comment on function private.kiosk_silence(uuid, timestamptz, timestamptz) is
  'How long a kiosk has said nothing while its gym was open, 30 days at most; null while it is closed.';

create function private.kiosk_shown(
  p_gym_id uuid, p_status text, p_last_heartbeat_at timestamptz, p_going_down_at timestamptz
) returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
  silence interval;
begin
  if p_status in ('provisioning', 'maintenance', 'error') then
    return p_status;
  elsif p_going_down_at is null and p_last_heartbeat_at > now() - interval '45 seconds' then
    return 'online';
  end if;
  silence := private.kiosk_silence(p_gym_id, p_last_heartbeat_at, now());
  return case
    when silence is null then 'resting'
    when p_going_down_at is null and silence < interval '105 seconds' then 'late'
    else 'offline'
  end;
end $$;
comment on function private.kiosk_shown(uuid, text, timestamptz, timestamptz) is
  'online under 45 s since the last heartbeat, late under 105 s of open hours, offline after or when it said that it stops; resting while the gym is closed; what the lifecycle says comes first.';

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
          'shown', private.kiosk_shown(k.gym_id, k.status, s.last_heartbeat_at, s.going_down_at), 'last_heartbeat_at', s.last_heartbeat_at
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
      'shown', private.kiosk_shown(k.gym_id, k.status, s.last_heartbeat_at, s.going_down_at), 'last_heartbeat_at', s.last_heartbeat_at
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
      and private.kiosk_shown(k.gym_id, k.status, s.last_heartbeat_at, s.going_down_at) in ('offline', 'error')
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
        'id', k.id, 'name', k.name, 'location', k.location_in_gym,
        'shown', private.kiosk_shown(k.gym_id, k.status, s.last_heartbeat_at, s.going_down_at),
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

drop function private.kiosk_shown(text, timestamptz);
