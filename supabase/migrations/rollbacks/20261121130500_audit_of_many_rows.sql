create or replace function private.audit() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  key_column text := tg_argv[0];
  ignored text[] := tg_argv[1]::text[];
  rows jsonb;
begin
  if tg_op = 'UPDATE' then
    select jsonb_agg(jsonb_build_object('row', changes.row, 'changed', changes.changed)) into rows
    from (
      select to_jsonb(n) as row, array(
        select e.key from jsonb_each(to_jsonb(n)) e
        where e.value is distinct from to_jsonb(o) -> e.key and e.key <> all (ignored)
        order by e.key
      ) as changed
      from new_rows n
      join old_rows o on to_jsonb(o) ->> key_column = to_jsonb(n) ->> key_column
    ) changes
    where cardinality(changes.changed) > 0;
  elsif tg_op = 'INSERT' then
    select jsonb_agg(jsonb_build_object('row', to_jsonb(n))) into rows from new_rows n;
  else
    select jsonb_agg(jsonb_build_object('row', to_jsonb(o))) into rows from old_rows o;
  end if;
  if rows is null then
    return null;
  end if;
  perform private.append_audit(lower(tg_op), tg_table_name, (
    select jsonb_agg(jsonb_build_object(
      'gym_id', one #> array['row', case tg_table_name when 'gyms' then 'id' else 'gym_id' end],
      'franchise_id', one #> array['row', case tg_table_name when 'franchises' then 'id' else 'franchise_id' end],
      'entity_id', one #> array['row', key_column],
      'changed', coalesce(one -> 'changed', '[]')
    ))
    from jsonb_array_elements(rows) one
  ));
  return null;
end $$;
