-- A change of 500 rows was audited in 10 seconds where the planner knew nothing of the rows that a statement had touched.

create or replace function private.audit() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  key_column text := tg_argv[0];
  ignored text[] := tg_argv[1]::text[];
  rows jsonb;
begin
  if tg_op = 'UPDATE' then
    -- Each row becomes JSON once, before the two are joined: a plan that compares every row with every other would do it
    -- again for each pair.
    with before as materialized (
      select to_jsonb(o) as row, to_jsonb(o) ->> key_column as key from old_rows o
    ),
    after as materialized (
      select to_jsonb(n) as row, to_jsonb(n) ->> key_column as key from new_rows n
    )
    select jsonb_agg(jsonb_build_object('row', changes.row, 'changed', changes.changed)) into rows
    from (
      select n.row, array(
        select e.key from jsonb_each(n.row) e
        where e.value is distinct from o.row -> e.key and e.key <> all (ignored)
        order by e.key
      ) as changed
      from after n
      join before o on o.key = n.key
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
