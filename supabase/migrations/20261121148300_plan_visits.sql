-- Visits that a gym brings from the software it had: read, compared and written by the same 60 minutes as at the
-- kiosk (rule M3), whatever was there before and in whatever order the rows come.

alter table public.member_imports drop constraint member_imports_rows_total_check;
alter table public.member_imports add constraint member_imports_rows_total_check
  check (rows_total between 0 and case kind when 'visits' then 200000 else 50000 end);

create table private.import_visits (
  import_id uuid not null references public.member_imports (id) on delete cascade,
  visit_id uuid not null,
  member_id uuid not null references public.gym_members_v2 (id) on delete cascade,
  before jsonb,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  gone jsonb not null default '[]',
  created_at timestamptz not null default now(),
  primary key (import_id, visit_id)
);
create index import_visits_member_id_idx on private.import_visits (member_id);
create index import_visits_created_at_idx on private.import_visits (created_at);
alter table private.import_visits enable row level security;
create policy import_visits_nobody on private.import_visits to public using (false);
comment on table private.import_visits is
  'What an import of visits wrote, for 30 days: the visit as it left it, as it was before (null for a new one), and those it joined to it.';

select private.schedule_job('forget-import-visits', '42 3 * * *',
  $$delete from private.import_visits where created_at < now() - interval '30 days'$$);

create type private.visit_row as (
  row integer,
  external_id text,
  badge_hashes text[],
  email text,
  first_name text,
  last_name text,
  birth_date date,
  day date,
  at_time time,
  left_time time
);
comment on type private.visit_row is
  'A row of an import of visits: who came and when, by the gym''s clock; without at_time it is some time that day.';

create function private.match_visits(p_gym_id uuid, p_rows jsonb)
returns table (place integer, member_id uuid, at timestamptz, left_at timestamptz, is_whole_day boolean, code text, field text)
language plpgsql stable security definer set search_path = ''
as $$
declare
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
begin
  return query
  with asked as materialized (
    -- In the night of the clock change PostgreSQL takes an hour that was skipped for the next one, and of an hour that
    -- came twice the second.
    select r.*, (r.day + coalesce(r.at_time, '12:00')) at time zone zone as moment,
      (r.day + r.left_time + case when r.left_time < r.at_time then interval '1 day' else interval '0' end) at time zone zone as leaves,
      private.fold(r.last_name || ' ' || r.first_name) as sort_name
    from jsonb_populate_recordset(null::private.visit_row, p_rows) r
  ),
  by_id as (
    select a.row as n, m.id from asked a
    join public.gym_members_v2 m on m.gym_id = p_gym_id and m.external_id = a.external_id and m.deleted_at is null
  ),
  -- A badge that was replaced since counts too: its visits are older than it.
  by_badge as (
    select a.row as n, array_agg(distinct b.member_id) as ids
    from asked a
    cross join unnest(a.badge_hashes) as one (hash)
    join public.member_badges b on b.gym_id = p_gym_id and b.badge_hash = one.hash
    join public.gym_members_v2 m on m.id = b.member_id and m.deleted_at is null
    group by a.row
  ),
  by_email as (
    select a.row as n, array_agg(m.id) as ids
    from asked a
    join public.gym_members_v2 m on m.gym_id = p_gym_id and lower(m.email) = a.email and m.deleted_at is null
    group by a.row
  ),
  by_person as (
    select a.row as n, array_agg(m.id) as ids
    from asked a
    join public.gym_members_v2 m on m.gym_id = p_gym_id and m.sort_name = a.sort_name and m.birth_date = a.birth_date
      and m.deleted_at is null
    group by a.row
  ),
  found as (
    select a.*, i.id as id_member, b.ids as badge_members, e.ids as email_members, p.ids as person_members,
      coalesce(i.id, case when cardinality(b.ids) = 1 then b.ids[1] end, case when cardinality(e.ids) = 1 then e.ids[1] end,
        case when cardinality(p.ids) = 1 then p.ids[1] end) as candidate
    from asked a
    left join by_id i on i.n = a.row
    left join by_badge b on b.n = a.row
    left join by_email e on e.n = a.row
    left join by_person p on p.n = a.row
  ),
  judged as (
    select f.*, case
      when f.moment > now() then 'date_future'
      when f.candidate is null and f.badge_members is not null then 'badge_ambiguous'
      when f.candidate is null and num_nonnulls(f.email_members, f.person_members) > 0 then 'name_taken'
      when f.candidate is null then 'member_not_found'
      when row_number() over (partition by f.candidate, f.moment order by f.row) > 1 then 'duplicate_visit'
    end as wrong
    from found f
  )
  select j.row, case when j.wrong is null then j.candidate end, j.moment,
    case when j.leaves > j.moment and j.leaves < j.moment + interval '24 hours' then least(j.leaves, now()) end,
    j.at_time is null, j.wrong,
    case
      when j.wrong in ('date_future', 'duplicate_visit') then 'visit_day'
      when j.wrong = 'badge_ambiguous' then 'badge'
      when j.wrong is not null then case
        when j.external_id is not null then 'external_id' when j.badge_hashes is not null then 'badge'
        when j.email is not null then 'email' else 'last_name' end
    end
  from judged j;
end $$;
comment on function private.match_visits(uuid, jsonb) is
  'Each row with the member who came and when, or why it cannot be taken: date_future, badge_ambiguous, name_taken, member_not_found, duplicate_visit. By number, badge, e-mail, or name with birth date; never by the name alone.';

create function private.plan_visits(p_gym_id uuid, p_rows jsonb)
returns table (
  place integer, code text, field text, outcome text, visit_id uuid, member_id uuid, is_new boolean,
  started_at timestamptz, last_seen_at timestamptz, left_at timestamptz, gone uuid[]
)
language plpgsql stable security definer set search_path = ''
as $$
declare
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
begin
  return query
  with matched as materialized (select * from private.match_visits(p_gym_id, p_rows)),
  -- Of a day without a time it is only known that they came: a visit of that day is the one.
  known as (
    select m.place from matched m
    where m.is_whole_day and m.code is null and exists (
      select from public.gym_visits v
      where v.member_id = m.member_id and v.member_gym_id = p_gym_id and v.gym_id = p_gym_id
        and v.local_date = (m.at at time zone zone)::date
    )
  ),
  reads as materialized (
    select m.place, m.member_id, m.at, m.left_at from matched m
    where m.code is null and m.place not in (select k.place from known k)
  ),
  near as (
    select distinct on (v.id) v.id, v.member_id, v.started_at, v.last_seen_at, v.left_at
    from reads r
    join public.gym_visits v on v.member_id = r.member_id and v.member_gym_id = p_gym_id and v.gym_id = p_gym_id
      and v.started_at < r.at + interval '60 minutes' and v.last_seen_at > r.at - interval '60 minutes'
  ),
  spans as (
    select r.place, null::uuid as id, r.member_id, r.at as first_at, r.at as last_at, r.left_at from reads r
    union all
    select null, n.id, n.member_id, n.started_at, n.last_seen_at, n.left_at from near n
  ),
  parted as (
    select s.*, coalesce(s.first_at >= max(s.last_at) over before + interval '60 minutes', true)::integer as begins
    from spans s
    window before as (partition by s.member_id order by s.first_at, s.last_at, s.place nulls first
      rows between unbounded preceding and 1 preceding)
  ),
  numbered as (
    select p.*, sum(p.begins) over (partition by p.member_id order by p.first_at, p.last_at, p.place nulls first) as island
    from parted p
  ),
  joined as materialized (
    select n.member_id, n.island, min(n.first_at) as first_at, max(n.last_at) as last_at, max(n.left_at) as left_at,
      min(n.place) as place, array_agg(n.id order by n.first_at) filter (where n.id is not null) as ids, gen_random_uuid() as fresh
    from numbered n
    group by n.member_id, n.island
    having count(n.place) > 0
  ),
  drawn as materialized (
    select j.member_id, j.island, j.place as first_place, coalesce(j.ids[1], j.fresh) as id, j.ids is null as is_new, j.first_at,
      j.last_at, case when j.left_at >= j.last_at then j.left_at end as left_at, coalesce(j.ids[2:], '{}') as gone,
      j.ids is null or j.ids[2] is not null
        or (v.started_at, v.last_seen_at) is distinct from (j.first_at, j.last_at)
        or (v.left_at is null and j.left_at >= j.last_at) as is_changed
    from joined j
    left join public.gym_visits v on v.id = j.ids[1]
  )
  select m.place, m.code, m.field,
    case when m.code is not null then 'bad' when not coalesce(d.is_changed, false) or m.place <> d.first_place then 'same'
      when d.is_new then 'new' else 'changed' end,
    d.id, m.member_id, d.is_new, d.first_at, d.last_at, d.left_at, d.gone
  from matched m
  left join numbered n on n.place = m.place
  left join drawn d on d.member_id = n.member_id and d.island = n.island;
end $$;
comment on function private.plan_visits(uuid, jsonb) is
  'What each row does: outcome new, changed, same or bad, and the visit that it becomes part of. The first row of a visit tells; rows less than 60 minutes apart are one visit.';

create function private.require_visit_rows(p_rows jsonb) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  if p_rows is null or jsonb_typeof(p_rows) <> 'array' or jsonb_array_length(p_rows) > 1000
    or jsonb_path_exists(p_rows, '$[*] ? (@.type() != "object" || !exists(@.row) || !exists(@.day))') then
    perform private.refuse('invalid_input', 'rows');
  end if;
end $$;
comment on function private.require_visit_rows(jsonb) is 'Raises invalid_input (rows) for anything but up to 1,000 rows that each have a place and a day.';

create function private.count_plan(p_outcomes text[], p_errors jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object(
    'new', count(*) filter (where o = 'new'), 'changed', count(*) filter (where o = 'changed'),
    'same', count(*) filter (where o = 'same'), 'bad', count(*) filter (where o = 'bad'), 'errors', coalesce(p_errors, '[]'))
  from unnest(p_outcomes) o
$$;
comment on function private.count_plan(text[], jsonb) is '{new, changed, same, bad, errors} of a plan.';

create function public.preview_visits(p_gym_id uuid, p_rows jsonb) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_manager(p_gym_id);
  perform private.require_visit_rows(p_rows);
  return (
    select private.count_plan(array_agg(p.outcome), jsonb_agg(jsonb_build_object('row', p.place, 'field', p.field, 'code', p.code)
      order by p.place) filter (where p.code is not null))
    from private.plan_visits(p_gym_id, p_rows) p
  );
exception when invalid_datetime_format or datetime_field_overflow then
  perform private.refuse('invalid_input', 'rows');
end $$;
comment on function public.preview_visits(uuid, jsonb) is
  'What import_visits would do with these rows: {new, changed, same, bad, errors: [{row, field, code}]}; writes nothing. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (rows).';

create function private.apply_visits(p_import public.member_imports, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  gym uuid := p_import.gym_id;
  zone text := (select g.timezone from public.gyms g where g.id = p_import.gym_id);
  counted jsonb;
begin
  -- Who may badge meanwhile waits, or is waited for; older visits nobody else writes.
  perform pg_advisory_xact_lock(wanted.key) from (
    select distinct hashtextextended('visit:' || gym || m.member_id, 0) as key
    from private.match_visits(gym, (
      select coalesce(jsonb_agg(r), '[]') from jsonb_array_elements(p_rows) r where (r ->> 'day')::date > now() - interval '9 days'
    )) m
    where m.member_id is not null
    order by 1
  ) wanted;
  perform set_config('jarvis.visits_in_batches', 'on', true);
  with plan as materialized (select * from private.plan_visits(gym, p_rows)),
  written as materialized (select * from plan p where p.outcome in ('new', 'changed')),
  lost as materialized (
    select w.visit_id, v.id, case when c.visit_id is null then jsonb_build_array(to_jsonb(v))
      else case when c.before is null then '[]' else jsonb_build_array(c.before) end || c.gone end as rows
    from written w
    cross join unnest(w.gone) as joined (id)
    join public.gym_visits v on v.id = joined.id
    left join private.import_visits c on c.import_id = p_import.id and c.visit_id = v.id
  ),
  forgotten as (
    delete from private.import_visits c using lost l where c.import_id = p_import.id and c.visit_id = l.id
  ),
  kept as (
    insert into private.import_visits as c (import_id, visit_id, member_id, before, started_at, last_seen_at, gone)
    select p_import.id, w.visit_id, w.member_id, case when not w.is_new then to_jsonb(v) end, w.started_at, w.last_seen_at,
      coalesce((select jsonb_agg(one) from lost l cross join jsonb_array_elements(l.rows) one where l.visit_id = w.visit_id), '[]')
    from written w
    left join public.gym_visits v on v.id = w.visit_id
    on conflict (import_id, visit_id) do update set
      started_at = excluded.started_at, last_seen_at = excluded.last_seen_at, gone = c.gone || excluded.gone
  ),
  deleted as (delete from public.gym_visits v using lost l where v.id = l.id),
  inserted as (
    insert into public.gym_visits (id, gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, left_at, source)
    select w.visit_id, gym, w.member_id, gym, (w.started_at at time zone zone)::date, w.started_at, w.last_seen_at, w.left_at, 'import'
    from written w where w.is_new
  ),
  updated as (
    update public.gym_visits v set local_date = (w.started_at at time zone zone)::date, started_at = w.started_at,
      last_seen_at = w.last_seen_at, left_at = w.left_at
    from written w where not w.is_new and v.id = w.visit_id
  )
  select private.count_plan(array_agg(p.outcome), jsonb_agg(jsonb_build_object('row', p.place, 'field', p.field, 'code', p.code)
    order by p.place) filter (where p.code is not null))
  into counted from plan p;
  perform set_config('jarvis.visits_in_batches', '', true);
  return counted;
end $$;
comment on function private.apply_visits(public.member_imports, jsonb) is
  'Writes a batch of visits: {new, changed, same, bad, errors}; remembers what stood there before.';
