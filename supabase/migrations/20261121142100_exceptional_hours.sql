-- When a gym is open, day by day: the weekly rules, unless the day has been given hours of its own.

create function private.hours_clash(p_hours jsonb) returns integer
language sql immutable set search_path = ''
as $$
  with spans as (
    select s.place, (s.span ->> 'weekday')::integer as weekday, starts.at as starts,
      starts.at + case when length.minutes <= 0 then length.minutes + 1440 else length.minutes end as ends
    from jsonb_array_elements(p_hours) with ordinality as s (span, place)
    cross join lateral (
      select ((s.span ->> 'weekday')::integer - 1) * 1440
        + (extract(epoch from (s.span ->> 'open')::interval) / 60)::integer as at
    ) starts
    cross join lateral (
      select (extract(epoch from (s.span ->> 'close')::interval - (s.span ->> 'open')::interval) / 60)::integer as minutes
    ) length
  )
  select min(b.weekday) from spans a
  join spans b on a.place <> b.place
  -- The week goes round: Sunday's night reaches into Monday.
  join (values (0), (10080)) as turn (minutes) on a.starts < b.ends + turn.minutes and b.starts + turn.minutes < a.ends
    and (a.starts, a.place) <= (b.starts + turn.minutes, b.place)
$$;
comment on function private.hours_clash(jsonb) is
  'The first weekday with a span that begins within another one, that of the night before included; null when none does.';

create function private.check_opening_hours() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  clash integer := private.hours_clash(new.opening_hours);
begin
  if clash is not null then
    perform private.refuse('invalid_input', 'opening_hours.' || clash);
  end if;
  return new;
end $$;
comment on function private.check_opening_hours() is 'Row trigger: refuses weekly hours that overlap, naming the weekday.';

-- After the table's own check of the shape, without which the hours could not be read.
create trigger gyms_check_opening_hours after insert or update of opening_hours on public.gyms
  for each row execute function private.check_opening_hours();

create function private.hours_on(p_gym_id uuid, p_date date) returns table (open text, close text)
language plpgsql stable security definer set search_path = ''
as $$
declare
  own public.gym_hours_exceptions;
begin
  select * into own from public.gym_hours_exceptions e where e.gym_id = p_gym_id and e.local_date = p_date;
  if own.is_closed then
    return;
  elsif own.open is not null then
    return query select own.open, own.close;
    return;
  end if;
  return query
    select h ->> 'open', h ->> 'close'
    from public.gyms g cross join lateral jsonb_array_elements(g.opening_hours) as h
    where g.id = p_gym_id and (h ->> 'weekday')::integer = extract(isodow from p_date)
    order by 1;
end $$;
comment on function private.hours_on(uuid, date) is
  'The spans that begin on a day, HH:MM, by its exception or else its weekday; closing at or before opening means after midnight.';

create function private.first_instant(p_local timestamp, p_zone text) returns timestamptz
language plpgsql stable set search_path = ''
as $$
begin
  return least(p_local at time zone p_zone, (p_local - interval '1 hour') at time zone p_zone + interval '1 hour');
end $$;
comment on function private.first_instant(timestamp, text) is
  'When a clock shows this time; the first of both in the night that has the hour twice.';

create or replace function private.opening(p_gym_id uuid, p_at timestamptz) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
  local timestamp := p_at at time zone zone;
begin
  return (
    -- Yesterday counts too: a gym that closes after midnight is still open then.
    with spans as (
      select ago.days = 0 as today, h.open, h.close, local::date - ago.days + h.open::time as opens,
        local::date - ago.days + h.close::interval
          + case when h.close::interval <= h.open::interval then interval '1 day' else interval '0' end as closes
      from (values (0), (1)) as ago (days)
      cross join lateral private.hours_on(p_gym_id, local::date - ago.days) as h
    )
    select jsonb_build_object(
      'open', (array_agg(s.open order by s.opens) filter (where s.today))[1],
      'close', (array_agg(s.close order by s.closes desc) filter (where s.today))[1],
      -- By the clock on the wall and by the time that has passed: an hour that comes twice opens nothing again.
      'is_open', coalesce(bool_or(
        p_at >= private.first_instant(s.opens, zone) and local < s.closes
        and p_at < private.first_instant(s.closes, zone)), false)
    )
    from spans s
  ) || coalesce((
    select jsonb_build_object('exception', jsonb_build_object('is_closed', e.is_closed, 'label', e.label))
    from public.gym_hours_exceptions e
    where e.gym_id = p_gym_id and e.local_date = local::date and (e.is_closed or e.open is not null)
  ), '{}');
end $$;
comment on function private.opening(uuid, timestamptz) is
  '{open HH:MM|null, close HH:MM|null, is_open} of the day in the gym''s time zone, with exception {is_closed, label} when the day is not like its weekday.';

create function private.next_opening(p_gym_id uuid, p_at timestamptz) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
  today date := (p_at at time zone zone)::date;
begin
  return (
    select jsonb_build_object('date', today + ahead, 'open', h.open)
    from generate_series(0, 13) as ahead
    cross join lateral private.hours_on(p_gym_id, today + ahead) as h
    where private.first_instant(today + ahead + h.open::time, zone) > p_at
    order by ahead, h.open limit 1
  );
end $$;
comment on function private.next_opening(uuid, timestamptz) is
  '{date, open HH:MM} of the next span that begins within two weeks; null when none does.';

create or replace function private.kiosk_screen(p_kiosk_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'kiosk', jsonb_build_object('slug', k.slug, 'name', k.name, 'language', k.language, 'status', k.status),
    'gym', jsonb_build_object(
      'name', g.name, 'timezone', g.timezone, 'locale', g.locale, 'address_form', g.address_form,
      'status', case when private.gym_is_suspended(g.id) then 'suspended' else g.status end,
      'today', today.hours,
      'next_opening', case when not (today.hours ->> 'is_open')::boolean then private.next_opening(g.id, now()) end,
      'messages', g.kiosk_messages
    ),
    'classes', private.classes_json(g.id, now(), private.local_midnight(g.id, 1), null, 6, null, null),
    'reader_paused_until', case when s.reader_paused_until > now() then s.reader_paused_until end,
    'server_time', now()
  )
  from public.kiosks k
  join public.gyms g on g.id = k.gym_id
  cross join lateral (select private.opening(g.id, now()) as hours) today
  left join public.kiosk_state s on s.kiosk_id = k.id
  where k.id = p_kiosk_id
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
      'exceptions', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'date', e.local_date, 'open', e.open, 'close', e.close, 'label', e.label) order by e.local_date), '[]')
        from (
          select * from public.gym_hours_exceptions e
          where e.gym_id = g.id and e.local_date >= (now() at time zone g.timezone)::date and (e.is_closed or e.open is not null)
          order by e.local_date limit 60
        ) e
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
  'What anybody may know of the gym: address, hours of the week and the days that differ, how full it is, facilities, the note on prices.';

create or replace function private.overview_hours(p_gym_id uuid, p_zone text, p_today date) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with clock as (select now() at time zone p_zone as local),
  opening as (
    select coalesce(min(left(h.open, 2)::integer), 6) as first,
      coalesce(max(case when h.close <= h.open then 23
        else least(23, ceil(extract(epoch from h.close::interval) / 3600)::integer - 1) end), 22) as last
    from private.hours_on(p_gym_id, p_today) as h
  ),
  past as (
    select p_today - 7 * week as day from generate_series(0, 8) as week
    where week = 0
      or p_today - 7 * week >= (select min(f.local_date) from public.gym_visits f where f.gym_id = p_gym_id)
  ),
  hours as (
    select past.day, hour,
      case when past.day = p_today and past.day + make_interval(hours => hour + 1) > clock.local then clock.local
        else past.day + make_interval(hours => hour, mins => 30) end as at
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
