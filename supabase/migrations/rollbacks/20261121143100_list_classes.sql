drop function public.list_classes(uuid, date, uuid);
drop function private.gym_classes_json(uuid);
drop function private.class_guests_json(uuid, uuid);
drop function private.class_date_json(public.class_occurrences, text);
