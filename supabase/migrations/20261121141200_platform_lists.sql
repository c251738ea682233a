-- The platform's pages of franchises and gyms, each in one answer. Figures are counted for the rows of the page alone,
-- unless they are what the list is sorted by.

create function private.count_members(p_gym_ids uuid[]) returns bigint
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (select count(*) from public.gym_members_v2 m where m.gym_id = any (p_gym_ids) and m.deleted_at is null);
end $$;
comment on function private.count_members(uuid[]) is 'Members of these gyms, the deleted ones left out. The caller has checked the gyms.';
create index gym_members_v2_gym_id_living_idx on public.gym_members_v2 (gym_id) where deleted_at is null;

create function private.count_owners(p_franchise_id uuid) returns bigint
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (select count(*) from public.users u where u.franchise_id = p_franchise_id and u.is_active);
end $$;
comment on function private.count_owners(uuid) is 'Owners of a franchise who have access. The caller has checked the franchise.';

create function public.list_franchises(
  p_search text default null, p_view text default 'all', p_plan text default null,
  p_sort text default 'name', p_cursor text default null, p_limit integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  pattern text := private.like_pattern(p_search);
  after_place jsonb := private.read_cursor(p_cursor, p_sort);
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
begin
  perform private.require_platform();
  if p_view in ('all', 'active', 'trial', 'suspended') is not true then
    perform private.refuse('invalid_input', 'view');
  elsif p_sort in ('name', 'created', 'gyms', 'members') is not true then
    perform private.refuse('invalid_input', 'sort');
  elsif p_plan not in ('starter', 'pro', 'enterprise') then
    perform private.refuse('invalid_input', 'plan');
  end if;
  return (
    with chosen as materialized (
      select f.*, private.fold(f.name) collate "C" as sort_text,
        case p_sort
          when 'created' then -extract(epoch from f.created_at)
          when 'gyms' then -(select count(*) from public.gyms g where g.franchise_id = f.id)
          when 'members' then -private.count_members(array(select g.id from public.gyms g where g.franchise_id = f.id))
          else 0
        end::numeric as sort_number
      from public.franchises f
      where (p_view = 'all' or f.status = p_view) and (p_plan is null or f.subscription_plan = p_plan)
        and (pattern = '%%' or private.fold(concat_ws(' ', f.name, f.city)) like pattern)
    ),
    page as materialized (
      select c.*, row_number() over (order by c.sort_number, c.sort_text, c.id) as place
      from chosen c
      where after_place is null or (c.sort_number, c.sort_text, c.id)
        > ((after_place ->> 'number')::numeric, (after_place ->> 'text') collate "C", (after_place ->> 'id')::uuid)
      order by c.sort_number, c.sort_text, c.id
      limit size + 1
    ),
    shown as materialized (
      select p.*, array(select g.id from public.gyms g where g.franchise_id = p.id) as gym_ids
      from page p where p.place <= size
    )
    select jsonb_build_object(
      'total', (select count(*) from chosen),
      'counts', (
        select jsonb_build_object(
          'all', count(*), 'active', count(*) filter (where f.status = 'active'),
          'trial', count(*) filter (where f.status = 'trial'), 'suspended', count(*) filter (where f.status = 'suspended')
        ) from public.franchises f
      ),
      'next_cursor', (
        select private.write_cursor(p_sort, l.sort_number, l.sort_text, l.id)
        from page l where l.place = size and exists (select from page n where n.place > size)
      ),
      'rows', coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'name', s.name, 'city', s.city, 'plan', s.subscription_plan, 'status', s.status,
        'trial_ends_on', s.trial_ends_on, 'created_at', s.created_at, 'gyms', cardinality(s.gym_ids),
        'kiosks', (select count(*) from public.kiosks k where k.gym_id = any (s.gym_ids)),
        'members', private.count_members(s.gym_ids),
        'owners', private.count_owners(s.id)
      ) order by s.place), '[]')
    )
    from shown s
  );
end $$;
comment on function public.list_franchises(text, text, text, text, text, integer) is
  '{total, counts by state, next_cursor, rows} of the franchises, for the platform. Raises mfa_required, forbidden, invalid_input (view, sort, plan, cursor).';

create function private.kiosks_json(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', k.id, 'slug', k.slug, 'name', k.name, 'location', k.location_in_gym,
      'shown', private.kiosk_shown(k.status, s.last_heartbeat_at), 'last_heartbeat_at', s.last_heartbeat_at
    ) order by k.name, k.id), '[]')
    from public.kiosks k
    left join public.kiosk_state s on s.kiosk_id = k.id
    where k.gym_id = p_gym_id
  );
end $$;
comment on function private.kiosks_json(uuid) is
  'The kiosks of a gym with their shown state (rule K3): [{id, slug, name, location, shown, last_heartbeat_at}]. The caller has checked the gym.';

create function private.gyms_in_trouble() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return array(
    select distinct k.gym_id
    from public.kiosks k
    join public.gyms g on g.id = k.gym_id and g.status = 'active'
    left join public.franchises f on f.id = g.franchise_id
    left join public.kiosk_state s on s.kiosk_id = k.id
    where f.status is distinct from 'suspended'
      -- Most kiosks are well: only those that say otherwise or were quiet for a while are asked one by one.
      and (k.status = 'error' or coalesce(s.last_heartbeat_at < now() - interval '1 minute', true))
      and private.kiosk_shown(k.status, s.last_heartbeat_at) in ('offline', 'error')
  );
end $$;
comment on function private.gyms_in_trouble() is 'Gyms at work that have a kiosk which is offline or has an error.';

create function public.list_gyms(
  p_search text default null, p_view text default 'all', p_franchise_id uuid default null, p_plan text default null,
  p_sort text default 'name', p_cursor text default null, p_limit integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  pattern text := private.like_pattern(p_search);
  after_place jsonb := private.read_cursor(p_cursor, p_sort);
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
  troubled uuid[];
begin
  if p_franchise_id is not null then
    perform private.require_platform_franchise(p_franchise_id);
  end if;
  perform private.require_platform();
  if p_view in ('all', 'active', 'trouble', 'maintenance', 'suspended') is not true then
    perform private.refuse('invalid_input', 'view');
  elsif p_sort in ('name', 'created', 'members', 'conversations', 'last_scan') is not true then
    perform private.refuse('invalid_input', 'sort');
  elsif p_plan not in ('starter', 'pro', 'enterprise') then
    perform private.refuse('invalid_input', 'plan');
  end if;
  troubled := private.gyms_in_trouble();
  return (
    with known as materialized (
      select g.*, f.name as franchise_name, coalesce(f.subscription_plan, g.subscription_plan) as plan,
        case when f.status = 'suspended' then 'suspended' else g.status end as state, g.id = any (troubled) as is_troubled
      from public.gyms g
      left join public.franchises f on f.id = g.franchise_id
    ),
    chosen as materialized (
      select k.*, private.fold(k.name) collate "C" as sort_text,
        case p_sort
          when 'created' then -extract(epoch from k.created_at)
          when 'members' then -private.count_members(array[k.id])
          when 'conversations' then -(
            select count(*) from public.openai_realtime_sessions s
            where s.gym_id = k.id and s.started_at > now() - interval '30 days'
          )
          when 'last_scan' then -coalesce((
            select extract(epoch from max(b.scanned_at)) from public.badge_scans b where b.gym_id = k.id
          ), 0)
          else 0
        end::numeric as sort_number
      from known k
      where (p_view = 'all' or (p_view = 'trouble' and k.is_troubled) or k.state = p_view)
        and (p_franchise_id is null or k.franchise_id = p_franchise_id) and (p_plan is null or k.plan = p_plan)
        and (pattern = '%%' or private.fold(concat_ws(' ', k.name, k.city, k.franchise_name)) like pattern)
    ),
    page as materialized (
      select c.*, row_number() over (order by c.sort_number, c.sort_text, c.id) as place
      from chosen c
      where after_place is null or (c.sort_number, c.sort_text, c.id)
        > ((after_place ->> 'number')::numeric, (after_place ->> 'text') collate "C", (after_place ->> 'id')::uuid)
      order by c.sort_number, c.sort_text, c.id
      limit size + 1
    )
    select jsonb_build_object(
      'total', (select count(*) from chosen),
      'counts', (
        select jsonb_build_object(
          'all', count(*), 'active', count(*) filter (where k.state = 'active'),
          'trouble', count(*) filter (where k.is_troubled),
          'maintenance', count(*) filter (where k.state = 'maintenance'),
          'suspended', count(*) filter (where k.state = 'suspended')
        ) from known k
      ),
      'next_cursor', (
        select private.write_cursor(p_sort, l.sort_number, l.sort_text, l.id)
        from page l where l.place = size and exists (select from page n where n.place > size)
      ),
      'rows', coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'name', p.name, 'city', p.city, 'plan', p.plan, 'status', p.state,
        'franchise', case when p.franchise_id is not null then
          jsonb_build_object('id', p.franchise_id, 'name', p.franchise_name) end,
        'created_at', p.created_at, 'kiosks', private.kiosks_json(p.id), 'members', private.count_members(array[p.id]),
        'last_scan_at', (select max(b.scanned_at) from public.badge_scans b where b.gym_id = p.id),
        'conversations', (
          select count(*) from public.openai_realtime_sessions s
          where s.gym_id = p.id and s.started_at > now() - interval '30 days'
        )
      ) order by p.place) filter (where p.place <= size), '[]')
    )
    from page p
  );
end $$;
comment on function public.list_gyms(text, text, uuid, text, text, text, integer) is
  '{total, counts by view, next_cursor, rows} of the gyms, for the platform; suspended also when the franchise is, trouble is a gym at work with a kiosk offline or in error, conversations are those of 30 days. Raises mfa_required, not_found (franchise), forbidden, invalid_input (view, sort, plan, cursor).';

grant execute on function public.list_franchises(text, text, text, text, text, integer),
  public.list_gyms(text, text, uuid, text, text, text, integer) to authenticated;
