drop function public.get_gym(uuid);
drop function public.get_franchise(uuid);
