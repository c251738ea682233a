-- Tools that write: bookings under the lock of the class, and words for the team (rules V5, A6).

create function private.tool_book_class(p_session public.openai_realtime_sessions, p_arguments jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  wanted uuid := private.id_argument(p_arguments, 'occurrence_id');
  occurrence public.class_occurrences;
  held public.class_bookings;
  kind text := (select case g.bookings_by when 'staff' then 'requested' else 'booked' end
    from public.gyms g where g.id = p_session.gym_id);
  refusal text;
begin
  if wanted is null then
    return private.tool_refused('invalid_arguments');
  end if;
  -- Everybody who wants this class waits here; what is counted below is what has been committed.
  select * into occurrence from public.class_occurrences o
  where o.id = wanted and o.gym_id = p_session.gym_id and o.cancelled_at is null for update;
  if occurrence.id is null then
    return private.tool_ok('{"status": "not_found"}');
  end if;
  select * into held from public.class_bookings b
  where b.occurrence_id = occurrence.id and b.member_id = p_session.member_id and b.status <> 'cancelled';
  refusal := case
    when held.id is not null then 'already_booked'
    when occurrence.starts_at <= now() then 'past'
    when (
      select count(*) from public.class_bookings b where b.occurrence_id = occurrence.id and b.status = 'booked'
    ) >= occurrence.capacity then 'full'
    when exists (
      select from public.class_bookings b
      join public.class_occurrences o on o.id = b.occurrence_id
      where b.member_id = p_session.member_id and b.gym_id = p_session.gym_id and b.status <> 'cancelled'
        and o.cancelled_at is null
        and (o.starts_at, make_interval(mins => o.minutes))
          overlaps (occurrence.starts_at, make_interval(mins => occurrence.minutes))
    ) then 'conflict'
  end;
  if refusal is null then
    insert into public.class_bookings (gym_id, occurrence_id, member_id, status, source, session_id)
    values (p_session.gym_id, occurrence.id, p_session.member_id, kind, 'kiosk', p_session.id)
    returning * into held;
    if kind = 'requested' then
      perform private.raise_alert(p_session.gym_id, 'staff_call', 'medium', p_session.member_id, null,
        jsonb_build_object('code', 'booking_request', 'session_id', p_session.id, 'params', (
          select jsonb_build_object('class', c.name, 'starts_at', occurrence.starts_at)
          from public.gym_classes c where c.id = occurrence.class_id
        )), '[{"code": "call_member", "params": {}}]');
    end if;
  end if;
  return private.tool_ok(jsonb_strip_nulls(jsonb_build_object(
    'status', coalesce(refusal, kind), 'booking_id', held.id
  )) || jsonb_build_object('class', private.class_occurrence_json(occurrence.id, p_session.member_id, p_session.id)));
end $$;
comment on function private.tool_book_class(public.openai_realtime_sessions, jsonb) is
  '{status: booked|requested|already_booked|full|past|not_found|conflict, booking_id?, class?}; another gym''s class is not_found.';

create function private.tool_cancel_booking(p_session public.openai_realtime_sessions, p_arguments jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  wanted uuid := private.id_argument(p_arguments, 'booking_id');
  booking public.class_bookings;
  occurrence public.class_occurrences;
  status text := 'cancelled';
begin
  if wanted is null then
    return private.tool_refused('invalid_arguments');
  end if;
  select b.* into booking
  from public.class_bookings b
  join public.class_occurrences o on o.id = b.occurrence_id
  join public.gyms g on g.id = b.gym_id
  where b.id = wanted and b.member_id = p_session.member_id and b.gym_id = p_session.gym_id and b.status <> 'cancelled'
    and private.booking_is_open_to_badge(b.session_id, o.starts_at, g.timezone, p_session.id);
  if booking.id is null then
    return private.tool_ok('{"status": "not_found"}');
  end if;
  select * into occurrence from public.class_occurrences o where o.id = booking.occurrence_id for update;
  if occurrence.starts_at <= now() then
    status := 'past';
  else
    update public.class_bookings b set status = 'cancelled', cancelled_at = now()
    where b.id = booking.id and b.status <> 'cancelled';
  end if;
  return private.tool_ok(jsonb_build_object('status', status,
    'class', private.class_occurrence_json(occurrence.id, p_session.member_id, p_session.id)));
end $$;
comment on function private.tool_cancel_booking(public.openai_realtime_sessions, jsonb) is
  '{status: cancelled|not_found|past, class?}; reaches the member''s bookings of today and of this conversation only.';

create function private.tool_report_issue(p_session public.openai_realtime_sessions, p_arguments jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  equipment jsonb := jsonb_build_object('equipment', btrim(p_arguments ->> 'equipment'));
begin
  if not private.text_argument(p_arguments, 'text', 1000, true)
    or not private.text_argument(p_arguments, 'equipment', 80, false) then
    return private.tool_refused('invalid_arguments');
  end if;
  return private.tool_ok(jsonb_build_object('status', 'reported', 'alert_id', private.raise_alert(
    p_session.gym_id, 'equipment_issue', 'medium', p_session.member_id, null,
    jsonb_build_object('code', 'equipment_report', 'params', equipment, 'session_id', p_session.id,
      'reasons', jsonb_build_array(jsonb_build_object(
        'code', 'equipment_report', 'params', equipment || jsonb_build_object('text', btrim(p_arguments ->> 'text'))))),
    jsonb_build_array(jsonb_build_object('code', 'fix_equipment', 'params', equipment))
  )));
end $$;
comment on function private.tool_report_issue(public.openai_realtime_sessions, jsonb) is '{status: reported, alert_id|null}.';

create function private.tool_leave_feedback(p_session public.openai_realtime_sessions, p_arguments jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  if not private.text_argument(p_arguments, 'text', 1000, true) then
    return private.tool_refused('invalid_arguments');
  end if;
  -- Praise or complaint is not told apart here: a person reads it, whether or not the conversation may be analysed.
  perform private.raise_alert(p_session.gym_id, 'needs_review', 'low', p_session.member_id, null,
    jsonb_build_object('code', 'feedback_left', 'params', '{}'::jsonb, 'session_id', p_session.id,
      'reasons', jsonb_build_array(jsonb_build_object(
        'code', 'feedback_left', 'params', jsonb_build_object('text', btrim(p_arguments ->> 'text'))))),
    '[{"code": "answer_feedback", "params": {}}]');
  return private.tool_ok('{"status": "noted"}');
end $$;
comment on function private.tool_leave_feedback(public.openai_realtime_sessions, jsonb) is '{status: noted}.';

create function private.call_team(
  p_gym_id uuid, p_kiosk_id uuid, p_member_id uuid, p_session_id uuid, p_reason text, p_text text
) returns text
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.raise_alert(p_gym_id, 'staff_call', 'high', p_member_id, p_kiosk_id,
    jsonb_build_object('code', 'member_call', 'session_id', p_session_id,
      'params', jsonb_strip_nulls(jsonb_build_object('reason', p_reason)),
      'reasons', jsonb_build_array(jsonb_build_object('code', 'member_call',
        'params', jsonb_strip_nulls(jsonb_build_object('reason', p_reason, 'text', p_text))))),
    '[{"code": "go_to_entrance", "params": {}}]');
  return case when (private.opening(p_gym_id, now()) ->> 'is_open')::boolean then 'called' else 'nobody_on_duty' end;
end $$;
comment on function private.call_team(uuid, uuid, uuid, uuid, text, text) is
  'Tells the team in either case; nobody_on_duty outside the opening hours.';

create function private.tool_call_staff(p_session public.openai_realtime_sessions, p_arguments jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  if not private.text_argument(p_arguments, 'reason', 80, true)
    or not private.text_argument(p_arguments, 'text', 1000, false) then
    return private.tool_refused('invalid_arguments');
  end if;
  return private.tool_ok(jsonb_build_object('status', private.call_team(
    p_session.gym_id, p_session.kiosk_id, p_session.member_id, p_session.id,
    btrim(p_arguments ->> 'reason'), btrim(p_arguments ->> 'text')
  )));
end $$;
comment on function private.tool_call_staff(public.openai_realtime_sessions, jsonb) is '{status: called|nobody_on_duty}.';
