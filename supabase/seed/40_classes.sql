-- Classes of each gym from two weeks back to two weeks ahead, and who has booked a place.
create table demo.classes (locale text, name text, coach text, room text, minutes int, capacity int, weekdays int[], at time);
insert into demo.classes values
  ('fr', 'Cycling', 'Karim', 'Salle 1', 45, 20, '{1,2,3,4,5,6,7}', '18:00'), ('fr', 'Yoga', 'Claire', 'Salle 2', 60, 16, '{1,2,4,6,7}', '18:30'),
  ('fr', 'Pilates', 'Léa', 'Salle 2', 50, 12, '{1,3,5,6,7}', '19:15'), ('fr', 'Boxe', 'Mehdi', 'Salle 3', 60, 14, '{1,2,3,4,5}', '20:00'),
  ('fr', 'Renforcement', 'Karim', 'Salle 1', 45, 18, '{1,2,3,4,5,6}', '12:30'), ('fr', 'Yoga doux', 'Claire', 'Salle 2', 60, 16, '{2,4,6}', '09:30'),
  ('es', 'Ciclo', 'Nerea', 'Sala 1', 45, 22, '{1,2,3,4,5,6,7}', '18:00'), ('es', 'Yoga', 'Irene', 'Sala 2', 60, 16, '{1,2,4,6,7}', '18:30'),
  ('es', 'Pilates', 'Paula', 'Sala 2', 50, 12, '{1,3,5,6,7}', '19:15'), ('es', 'Boxeo', 'Rubén', 'Sala 3', 60, 14, '{1,2,3,4,5}', '21:00'),
  ('es', 'Entrenamiento funcional', 'Marcos', 'Sala 1', 45, 18, '{1,2,3,4,5,6}', '13:30'), ('es', 'Natación', 'Elena', 'Piscina', 45, 10, '{2,4,6}', '10:00'),
  ('en', 'Spin', 'Rhys', 'Studio 1', 45, 20, '{1,2,3,4,5,6,7}', '18:00'), ('en', 'Yoga', 'Priya', 'Studio 2', 60, 16, '{1,2,4,6,7}', '18:30'),
  ('en', 'Pilates', 'Nora', 'Studio 2', 50, 12, '{1,3,5,6,7}', '19:15'), ('en', 'Boxing', 'Kofi', 'Studio 3', 60, 14, '{1,2,3,4,5}', '20:00'),
  ('en', 'Strength', 'Maya', 'Studio 1', 45, 18, '{1,2,3,4,5,6}', '12:30'), ('en', 'Gentle yoga', 'Priya', 'Studio 2', 60, 16, '{2,4,6}', '09:30');

insert into public.gym_classes (id, gym_id, name, coach, room, minutes, capacity)
select demo.id(g.key || ' class ' || c.name), demo.id(g.key), c.name, c.coach, c.room, c.minutes, c.capacity
from demo.gyms g join demo.classes c using (locale);

insert into public.class_slots (id, gym_id, class_id, weekday, starts)
select demo.id(g.key || ' slot ' || c.name || weekday), demo.id(g.key), demo.id(g.key || ' class ' || c.name), weekday, c.at
from demo.gyms g join demo.classes c using (locale) cross join unnest(c.weekdays) weekday;

insert into public.class_occurrences (id, gym_id, class_id, slot_id, slot_date, starts_at, minutes, capacity)
select demo.id(g.key || c.name || day), s.gym_id, s.class_id, s.id, day, (day + s.starts) at time zone g.timezone, c.minutes, c.capacity
from demo.gyms g join demo.classes c using (locale)
cross join lateral (
  select (now() at time zone g.timezone)::date + ahead as day from generate_series(-14, 14) ahead
) days
join public.class_slots s on s.id = demo.id(g.key || ' slot ' || c.name || extract(isodow from day)::int);

-- Classes fill up as their day comes near; now and then one is full.
insert into public.class_bookings (gym_id, occurrence_id, member_id, status, source, created_at)
select o.gym_id, o.id, seat.member_id, 'booked', 'kiosk', least(now(), o.starts_at) - interval '5 hours' - seat.rank * interval '13 minutes'
from public.class_occurrences o
cross join lateral (
  select p.id as member_id, row_number() over (order by demo.roll(p.dice, hashtextextended(o.id::text, 7))) as rank
  from demo.people p where p.gym_id = o.gym_id and p.story in ('steady', 'new') and p.n <= 90
) seat
where seat.rank <= o.capacity * least(1, demo.chance('fill ' || o.id) + case when o.starts_at < now() + interval '2 days' then 0.1 else -0.2 end);
