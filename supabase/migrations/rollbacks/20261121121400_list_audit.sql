drop function public.list_audit(uuid, uuid, uuid, text, text, date, date, text, integer);
drop function private.audit_json(public.audit_logs[]);
