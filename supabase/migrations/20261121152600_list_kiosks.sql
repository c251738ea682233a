-- The fleet as a gym, a franchise and the platform see it (rules K3, T6): states and times, never what was said.

create function private.kiosk_row(p_kiosk public.kiosks, p_shown text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_kiosk.id, 'slug', p_kiosk.slug, 'name', p_kiosk.name, 'location', p_kiosk.location_in_gym,
    'gym', jsonb_build_object('id', g.id, 'name', g.name), 'shown', p_shown,
    'paired', c.token_hash is not null and c.revoked_at is null, 'revoked_at', c.revoked_at,
    'created_at', p_kiosk.created_at, 'version', p_kiosk.software_version,
    'last_heartbeat_at', s.last_heartbeat_at, 'going_down_at', s.going_down_at,
    'copied_at', case when s.copied_at > coalesce(c.token_issued_at, '-infinity') then s.copied_at end,
    'uptime_s', s.uptime_s, 'network', s.network, 'rtt_ms', s.rtt_ms, 'microphone', s.microphone, 'speaker', s.speaker,
    'noise_db', s.noise_db, 'ladder', s.ladder, 'ladder_reason', s.ladder_reason,
    'latency_p50_ms', s.latency_p50_ms, 'latency_p95_ms', s.latency_p95_ms, 'waiting', s.waiting,
    'last_read_at', (select max(b.scanned_at) from public.badge_scans b where b.kiosk_id = p_kiosk.id and b.gym_id = p_kiosk.gym_id),
    'last_talk', (
      select jsonb_build_object('at', t.started_at, 'ended_at', t.ended_at, 'end_reason', t.end_reason)
      from public.openai_realtime_sessions t
      where t.kiosk_id = p_kiosk.id and t.gym_id = p_kiosk.gym_id and t.gym_id = any (private.conversation_gym_ids())
      order by t.started_at desc limit 1
    )
  )
  from public.gyms g
  left join public.kiosk_state s on s.kiosk_id = p_kiosk.id
  left join private.kiosk_credentials c on c.kiosk_id = p_kiosk.id
  where g.id = p_kiosk.gym_id
$$;
comment on function private.kiosk_row(public.kiosks, text) is
  'One kiosk with its state, health and the times of its last read and conversation (null for whoever sees no conversations).';

create function private.kiosk_sort_number(
  p_sort text, p_shown text, p_state public.kiosk_state, p_needs_somebody boolean
) returns numeric
language sql immutable set search_path = ''
as $$
  select case p_sort
    when 'state' then case when p_needs_somebody then 0 else 10 end
      + array_position('{error,offline,late,provisioning,maintenance,resting,online}'::text[], p_shown)
    when 'noise' then coalesce(-p_state.noise_db, 1000)
    when 'latency' then coalesce(-p_state.latency_p95_ms, 1)
    when 'seen' then coalesce(extract(epoch from p_state.last_heartbeat_at), 0)
    else 0
  end
$$;
comment on function private.kiosk_sort_number(text, text, public.kiosk_state, boolean) is
  'Ascending: what asks for somebody, the loudest place, the slowest voice, the longest silence; by name all are equal.';

create function public.list_kiosks(
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
    with fleet as materialized (
      select k, s, g.name as gym_name, shown.it as shown,
        shown.it in ('error', 'offline', 'late') or s.microphone in ('silent', 'blocked', 'missing')
          or coalesce(s.copied_at > coalesce(c.token_issued_at, '-infinity'), false) as needs_somebody,
        private.fold(g.name || ' ' || k.name) as sort_text
      from public.kiosks k
      join public.gyms g on g.id = k.gym_id
      left join public.kiosk_state s on s.kiosk_id = k.id
      left join private.kiosk_credentials c on c.kiosk_id = k.id
      cross join lateral (
        select private.kiosk_shown(k.gym_id, k.status, s.last_heartbeat_at, s.going_down_at) as it
      ) shown
      where k.gym_id = any (reach) and (p_gym_id is null or k.gym_id = p_gym_id)
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
comment on function public.list_kiosks(uuid, text, text, text, text, text, integer) is
  '{total, counts, gyms, next_cursor, rows} of the kiosks of one gym or of all that the caller may open. Raises mfa_required, not_found, invalid_input (view, sort, cursor).';

grant execute on function public.list_kiosks(uuid, text, text, text, text, text, integer) to authenticated;
