drop function public.free_class_place(uuid);
drop function public.book_class_place(uuid, uuid);
drop function public.change_class_date(uuid, timestamptz, jsonb);
drop function private.occurrence_for(uuid);
drop function public.add_class_date(uuid, date, text);
drop function private.local_start(uuid, date, text);
