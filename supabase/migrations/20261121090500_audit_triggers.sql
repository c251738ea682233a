create function private.audit_row(p_entity text, p_action text, p_key text, p_row jsonb, p_changed text[]) returns void
language sql security definer set search_path = ''
as $$
  select private.write_audit(
    (case p_entity when 'gyms' then p_row ->> 'id' else p_row ->> 'gym_id' end)::uuid,
    (case p_entity when 'franchises' then p_row ->> 'id' else p_row ->> 'franchise_id' end)::uuid,
    p_action, p_entity, (p_row ->> p_key)::uuid, p_changed
  )
$$;
comment on function private.audit_row(text, text, text, jsonb, text[]) is
  'One audit row for one row of a table; gym and franchise are read from its own columns.';

create function private.audit() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  key_column text := tg_argv[0];
  ignored text[] := tg_argv[1]::text[];
  action text := lower(tg_op);
begin
  -- In the order of the scopes, so that two statements over several tenants do not wait for each other crosswise.
  if tg_op = 'UPDATE' then
    perform private.audit_row(tg_table_name, action, key_column, touched.row, touched.changed)
    from (
      select to_jsonb(n) as row, array(
        select e.key from jsonb_each(to_jsonb(n)) e
        where e.value is distinct from to_jsonb(o) -> e.key and e.key <> all (ignored)
        order by e.key
      ) as changed
      from new_rows n
      join old_rows o on to_jsonb(o) ->> key_column = to_jsonb(n) ->> key_column
      order by to_jsonb(n) ->> 'gym_id', to_jsonb(n) ->> key_column
    ) touched
    where cardinality(touched.changed) > 0;
  elsif tg_op = 'INSERT' then
    perform private.audit_row(tg_table_name, action, key_column, touched.row, '{}')
    from (
      select to_jsonb(n) as row from new_rows n order by to_jsonb(n) ->> 'gym_id', to_jsonb(n) ->> key_column
    ) touched;
  else
    perform private.audit_row(tg_table_name, action, key_column, touched.row, '{}')
    from (
      select to_jsonb(o) as row from old_rows o order by to_jsonb(o) ->> 'gym_id', to_jsonb(o) ->> key_column
    ) touched;
  end if;
  return null;
end $$;
comment on function private.audit() is
  'Statement trigger with transition tables new_rows and old_rows; arguments: key column, ignored columns.';

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
