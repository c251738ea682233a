-- Where a gym has many kiosks, or a franchise many gyms, a gym's opening hours are asked once and not with each kiosk, in one
-- statement and not in eight.

create or replace function private.open_since(p_gym_id uuid, p_at timestamptz) returns timestamptz
language plpgsql stable security definer set search_path = ''
as $$
declare
  zone text;
  weekly jsonb;
  today date;
  since timestamptz;
  span record;
begin
  select g.timezone, g.opening_hours into zone, weekly from public.gyms g where g.id = p_gym_id;
  if weekly = '[]' then
    return '-infinity';
  end if;
  today := (p_at at time zone zone)::date;
  -- From the latest to the earliest, so that spans that meet are one: a gym that never closes opened days ago.
  for span in
    select private.first_instant(day.it + h.open::time, zone) as opens,
      private.first_instant(day.it + h.close::interval
        + case when h.close::interval <= h.open::interval then interval '1 day' else interval '0' end, zone) as closes
    from (select today - ago as it from generate_series(0, 3) as ago) day
    left join public.gym_hours_exceptions own on own.gym_id = p_gym_id and own.local_date = day.it
    cross join lateral (
      select own.open, own.close where own.open is not null
      union all
      select w ->> 'open', w ->> 'close' from jsonb_array_elements(weekly) w
      where own.open is null and own.is_closed is not true and (w ->> 'weekday')::integer = extract(isodow from day.it)
    ) h
    order by 1 desc
  loop
    continue when span.opens > p_at or span.closes < coalesce(since, p_at) or (since is null and span.closes <= p_at);
    since := span.opens;
  end loop;
  return since;
end $$;

create function private.kiosk_shown(
  p_status text, p_last_heartbeat_at timestamptz, p_going_down_at timestamptz, p_open_since timestamptz
) returns text
language plpgsql stable set search_path = ''
as $$
begin
  return case
    when p_status in ('provisioning', 'maintenance', 'error') then p_status
    when p_going_down_at is null and p_last_heartbeat_at > now() - interval '45 seconds' then 'online'
    when p_open_since is null then 'resting'
    when p_going_down_at is null and greatest(p_last_heartbeat_at, p_open_since) > now() - interval '105 seconds' then 'late'
    else 'offline'
  end;
end $$;
comment on function private.kiosk_shown(text, timestamptz, timestamptz, timestamptz) is
  'online under 45 s since the last heartbeat, late under 105 s of open hours, offline after or when it said that it stops; resting while the gym is closed (no p_open_since); what the lifecycle says comes first.';

create or replace function private.kiosk_shown(
  p_gym_id uuid, p_status text, p_last_heartbeat_at timestamptz, p_going_down_at timestamptz
) returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
  shown text := private.kiosk_shown(p_status, p_last_heartbeat_at, p_going_down_at, null);
begin
  return case
    when shown <> 'resting' then shown
    else private.kiosk_shown(p_status, p_last_heartbeat_at, p_going_down_at, private.open_since(p_gym_id, now()))
  end;
end $$;
comment on function private.kiosk_shown(uuid, text, timestamptz, timestamptz) is 'The same for one kiosk; where there are many, a gym''s hours are asked once.';

create or replace function private.kiosks_json(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', k.id, 'slug', k.slug, 'name', k.name, 'location', k.location_in_gym,
      'shown', private.kiosk_shown(k.status, s.last_heartbeat_at, s.going_down_at, (select private.open_since(p_gym_id, now()))),
      'last_heartbeat_at', s.last_heartbeat_at
    ) order by k.name, k.id), '[]')
    from public.kiosks k
    left join public.kiosk_state s on s.kiosk_id = k.id
    where k.gym_id = p_gym_id
  );
end $$;

create or replace function private.gyms_in_trouble() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return array(
    with quiet as materialized (
      select k.gym_id, k.status, s.last_heartbeat_at, s.going_down_at
      from public.kiosks k
      join public.gyms g on g.id = k.gym_id and g.status = 'active'
      left join public.franchises f on f.id = g.franchise_id
      left join public.kiosk_state s on s.kiosk_id = k.id
      where f.status is distinct from 'suspended'
        -- Most kiosks are well: only the gyms of those that say otherwise or were quiet for a while are asked.
        and (k.status = 'error' or coalesce(s.last_heartbeat_at < now() - interval '1 minute', true))
    ),
    hours as materialized (
      select asked.gym_id, private.open_since(asked.gym_id, now()) as since from (select distinct q.gym_id from quiet q) asked
    )
    select distinct q.gym_id from quiet q join hours h on h.gym_id = q.gym_id
    where private.kiosk_shown(q.status, q.last_heartbeat_at, q.going_down_at, h.since) in ('offline', 'error')
  );
end $$;

create or replace function public.list_kiosks(
  p_gym_id uuid default null, p_search text default null, p_view text default 'all', p_shown text default null,
  p_sort text default 'state', p_cursor text default null, p_limit integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  pattern text := private.like_pattern(p_search);
  place jsonb := private.read_cursor(p_cursor, p_sort);
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
  reach uuid[] := private.accessible_gym_ids();
begin
  perform private.require_mfa();
  if p_gym_id is not null and p_gym_id <> all (reach) then
    perform private.refuse('not_found');
  elsif p_view in ('all', 'attention') is not true then
    perform private.refuse('invalid_input', 'view');
  elsif p_sort in ('state', 'name', 'noise', 'latency', 'seen') is not true then
    perform private.refuse('invalid_input', 'sort');
  end if;
  return (
    with known as materialized (
      select k, s, g.name as gym_name, private.fold(g.name || ' ' || k.name) as sort_text,
        coalesce(s.copied_at > coalesce(c.token_issued_at, '-infinity'), false) as is_copied,
        private.kiosk_shown(k.status, s.last_heartbeat_at, s.going_down_at, null) as shown
      from public.kiosks k
      join public.gyms g on g.id = k.gym_id
      left join public.kiosk_state s on s.kiosk_id = k.id
      left join private.kiosk_credentials c on c.kiosk_id = k.id
      where k.gym_id = any (reach) and (p_gym_id is null or k.gym_id = p_gym_id)
    ),
    hours as materialized (
      select asked.gym_id, private.open_since(asked.gym_id, now()) as since
      from (select distinct (k.k).gym_id from known k where k.shown = 'resting') asked
    ),
    fleet as materialized (
      select f.k, f.s, f.gym_name, f.sort_text, f.shown,
        f.shown in ('error', 'offline', 'late') or (f.s).microphone in ('silent', 'blocked', 'missing') or f.is_copied
          as needs_somebody
      from (
        select n.k, n.s, n.gym_name, n.sort_text, n.is_copied, case
            when h.since is null then n.shown
            else private.kiosk_shown((n.k).status, (n.s).last_heartbeat_at, (n.s).going_down_at, h.since)
          end as shown
        from known n left join hours h on h.gym_id = (n.k).gym_id
        offset 0
      ) f
    ),
    chosen as (
      select f.*, (f.k).id as id, private.kiosk_sort_number(p_sort, f.shown, f.s, f.needs_somebody) as sort_number
      from fleet f
      where (p_view = 'all' or f.needs_somebody is true) and (p_shown is null or f.shown = p_shown)
        and (coalesce(btrim(p_search), '') = ''
          or private.fold(concat_ws(' ', f.gym_name, (f.k).name, (f.k).location_in_gym, (f.k).slug)) like private.fold(pattern))
    ),
    page as materialized (
      select c.*, row_number() over (order by c.sort_number, c.sort_text, c.id) as rank
      from chosen c
      where place is null or (c.sort_number, c.sort_text, c.id)
        > ((place ->> 'number')::numeric, place ->> 'text', (place ->> 'id')::uuid)
      order by c.sort_number, c.sort_text, c.id limit size + 1
    )
    select jsonb_build_object(
      'total', (select count(*) from chosen),
      'counts', (
        select jsonb_build_object(
          'all', count(*), 'attention', count(*) filter (where f.needs_somebody),
          'online', count(*) filter (where f.shown = 'online'), 'late', count(*) filter (where f.shown = 'late'),
          'offline', count(*) filter (where f.shown = 'offline'), 'resting', count(*) filter (where f.shown = 'resting'),
          'provisioning', count(*) filter (where f.shown = 'provisioning'),
          'maintenance', count(*) filter (where f.shown = 'maintenance'), 'error', count(*) filter (where f.shown = 'error')
        ) from fleet f
      ),
      'gyms', (
        select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name, g.id), '[]')
        from (
          select h.id, h.name from public.gyms h
          where h.id = any (reach) and exists (select from public.kiosks k where k.gym_id = h.id)
          order by h.name, h.id limit 300
        ) g
      ),
      'next_cursor', (
        select private.write_cursor(p_sort, l.sort_number, l.sort_text, l.id) from page l
        where l.rank = size and exists (select from page n where n.rank > size)
      ),
      'rows', (select coalesce(jsonb_agg(private.kiosk_row(p.k, p.shown) order by p.rank), '[]') from page p where p.rank <= size)
    )
  );
end $$;
