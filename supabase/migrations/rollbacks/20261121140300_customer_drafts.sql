select private.unschedule_job('forget-customer-drafts');
drop function private.forget_customer_drafts();
drop function public.get_customer_draft(uuid);
drop function private.plans_json();
drop function public.discard_customer_draft(uuid, boolean);
drop function public.save_customer_draft(uuid, text, jsonb);
drop function private.require_draft(uuid);
drop function private.is_platform();
drop table private.customer_drafts;
