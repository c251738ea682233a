drop function public.find_mail_link(uuid, uuid);
