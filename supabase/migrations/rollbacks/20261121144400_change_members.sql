drop function public.undo_member_change(uuid);
drop function public.change_members(uuid, uuid[], text);
drop function private.scores_and_alerts(uuid[]);
select private.unschedule_job('forget-member-changes');
drop table private.member_changes;
