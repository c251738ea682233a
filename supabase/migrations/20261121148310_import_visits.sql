-- An import of visits: in batches, its figures settled once at the end, and taken back as a whole.

-- An import moves last_visit of everybody once, at its end, and not with each batch.
create or replace function private.advance_last_visit() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if current_setting('jarvis.visits_in_batches', true) = 'on' then
    return null;
  end if;
  update public.gym_members_v2 m set last_visit = seen.at
  from (select v.member_id, v.member_gym_id, max(v.last_seen_at) as at from written v group by 1, 2) seen
  where m.id = seen.member_id and m.gym_id = seen.member_gym_id
    and (m.last_visit is null or m.last_visit < seen.at);
  return null;
end $$;

create function private.settle_visits(p_import_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.gym_members_v2 m set last_visit = seen.at
  from (
    select c.member_id, max(c.last_seen_at) as at from private.import_visits c where c.import_id = p_import_id group by 1
  ) seen
  where m.id = seen.member_id and (m.last_visit is null or m.last_visit < seen.at);
  -- The figures are of the last 90 days.
  perform private.refresh_member_analytics(array(
    select distinct c.member_id from private.import_visits c
    where c.import_id = p_import_id and c.last_seen_at > now() - interval '92 days'
  ));
end $$;
comment on function private.settle_visits(uuid) is 'Brings last_visit and the figures of everybody up to what an import of visits wrote.';

create function private.count_batch(p_import_id uuid, p_counted jsonb, p_last_row integer) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.member_imports i set
    rows_new = i.rows_new + (p_counted ->> 'new')::integer,
    rows_changed = i.rows_changed + (p_counted ->> 'changed')::integer,
    rows_same = i.rows_same + (p_counted ->> 'same')::integer,
    rows_bad = i.rows_bad + (p_counted ->> 'bad')::integer,
    errors = jsonb_path_query_array(i.errors || (p_counted -> 'errors'), '$[0 to 999]'),
    last_row = greatest(i.last_row, p_last_row),
    active_at = now()
  where i.id = p_import_id;
end $$;
comment on function private.count_batch(uuid, jsonb, integer) is 'Adds a batch''s counts to its import.';

create function public.import_visits(p_import_id uuid, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  import public.member_imports := private.running_import(p_import_id);
  fresh jsonb;
  counted jsonb;
begin
  if import.kind <> 'visits' then
    perform private.refuse('conflict', 'kind');
  end if;
  perform private.require_visit_rows(p_rows);
  select coalesce(jsonb_agg(r), '[]') into fresh
  from jsonb_array_elements(p_rows) r where (r ->> 'row')::integer > import.last_row;
  begin
    counted := private.apply_visits(import, fresh);
  exception when invalid_datetime_format or datetime_field_overflow then
    perform private.refuse('invalid_input', 'rows');
  end;
  perform private.count_batch(import.id, counted, coalesce((select max((r ->> 'row')::integer) from jsonb_array_elements(fresh) r), 0));
  return counted;
end $$;
comment on function public.import_visits(uuid, jsonb) is
  'Takes up to 1,000 visits, in the order of the file, and answers {new, changed, same, bad, errors: [{row, field, code}]} of those that had not come before. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (state, kind), invalid_input (rows).';

create or replace function public.import_rows(p_import_id uuid, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  import public.member_imports := private.running_import(p_import_id);
  fresh jsonb;
  counted jsonb;
begin
  if import.kind <> 'members' then
    perform private.refuse('conflict', 'kind');
  end if;
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
  perform private.count_batch(import.id, counted, coalesce((select max((r ->> 'row')::integer) from jsonb_array_elements(fresh) r), 0));
  return counted;
end $$;
comment on function public.import_rows(uuid, jsonb) is
  'Takes up to 500 rows, in the order of the file, and answers {new, changed, same, bad, errors: [{row, field, code}]} of those that had not come before. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (state, kind, rows), invalid_input (rows).';

drop function public.start_import(uuid, text, text, jsonb, integer, jsonb);
create function public.start_import(
  p_gym_id uuid, p_filename text, p_source text, p_mapping jsonb, p_rows_total integer, p_errors jsonb default '[]',
  p_kind text default 'members'
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  -- The same headers may hold members in one file and visits in another.
  fingerprint text := encode(sha256(convert_to(coalesce(p_source, ''), 'utf8')), 'hex');
  most integer := case p_kind when 'visits' then 200000 else 50000 end;
  refused jsonb;
  silent uuid;
  started uuid;
begin
  perform private.require_manager(p_gym_id);
  if coalesce(length(p_filename), 0) not between 1 and 200 then
    perform private.refuse('invalid_input', 'filename');
  elsif p_kind is null or p_kind not in ('members', 'visits') then
    perform private.refuse('invalid_input', 'kind');
  elsif coalesce(jsonb_typeof(p_mapping), '') <> 'array' or jsonb_array_length(p_mapping) > 200
    or jsonb_path_exists(p_mapping, '$[*] ? (@ != null && !(@ like_regex "^[a-z_]{1,40}$"))') then
    perform private.refuse('invalid_input', 'mapping');
  elsif coalesce(p_rows_total, -1) not between 0 and most then
    perform private.refuse('invalid_input', 'rows_total');
  elsif coalesce(jsonb_typeof(p_errors), '') <> 'array' or jsonb_array_length(p_errors) > most then
    perform private.refuse('invalid_input', 'errors');
  end if;
  -- Only codes are kept, whatever came.
  select coalesce(jsonb_agg(jsonb_build_object('row', e.row, 'field', e.field, 'code', e.code) order by e.row), '[]') into refused
  from (
    select x.* from jsonb_to_recordset(p_errors) x (row integer, field text, code text)
    where x.code ~ '^[a-z_]{1,40}$' and coalesce(x.field, 'a') ~ '^[a-z_]{1,40}$' order by x.row limit 1000
  ) e;

  update public.member_imports i set state = 'failed', finished_at = now()
  where i.gym_id = p_gym_id and i.state = 'running' and i.active_at < now() - interval '10 minutes'
  returning i.id into silent;
  if silent is not null then
    perform private.settle_visits(silent);
  end if;
  begin
    insert into public.member_imports (gym_id, kind, source, filename, rows_total, rows_bad, mapping, errors, created_by)
    values (p_gym_id, p_kind, fingerprint, p_filename, p_rows_total, jsonb_array_length(p_errors), p_mapping, refused, (select auth.uid()))
    returning id into started;
  exception when unique_violation then
    perform private.refuse('conflict', 'running');
  end;
  insert into public.import_mappings (gym_id, source_fingerprint, mapping) values (p_gym_id, fingerprint, p_mapping)
  on conflict (gym_id, source_fingerprint) do update set mapping = excluded.mapping;
  return started;
end $$;
comment on function public.start_import(uuid, text, text, jsonb, integer, jsonb, text) is
  'Begins an import of members or visits and remembers its mapping for files of the same source (the folded headers). p_errors: rows that could not be read. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (another one runs), invalid_input (filename, kind, mapping, rows_total, errors).';

create or replace function public.finish_import(p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  import public.member_imports := private.running_import(p_import_id);
begin
  if import.kind = 'visits' then
    perform private.settle_visits(import.id);
  end if;
  update public.member_imports i set finished_at = now(),
    state = case when i.rows_new + i.rows_changed + i.rows_same + i.rows_bad >= i.rows_total then 'done' else 'failed' end
  where i.id = import.id returning * into import;
  return jsonb_build_object('state', import.state, 'new', import.rows_new, 'changed', import.rows_changed,
    'same', import.rows_same, 'bad', import.rows_bad);
end $$;

create function private.undo_visits(p_import_id uuid, p_limit integer) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  counted jsonb;
  people uuid[];
begin
  with taken as (
    delete from private.import_visits c
    where c.import_id = p_import_id and c.visit_id in (
      select n.visit_id from private.import_visits n where n.import_id = p_import_id order by n.visit_id limit p_limit
    )
    returning *
  ),
  found as materialized (
    -- Whoever was seen since within the hour came, whatever the list said.
    select t.*, coalesce((v.started_at, v.last_seen_at) = (t.started_at, t.last_seen_at), false) as is_untouched
    from taken t left join public.gym_visits v on v.id = t.visit_id
  ),
  removed as (
    delete from public.gym_visits v using found f where v.id = f.visit_id and f.is_untouched and f.before is null
  ),
  restored as (
    update public.gym_visits v set (local_date, started_at, last_seen_at, left_at) = (
      select r.local_date, r.started_at, r.last_seen_at, r.left_at from jsonb_populate_record(v, f.before) r
    )
    from found f where v.id = f.visit_id and f.is_untouched and f.before is not null
  ),
  parted as (
    insert into public.gym_visits
    select r.* from found f cross join jsonb_populate_recordset(null::public.gym_visits, f.gone) r where f.is_untouched
  )
  select jsonb_build_object(
    'removed', count(*) filter (where f.is_untouched and f.before is null),
    'restored', count(*) filter (where f.is_untouched and f.before is not null),
    'kept', count(*) filter (where not f.is_untouched)), array_agg(distinct f.member_id)
  into counted, people from found f;
  update public.gym_members_v2 m set last_visit = seen.at
  from (
    select p.id, (select max(v.last_seen_at) from public.gym_visits v where v.member_id = p.id) as at from unnest(people) p (id)
  ) seen
  where m.id = seen.id and m.last_visit is distinct from seen.at;
  perform private.refresh_member_analytics(people);
  return counted;
end $$;
comment on function private.undo_visits(uuid, integer) is 'Takes some of the visits that an import wrote back, and forgets them: {removed, restored, kept}.';

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
  if import.kind = 'visits' then
    counted := private.undo_visits(import.id, 2000);
    remaining := (select count(*) from private.import_visits c where c.import_id = import.id);
  else
    counted := private.undo_changes(import.id, 500);
    remaining := (select count(*) from private.import_changes c where c.import_id = import.id);
  end if;
  update public.member_imports i set
    state = case remaining when 0 then 'undone' else 'undoing' end,
    undone_at = case remaining when 0 then now() end,
    rows_kept = coalesce(i.rows_kept, 0) + (counted ->> 'kept')::integer
  where i.id = import.id;
  return counted || jsonb_build_object('left', remaining);
end $$;
comment on function public.undo_import(uuid) is
  'Takes 500 changes, or 2,000 visits, of an import of the last 30 days back: {removed, restored, kept, left}, to be called until nothing is left; kept are members whom somebody changed or met since, whose other values go back all the same, and visits that others have added to. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (state).';

grant execute on function public.preview_visits(uuid, jsonb), public.import_visits(uuid, jsonb),
  public.start_import(uuid, text, text, jsonb, integer, jsonb, text) to authenticated;
