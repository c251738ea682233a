-- Single dates of a class, and places given at the desk (rule V5).

create function private.local_start(p_gym_id uuid, p_date date, p_time text) returns timestamptz
language plpgsql stable security definer set search_path = ''
as $$
declare
  at timestamptz;
begin
  if p_date is null then
    perform private.refuse('invalid_input', 'date');
  elsif coalesce(p_time, '') !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' then
    perform private.refuse('invalid_input', 'time');
  end if;
  at := (select (p_date + p_time::time) at time zone g.timezone from public.gyms g where g.id = p_gym_id);
  if at <= now() or at > now() + interval '1 year' then
    perform private.refuse('invalid_input', 'date');
  end if;
  return at;
end $$;
comment on function private.local_start(uuid, date, text) is
  'An hour of the gym''s clock within the coming year; raises invalid_input (date, time).';

create function public.add_class_date(p_class_id uuid, p_date date, p_time text) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  class public.gym_classes;
  made uuid;
begin
  perform private.require_mfa();
  select * into class from public.gym_classes c where c.id = p_class_id and c.gym_id = any (private.accessible_gym_ids());
  if class.id is null then
    perform private.refuse('not_found');
  end if;
  perform private.require_right(class.gym_id, private.kiosk_admin_gym_ids());
  insert into public.class_occurrences (gym_id, class_id, starts_at, minutes, capacity)
  values (class.gym_id, class.id, private.local_start(class.gym_id, p_date, p_time), class.minutes, class.capacity)
  on conflict (class_id, gym_id, starts_at) do nothing
  returning id into made;
  if made is null then
    perform private.refuse('conflict', 'date');
  end if;
  return made;
end $$;
comment on function public.add_class_date(uuid, date, text) is
  'One more date of a class; answers its id. Raises not_found, forbidden, customer_suspended, invalid_input (date, time), conflict (there is one at that hour), mfa_required.';
grant execute on function public.add_class_date(uuid, date, text) to authenticated;

create function private.occurrence_for(p_occurrence_id uuid) returns public.class_occurrences
language plpgsql security definer set search_path = ''
as $$
declare
  occurrence public.class_occurrences;
begin
  perform private.require_mfa();
  -- Everybody who wants a place of this date waits here; what is counted below is what has been committed.
  select * into occurrence from public.class_occurrences o
  where o.id = p_occurrence_id and o.gym_id = any (private.accessible_gym_ids()) for update;
  if occurrence.id is null then
    perform private.refuse('not_found');
  end if;
  return occurrence;
end $$;
comment on function private.occurrence_for(uuid) is 'A date of a gym that the caller opens, locked; raises not_found, mfa_required.';

create function public.change_class_date(p_occurrence_id uuid, p_version timestamptz, p_changes jsonb) returns timestamptz
language plpgsql security definer set search_path = ''
as $$
declare
  occurrence public.class_occurrences := private.occurrence_for(p_occurrence_id);
  zone text := (select g.timezone from public.gyms g where g.id = occurrence.gym_id);
  local timestamp := occurrence.starts_at at time zone zone;
  wanted integer;
  taken integer;
  version timestamptz;
begin
  perform private.require_right(occurrence.gym_id, private.kiosk_admin_gym_ids());
  if p_version is distinct from occurrence.updated_at then
    perform private.refuse('conflict', 'version');
  elsif occurrence.starts_at <= now() then
    perform private.refuse('conflict', 'past');
  end if;
  wanted := private.class_number(p_changes, 'capacity', 1, 1000);
  select count(*) into taken from public.class_bookings b where b.occurrence_id = occurrence.id and b.status = 'booked';
  if wanted < taken then
    perform private.refuse('invalid_input', 'capacity');
  end if;
  update public.class_occurrences o set
    capacity = wanted,
    minutes = private.class_number(p_changes, 'minutes', 5, 480),
    coach = private.class_text(p_changes, 'coach', false),
    room = private.class_text(p_changes, 'room', false),
    starts_at = case when (p_changes ->> 'date', p_changes ->> 'time') = (local::date::text, to_char(local, 'HH24:MI'))
      then o.starts_at else private.local_start(o.gym_id, (p_changes ->> 'date')::date, p_changes ->> 'time') end,
    cancelled_at = case when (p_changes ->> 'is_cancelled')::boolean then coalesce(o.cancelled_at, now()) end
  where o.id = occurrence.id returning o.updated_at into version;
  return version;
exception
  when unique_violation then
    perform private.refuse('conflict', 'date');
  when invalid_datetime_format or datetime_field_overflow then
    perform private.refuse('invalid_input', 'date');
end $$;
comment on function public.change_class_date(uuid, timestamptz, jsonb) is
  'Sets a coming date whole: {date, time, minutes, capacity, coach, room, is_cancelled}; null coach and room are the class''s. Answers its new version. Raises not_found, forbidden, customer_suspended, conflict (version, past, date), invalid_input with the field (capacity below the places taken), mfa_required.';
grant execute on function public.change_class_date(uuid, timestamptz, jsonb) to authenticated;

create function public.book_class_place(p_occurrence_id uuid, p_member_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  occurrence public.class_occurrences := private.occurrence_for(p_occurrence_id);
  held public.class_bookings;
begin
  perform private.require_right(occurrence.gym_id, private.acting_gym_ids());
  if not exists (
    select from public.gym_members_v2 m where m.id = p_member_id and m.gym_id = occurrence.gym_id and m.deleted_at is null
  ) then
    perform private.refuse('not_found');
  end if;
  select * into held from public.class_bookings b
  where b.occurrence_id = occurrence.id and b.member_id = p_member_id and b.status <> 'cancelled';
  if held.status = 'booked' then
    return held.id;
  elsif occurrence.cancelled_at is not null or occurrence.starts_at <= now() then
    perform private.refuse('conflict', 'past');
  elsif (
    select count(*) from public.class_bookings b where b.occurrence_id = occurrence.id and b.status = 'booked'
  ) >= occurrence.capacity then
    perform private.refuse('conflict', 'full');
  end if;
  if held.id is not null then
    update public.class_bookings b set status = 'booked' where b.id = held.id;
  else
    insert into public.class_bookings (gym_id, occurrence_id, member_id, status, source)
    values (occurrence.gym_id, occurrence.id, p_member_id, 'booked', 'desk') returning * into held;
  end if;
  return held.id;
end $$;
comment on function public.book_class_place(uuid, uuid) is
  'Gives a member a place at a date, or grants the one they asked for; a place they have is answered again. Raises not_found, forbidden, customer_suspended, conflict (full, past), mfa_required.';
grant execute on function public.book_class_place(uuid, uuid) to authenticated;

create function public.free_class_place(p_booking_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  booking public.class_bookings;
begin
  perform private.require_mfa();
  select * into booking from public.class_bookings b
  where b.id = p_booking_id and b.gym_id = any (private.accessible_gym_ids());
  if booking.id is null then
    perform private.refuse('not_found');
  end if;
  perform private.require_right(booking.gym_id, private.acting_gym_ids());
  perform private.occurrence_for(booking.occurrence_id);
  update public.class_bookings b set status = 'cancelled', cancelled_at = now()
  where b.id = booking.id and b.status <> 'cancelled';
end $$;
comment on function public.free_class_place(uuid) is
  'Takes a place back, or declines one that was asked for. Raises not_found, forbidden, customer_suspended, mfa_required.';
grant execute on function public.free_class_place(uuid) to authenticated;
