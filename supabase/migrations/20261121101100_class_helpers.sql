-- The one shape in which a class and a booking leave the database for a kiosk.

create function private.booking_is_open_to_badge(
  p_booked_in uuid, p_starts_at timestamptz, p_timezone text, p_session_id uuid
) returns boolean
language sql stable set search_path = ''
as $$
  select (p_starts_at at time zone p_timezone)::date = (now() at time zone p_timezone)::date
    or (p_booked_in is not null and p_booked_in = p_session_id)
$$;
comment on function private.booking_is_open_to_badge(uuid, timestamptz, text, uuid) is
  'A badge alone shows and changes the bookings of today and those made in this very conversation (rule P7).';

create function private.class_occurrence_json(p_occurrence_id uuid, p_member_id uuid, p_session_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'occurrence_id', o.id,
    'name', c.name,
    'starts_at', o.starts_at,
    'local_time', to_char(o.starts_at at time zone g.timezone, 'HH24:MI'),
    'local_date', to_char(o.starts_at at time zone g.timezone, 'YYYY-MM-DD'),
    'minutes', o.minutes,
    'coach', coalesce(o.coach, c.coach),
    'room', coalesce(o.room, c.room),
    'capacity', o.capacity,
    'free', greatest(o.capacity - (
      select count(*) from public.class_bookings b where b.occurrence_id = o.id and b.status = 'booked'
    ), 0),
    'booked_by_me', exists (
      select from public.class_bookings b
      where b.occurrence_id = o.id and b.member_id = p_member_id and b.status <> 'cancelled'
        and private.booking_is_open_to_badge(b.session_id, o.starts_at, g.timezone, p_session_id)
    )
  )
  from public.class_occurrences o
  join public.gym_classes c on c.id = o.class_id
  join public.gyms g on g.id = o.gym_id
  where o.id = p_occurrence_id
$$;
comment on function private.class_occurrence_json(uuid, uuid, uuid) is
  'ClassOccurrence; free counts places taken, requests that wait for the team not.';

create function private.classes_json(
  p_gym_id uuid, p_from timestamptz, p_to timestamptz, p_name text, p_limit integer, p_member_id uuid, p_session_id uuid
) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(
    private.class_occurrence_json(o.id, p_member_id, p_session_id) order by o.starts_at, o.id
  ), '[]')
  from (
    select o.id, o.starts_at
    from public.class_occurrences o
    join public.gym_classes c on c.id = o.class_id
    where o.gym_id = p_gym_id and o.starts_at >= p_from and o.starts_at < p_to and o.cancelled_at is null
      and c.is_active
      and (p_name is null or position(private.fold(p_name) in private.fold(c.name)) > 0)
    order by o.starts_at, o.id
    limit p_limit
  ) o
$$;
comment on function private.classes_json(uuid, timestamptz, timestamptz, text, integer, uuid, uuid) is
  'Array of ClassOccurrence that start in [from, to), soonest first; the name may be a part without accents.';

create function private.booking_json(p_booking_id uuid, p_session_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'booking_id', b.id, 'status', b.status,
    'class', private.class_occurrence_json(b.occurrence_id, b.member_id, p_session_id)
  )
  from public.class_bookings b where b.id = p_booking_id
$$;
comment on function private.booking_json(uuid, uuid) is 'Booking {booking_id, status, class: ClassOccurrence}.';

create function private.bookings_today(p_member_id uuid, p_gym_id uuid, p_session_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(private.booking_json(b.id, p_session_id) order by o.starts_at), '[]')
  from public.class_bookings b
  join public.class_occurrences o on o.id = b.occurrence_id
  join public.gyms g on g.id = b.gym_id
  where b.member_id = p_member_id and b.gym_id = p_gym_id and b.status <> 'cancelled' and o.cancelled_at is null
    and (o.starts_at at time zone g.timezone)::date = (now() at time zone g.timezone)::date
$$;
comment on function private.bookings_today(uuid, uuid, uuid) is 'Array of Booking of the member for today, by the gym''s clock.';

create function private.local_midnight(p_gym_id uuid, p_days integer default 0) returns timestamptz
language sql stable security definer set search_path = ''
as $$
  select (((now() at time zone g.timezone)::date + p_days)::timestamp) at time zone g.timezone
  from public.gyms g where g.id = p_gym_id
$$;
comment on function private.local_midnight(uuid, integer) is 'When today, or the day p_days from today, begins at the gym.';
