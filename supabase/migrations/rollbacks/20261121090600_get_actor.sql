drop function public.get_actor();
