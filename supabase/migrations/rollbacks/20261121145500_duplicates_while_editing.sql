create or replace function public.find_duplicates(p_gym_id uuid, p_values jsonb, p_except uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_manager(p_gym_id);
  return private.duplicates_of(p_gym_id, coalesce(p_values, '{}'), p_except);
end $$;
