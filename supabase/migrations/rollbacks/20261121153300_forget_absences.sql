select private.unschedule_job('forget-absences');
drop function private.forget_absences();
