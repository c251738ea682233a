drop function public.get_auth_state();
