-- Which member each row of an import is. Nobody is found by the name alone: a number, a badge, an e-mail, a phone or a
-- birth date has to say the same.

create type private.import_row as (
  row integer,
  external_id text,
  badge_id text,
  badge_hashes text[],
  first_name text,
  last_name text,
  email text,
  phone text,
  membership_type text,
  membership_ends_on date,
  membership_suspended boolean,
  is_active boolean,
  member_since date,
  birth_date date,
  member_kind text
);
comment on type private.import_row is 'A row of an import; what is null changes nothing. badge_hashes holds every form of the badge, the one to keep first.';

create function private.import_values(p_row private.import_row) returns jsonb
language sql immutable set search_path = ''
as $$ select jsonb_strip_nulls(to_jsonb(p_row) - '{row,badge_hashes}'::text[]) $$;
comment on function private.import_values(private.import_row) is 'The columns of gym_members_v2 that a row of an import says, with their values.';

create function private.same_phone(p_one text, p_other text) returns boolean
language sql immutable set search_path = ''
as $$ select right(regexp_replace(p_one, '\D', '', 'g'), 9) = right(regexp_replace(p_other, '\D', '', 'g'), 9) $$;
comment on function private.same_phone(text, text) is 'Whether two numbers end in the same nine digits: +33 6 … and 06 … are one.';

create function private.match_import(p_gym_id uuid, p_rows jsonb)
returns table (input private.import_row, member_id uuid, code text, field text)
language plpgsql stable set search_path = ''
as $$
begin
  return query
  with asked as materialized (
    select r::private.import_row as input, r.row as place, r.external_id, r.badge_hashes, r.email, r.phone, r.birth_date,
      private.fold(r.last_name || ' ' || r.first_name) as sort_name
    from jsonb_populate_recordset(null::private.import_row, p_rows) r
  ),
  by_id as (
    select a.place, m.id
    from asked a
    join public.gym_members_v2 m on m.gym_id = p_gym_id and m.external_id = a.external_id and m.deleted_at is null
  ),
  by_badge as (
    select a.place, array_agg(distinct b.member_id) as ids
    from asked a
    cross join unnest(a.badge_hashes) as one (hash)
    join public.member_badges b on b.gym_id = p_gym_id and b.badge_hash = one.hash and b.valid_to is null
    group by a.place
  ),
  by_person as (
    select a.place, array_agg(m.id) filter (where
        lower(m.email) = a.email or m.birth_date = a.birth_date or private.same_phone(m.phone, a.phone)) as ids
    from asked a
    join public.gym_members_v2 m on m.gym_id = p_gym_id and m.sort_name = a.sort_name and m.deleted_at is null
      and (a.external_id is null or m.external_id is null)
    group by a.place
  ),
  found as (
    select a.*, i.id as id_member, b.ids as badge_members, p.ids as person_members,
      coalesce(i.id, b.ids[1], p.ids[1]) as candidate,
      p.place is not null and num_nonnulls(a.external_id, a.badge_hashes[1], a.email, a.phone, a.birth_date) = 0 as by_name_only
    from asked a
    left join by_id i on i.place = a.place
    left join by_badge b on b.place = a.place
    left join by_person p on p.place = a.place
  ),
  judged as (
    select f.*,
      case
        when cardinality(f.badge_members) > 1 then 'badge_ambiguous'
        when f.badge_members is not null and f.badge_members[1] <> f.candidate then 'badge_taken'
        -- The badge is somebody else's as far as the file says.
        when f.badge_members is not null and f.id_member is null
          and (m.sort_name <> f.sort_name or m.external_id <> f.external_id) then 'badge_taken'
        when f.id_member is null and f.badge_members is null and cardinality(f.person_members) > 1 then 'name_taken'
        when f.candidate is null and f.by_name_only then 'name_taken'
        when row_number() over (partition by f.candidate order by f.place) > 1 and f.candidate is not null then 'duplicate_person'
        when row_number() over (partition by f.external_id order by f.place) > 1 and f.external_id is not null then 'duplicate_id'
        when row_number() over (partition by f.badge_hashes[1] order by f.place) > 1 and f.badge_hashes[1] is not null
          then 'duplicate_badge'
      end as wrong
    from found f
    left join public.gym_members_v2 m on m.id = f.candidate
  )
  select j.input, case when j.wrong is null then j.candidate end, j.wrong,
    case when j.wrong in ('badge_ambiguous', 'badge_taken', 'duplicate_badge') then 'badge'
      when j.wrong = 'duplicate_id' then 'external_id' when j.wrong is not null then 'last_name' end
  from judged j
  order by j.place;
end $$;
comment on function private.match_import(uuid, jsonb) is
  'Each row with the member that it is, null for a new one, or why it cannot be taken: badge_ambiguous, badge_taken, name_taken, duplicate_person, duplicate_id, duplicate_badge.';

create function private.require_manager(p_gym_id uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  if p_gym_id <> all (private.manageable_gym_ids()) then
    perform private.refuse(case when private.gym_is_suspended(p_gym_id) then 'customer_suspended' else 'forbidden' end);
  end if;
end $$;
comment on function private.require_manager(uuid) is
  'Passes for a gym that the caller manages; raises mfa_required, not_found, forbidden, customer_suspended.';

create function private.require_import_rows(p_rows jsonb) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  if p_rows is null or jsonb_typeof(p_rows) <> 'array' or jsonb_array_length(p_rows) > 500
    or jsonb_path_exists(p_rows, '$[*] ? (@.type() != "object" || !exists(@.row) || !exists(@.first_name) || !exists(@.last_name))') then
    perform private.refuse('invalid_input', 'rows');
  end if;
end $$;
comment on function private.require_import_rows(jsonb) is 'Raises invalid_input (rows) for anything but up to 500 rows that each have a place and a name.';

create function private.current_values(p_member public.gym_members_v2, p_keys jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  whole jsonb := jsonb_build_object(
    'external_id', p_member.external_id, 'badge_id', p_member.badge_id, 'first_name', p_member.first_name,
    'last_name', p_member.last_name, 'email', p_member.email, 'phone', p_member.phone,
    'membership_type', p_member.membership_type, 'membership_ends_on', p_member.membership_ends_on,
    'membership_suspended', p_member.membership_suspended, 'is_active', p_member.is_active,
    'member_since', p_member.member_since, 'birth_date', p_member.birth_date, 'member_kind', p_member.member_kind);
begin
  return whole - array(select k.key from jsonb_object_keys(whole) k (key) where not p_keys ? k.key);
end $$;
comment on function private.current_values(public.gym_members_v2, jsonb) is 'What a member has in the columns that are the keys of an object.';

create function public.preview_import(p_gym_id uuid, p_rows jsonb) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_manager(p_gym_id);
  perform private.require_import_rows(p_rows);
  return (
    select jsonb_build_object(
      'new', count(*) filter (where f.code is null and m.id is null),
      'changed', count(*) filter (where m.id is not null and private.current_values(m, v.said) <> v.said),
      'same', count(*) filter (where m.id is not null and private.current_values(m, v.said) = v.said),
      'bad', count(*) filter (where f.code is not null),
      'errors', coalesce(jsonb_agg(jsonb_build_object('row', (f.input).row, 'field', f.field, 'code', f.code)
        order by (f.input).row) filter (where f.code is not null), '[]'))
    from private.match_import(p_gym_id, p_rows) f
    cross join lateral (select private.import_values(f.input) as said) v
    left join public.gym_members_v2 m on m.id = f.member_id
  );
end $$;
comment on function public.preview_import(uuid, jsonb) is
  'What import_rows would do with these rows: {new, changed, same, bad, errors: [{row, field, code}]}; writes nothing. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (rows).';
grant execute on function public.preview_import(uuid, jsonb) to authenticated;
