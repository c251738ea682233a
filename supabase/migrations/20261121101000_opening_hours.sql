-- When a gym is open and how many people are inside, by its own clock.

create function private.opening(p_gym_id uuid, p_at timestamptz) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with clock as (
    select p_at at time zone g.timezone as local, g.opening_hours
    from public.gyms g where g.id = p_gym_id
  ),
  -- Yesterday counts too: a gym that closes after midnight is still open then.
  spans as (
    select ago.days = 0 as today, h, clock.local, clock.local::date - ago.days + (h ->> 'open')::time as opens,
      clock.local::date - ago.days + (h ->> 'close')::interval
        + case when (h ->> 'close')::interval <= (h ->> 'open')::interval then interval '1 day' else interval '0' end
        as closes
    from clock
    cross join (values (0), (1)) as ago (days)
    cross join lateral jsonb_array_elements(clock.opening_hours) as h
    where (h ->> 'weekday')::integer = extract(isodow from clock.local::date - ago.days)
  )
  select jsonb_build_object(
    'open', (array_agg(h ->> 'open' order by opens) filter (where today))[1],
    'close', (array_agg(h ->> 'close' order by closes desc) filter (where today))[1],
    'is_open', coalesce(bool_or(local >= opens and local < closes), false)
  )
  from spans
$$;
comment on function private.opening(uuid, timestamptz) is
  '{open HH:MM|null, close HH:MM|null, is_open} of the day in the gym''s time zone.';

create function private.people_inside(p_gym_id uuid, p_at timestamptz) returns integer
language sql stable security definer set search_path = ''
as $$
  select count(*)::integer from public.gym_visits v
  where v.gym_id = p_gym_id and v.started_at > p_at - interval '90 minutes' and v.started_at <= p_at
$$;
comment on function private.people_inside(uuid, timestamptz) is
  'Visits begun in the 90 minutes before: nobody scans on leaving, so a stay is taken to last that long.';

create function private.usual_inside(p_gym_id uuid, p_at timestamptz) returns integer
language sql stable security definer set search_path = ''
as $$
  select round(avg(private.people_inside(p_gym_id, past.at)))::integer
  from public.gyms g
  cross join generate_series(1, 8) as week
  cross join lateral (
    select ((p_at at time zone g.timezone) - make_interval(days => 7 * week)) at time zone g.timezone as at
  ) as past
  where g.id = p_gym_id
    and past.at >= (select min(v.started_at) from public.gym_visits v where v.gym_id = p_gym_id)
$$;
comment on function private.usual_inside(uuid, timestamptz) is
  'Mean of people_inside at this hour of the same weekday over the last 8 weeks on record; null without a week.';
