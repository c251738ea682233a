-- An import: begun, fed with batches of rows in the file's order, finished. One runs in a gym at a time, and a batch
-- that comes twice does nothing the second time.

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

create function private.running_import(p_import_id uuid) returns public.member_imports
language plpgsql security definer set search_path = ''
as $$
declare
  import public.member_imports;
begin
  perform private.require_manager((select i.gym_id from public.member_imports i where i.id = p_import_id));
  select * into import from public.member_imports i where i.id = p_import_id for update;
  if import.state <> 'running' then
    perform private.refuse('conflict', 'state');
  end if;
  return import;
end $$;
comment on function private.running_import(uuid) is
  'Locks an import that runs in a gym of the caller''s; raises mfa_required, not_found, forbidden, customer_suspended, conflict.';

create function private.apply_import(p_import public.member_imports, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  counted jsonb;
begin
  with matched as materialized (
    select f.input, f.code, f.field, m.id is null as is_new, coalesce(m.id, gen_random_uuid()) as member_id,
      said.after, private.current_values(m, said.after) as before,
      case when f.code is null and not coalesce(b.hashes && (f.input).badge_hashes, (f.input).badge_hashes[1] is null)
        then gen_random_uuid() end as badge_given,
      b.newest as badge_now
    from private.match_import(p_import.gym_id, p_rows) f
    cross join lateral (select private.import_values(f.input) as after) said
    left join public.gym_members_v2 m on m.id = f.member_id
    left join lateral (
      select array_agg(v.badge_hash) as hashes, (array_agg(v.id order by v.valid_from desc))[1] as newest
      -- By the member alone: the index of valid badges would be read from end to end.
      from (select * from public.member_badges o where o.member_id = m.id and o.gym_id = m.gym_id offset 0) v
      where v.valid_to is null
    ) b on true
  ),
  added as (
    insert into public.gym_members_v2 (
      id, gym_id, import_id, external_id, badge_id, first_name, last_name, email, phone, membership_type, membership_ends_on,
      membership_suspended, is_active, member_since, birth_date, member_kind
    )
    select d.member_id, p_import.gym_id, p_import.id, (d.input).external_id, (d.input).badge_id, (d.input).first_name,
      (d.input).last_name, (d.input).email, (d.input).phone, (d.input).membership_type, (d.input).membership_ends_on,
      coalesce((d.input).membership_suspended, false), coalesce((d.input).is_active, true), (d.input).member_since,
      (d.input).birth_date, coalesce((d.input).member_kind, 'member')
    from matched d where d.code is null and d.is_new
  ),
  changed as (
    update public.gym_members_v2 m set
      external_id = coalesce((d.input).external_id, m.external_id),
      badge_id = coalesce((d.input).badge_id, m.badge_id),
      first_name = (d.input).first_name,
      last_name = (d.input).last_name,
      email = coalesce((d.input).email, m.email),
      phone = coalesce((d.input).phone, m.phone),
      membership_type = coalesce((d.input).membership_type, m.membership_type),
      membership_ends_on = coalesce((d.input).membership_ends_on, m.membership_ends_on),
      membership_suspended = coalesce((d.input).membership_suspended, m.membership_suspended),
      is_active = coalesce((d.input).is_active, m.is_active),
      member_since = coalesce((d.input).member_since, m.member_since),
      birth_date = coalesce((d.input).birth_date, m.birth_date),
      member_kind = coalesce((d.input).member_kind, m.member_kind)
    from matched d where d.code is null and not d.is_new and d.before <> d.after and m.id = d.member_id
  ),
  given as (
    insert into public.member_badges (id, gym_id, member_id, badge_hash)
    select d.badge_given, p_import.gym_id, d.member_id, (d.input).badge_hashes[1] from matched d where d.badge_given is not null
  ),
  replaced as (
    update public.member_badges b set valid_to = now(), replaced_by = d.badge_given
    from matched d where d.badge_given is not null and b.id = d.badge_now
  ),
  kept as (
    insert into private.import_changes as c (import_id, member_id, is_new, before, after, badge_given, badge_taken)
    select p_import.id, d.member_id, d.is_new, case when not d.is_new then d.before end, d.after, d.badge_given,
      case when d.badge_given is not null then d.badge_now end
    from matched d where d.code is null and (d.is_new or d.before <> d.after or d.badge_given is not null)
    on conflict (import_id, member_id) do update set after = c.after || excluded.after,
      before = excluded.before || c.before, badge_given = coalesce(excluded.badge_given, c.badge_given)
  )
  select jsonb_build_object(
    'new', count(*) filter (where d.code is null and d.is_new),
    'changed', count(*) filter (where d.code is null and not d.is_new and (d.before <> d.after or d.badge_given is not null)),
    'same', count(*) filter (where d.code is null and not d.is_new and d.before = d.after and d.badge_given is null),
    'bad', count(*) filter (where d.code is not null),
    'errors', coalesce(jsonb_agg(jsonb_build_object('row', (d.input).row, 'field', d.field, 'code', d.code)
      order by (d.input).row) filter (where d.code is not null), '[]'))
  into counted from matched d;
  return counted;
end $$;
comment on function private.apply_import(public.member_imports, jsonb) is
  'Writes a batch: members, badges, and what they replace. {new, changed, same, bad, errors}.';

create function public.import_rows(p_import_id uuid, p_rows jsonb) returns jsonb
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

create function public.finish_import(p_import_id uuid) returns jsonb
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

grant execute on function public.start_import(uuid, text, text, jsonb, integer, jsonb), public.import_rows(uuid, jsonb),
  public.finish_import(uuid) to authenticated;
