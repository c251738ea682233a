-- A week of classes with who comes (rules T2, T6), in one answer.

create function private.class_date_json(p_occurrence public.class_occurrences, p_timezone text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'id', p_occurrence.id, 'class_id', c.id, 'name', c.name, 'starts_at', p_occurrence.starts_at,
      'local_date', (p_occurrence.starts_at at time zone p_timezone)::date,
      'local_time', to_char(p_occurrence.starts_at at time zone p_timezone, 'HH24:MI'),
      'minutes', p_occurrence.minutes, 'capacity', p_occurrence.capacity,
      'coach', coalesce(p_occurrence.coach, c.coach), 'room', coalesce(p_occurrence.room, c.room),
      'booked', count(b.id) filter (where b.status = 'booked'),
      'requested', count(b.id) filter (where b.status = 'requested'),
      'is_cancelled', p_occurrence.cancelled_at is not null, 'is_past', p_occurrence.starts_at <= now(),
      'is_closed', not (private.opening(p_occurrence.gym_id, p_occurrence.starts_at) ->> 'is_open')::boolean,
      'version', p_occurrence.updated_at
    )
    from public.gym_classes c
    left join public.class_bookings b on b.occurrence_id = p_occurrence.id and b.gym_id = p_occurrence.gym_id
      and b.status <> 'cancelled'
    where c.id = p_occurrence.class_id and c.gym_id = p_occurrence.gym_id
    group by c.id
  );
end $$;
comment on function private.class_date_json(public.class_occurrences, text) is
  'One date of a class for the team: places taken and asked for, whether the gym is closed at that hour. The caller has checked the gym.';

create function private.class_guests_json(p_occurrence_id uuid, p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', b.id, 'member_id', m.id, 'first_name', m.first_name, 'last_name', m.last_name,
      'status', b.status, 'source', b.source, 'created_at', b.created_at
    ) order by b.status desc, b.created_at, b.id), '[]')
    from public.class_bookings b
    join public.gym_members_v2 m on m.id = b.member_id and m.gym_id = b.gym_id
    where b.occurrence_id = p_occurrence_id and b.gym_id = p_gym_id and b.status <> 'cancelled'
  );
end $$;
comment on function private.class_guests_json(uuid, uuid) is
  'Who has a place at a date or waits for one, requests first. The caller has checked the gym.';

create function private.gym_classes_json(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    with slots as (
      select s.class_id, jsonb_agg(jsonb_build_object('weekday', s.weekday, 'starts', to_char(s.starts, 'HH24:MI'))
        order by s.weekday, s.starts) as list
      from public.class_slots s where s.gym_id = p_gym_id group by s.class_id
    ),
    dates as (
      select o.class_id, min(o.starts_at) filter (where o.starts_at > now()) as next_at,
        sum(o.capacity) filter (where o.starts_at <= now()) as places,
        sum(b.number) filter (where o.starts_at <= now()) as taken
      from public.class_occurrences o
      left join lateral (
        select count(*) as number from public.class_bookings k where k.occurrence_id = o.id and k.status = 'booked'
      ) b on true
      where o.gym_id = p_gym_id and o.cancelled_at is null and o.starts_at > now() - interval '28 days'
      group by o.class_id
    )
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'name', c.name, 'coach', c.coach, 'room', c.room, 'minutes', c.minutes, 'capacity', c.capacity,
      'is_active', c.is_active, 'version', c.updated_at, 'slots', coalesce(s.list, '[]'),
      'next_at', d.next_at, 'places', coalesce(d.places, 0), 'taken', coalesce(d.taken, 0)
    ) order by c.is_active desc, private.fold(c.name), c.id), '[]')
    from public.gym_classes c
    left join slots s on s.class_id = c.id
    left join dates d on d.class_id = c.id
    where c.gym_id = p_gym_id
  );
end $$;
comment on function private.gym_classes_json(uuid) is
  'The classes of a gym with their weekly slots, their next date, and places offered and taken in the last 28 days. The caller has checked the gym.';

create function public.list_classes(p_gym_id uuid, p_week date default null, p_open uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  gym public.gyms;
  today date;
  monday date;
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  select * into gym from public.gyms g where g.id = p_gym_id;
  today := (now() at time zone gym.timezone)::date;
  monday := date_trunc('week', coalesce(p_week, today))::date;
  return jsonb_build_object(
    'today', today, 'monday', monday, 'bookings_by', gym.bookings_by,
    'classes', private.gym_classes_json(p_gym_id),
    'dates', (
      select coalesce(jsonb_agg(private.class_date_json(o, gym.timezone) order by o.starts_at, o.id), '[]')
      from public.class_occurrences o
      where o.gym_id = p_gym_id and o.starts_at >= monday::timestamp at time zone gym.timezone
        and o.starts_at < (monday + 7)::timestamp at time zone gym.timezone
    ),
    'open', (
      select private.class_date_json(o, gym.timezone) || jsonb_build_object('guests', private.class_guests_json(o.id, o.gym_id))
      from public.class_occurrences o where o.id = p_open and o.gym_id = p_gym_id
    )
  );
end $$;
comment on function public.list_classes(uuid, date, uuid) is
  'The week of a day (this one by default) at a gym: {today, monday, bookings_by, classes, dates, open: the date asked for with its guests | null}. Raises not_found, mfa_required.';
grant execute on function public.list_classes(uuid, date, uuid) to authenticated;
