-- Classes and their dates, changed by those who run the gym (rule T6: gym settings).

create function private.class_text(p_changes jsonb, p_key text, p_required boolean) returns text
language plpgsql immutable set search_path = ''
as $$
declare
  value text := nullif(btrim(p_changes ->> p_key), '');
begin
  if length(value) > 80 or (p_required and value is null) then
    perform private.refuse('invalid_input', p_key);
  end if;
  return value;
end $$;
comment on function private.class_text(jsonb, text, boolean) is 'A trimmed text of at most 80 characters, null for none; raises invalid_input with the key.';

create function private.class_number(p_changes jsonb, p_key text, p_from integer, p_to integer) returns integer
language plpgsql immutable set search_path = ''
as $$
begin
  if jsonb_typeof(p_changes -> p_key) is distinct from 'number'
    or (p_changes ->> p_key)::numeric not between p_from and p_to
    or (p_changes ->> p_key)::numeric <> trunc((p_changes ->> p_key)::numeric) then
    perform private.refuse('invalid_input', p_key);
  end if;
  return (p_changes ->> p_key)::integer;
end $$;
comment on function private.class_number(jsonb, text, integer, integer) is 'A whole number within bounds; raises invalid_input with the key.';

create function private.set_class_slots(p_class public.gym_classes, p_slots jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  gone uuid[];
begin
  if jsonb_typeof(p_slots) is distinct from 'array' or jsonb_array_length(p_slots) > 50 or jsonb_path_exists(p_slots,
    '$[*] ? (!(@.weekday >= 1 && @.weekday <= 7 && @.weekday.floor() == @.weekday
      && @.starts like_regex "^([01][0-9]|2[0-3]):[0-5][0-9]$"))') then
    perform private.refuse('invalid_input', 'slots');
  end if;
  select array_agg(s.id) into gone from public.class_slots s
  where s.class_id = p_class.id and s.gym_id = p_class.gym_id and not exists (
    select from jsonb_array_elements(p_slots) w
    where (w ->> 'weekday')::integer = s.weekday and (w ->> 'starts')::time = s.starts
  );
  -- What nobody has booked goes with its slot; a date with guests stays until somebody cancels it.
  delete from public.class_occurrences o
  where o.slot_id = any (gone) and o.gym_id = p_class.gym_id and o.starts_at > now()
    and not exists (select from public.class_bookings b where b.occurrence_id = o.id);
  delete from public.class_slots s where s.id = any (gone);
  insert into public.class_slots (gym_id, class_id, weekday, starts)
  select distinct p_class.gym_id, p_class.id, (w ->> 'weekday')::integer, (w ->> 'starts')::time
  from jsonb_array_elements(p_slots) w
  on conflict (class_id, weekday, starts) do nothing;
  perform private.plan_classes(p_class.gym_id, p_class.id);
end $$;
comment on function private.set_class_slots(public.gym_classes, jsonb) is
  'Makes the weekly slots [{weekday, starts HH:MI}] of a class what is given, with the dates that follow. Raises invalid_input (slots).';

create function public.save_class(p_gym_id uuid, p_changes jsonb, p_class_id uuid default null, p_version timestamptz default null)
returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  before public.gym_classes;
  class public.gym_classes;
begin
  perform private.require_right(p_gym_id, private.kiosk_admin_gym_ids());
  if p_class_id is not null then
    select * into before from public.gym_classes c where c.id = p_class_id and c.gym_id = p_gym_id for update;
    if before.id is null then
      perform private.refuse('not_found');
    elsif p_version is distinct from before.updated_at then
      perform private.refuse('conflict', 'version');
    end if;
  end if;
  class.name := private.class_text(p_changes, 'name', true);
  class.coach := private.class_text(p_changes, 'coach', false);
  class.room := private.class_text(p_changes, 'room', false);
  class.minutes := private.class_number(p_changes, 'minutes', 5, 480);
  class.capacity := private.class_number(p_changes, 'capacity', 1, 1000);
  if before.id is null then
    insert into public.gym_classes (gym_id, name, coach, room, minutes, capacity)
    values (p_gym_id, class.name, class.coach, class.room, class.minutes, class.capacity) returning * into class;
  else
    update public.gym_classes c set
      name = class.name, coach = class.coach, room = class.room, minutes = class.minutes, capacity = class.capacity
    where c.id = before.id returning * into class;
    -- Dates that were as the class follow it; one that was set by hand keeps its own, and nobody who booked loses a place.
    update public.class_occurrences o set
      minutes = case when o.minutes = before.minutes then class.minutes else o.minutes end,
      capacity = case when o.capacity = before.capacity then greatest(class.capacity, (
        select count(*)::integer from public.class_bookings b where b.occurrence_id = o.id and b.status = 'booked'
      )) else o.capacity end
    where o.class_id = class.id and o.gym_id = p_gym_id and o.starts_at > now()
      and (before.minutes, before.capacity) is distinct from (class.minutes, class.capacity);
  end if;
  perform private.set_class_slots(class, coalesce(p_changes -> 'slots', '[]'));
  return class.id;
end $$;
comment on function public.save_class(uuid, jsonb, uuid, timestamptz) is
  'Makes or changes a class {name, coach, room, minutes, capacity, slots}; answers its id. Raises not_found, forbidden, customer_suspended, conflict (somebody saved meanwhile), invalid_input with the field, mfa_required.';
grant execute on function public.save_class(uuid, jsonb, uuid, timestamptz) to authenticated;

create function public.set_class_active(p_class_id uuid, p_active boolean) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  class public.gym_classes;
begin
  perform private.require_mfa();
  select * into class from public.gym_classes c
  where c.id = p_class_id and c.gym_id = any (private.accessible_gym_ids()) for update;
  if class.id is null then
    perform private.refuse('not_found');
  end if;
  perform private.require_right(class.gym_id, private.kiosk_admin_gym_ids());
  update public.gym_classes c set is_active = p_active where c.id = class.id and c.is_active is distinct from p_active;
  if p_active then
    perform private.plan_classes(class.gym_id, class.id);
  end if;
end $$;
comment on function public.set_class_active(uuid, boolean) is
  'Takes a class off the kiosk''s programme, or puts it back; its dates and bookings stay. Raises not_found, forbidden, customer_suspended, mfa_required.';
grant execute on function public.set_class_active(uuid, boolean) to authenticated;
