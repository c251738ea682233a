-- The alerts of a gym as its people may see them (rules A6, T6).

create function private.cursor_time(p_place jsonb) returns timestamptz
language plpgsql stable set search_path = ''
as $$
begin
  return (p_place ->> 'text')::timestamptz;
exception when others then
  raise exception using errcode = 'P0001', message = 'invalid_input', detail = 'cursor';
end $$;
comment on function private.cursor_time(jsonb) is 'The moment at which a cursor stands; null for the first page.';

create function private.team_of(p_gym_id uuid)
returns table (id uuid, full_name text, role public.user_role)
language sql stable security definer set search_path = ''
as $$
  select u.id, u.full_name, u.role
  from public.gyms g
  join public.users u on u.is_active and (
    (u.role in ('gym_staff', 'gym_manager') and u.gym_id = g.id)
    or (u.role = 'franchise_owner' and u.franchise_id = g.franchise_id)
  )
  where g.id = p_gym_id
$$;
comment on function private.team_of(uuid) is 'Who may have an alert of the gym in hand: its staff and managers, and the owner.';

create function private.without_words(p_context jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  select p_context #- '{params,text}' || case when p_context ? 'reasons' then jsonb_build_object('reasons', (
    select coalesce(jsonb_agg(reason #- '{params,text}' order by place), '[]')
    from jsonb_array_elements(p_context -> 'reasons') with ordinality as said (reason, place)
  )) else '{}' end
$$;
comment on function private.without_words(jsonb) is 'An alert''s context without what the member said (rule T6).';

create function private.alerts_json(p_gym_id uuid, p_ids uuid[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with reader as (
    select p_gym_id = any (private.alert_gym_ids()) as sees, p_gym_id = any (private.transcript_gym_ids()) as hears,
      p_gym_id = any (private.conversation_gym_ids()) as lists, p_gym_id = any (private.contact_gym_ids()) as calls
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', a.id, 'type', a.alert_type, 'priority', a.priority, 'status', a.status,
    'context', case when reader.hears then a.context else private.without_words(a.context) end,
    'recommended_actions', a.recommended_actions, 'created_at', a.created_at, 'updated_at', a.updated_at,
    'resolved_at', a.resolved_at, 'resolution_notes', a.resolution_notes,
    'assigned_to', case when u.id is not null then jsonb_build_object('id', u.id, 'full_name', u.full_name) end,
    'member', case when m.id is not null then jsonb_build_object(
      'id', m.id, 'first_name', m.first_name, 'last_initial', left(m.last_name, 1),
      'phone', case when reader.calls then m.phone end
    ) end,
    'kiosk', case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name) end,
    'conversation', case when s.id is not null and reader.lists then jsonb_build_object(
      'id', s.id, 'started_at', s.started_at, 'kiosk', sk.name,
      'summary', case when reader.hears then q.summary_text end,
      'excerpt', case when reader.hears then (
        select jsonb_agg(jsonb_build_object('source', line.source, 'text', line.text) order by line.at, line.seq)
        from (
          select e.source, e.text, e.at, e.seq from public.conversation_events e
          where e.session_id = s.id and e.kind = 'said' and e.source in ('member', 'assistant')
          order by e.at desc, e.seq desc limit 4
        ) line
      ) end
    ) end
  ) order by wanted.place), '[]')
  from reader
  cross join unnest(p_ids) with ordinality as wanted (id, place)
  join public.manager_alerts a on a.id = wanted.id and a.gym_id = p_gym_id
  left join public.users u on u.id = a.assigned_to
  left join public.gym_members_v2 m on m.id = a.member_id
  left join public.kiosks k on k.id = a.kiosk_id
  left join public.openai_realtime_sessions s on s.id = (a.context ->> 'session_id')::uuid and s.gym_id = a.gym_id
  left join public.kiosks sk on sk.id = s.kiosk_id
  left join public.conversation_summaries q on q.session_id = s.id
  where reader.sees
$$;
comment on function private.alerts_json(uuid, uuid[]) is
  'Rows of list_alerts in the order of the ids, as the caller may see them: words, summary and excerpt by transcript_gym_ids, phone by contact_gym_ids.';

create function public.list_alerts(
  p_gym_id uuid, p_tab text default 'todo', p_type text default null, p_search text default null,
  p_cursor text default null, p_limit integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  tab text := coalesce(p_tab, 'todo');
  sought text := nullif(btrim(private.fold(left(p_search, 100))), '');
  place jsonb := private.read_cursor(p_cursor, 'alerts:' || coalesce(p_tab, 'todo'));
  before timestamptz := private.cursor_time(place);
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
  me uuid := (select auth.uid());
  answer jsonb;
begin
  perform private.require_gym(p_gym_id, private.alert_gym_ids());
  if tab not in ('todo', 'mine', 'done', 'dismissed') then
    perform private.refuse('invalid_input', 'tab');
  end if;
  with kept as materialized (
    select a.id,
      case when tab in ('todo', 'mine') then private.priority_rank(a.priority) else 0 end::numeric as weight,
      case when tab in ('todo', 'mine') then a.created_at else a.resolved_at end as at
    from public.manager_alerts a
    left join public.gym_members_v2 m on m.id = a.member_id
    left join public.kiosks k on k.id = a.kiosk_id
    where a.gym_id = p_gym_id
      and case tab
        when 'todo' then a.status in ('pending', 'in_progress')
        when 'mine' then a.status in ('pending', 'in_progress') and a.assigned_to = me
        when 'done' then a.status = 'resolved'
        else a.status = 'dismissed'
      end
      and (p_type is null or a.alert_type = p_type)
      and (sought is null
        or position(sought in private.fold(concat_ws(' ', m.first_name, m.last_name, k.name))) > 0)
  ),
  page as (
    select kept.*, row_number() over (order by weight desc, at desc, id desc) as n
    from kept
    where place is null or (weight, at, id) < (
      (place ->> 'number')::numeric, before, (place ->> 'id')::uuid
    )
    order by weight desc, at desc, id desc
    limit size + 1
  )
  select jsonb_build_object(
    'next_cursor', max(private.write_cursor('alerts:' || tab, page.weight, page.at::text, page.id))
      filter (where page.n = size and exists (select from page more where more.n > size)),
    'rows', private.alerts_json(p_gym_id, coalesce(array_agg(page.id order by page.n) filter (where page.n <= size), '{}'))
  ) into answer
  from page;
  return answer || jsonb_build_object(
    'counts', (
      select jsonb_build_object(
        'todo', count(*) filter (where a.status in ('pending', 'in_progress')),
        'mine', count(*) filter (where a.status in ('pending', 'in_progress') and a.assigned_to = me),
        'done', count(*) filter (where a.status = 'resolved'),
        'dismissed', count(*) filter (where a.status = 'dismissed')
      )
      from public.manager_alerts a where a.gym_id = p_gym_id
    ),
    'team', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'full_name', t.full_name) order by t.full_name), '[]')
      from private.team_of(p_gym_id) t
    )
  );
end $$;
comment on function public.list_alerts(uuid, text, text, text, text, integer) is
  '{counts, next_cursor, rows, team}; open ones by priority, then newest, closed ones by when they were closed. Raises not_found, forbidden, mfa_required, invalid_input (tab, cursor).';
grant execute on function public.list_alerts(uuid, text, text, text, text, integer) to authenticated;
