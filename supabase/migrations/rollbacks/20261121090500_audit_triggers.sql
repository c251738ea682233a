do $$
declare
  one record;
begin
  for one in
    select t.tgname, t.tgrelid::regclass as on_table
    from pg_catalog.pg_trigger t
    where t.tgfoid = 'private.audit()'::regprocedure
  loop
    execute format('drop trigger %I on %s', one.tgname, one.on_table);
  end loop;
end $$;
drop function private.attach_audit(regclass, text, text[]);
drop function private.audit();
