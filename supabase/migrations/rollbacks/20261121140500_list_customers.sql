drop function private.customer_open(uuid);
drop function public.list_customers(text, text, text, text, text, text, integer, uuid);
drop function private.customer_ids_found(text);
drop function private.customer_json(private.customers);
drop function private.customer_contact(uuid);
