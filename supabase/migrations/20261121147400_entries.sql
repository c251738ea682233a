-- The entry log: each read of a badge at a gym's kiosks, in the order of the clock.

create function private.entry_view(p_outcome text) returns text
language sql immutable set search_path = ''
as $$
  select case
    when p_outcome in ('welcome', 'visitor', 'repeat') then 'in'
    when p_outcome = 'unknown' then 'unknown'
    when p_outcome = 'captured' then 'desk'
    else 'refused'
  end
$$;
comment on function private.entry_view(text) is 'in, unknown, desk (read for whoever gave a badge) or refused.';

create function private.entry_row(p_scan public.badge_scans) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  now_of uuid := (
    select b.member_id from public.member_badges b
    where b.gym_id = p_scan.gym_id and b.badge_hash = p_scan.badge_hash and b.valid_to is null and coalesce(b.expires_at > now(), true)
      and p_scan.outcome in ('unknown', 'captured', 'lost', 'replaced')
  );
begin
  return (
    select jsonb_build_object(
      'id', p_scan.id, 'scanned_at', p_scan.scanned_at, 'outcome', p_scan.outcome, 'kiosk', k.name,
      'late_s', greatest(0, extract(epoch from p_scan.received_at - p_scan.scanned_at))::integer,
      -- Of a sister gym's member the kiosk told the first name, and no more is told here.
      'member', case
        when p_scan.member_id is null then null
        when p_scan.member_gym_id <> p_scan.gym_id then jsonb_build_object('id', null, 'first_name', m.first_name, 'initial', null)
        else private.badge_owner(p_scan.member_id)
      end,
      'now_of', case when now_of is not null then private.badge_owner(now_of) end,
      'assignable', now_of is null and p_scan.outcome in ('unknown', 'captured', 'lost', 'replaced') and p_scan.badge_hash is not null
        and p_scan.badge_form is distinct from 'unreadable' and p_scan.scanned_at > now() - interval '30 days'
    )
    from public.kiosks k
    left join public.gym_members_v2 m on m.id = p_scan.member_id and m.gym_id = p_scan.member_gym_id
    where k.id = p_scan.kiosk_id
  );
end $$;
comment on function private.entry_row(public.badge_scans) is
  'A line of the entry log: {id, scanned_at, outcome, kiosk, late_s, member, now_of (who has this badge by now), assignable}. No number, no hash.';

create function public.list_entries(
  p_gym_id uuid, p_view text default 'all', p_kiosk_id uuid default null, p_day date default null, p_member_id uuid default null,
  p_search text default null, p_cursor text default null, p_limit integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  zone text;
  shown_day date;
  from_at timestamptz := '-infinity';
  to_at timestamptz := 'infinity';
  place jsonb := private.read_cursor(p_cursor, 'entries');
  after_at timestamptz := 'infinity';
  after_id uuid := coalesce((place ->> 'id')::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
  people uuid[];
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  if p_view is null or p_view not in ('all', 'in', 'unknown', 'refused', 'desk') then
    perform private.refuse('invalid_input', 'view');
  end if;
  begin
    after_at := coalesce((place ->> 'text')::timestamptz, 'infinity');
  exception when others then
    perform private.refuse('invalid_input', 'cursor');
  end;
  select g.timezone into zone from public.gyms g where g.id = p_gym_id;
  shown_day := coalesce(p_day, (now() at time zone zone)::date);
  if p_day is not null then
    from_at := p_day::timestamp at time zone zone;
    to_at := (p_day + 1)::timestamp at time zone zone;
  end if;
  if p_member_id is not null then
    people := array[p_member_id];
  elsif coalesce(btrim(p_search), '') <> '' then
    people := array(
      select m.id from public.gym_members_v2 m
      where m.gym_id = p_gym_id and m.search @@ private.prefix_query(left(p_search, 100)) limit 500
    );
  end if;
  return (
    with page as materialized (
      select s, s.scanned_at, s.id, row_number() over (order by s.scanned_at desc, s.id desc) as rank
      from public.badge_scans s
      where s.gym_id = p_gym_id and s.scanned_at >= from_at and s.scanned_at < to_at and s.scanned_at <= after_at
        and (s.scanned_at, s.id) < (after_at, after_id)
        and (p_view = 'all' or private.entry_view(s.outcome) = p_view)
        and (p_kiosk_id is null or s.kiosk_id = p_kiosk_id)
        and (people is null or (s.member_id = any (people) and s.member_gym_id = p_gym_id))
      order by s.scanned_at desc, s.id desc limit size + 1
    ),
    counted as materialized (
      select s.outcome, count(*) as number from public.badge_scans s
      where s.gym_id = p_gym_id and s.scanned_at >= shown_day::timestamp at time zone zone
        and s.scanned_at < (shown_day + 1)::timestamp at time zone zone
      group by s.outcome
    )
    select jsonb_build_object(
      'day', shown_day,
      'counts', (
        select jsonb_build_object(
          'all', coalesce(sum(c.number), 0),
          'in', coalesce(sum(c.number) filter (where private.entry_view(c.outcome) = 'in'), 0),
          'unknown', coalesce(sum(c.number) filter (where private.entry_view(c.outcome) = 'unknown'), 0),
          'refused', coalesce(sum(c.number) filter (where private.entry_view(c.outcome) = 'refused'), 0),
          'desk', coalesce(sum(c.number) filter (where private.entry_view(c.outcome) = 'desk'), 0)
        ) from counted c
      ),
      'kiosks', (
        select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) order by k.name, k.id), '[]')
        from public.kiosks k where k.gym_id = p_gym_id
      ),
      'person', case when p_member_id is not null then (
        select private.badge_owner(m.id) from public.gym_members_v2 m where m.id = p_member_id and m.gym_id = p_gym_id
      ) end,
      'next_cursor', (
        select private.write_cursor('entries', 0, l.scanned_at::text, l.id) from page l
        where l.rank = size and exists (select from page n where n.rank > size)
      ),
      'rows', (select coalesce(jsonb_agg(private.entry_row(p.s) order by p.rank), '[]') from page p where p.rank <= size)
    )
  );
end $$;
comment on function public.list_entries(uuid, text, uuid, date, uuid, text, text, integer) is
  'The reads at a gym, newest first: {day, counts of that day (today without p_day) by view, kiosks, person, next_cursor, rows}. p_day is the gym''s; p_search looks for names. Raises mfa_required, not_found, invalid_input (view, cursor).';

create function public.entries_pulse(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  return jsonb_build_object('version', coalesce((
    select s.id::text from public.badge_scans s where s.gym_id = p_gym_id order by s.scanned_at desc limit 1
  ), ''));
end $$;
comment on function public.entries_pulse(uuid) is '{version}: another one as soon as a kiosk of the gym has read a badge. Raises mfa_required, not_found.';

grant execute on function public.list_entries(uuid, text, uuid, date, uuid, text, text, integer), public.entries_pulse(uuid) to authenticated;
