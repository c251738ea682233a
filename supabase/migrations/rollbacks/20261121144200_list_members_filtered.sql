drop function public.list_members(uuid, jsonb, text, text, integer, boolean);
drop function private.member_counts(uuid, jsonb);
drop function private.member_count(uuid, jsonb);
drop function private.member_page(uuid, jsonb, text, jsonb, integer);
create function private.member_ids_by_phone(p_gym_id uuid, p_digits text) returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(m.id), '{}')
  from public.gym_members_v2 m
  where m.gym_id = p_gym_id and m.gym_id = any ((select private.contact_gym_ids())::uuid[])
    and length(ltrim(p_digits, '0')) >= 4
    and position(ltrim(p_digits, '0') in regexp_replace(m.phone, '\D', '', 'g')) > 0
$$;
comment on function private.member_ids_by_phone(uuid, text) is
  'Members whose phone has these digits (at least 4), for those who may read phones; nobody for the others.';
grant execute on function private.member_ids_by_phone(uuid, text) to authenticated;
create function public.list_members(
  p_gym_id uuid, p_search text default null, p_level text default null, p_view text default 'all',
  p_sort text default 'risk', p_cursor text default null, p_limit integer default 50
) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  query tsquery := private.prefix_query(left(p_search, 100));
  pattern text := '%' || replace(replace(replace(btrim(left(p_search, 100)), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  by_phone uuid[] := private.member_ids_by_phone(p_gym_id, regexp_replace(left(p_search, 100), '\D', '', 'g'));
  searching boolean := coalesce(btrim(p_search), '') <> '';
  after_place jsonb := private.read_cursor(p_cursor, p_sort);
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
  today date;
  answer jsonb;
begin
  if not coalesce((select auth.jwt()) ->> 'aal' = any (private.allowed_aals()), false) then
    raise exception using errcode = 'P0001', message = 'mfa_required';
  elsif p_view is null or p_view not in ('all', 'at_risk', 'new', 'ending', 'no_badge', 'away') then
    raise exception using errcode = 'P0001', message = 'invalid_input', detail = 'view';
  elsif p_sort is null or p_sort not in ('risk', 'name', 'last_visit', 'ends') then
    raise exception using errcode = 'P0001', message = 'invalid_input', detail = 'sort';
  elsif p_level is not null and p_level not in ('low', 'medium', 'high', 'critical') then
    raise exception using errcode = 'P0001', message = 'invalid_input', detail = 'level';
  end if;
  select (now() at time zone g.timezone)::date into today from public.gyms g where g.id = p_gym_id;
  if today is null then
    raise exception using errcode = 'P0001', message = 'not_found';
  end if;

  with people as materialized (
    select m.id, m.first_name, m.last_name, m.badge_id, m.membership_type, m.membership_ends_on, m.member_since,
      m.last_visit, m.is_active, m.sort_name, a.churn_risk_level as level, a.churn_risk_score as score, a.churn_factors as factors,
      m.is_active and coalesce(a.churn_risk_score >= 0.5, false) as at_risk,
      m.is_active and coalesce(m.member_since > today - 30, false) as new,
      m.is_active and coalesce(m.membership_ends_on between today and today + 30, false) as ending,
      m.is_active and m.id not in (
        select v.member_id from public.member_badges v where v.gym_id = p_gym_id and v.valid_to is null
      ) as no_badge,
      m.is_active and coalesce(m.last_visit, m.member_since::timestamptz, m.created_at) < now() - interval '14 days' as away,
      not searching or m.id = any (by_phone)
        or coalesce(m.search @@ query, false) or m.first_name || ' ' || m.last_name ilike pattern as is_found
    from public.gym_members_v2 m
    left join public.member_analytics a on a.member_id = m.id and a.gym_id = m.gym_id
    where m.gym_id = p_gym_id and m.deleted_at is null
  ),
  chosen as materialized (
    select p.*,
      case p_sort
        when 'risk' then -coalesce(p.score, -1)
        when 'last_visit' then -coalesce(extract(epoch from p.last_visit), 0)
        when 'ends' then coalesce(p.membership_ends_on - date '1970-01-01', 10000000)
        else 0
      end::numeric as sort_number,
      p.sort_name as sort_text
    from people p
    where p.is_found and (p_level is null or p.level = p_level)
      and case p_view
        when 'at_risk' then p.at_risk when 'new' then p.new when 'ending' then p.ending
        when 'no_badge' then p.no_badge when 'away' then p.away else true
      end
  ),
  page as materialized (
    select c.*, row_number() over (order by c.sort_number, c.sort_text, c.id) as place
    from chosen c
    where after_place is null or (c.sort_number, c.sort_text, c.id)
      > ((after_place ->> 'number')::numeric, (after_place ->> 'text') collate "C", (after_place ->> 'id')::uuid)
    order by c.sort_number, c.sort_text, c.id
    limit size + 1
  ),
  visits as (
    select v.member_id, 11 - (today - v.local_date) / 7 as week, count(*) as number
    from public.gym_visits v
    where v.member_id in (select p.id from page p where p.place <= size) and v.member_gym_id = p_gym_id
      and v.local_date > today - 84 and v.local_date <= today
    group by 1, 2
  ),
  weeks as (
    select p.id, jsonb_agg(coalesce(v.number, 0) order by slot) as numbers
    from page p
    cross join generate_series(0, 11) as slot
    left join visits v on v.member_id = p.id and v.week = slot
    group by p.id
  ),
  contacts as materialized (
    select private.member_contacts(array(select p.id from page p where p.place <= size)) as by_id
  )
  select jsonb_build_object(
    'total', (select count(*) from chosen),
    'counts', (
      select jsonb_build_object(
        'all', count(*), 'at_risk', count(*) filter (where at_risk), 'new', count(*) filter (where new),
        'ending', count(*) filter (where ending), 'no_badge', count(*) filter (where no_badge),
        'away', count(*) filter (where away)
      ) from people
    ),
    'next_cursor', (
      select private.write_cursor(p_sort, l.sort_number, l.sort_text, l.id)
      from page l where l.place = size and exists (select from page n where n.place > size)
    ),
    'rows', coalesce(jsonb_agg(jsonb_build_object(
      'id', p.id, 'first_name', p.first_name, 'last_name', p.last_name, 'badge_id', p.badge_id,
      'membership_type', p.membership_type, 'membership_ends_on', p.membership_ends_on,
      'member_since', p.member_since, 'last_visit', p.last_visit, 'is_active', p.is_active,
      'level', p.level, 'score', p.score, 'factors', p.factors,
      'contact', (select c.by_id -> p.id::text from contacts c),
      'weeks', w.numbers
    ) order by p.place) filter (where p.place <= size), '[]')
  ) into answer
  from page p
  join weeks w on w.id = p.id;
  return answer;
end $$;
comment on function public.list_members(uuid, text, text, text, text, text, integer) is
  '{total, counts by view, next_cursor, rows}: total is of this search, level and view; counts are of the gym. Raises not_found, invalid_input, mfa_required.';
grant execute on function public.list_members(uuid, text, text, text, text, text, integer) to authenticated;
