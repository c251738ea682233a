select private.unschedule_job('reconcile-usage');
drop function private.reconcile_usage();
drop function public.finish_usage_check(jsonb, text);
drop function public.begin_usage_check();
drop function private.usage_differs(numeric, numeric);
drop table private.usage_reconciliations;
