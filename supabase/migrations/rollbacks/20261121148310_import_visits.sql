create or replace function public.undo_import(p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  import public.member_imports;
  counted jsonb;
  remaining integer;
begin
  perform private.require_manager((select i.gym_id from public.member_imports i where i.id = p_import_id));
  select * into import from public.member_imports i where i.id = p_import_id for update;
  if import.state = 'undone' or (import.state <> 'undoing' and import.created_at < now() - interval '30 days') then
    perform private.refuse('conflict', 'state');
  end if;
  counted := private.undo_changes(import.id, 500);
  remaining := (select count(*) from private.import_changes c where c.import_id = import.id);
  update public.member_imports i set
    state = case remaining when 0 then 'undone' else 'undoing' end,
    undone_at = case remaining when 0 then now() end,
    rows_kept = coalesce(i.rows_kept, 0) + (counted ->> 'kept')::integer
  where i.id = import.id;
  return counted || jsonb_build_object('left', remaining);
end $$;
comment on function public.undo_import(uuid) is
  'Takes 500 changes of an import of the last 30 days back: {removed, restored, kept, left}, to be called until nothing is left; kept are members whom somebody changed or met since, whose other values go back all the same. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (state).';

drop function private.undo_visits(uuid, integer);

create or replace function public.finish_import(p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  import public.member_imports := private.running_import(p_import_id);
begin
  update public.member_imports i set finished_at = now(),
    state = case when i.rows_new + i.rows_changed + i.rows_same + i.rows_bad >= i.rows_total then 'done' else 'failed' end
  where i.id = import.id returning * into import;
  return jsonb_build_object('state', import.state, 'new', import.rows_new, 'changed', import.rows_changed,
    'same', import.rows_same, 'bad', import.rows_bad);
end $$;
comment on function public.finish_import(uuid) is
  'Ends an import: {state, new, changed, same, bad}; done when every row came, else failed. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (state).';

drop function public.start_import(uuid, text, text, jsonb, integer, jsonb, text);
create function public.start_import(
  p_gym_id uuid, p_filename text, p_source text, p_mapping jsonb, p_rows_total integer, p_errors jsonb default '[]'
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  fingerprint text := encode(sha256(convert_to(coalesce(p_source, ''), 'utf8')), 'hex');
  refused jsonb;
  started uuid;
begin
  perform private.require_manager(p_gym_id);
  if coalesce(length(p_filename), 0) not between 1 and 200 then
    perform private.refuse('invalid_input', 'filename');
  elsif coalesce(jsonb_typeof(p_mapping), '') <> 'array' or jsonb_array_length(p_mapping) > 200
    or jsonb_path_exists(p_mapping, '$[*] ? (@ != null && !(@ like_regex "^[a-z_]{1,40}$"))') then
    perform private.refuse('invalid_input', 'mapping');
  elsif coalesce(p_rows_total, -1) not between 0 and 50000 then
    perform private.refuse('invalid_input', 'rows_total');
  elsif coalesce(jsonb_typeof(p_errors), '') <> 'array' or jsonb_array_length(p_errors) > 50000 then
    perform private.refuse('invalid_input', 'errors');
  end if;
  -- Only codes are kept, whatever came.
  select coalesce(jsonb_agg(jsonb_build_object('row', e.row, 'field', e.field, 'code', e.code) order by e.row), '[]') into refused
  from (
    select x.* from jsonb_to_recordset(p_errors) x (row integer, field text, code text)
    where x.code ~ '^[a-z_]{1,40}$' and coalesce(x.field, 'a') ~ '^[a-z_]{1,40}$' order by x.row limit 1000
  ) e;

  update public.member_imports i set state = 'failed', finished_at = now()
  where i.gym_id = p_gym_id and i.state = 'running' and i.active_at < now() - interval '10 minutes';
  begin
    insert into public.member_imports (gym_id, source, filename, rows_total, rows_bad, mapping, errors, created_by)
    values (p_gym_id, fingerprint, p_filename, p_rows_total, jsonb_array_length(p_errors), p_mapping, refused, (select auth.uid()))
    returning id into started;
  exception when unique_violation then
    perform private.refuse('conflict', 'running');
  end;
  insert into public.import_mappings (gym_id, source_fingerprint, mapping) values (p_gym_id, fingerprint, p_mapping)
  on conflict (gym_id, source_fingerprint) do update set mapping = excluded.mapping;
  return started;
end $$;
comment on function public.start_import(uuid, text, text, jsonb, integer, jsonb) is
  'Begins an import and remembers its mapping for files of the same source (the folded headers). p_errors: rows that could not be read. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (another one runs), invalid_input (filename, mapping, rows_total, errors).';
grant execute on function public.start_import(uuid, text, text, jsonb, integer, jsonb) to authenticated;

create or replace function public.import_rows(p_import_id uuid, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  import public.member_imports := private.running_import(p_import_id);
  fresh jsonb;
  counted jsonb;
begin
  perform private.require_import_rows(p_rows);
  select coalesce(jsonb_agg(r), '[]') into fresh
  from jsonb_array_elements(p_rows) r where (r ->> 'row')::integer > import.last_row;
  begin
    counted := private.apply_import(import, fresh);
  exception
    when unique_violation then
      -- The same member was added by hand in this very moment; the batch can be sent again.
      perform private.refuse('conflict', 'rows');
    when check_violation or invalid_datetime_format or datetime_field_overflow then
      perform private.refuse('invalid_input', 'rows');
  end;
  update public.member_imports i set
    rows_new = i.rows_new + (counted ->> 'new')::integer,
    rows_changed = i.rows_changed + (counted ->> 'changed')::integer,
    rows_same = i.rows_same + (counted ->> 'same')::integer,
    rows_bad = i.rows_bad + (counted ->> 'bad')::integer,
    errors = jsonb_path_query_array(i.errors || (counted -> 'errors'), '$[0 to 999]'),
    last_row = greatest(i.last_row, coalesce((select max((r ->> 'row')::integer) from jsonb_array_elements(fresh) r), 0)),
    active_at = now()
  where i.id = import.id;
  return counted;
end $$;
comment on function public.import_rows(uuid, jsonb) is
  'Takes up to 500 rows, in the order of the file, and answers {new, changed, same, bad, errors: [{row, field, code}]} of those that had not come before. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (state, rows), invalid_input (rows).';

drop function public.import_visits(uuid, jsonb);
drop function private.count_batch(uuid, jsonb, integer);
drop function private.settle_visits(uuid);
create or replace function private.advance_last_visit() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.gym_members_v2 m set last_visit = seen.at
  from (select v.member_id, v.member_gym_id, max(v.last_seen_at) as at from written v group by 1, 2) seen
  where m.id = seen.member_id and m.gym_id = seen.member_gym_id
    and (m.last_visit is null or m.last_visit < seen.at);
  return null;
end $$;
