create or replace function private.overview_hours(p_gym_id uuid, p_zone text, p_today date) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with clock as (select now() at time zone p_zone as local),
  opening as (
    select coalesce(min(left(h ->> 'open', 2)::integer), 6) as first,
      coalesce(max(case when h ->> 'close' <= h ->> 'open' then 23
        else least(23, ceil(extract(epoch from (h ->> 'close')::interval) / 3600)::integer - 1) end), 22) as last
    from public.gyms g cross join lateral jsonb_array_elements(g.opening_hours) as h
    where g.id = p_gym_id and (h ->> 'weekday')::integer = extract(isodow from p_today)
  ),
  past as (
    select p_today - 7 * week as day from generate_series(0, 8) as week
    where week = 0
      or p_today - 7 * week >= (select min(f.local_date) from public.gym_visits f where f.gym_id = p_gym_id)
  ),
  hours as (
    select past.day, hour,
      least(past.day + make_interval(hours => hour, mins => 30), case when past.day = p_today then clock.local end) as at
    from past cross join clock cross join opening cross join lateral generate_series(opening.first, opening.last) as hour
    where past.day < p_today or past.day + make_interval(hours => hour) <= clock.local
  ),
  inside as (
    select h.day, h.hour, count(v.at) as n
    from hours h
    left join (
      select v.local_date, v.started_at at time zone p_zone as at from public.gym_visits v
      where v.gym_id = p_gym_id and v.local_date in (select past.day from past)
    ) v on v.local_date = h.day and v.at > h.at - interval '90 minutes' and v.at <= h.at
    group by h.day, h.hour
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'hour', hour,
    'usual', coalesce((select round(avg(i.n)) from inside i where i.hour = slot.hour and i.day < p_today), 0),
    'today', (select i.n from inside i where i.hour = slot.hour and i.day = p_today)
  ) order by hour), '[]')
  from opening cross join lateral generate_series(opening.first, opening.last) as slot (hour)
$$;

create or replace function private.tool_get_gym_info(p_session public.openai_realtime_sessions, p_arguments jsonb)
returns jsonb
language sql stable security definer set search_path = ''
as $$
  select case
    when not private.text_argument(p_arguments, 'topic', 80, false) then private.tool_refused('invalid_arguments')
    else private.tool_ok(jsonb_build_object(
      'name', g.name, 'address', concat_ws(', ', g.address, g.city), 'phone', g.phone,
      'today', private.opening(g.id, now()),
      'week', (
        select coalesce(jsonb_agg(h order by (h ->> 'weekday')::integer, h ->> 'open'), '[]')
        from jsonb_array_elements(g.opening_hours) as h
      ),
      'inside_now', private.people_inside(g.id, now()),
      'usual_now', private.usual_inside(g.id, now()),
      'facilities', to_jsonb(g.facilities),
      'price_note', g.price_note
    ))
  end
  from public.gyms g where g.id = p_session.gym_id
$$;
comment on function private.tool_get_gym_info(public.openai_realtime_sessions, jsonb) is
  'What anybody may know of the gym: address, hours, how full it is, facilities, the note on prices.';

create or replace function private.kiosk_screen(p_kiosk_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'kiosk', jsonb_build_object('slug', k.slug, 'name', k.name, 'language', k.language, 'status', k.status),
    'gym', jsonb_build_object(
      'name', g.name, 'timezone', g.timezone, 'locale', g.locale, 'address_form', g.address_form,
      'status', case when private.gym_is_suspended(g.id) then 'suspended' else g.status end,
      'today', private.opening(g.id, now())
    ),
    'classes', private.classes_json(g.id, now(), private.local_midnight(g.id, 1), null, 6, null, null),
    'reader_paused_until', case when s.reader_paused_until > now() then s.reader_paused_until end,
    'server_time', now()
  )
  from public.kiosks k
  join public.gyms g on g.id = k.gym_id
  left join public.kiosk_state s on s.kiosk_id = k.id
  where k.id = p_kiosk_id
$$;

create or replace function private.opening(p_gym_id uuid, p_at timestamptz) returns jsonb
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

drop trigger gyms_check_opening_hours on public.gyms;
drop function private.check_opening_hours();
drop function private.hours_clash(jsonb);
drop function private.next_opening(uuid, timestamptz);
drop function private.first_instant(timestamp, text);
drop function private.hours_on(uuid, date);
