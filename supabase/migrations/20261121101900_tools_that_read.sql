-- Tools that only read: what a badge alone may learn (rules V5, P7).

create function private.tool_ok(p_result jsonb) returns jsonb
language sql immutable set search_path = ''
as $$ select jsonb_build_object('ok', true, 'result', p_result) $$;

create function private.tool_refused(p_code text) returns jsonb
language sql immutable set search_path = ''
as $$ select jsonb_build_object('ok', false, 'code', p_code) $$;

create function private.text_argument(p_arguments jsonb, p_name text, p_longest integer, p_required boolean)
returns boolean
language sql immutable set search_path = ''
as $$
  select case
    when p_arguments -> p_name is null or p_arguments -> p_name = 'null' then not p_required
    else jsonb_typeof(p_arguments -> p_name) = 'string'
      and length(btrim(p_arguments ->> p_name)) between 1 and p_longest
  end
$$;
comment on function private.text_argument(jsonb, text, integer, boolean) is 'Whether a tool''s text argument is there and not too long.';

create function private.id_argument(p_arguments jsonb, p_name text) returns uuid
language sql immutable set search_path = ''
as $$
  select case
    when p_arguments ->> p_name ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (p_arguments ->> p_name)::uuid
  end
$$;
comment on function private.id_argument(jsonb, text) is 'A tool''s id argument; null when it is none.';

create function private.day_argument(p_arguments jsonb, p_name text, p_timezone text) returns date
language plpgsql stable set search_path = ''
as $$
declare
  given text := p_arguments ->> p_name;
begin
  if given ~ '^\d{4}-\d{2}-\d{2}$' then
    return given::date;
  elsif given ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}' then
    return (given::timestamptz at time zone p_timezone)::date;
  end if;
  return null;
exception when others then
  return null;
end $$;
comment on function private.day_argument(jsonb, text, text) is 'A day from YYYY-MM-DD or an ISO time; null when it is neither.';

create function private.tool_get_member_profile(p_session public.openai_realtime_sessions, p_arguments jsonb)
returns jsonb
language sql stable security definer set search_path = ''
as $$
  select private.tool_ok(jsonb_build_object(
    'first_name', m.first_name,
    'member_since', m.member_since,
    'visits_this_month', (
      select count(*) from public.gym_visits v
      where v.member_id = m.id and v.member_gym_id = m.gym_id
        and v.local_date >= date_trunc('month', now() at time zone g.timezone)::date
    ),
    'membership', 'needs_staff',
    'bookings_today', private.bookings_today(m.id, m.gym_id, p_session.id)
  ))
  from public.gym_members_v2 m
  join public.gyms g on g.id = m.gym_id
  where m.id = p_session.member_id
$$;
comment on function private.tool_get_member_profile(public.openai_realtime_sessions, jsonb) is
  'First name, since when, visits this month, own bookings of today; the membership itself is for the team.';

create function private.tool_get_class_schedule(p_session public.openai_realtime_sessions, p_arguments jsonb)
returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  zone text := (select g.timezone from public.gyms g where g.id = p_session.gym_id);
  today date := (now() at time zone zone)::date;
  first_day date := coalesce(private.day_argument(p_arguments, 'from', zone), today);
  last_day date := coalesce(private.day_argument(p_arguments, 'to', zone), first_day);
begin
  if (p_arguments ->> 'from' is not null and private.day_argument(p_arguments, 'from', zone) is null)
    or (p_arguments ->> 'to' is not null and private.day_argument(p_arguments, 'to', zone) is null)
    or last_day < first_day or not private.text_argument(p_arguments, 'class_name', 80, false) then
    return private.tool_refused('invalid_arguments');
  end if;
  return private.tool_ok(jsonb_build_object('classes', private.classes_json(
    p_session.gym_id,
    greatest(now(), first_day::timestamp at time zone zone),
    (least(last_day, first_day + 6) + 1)::timestamp at time zone zone,
    p_arguments ->> 'class_name', 40, p_session.member_id, p_session.id
  )));
end $$;
comment on function private.tool_get_class_schedule(public.openai_realtime_sessions, jsonb) is
  '{classes} still to come from day to day, today when none is given, at most 7 days and 40 classes.';

create function private.tool_get_gym_info(p_session public.openai_realtime_sessions, p_arguments jsonb)
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
