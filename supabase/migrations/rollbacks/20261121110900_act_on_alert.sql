drop function public.act_on_alert(uuid, text, uuid, text);
