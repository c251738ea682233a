select private.unschedule_job('plan-classes');
drop function private.plan_classes(uuid, uuid);
drop function private.require_right(uuid, uuid[]);
drop trigger class_occurrences_audit_update on public.class_occurrences;
drop trigger gym_classes_audit_insert on public.gym_classes;
drop trigger gym_classes_audit_update on public.gym_classes;
drop trigger gym_classes_audit_delete on public.gym_classes;
alter table public.class_occurrences drop column slot_id, drop column slot_date;
drop table public.class_slots;
