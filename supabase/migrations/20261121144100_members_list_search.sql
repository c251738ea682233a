-- The statements behind the list of members, as text: each combination of filter and order is planned for itself, so that
-- the narrow indexes serve. Every value is quoted by format(); nothing of a caller becomes SQL.

create function private.member_orders() returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object(
    'risk', 'coalesce(100 - m.risk_points, 101)',
    'name', '0',
    'last_visit', $sql$coalesce(-(extract(epoch from m.last_visit at time zone 'UTC') * 1000000)::bigint, 0)$sql$,
    'ends', $sql$coalesce(m.membership_ends_on - date '1970-01-01', 10000000)$sql$
  )
$$;
comment on function private.member_orders() is
  'What each order of the list sorts by before name and id, word for word as its index has it: {risk, name, last_visit, ends}.';

create function private.member_moment(p_at timestamptz) returns bigint
language sql immutable set search_path = ''
as $$ select -(extract(epoch from p_at at time zone 'UTC') * 1000000)::bigint $$;
comment on function private.member_moment(timestamptz) is 'A moment as the order by last visit holds it: the later, the smaller.';

create function private.filter_text(p_filter jsonb, p_key text, p_allowed text[]) returns text
language plpgsql immutable set search_path = ''
as $$
declare
  value text := p_filter ->> p_key;
begin
  if value is not null and value <> all (p_allowed) then
    perform private.refuse('invalid_input', p_key);
  end if;
  return value;
end $$;
comment on function private.filter_text(jsonb, text, text[]) is 'A choice of a filter, null when it is not made; invalid_input for one that there is not.';

create function private.filter_day(p_filter jsonb, p_key text) returns date
language plpgsql immutable set search_path = ''
as $$
declare
  value text := p_filter ->> p_key;
begin
  if value is not null and value !~ '^\d{4}-\d{2}-\d{2}$' then
    perform private.refuse('invalid_input', p_key);
  end if;
  return value::date;
exception when datetime_field_overflow or invalid_datetime_format then
  perform private.refuse('invalid_input', p_key);
end $$;
comment on function private.filter_day(jsonb, text) is 'A day of a filter, null when there is none; invalid_input for a text that is no day.';

create function private.member_conditions(p_gym_id uuid, p_filter jsonb) returns text
language plpgsql stable set search_path = ''
as $$
declare
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
  today date := (now() at time zone zone)::date;
  orders jsonb := private.member_orders();
  view text := coalesce(private.filter_text(p_filter, 'view', '{all,at_risk,new,ending,no_badge,away}'), 'all');
  level text := private.filter_text(p_filter, 'level', '{low,medium,high,critical}');
  state text := private.filter_text(p_filter, 'state', '{active,suspended,ended,deleted}');
  kind text := private.filter_text(p_filter, 'kind', '{member,staff,guest}');
  consent text := private.filter_text(p_filter, 'consent', '{talk,analyse,remember,none}');
  visited_from date := private.filter_day(p_filter, 'visited_from');
  visited_to date := private.filter_day(p_filter, 'visited_to');
  parts text[] := array[
    format('m.gym_id = %L', p_gym_id),
    case state when 'deleted' then 'm.deleted_at is not null and m.merged_into is null' else 'm.deleted_at is null' end
  ];
begin
  parts := parts || case state
    when 'active' then format('m.is_active and not m.membership_suspended and coalesce(m.membership_ends_on >= %L, true)', today)
    when 'suspended' then 'm.is_active and m.membership_suspended'
    when 'ended' then format('(not m.is_active or (not m.membership_suspended and coalesce(m.membership_ends_on < %L, false)))', today)
  end;
  parts := parts || case view
    when 'at_risk' then format('m.is_active and %s <= 50', orders ->> 'risk')
    when 'new' then format('m.is_active and m.member_since > %L', today - 30)
    when 'ending' then format('m.is_active and %s between %s and %s', orders ->> 'ends', today - date '1970-01-01', today + 30 - date '1970-01-01')
    when 'no_badge' then 'm.is_active and not m.has_badge'
    when 'away' then format(
      $sql$m.is_active and coalesce(m.last_visit, m.member_since::timestamp at time zone 'UTC', m.created_at) < %L$sql$,
      now() - interval '14 days')
  end;
  parts := parts || case level
    when 'low' then format('%s between 71 and 100', orders ->> 'risk')
    when 'medium' then format('%s between 51 and 70', orders ->> 'risk')
    when 'high' then format('%s between 31 and 50', orders ->> 'risk')
    when 'critical' then format('%s <= 30', orders ->> 'risk')
  end;
  if p_filter -> 'ids' is not null then
    if jsonb_typeof(p_filter -> 'ids') <> 'array' or jsonb_array_length(p_filter -> 'ids') > 500 then
      perform private.refuse('invalid_input', 'ids');
    end if;
    parts := parts || format('m.id = any (%L)', array(select one::uuid from jsonb_array_elements_text(p_filter -> 'ids') one));
  end if;
  if p_filter ->> 'type' is not null then
    parts := parts || format('m.membership_type = %L', p_filter ->> 'type');
  end if;
  if kind is not null then
    parts := parts || format('m.member_kind = %L', kind);
  end if;
  if visited_from is not null then
    parts := parts || format('%s <= %s', orders ->> 'last_visit', private.member_moment(visited_from::timestamp at time zone zone));
  end if;
  if visited_to is not null then
    parts := parts || format('m.last_visit is not null and %s > %s', orders ->> 'last_visit',
      private.member_moment((visited_to + 1)::timestamp at time zone zone));
  end if;
  if consent is not null then
    parts := parts || case consent when 'none' then 'm.consents is null' else format('m.consents @> array[%L]', consent) end;
  end if;
  return array_to_string(array_remove(parts, null), ' and ');
end $$;
comment on function private.member_conditions(uuid, jsonb) is
  'The condition on members m that a filter stands for, its search aside; raises invalid_input with the part that is wrong.';

create function private.phone_patterns(p_search text) returns text[]
language sql immutable set search_path = ''
as $$
  with typed as (
    select regexp_replace(p_search, '\D', '', 'g') as all_digits, btrim(p_search) ~ '^(\+|00)' as is_international
    where p_search ~ '^[\d\s().+/-]+$'
  ),
  bare as (select ltrim(all_digits, '0') as digits, is_international from typed)
  select coalesce(array_agg(distinct '%' || one || '%'), '{}')
  from bare, unnest(array[
    right(digits, 9), case when is_international and length(digits) < 11 then ltrim(substr(digits, 3), '0') end
  ]) as one
  where length(one) >= 4
$$;
comment on function private.phone_patterns(text) is
  'What the last nine digits of a phone are like when somebody types it or a part of it (4 digits at least): +33 6, 0033 6 and 06 are one.';

create function private.member_search_sql(p_gym_id uuid, p_filter jsonb, p_conditions text, p_order text, p_with_phone boolean)
returns text
language plpgsql stable set search_path = ''
as $$
declare
  typed text := btrim(left(p_filter ->> 'search', 100));
  folded text := btrim(regexp_replace(private.fold(typed), '[^a-z0-9]+', ' ', 'g'));
  words text[] := string_to_array(folded, ' ');
  longest integer := (select max(length(word)) from unnest(words) word);
  hashes text[] := array(select jsonb_array_elements_text(coalesce(p_filter -> 'badge_hashes', '[]')) limit 12);
  query tsquery := private.prefix_query(typed);
  likes text := (select string_agg(format('m.sort_name like %L', '%' || word || '%'), ' and ') from unnest(words) word);
  phones text[] := case when p_with_phone then private.phone_patterns(typed) else '{}' end;
  score text := format('(1 - extensions.word_similarity(%L, m.sort_name::text)) * 0.9', folded);
  near text[] := '{}';
begin
  -- Each way of finding somebody is a select of its own with its own index; what lies nearer has the smaller number.
  near := near || format('(select m.id, 0 as step, 0::numeric as away from public.gym_members_v2 m where %s and lower(m.badge_id) = %L limit 100)',
    p_conditions, lower(typed));
  if cardinality(hashes) > 0 then
    near := near || format('(select m.id, 0, 0.1::numeric from public.member_badges b join public.gym_members_v2 m on m.id = b.member_id'
      ' where b.gym_id = %L and b.badge_hash = any (%L) and %s limit 100)', p_gym_id, hashes, p_conditions);
  end if;
  if cardinality(phones) > 0 then
    near := near || format('(select m.id, 1, 0::numeric from public.gym_members_v2 m where %s and m.phone_digits like any (%L) limit 1000)',
      p_conditions, phones);
  end if;
  if longest >= 3 then
    query := query || plainto_tsquery('pg_catalog.french', typed);
    near := near || format('(select m.id, 2, %s from public.gym_members_v2 m where %s and m.search @@ %L::tsquery limit 1000)',
      score, p_conditions, query);
    near := near || format('(select m.id, 3, %s from public.gym_members_v2 m where %s and %s limit 1000)', score, p_conditions, likes);
  elsif longest > 0 then
    -- One or two letters begin the words of everybody: the last names that begin so are enough.
    near := near || format('(select m.id, 2, %s from public.gym_members_v2 m where %s and m.sort_name >= %L and m.sort_name < %L'
      ' and m.search @@ %L::tsquery limit 1000)', score, p_conditions, words[1], words[1] || '~', query);
  end if;
  return format('near as materialized (%s), far as materialized (%s), best as materialized ('
      'select id, min(step + away) as away from (select * from near union all select * from far) one group by id), '
      'found as (select m.id, %s as number, m.sort_name from best join public.gym_members_v2 m on m.id = best.id)',
    array_to_string(near, ' union all '),
    case when length(folded) >= 4 and longest >= 3 then format(
      'select m.id, 4 as step, %s as away from public.gym_members_v2 m where (select count(*) from near) < 5 and %s'
      ' and %L operator(extensions.<%%) m.sort_name::text'
      -- Beside somebody who was found, a typo has to be a small one.
      ' and (%s <= 0.45 or not exists (select from near)) limit 1000', score, p_conditions, folded, score)
    else 'select id, step, away from near where false' end,
    case p_order when 'match' then 'best.away::numeric' else '(' || (private.member_orders() ->> p_order) || ')::numeric' end);
end $$;
comment on function private.member_search_sql(uuid, jsonb, text, text, boolean) is
  'CTEs up to `found (id, number, sort_name)`: whom a search finds by badge, phone, words, parts of names and, when few, by names with a typo; at most 1,000 each.';

create function private.member_page_sql(p_gym_id uuid, p_filter jsonb, p_order text, p_after jsonb, p_limit integer, p_with_phone boolean)
returns text
language plpgsql stable set search_path = ''
as $$
declare
  conditions text := private.member_conditions(p_gym_id, p_filter);
  number text := coalesce(private.member_orders() ->> p_order, 'number');
  beyond text := case when p_after is null then 'true'
    when p_order = 'name' then format('(m.sort_name, m.id) > (%L, %L::uuid)', p_after ->> 'text', p_after ->> 'id')
    else format('(%s, m.sort_name, m.id) > (%s, %L, %L::uuid)', number, (p_after ->> 'number')::numeric, p_after ->> 'text', p_after ->> 'id') end;
begin
  if p_filter ->> 'view' = 'away' and p_order = 'last_visit' then
    -- Says nothing new, but lets the order begin where somebody can be away.
    conditions := conditions || format(' and %s > %s', number, private.member_moment(now() - interval '14 days'));
  end if;
  if coalesce(btrim(p_filter ->> 'search'), '') = '' then
    return format('select m.id, (%s)::numeric as number, m.sort_name as text, null::bigint as total from public.gym_members_v2 m'
      ' where %s and %s order by %s m.sort_name, m.id limit %s',
      number, conditions, beyond, case p_order when 'name' then '' else number || ', ' end, p_limit);
  end if;
  return format('with %s select m.id, m.number, m.sort_name as text, (select count(*) from found) as total from found m'
    ' where %s order by m.number, m.sort_name, m.id limit %s',
    private.member_search_sql(p_gym_id, p_filter, conditions, p_order, p_with_phone),
    case when p_after is null then 'true' else format('(m.number, m.sort_name, m.id) > (%s, %L, %L::uuid)',
      (p_after ->> 'number')::numeric, p_after ->> 'text', p_after ->> 'id') end, p_limit);
end $$;
comment on function private.member_page_sql(uuid, jsonb, text, jsonb, integer, boolean) is
  'The statement of one page of members after a place: id, number, text (where the next page begins) and, for a search, how many it found.';
