-- Who edits a member is warned as who adds one: a name counts with the same birth date alone. Only a merge looks further.

create or replace function public.find_duplicates(p_gym_id uuid, p_values jsonb, p_except uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_manager(p_gym_id);
  return (
    select coalesce(jsonb_agg(d.one order by d.place), '[]')
    from jsonb_array_elements(private.duplicates_of(p_gym_id, coalesce(p_values, '{}'), null)) with ordinality as d (one, place)
    where (d.one ->> 'id')::uuid is distinct from p_except
  );
end $$;
