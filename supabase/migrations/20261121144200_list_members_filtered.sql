-- The page of members: which ones is decided by index scans for a gym that the caller opens; their rows are read under the
-- caller's own policies. There is always an index that serves; reading all members of all gyms is never better, whatever the
-- statistics say.

create function private.member_page(p_gym_id uuid, p_filter jsonb, p_order text, p_after jsonb, p_limit integer) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set pg_trgm.word_similarity_threshold = 0.4 set jit = off
as $$
declare
  may_contact boolean;
  answer jsonb;
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  may_contact := p_gym_id = any (private.contact_gym_ids());
  if p_filter ->> 'state' = 'deleted' and not may_contact then
    perform private.refuse('forbidden');
  end if;
  execute format(
    'select jsonb_agg(jsonb_build_object(''id'', id, ''number'', number, ''text'', text, ''total'', total) order by number, text, id) from (%s) page',
    private.member_page_sql(p_gym_id, p_filter, p_order, p_after, p_limit, may_contact)
  ) into answer;
  return coalesce(answer, '[]');
end $$;
comment on function private.member_page(uuid, jsonb, text, jsonb, integer) is
  'A page of a gym''s members in order, [{id, number, text, total}]; phones are searched for those who may read them, deleted members shown to them alone. Raises mfa_required, not_found, forbidden, invalid_input.';

create function private.member_count(p_gym_id uuid, p_filter jsonb) returns integer
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set jit = off
as $$
declare
  answer integer;
begin
  execute format('select count(*) from (select from public.gym_members_v2 m where %s limit 10000) counted',
    private.member_conditions(p_gym_id, p_filter)) into answer;
  return answer;
end $$;
comment on function private.member_count(uuid, jsonb) is 'How many members a filter has, 10,000 at most. The caller has checked the gym.';

create function private.member_counts(p_gym_id uuid, p_filter jsonb) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set jit = off
as $$
declare
  rest jsonb := jsonb_strip_nulls(p_filter) - '{search,badge_hashes,view}'::text[];
  counts jsonb;
  types jsonb;
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  select jsonb_object_agg(view, private.member_count(p_gym_id, jsonb_build_object('view', view))) into counts
  from unnest('{all,at_risk,new,ending,no_badge,away}'::text[]) view;
  with recursive one (type, n) as (
    (select m.membership_type, 1 from public.gym_members_v2 m
     where m.gym_id = p_gym_id and m.deleted_at is null and m.membership_type is not null order by m.membership_type limit 1)
    union all
    select (
      select m.membership_type from public.gym_members_v2 m
      where m.gym_id = p_gym_id and m.deleted_at is null and m.membership_type > one.type order by m.membership_type limit 1
    ), one.n + 1
    from one where one.type is not null and one.n < 100
  )
  select coalesce(jsonb_agg(one.type order by one.type), '[]') into types from one where one.type is not null;
  return jsonb_build_object('counts', counts, 'types', types, 'total', case
    when rest = '{}' then counts -> coalesce(p_filter ->> 'view', 'all')
    else to_jsonb(private.member_count(p_gym_id, p_filter))
  end);
end $$;
comment on function private.member_counts(uuid, jsonb) is
  '{counts by view, types of membership, total of the filter without its search}; counts end at 10,000. Raises mfa_required, not_found, invalid_input.';

drop function public.list_members(uuid, text, text, text, text, text, integer);
drop function private.member_ids_by_phone(uuid, text);

create function public.list_members(
  p_gym_id uuid, p_filter jsonb default '{}', p_sort text default null, p_cursor text default null,
  p_limit integer default 50, p_counts boolean default true
) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  searching boolean := coalesce(btrim(p_filter ->> 'search'), '') <> '';
  sort text := coalesce(p_sort, case when searching then 'match' else 'risk' end);
  size integer := least(greatest(coalesce(p_limit, 50), 1), case when p_counts then 100 else 2000 end);
  today date;
  page jsonb;
  ids uuid[];
  more boolean;
  last_one jsonb;
  found_rows jsonb;
begin
  if not coalesce((select auth.jwt()) ->> 'aal' = any (private.allowed_aals()), false) then
    raise exception using errcode = 'P0001', message = 'mfa_required';
  elsif jsonb_typeof(p_filter) is distinct from 'object' then
    raise exception using errcode = 'P0001', message = 'invalid_input', detail = 'filter';
  elsif sort not in ('risk', 'name', 'last_visit', 'ends', 'match') or (sort = 'match' and not searching) then
    raise exception using errcode = 'P0001', message = 'invalid_input', detail = 'sort';
  end if;
  select (now() at time zone g.timezone)::date into today from public.gyms g where g.id = p_gym_id;
  if today is null then
    raise exception using errcode = 'P0001', message = 'not_found';
  end if;
  page := private.member_page(p_gym_id, p_filter, sort, private.read_cursor(p_cursor, sort), size + 1);
  more := jsonb_array_length(page) > size;
  last_one := page -> (size - 1);
  ids := array(select (e.row ->> 'id')::uuid from jsonb_array_elements(page) with ordinality e (row, place) where e.place <= size);

  with people as materialized (
    select m.*, p.place
    from (
      select m.id, m.first_name, m.last_name, m.badge_id, m.has_badge, m.membership_type, m.membership_ends_on, m.member_since,
        m.last_visit, m.is_active, m.membership_suspended, m.member_kind, m.analysis_objection, m.deleted_at
      from public.gym_members_v2 m
      where m.id = any (ids) and m.gym_id = p_gym_id
    ) m
    join unnest(ids) with ordinality p (id, place) on p.id = m.id
  ),
  scores as materialized (
    select a.member_id, a.churn_risk_level as level, a.churn_risk_score as score, a.churn_factors as factors
    from public.member_analytics a where a.member_id = any (ids)
  ),
  visits as (
    select v.member_id, 11 - (today - v.local_date) / 7 as week, count(*) as number
    from public.gym_visits v
    where v.member_id = any (ids) and v.member_gym_id = p_gym_id and v.local_date > today - 84 and v.local_date <= today
    group by 1, 2
  ),
  weeks as (
    select p.id, jsonb_agg(coalesce(v.number, 0) order by slot) as numbers
    from people p
    cross join generate_series(0, 11) as slot
    left join visits v on v.member_id = p.id and v.week = slot
    group by p.id
  ),
  contacts as materialized (select private.member_contacts(ids) as by_id)
  select jsonb_agg(jsonb_build_object(
    'id', p.id, 'first_name', p.first_name, 'last_name', p.last_name, 'badge_id', p.badge_id, 'has_badge', p.has_badge,
    'membership_type', p.membership_type, 'membership_ends_on', p.membership_ends_on,
    'member_since', p.member_since, 'last_visit', p.last_visit, 'is_active', p.is_active, 'kind', p.member_kind,
    'objects', p.analysis_objection,
    'state', case when p.deleted_at is not null then 'deleted' when not p.is_active then 'ended'
      when p.membership_suspended then 'suspended' when p.membership_ends_on < today then 'ended' else 'active' end,
    'level', s.level, 'score', s.score, 'factors', s.factors,
    'contact', c.by_id -> p.id::text,
    'weeks', w.numbers
  ) order by p.place)
  into found_rows
  from people p
  join weeks w on w.id = p.id
  left join scores s on s.member_id = p.id
  cross join contacts c;

  return case when p_counts then private.member_counts(p_gym_id, p_filter) else '{}' end || jsonb_build_object(
    'next_cursor', case when more then
      private.write_cursor(sort, (last_one ->> 'number')::numeric, last_one ->> 'text', (last_one ->> 'id')::uuid) end,
    'rows', coalesce(found_rows, '[]')
  ) || case when searching then jsonb_build_object('total', coalesce((page #>> '{0,total}')::bigint, 0)) else '{}' end;
end $$;
comment on function public.list_members(uuid, jsonb, text, text, integer, boolean) is
  'A page of a gym''s members: {rows, next_cursor, total, counts by view, types}; without counts (p_counts) rows alone, 2,000 at most. p_filter {view, level, search, badge_hashes, type, state, kind, consent, visited_from, visited_to}; p_sort match (for a search), risk, name, last_visit, ends. Totals end at 10,000, those of a search at what its ways find, 1,000 each. Raises mfa_required, not_found, forbidden (deleted members, for the team), invalid_input.';

grant execute on function private.member_page(uuid, jsonb, text, jsonb, integer), private.member_counts(uuid, jsonb),
  public.list_members(uuid, jsonb, text, text, integer, boolean) to authenticated;
