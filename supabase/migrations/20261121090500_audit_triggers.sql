create function private.audit() returns trigger
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
comment on function private.audit() is
  'Statement trigger with transition tables new_rows and old_rows; arguments: key column, ignored columns. Gym and franchise are read from the row''s own columns.';

create function private.attach_audit(p_table regclass, p_key text default 'id', p_ignored text[] default '{}')
returns void
language plpgsql set search_path = ''
as $$
declare
  table_name text := (select c.relname from pg_catalog.pg_class c where c.oid = p_table);
  arguments text := format('%L, %L', p_key, (p_ignored || '{updated_at}')::text);
begin
  execute format(
    'create trigger %I after insert on %s referencing new table as new_rows
      for each statement execute function private.audit(%s)', table_name || '_audit_insert', p_table, arguments
  );
  execute format(
    'create trigger %I after update on %s referencing old table as old_rows new table as new_rows
      for each statement execute function private.audit(%s)', table_name || '_audit_update', p_table, arguments
  );
  execute format(
    'create trigger %I after delete on %s referencing old table as old_rows
      for each statement execute function private.audit(%s)', table_name || '_audit_delete', p_table, arguments
  );
end $$;
comment on function private.attach_audit(regclass, text, text[]) is
  'Audits a table from its migration on: select private.attach_audit(''public.kiosks'').';

select private.attach_audit('public.franchises');
select private.attach_audit('public.gyms');
select private.attach_audit('public.users');
