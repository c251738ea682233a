-- What of a member a form shows and writes, as one flat object over three tables.

create function private.fitness_health_keys() returns text[]
language sql immutable set search_path = ''
as $$ select '{height_cm,current_weight_kg,target_weight_kg,injuries,medical_notes}'::text[] $$;

create function private.member_values(p_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'first_name', m.first_name, 'last_name', m.last_name, 'email', m.email, 'phone', m.phone, 'birth_date', m.birth_date,
      'member_kind', m.member_kind, 'external_id', m.external_id, 'membership_type', m.membership_type,
      'member_since', m.member_since, 'membership_ends_on', m.membership_ends_on,
      'membership_suspended', m.membership_suspended, 'is_active', m.is_active, 'analysis_objection', m.analysis_objection,
      'communication_style', p.communication_style, 'language', p.language, 'voice_preference', p.voice_preference,
      'fitness_level', f.fitness_level, 'primary_goals', to_jsonb(coalesce(f.primary_goals, '{}')),
      'workout_frequency_per_week', f.workout_frequency_per_week
    ) || case when private.reads_health(m.id, m.gym_id) then jsonb_build_object(
      'height_cm', f.height_cm, 'current_weight_kg', f.current_weight_kg, 'target_weight_kg', f.target_weight_kg,
      'injuries', f.injuries, 'medical_notes', f.medical_notes
    ) else '{}' end
    from public.gym_members_v2 m
    left join public.member_preferences p on p.member_id = m.id
    left join public.member_fitness_profile f on f.member_id = m.id
    where m.id = p_id
  );
end $$;
comment on function private.member_values(uuid) is
  'Every field of a member that people change; those about health only while the consent holds, for who reads transcripts. For managers.';

create function private.reads_health(p_id uuid, p_gym_id uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$ begin return private.agrees(p_id, 'health') and p_gym_id = any (private.transcript_gym_ids()); end $$;
comment on function private.reads_health(uuid, uuid) is
  'Whether the caller may know what a member said about their health: it is as private as a transcript, and held by its own consent (rule P4).';

create function private.clean_value(p_key text, p_value jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  said text := nullif(btrim(p_value #>> '{}'), '');
  longest integer;
begin
  if p_key = 'primary_goals' then
    if jsonb_typeof(p_value) <> 'array' or jsonb_array_length(p_value) > 7 then
      perform private.refuse('invalid_input', p_key);
    end if;
    return (select coalesce(jsonb_agg(distinct goal order by goal), '[]') from jsonb_array_elements_text(p_value) goal);
  elsif p_key in ('membership_suspended', 'is_active', 'analysis_objection') then
    if jsonb_typeof(p_value) <> 'boolean' then
      perform private.refuse('invalid_input', p_key);
    end if;
    return p_value;
  elsif p_key in ('first_name', 'last_name', 'member_kind') and said is null then
    perform private.refuse('invalid_input', p_key);
  elsif said is null then
    return 'null';
  elsif p_key in ('height_cm', 'workout_frequency_per_week') then
    return to_jsonb(said::integer);
  elsif p_key in ('current_weight_kg', 'target_weight_kg') then
    return to_jsonb(round(said::numeric, 1));
  elsif p_key in ('birth_date', 'member_since', 'membership_ends_on') then
    if said !~ '^\d{4}-\d{2}-\d{2}$' or said::date < '1900-01-01' or said::date > '2199-12-31'
      or (p_key = 'birth_date' and said::date > current_date) then
      perform private.refuse('invalid_input', p_key);
    end if;
    return to_jsonb(said::date);
  end if;
  longest := case p_key
    when 'first_name' then 80 when 'last_name' then 80 when 'email' then 254 when 'phone' then 40 when 'membership_type' then 80
    when 'external_id' then 100 when 'voice_preference' then 40 when 'injuries' then 1000 when 'medical_notes' then 2000
    when 'member_kind' then 10 when 'communication_style' then 20 when 'language' then 2 when 'fitness_level' then 20
  end;
  if longest is null or length(said) > longest then
    perform private.refuse('invalid_input', p_key);
  elsif p_key = 'email' and not private.is_address(said) then
    perform private.refuse('invalid_input', p_key);
  elsif p_key = 'phone' and (said !~ '^[\d\s+().-]+$' or length(regexp_replace(said, '\D', '', 'g')) not between 6 and 15) then
    perform private.refuse('invalid_input', p_key);
  end if;
  return to_jsonb(case when p_key = 'email' then lower(said) else said end);
exception when invalid_text_representation or numeric_value_out_of_range or invalid_datetime_format or datetime_field_overflow then
  perform private.refuse('invalid_input', p_key);
end $$;
comment on function private.clean_value(text, jsonb) is 'A value of a member''s form as it is stored; raises invalid_input with its key.';

create function private.clean_values(p_values jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  if coalesce(jsonb_typeof(p_values), '') <> 'object' then
    perform private.refuse('invalid_input', 'changes');
  end if;
  return (select coalesce(jsonb_object_agg(v.key, private.clean_value(v.key, v.value)), '{}') from jsonb_each(p_values) v);
end $$;
comment on function private.clean_values(jsonb) is 'The values of a form, each by private.clean_value.';

create function private.write_member(p_id uuid, p_gym_id uuid, p_values jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  broken text;
begin
  if p_values ?| private.fitness_health_keys() and not private.reads_health(p_id, p_gym_id) then
    perform private.refuse(case when private.agrees(p_id, 'health') then 'forbidden' else 'consent_missing' end);
  end if;
  update public.gym_members_v2 m set (
    first_name, last_name, email, phone, birth_date, member_kind, external_id, membership_type, member_since,
    membership_ends_on, membership_suspended, is_active, analysis_objection
  ) = (
    select r.first_name, r.last_name, r.email, r.phone, r.birth_date, r.member_kind, r.external_id, r.membership_type,
      r.member_since, r.membership_ends_on, r.membership_suspended, r.is_active, r.analysis_objection
    from jsonb_populate_record(m, p_values) r
  )
  where m.id = p_id and p_values ?| '{first_name,last_name,email,phone,birth_date,member_kind,external_id,membership_type,member_since,membership_ends_on,membership_suspended,is_active,analysis_objection}'::text[];
  if p_values ?| '{communication_style,language,voice_preference}'::text[] then
    insert into public.member_preferences (member_id, gym_id) values (p_id, p_gym_id) on conflict (member_id) do nothing;
    update public.member_preferences p set (communication_style, language, voice_preference) = (
      select r.communication_style, r.language, r.voice_preference from jsonb_populate_record(p, p_values) r
    ) where p.member_id = p_id;
  end if;
  if p_values ?| ('{fitness_level,primary_goals,workout_frequency_per_week}'::text[] || private.fitness_health_keys()) then
    insert into public.member_fitness_profile (member_id, gym_id) values (p_id, p_gym_id) on conflict (member_id) do nothing;
    update public.member_fitness_profile f set (
      fitness_level, primary_goals, workout_frequency_per_week, height_cm, current_weight_kg, target_weight_kg, injuries,
      medical_notes
    ) = (
      select r.fitness_level, r.primary_goals, r.workout_frequency_per_week, r.height_cm, r.current_weight_kg,
        r.target_weight_kg, r.injuries, r.medical_notes
      from jsonb_populate_record(f, p_values) r
    ) where f.member_id = p_id;
  end if;
  perform public.update_member_analytics(p_id);
exception
  when unique_violation then
    perform private.refuse('invalid_input', 'external_id');
  when check_violation then
    get stacked diagnostics broken = constraint_name;
    perform private.refuse('invalid_input', regexp_replace(broken, '^(gym_members_v2|member_preferences|member_fitness_profile)_(.*)_check$', '\2'));
end $$;
comment on function private.write_member(uuid, uuid, jsonb) is
  'Writes clean values to a member''s three rows and recomputes the risk. Raises consent_missing, forbidden (health), invalid_input (the field; external_id when another member has it).';

create function private.duplicates_of(p_gym_id uuid, p_values jsonb, p_except uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  address text := lower(nullif(btrim(p_values ->> 'email'), ''));
  digits text := nullif(right(regexp_replace(p_values ->> 'phone', '\D', '', 'g'), 9), '');
  born date := case when p_values ->> 'birth_date' ~ '^\d{4}-\d{2}-\d{2}$' then private.day_or_null(p_values ->> 'birth_date') end;
  named text := private.fold(btrim(p_values ->> 'last_name') || ' ' || btrim(p_values ->> 'first_name'));
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', d.id, 'first_name', d.first_name, 'last_name', d.last_name, 'by', d.by, 'member_since', d.member_since
    ) order by d.weight desc, d.last_name, d.id), '[]')
    from (
      select m.*, array_remove(array[
          case when lower(m.email) = address then 'email' end,
          case when length(digits) >= 6 and right(regexp_replace(m.phone, '\D', '', 'g'), 9) = digits then 'phone' end,
          case when m.sort_name = named collate "C" and (m.birth_date = born or (m.birth_date is null or born is null) and p_except is not null)
            then 'name' end
        ], null) as by,
        num_nonnulls(case when lower(m.email) = address then 1 end, case when m.birth_date = born then 1 end) as weight
      from public.gym_members_v2 m
      where m.gym_id = p_gym_id and m.deleted_at is null and m.id is distinct from p_except
        and (m.sort_name = named collate "C" or lower(m.email) = address
          or (length(digits) >= 6 and right(regexp_replace(m.phone, '\D', '', 'g'), 9) = digits))
    ) d
    where cardinality(d.by) > 0
    limit 5
  );
end $$;
comment on function private.duplicates_of(uuid, jsonb, uuid) is
  'Members of a gym who look like these values: [{id, first_name, last_name, by: email|phone|name, member_since}]; the name counts with the same birth date.';

create function private.day_or_null(p_day text) returns date
language plpgsql immutable set search_path = ''
as $$
begin
  return p_day::date;
exception when others then
  return null;
end $$;
comment on function private.day_or_null(text) is 'A calendar day, null for one that does not exist.';

-- The look-ups of duplicates, by a gym's index each.
create index gym_members_v2_gym_id_email_idx on public.gym_members_v2 (gym_id, lower(email)) where email is not null;
create index gym_members_v2_gym_id_phone_idx on public.gym_members_v2 (gym_id, right(regexp_replace(phone, '\D', '', 'g'), 9))
  where phone is not null;

create function public.find_duplicates(p_gym_id uuid, p_values jsonb, p_except uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_manager(p_gym_id);
  return private.duplicates_of(p_gym_id, coalesce(p_values, '{}'), p_except);
end $$;
comment on function public.find_duplicates(uuid, jsonb, uuid) is
  'Up to five members who share the e-mail, the phone, or name and birth date: [{id, first_name, last_name, by, member_since}]. Raises mfa_required, not_found, forbidden, customer_suspended.';

create function public.create_member(p_gym_id uuid, p_values jsonb) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  clean jsonb;
  made uuid;
begin
  perform private.require_manager(p_gym_id);
  clean := private.clean_values(p_values);
  if clean -> 'first_name' is null or clean -> 'last_name' is null then
    perform private.refuse('invalid_input', case when clean -> 'first_name' is null then 'first_name' else 'last_name' end);
  end if;
  insert into public.gym_members_v2 (gym_id, first_name, last_name)
  values (p_gym_id, clean ->> 'first_name', clean ->> 'last_name') returning id into made;
  perform private.write_member(made, p_gym_id, clean);
  return made;
end $$;
comment on function public.create_member(uuid, jsonb) is
  'Adds a member and answers the id. Raises mfa_required, not_found, forbidden, customer_suspended, consent_missing, invalid_input (the field).';

create function public.save_member(p_id uuid, p_base jsonb, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.gym_members_v2;
  clean jsonb;
  stands jsonb;
  theirs jsonb;
begin
  perform private.require_manager((select m.gym_id from public.gym_members_v2 m where m.id = p_id));
  clean := private.clean_values(p_changes);
  if coalesce(jsonb_typeof(p_base), '') <> 'object' then
    perform private.refuse('invalid_input', 'base');
  end if;
  -- Who saves at the same time waits here, and then compares with what the first one wrote.
  select * into member from public.gym_members_v2 m where m.id = p_id for update;
  if member.deleted_at is not null then
    perform private.refuse('conflict', 'deleted');
  end if;
  stands := private.member_values(p_id);
  select jsonb_object_agg(c.key, coalesce(stands -> c.key, 'null')) into theirs
  from jsonb_each(clean) c
  where stands ? c.key and stands -> c.key is distinct from coalesce(p_base -> c.key, 'null')
    and stands -> c.key is distinct from c.value;
  if theirs is not null then
    return jsonb_build_object('saved', false, 'theirs', theirs);
  end if;
  perform private.write_member(p_id, member.gym_id, clean);
  return jsonb_build_object('saved', true, 'theirs', '{}'::jsonb);
end $$;
comment on function public.save_member(uuid, jsonb, jsonb) is
  'Writes the changed fields when each still has the value that the form began with: {saved, theirs}; else nothing, and theirs holds what somebody else wrote meanwhile. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (deleted), consent_missing, invalid_input (the field).';

create function public.delete_member(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_manager((select m.gym_id from public.gym_members_v2 m where m.id = p_id));
  update public.gym_members_v2 m set deleted_at = now() where m.id = p_id and m.deleted_at is null;
  if not found then
    perform private.refuse('conflict', 'deleted');
  end if;
end $$;
comment on function public.delete_member(uuid) is
  'Takes a member out of every list; for 30 days restore_member brings them back. Raises mfa_required, not_found, forbidden, customer_suspended, conflict.';

create function public.restore_member(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_manager((select m.gym_id from public.gym_members_v2 m where m.id = p_id));
  update public.gym_members_v2 m set deleted_at = null
  where m.id = p_id and m.merged_into is null and m.deleted_at > now() - interval '30 days';
  if not found then
    perform private.refuse('conflict', 'deleted');
  end if;
  perform public.update_member_analytics(p_id);
exception when unique_violation then
  -- Meanwhile another member got the number of this one.
  perform private.refuse('conflict', 'external_id');
end $$;
comment on function public.restore_member(uuid) is
  'Brings a deleted member back within 30 days, with the risk computed anew. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (not deleted, too late, merged, or the number is taken).';

grant execute on function public.find_duplicates(uuid, jsonb, uuid), public.create_member(uuid, jsonb),
  public.save_member(uuid, jsonb, jsonb), public.delete_member(uuid), public.restore_member(uuid) to authenticated;
