select private.unschedule_job('forget-import-changes');
drop table private.import_changes;
alter table public.gym_members_v2 drop column import_id;
drop table public.import_mappings;
drop table public.member_imports;
