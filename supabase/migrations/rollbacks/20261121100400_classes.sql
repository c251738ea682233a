drop table public.class_bookings;
drop table public.class_occurrences;
drop table public.gym_classes;
