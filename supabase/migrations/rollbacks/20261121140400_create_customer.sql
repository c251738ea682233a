drop function public.create_customer(uuid);
drop function private.check_customer_draft(jsonb);
