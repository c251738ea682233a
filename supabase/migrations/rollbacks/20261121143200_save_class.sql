drop function public.set_class_active(uuid, boolean);
drop function public.save_class(uuid, jsonb, uuid, timestamptz);
drop function private.set_class_slots(public.gym_classes, jsonb);
drop function private.class_number(jsonb, text, integer, integer);
drop function private.class_text(jsonb, text, boolean);
