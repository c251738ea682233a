-- The platform's page of people: everybody who signs in and everybody who is asked to, in one answer.

create function private.accounts() returns table (
  kind text, id uuid, full_name text, email text, role public.user_role, gym_id uuid, franchise_id uuid, state text,
  created_at timestamptz, expires_at timestamptz, invited_by uuid, place text, customer_id uuid, customer text
)
language plpgsql stable security definer set search_path = ''
as $$
begin
  return query
  select a.kind, a.id, a.full_name, a.email, a.role, a.gym_id, a.franchise_id, a.state, a.created_at, a.expires_at,
    a.invited_by, coalesce(g.name, f.name), coalesce(f.id, g.id), coalesce(f.name, g.name)
  from (
    select 'person' as kind, u.id, u.full_name, u.email, u.role, u.gym_id, u.franchise_id,
      case when u.is_active then 'active' else 'inactive' end as state, u.created_at,
      null::timestamptz as expires_at, null::uuid as invited_by
    from public.users u
    union all
    select 'invitation', i.id, i.full_name, i.email, i.role, i.gym_id, i.franchise_id, 'invited', i.created_at,
      i.expires_at, i.invited_by
    from public.invitations i where i.accepted_at is null and i.revoked_at is null
  ) a
  left join public.gyms g on g.id = a.gym_id
  left join public.franchises f on f.id = coalesce(a.franchise_id, g.franchise_id);
end $$;
comment on function private.accounts() is
  'People and open invitations, with their place and its customer; both null for the platform. The caller has checked the reader.';

create function public.list_users(
  p_search text default null, p_view text default 'all', p_role public.user_role default null,
  p_customer_id uuid default null, p_sort text default 'name', p_cursor text default null, p_limit integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  pattern text := private.like_pattern(p_search);
  after_place jsonb := private.read_cursor(p_cursor, p_sort);
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
begin
  perform private.require_mfa();
  if p_customer_id is not null and p_customer_id <> all (private.platform_franchise_ids() || private.platform_gym_ids()) then
    perform private.refuse('not_found');
  end if;
  perform private.require_platform();
  if p_view in ('all', 'active', 'invited', 'inactive') is not true then
    perform private.refuse('invalid_input', 'view');
  elsif p_sort in ('name', 'created', 'seen') is not true then
    perform private.refuse('invalid_input', 'sort');
  end if;
  return (
    with known as materialized (select * from private.accounts()),
    chosen as materialized (
      select k.*, private.fold(k.full_name) collate "C" as sort_text,
        case p_sort
          when 'created' then -extract(epoch from k.created_at)
          when 'seen' then -coalesce(extract(epoch from private.last_seen(k.id)), 0)
          else 0
        end::numeric as sort_number
      from known k
      where (p_view = 'all' or k.state = p_view) and (p_role is null or k.role = p_role)
        and (p_customer_id is null or k.customer_id = p_customer_id)
        and (pattern = '%%' or private.fold(concat_ws(' ', k.full_name, k.email, k.place, k.customer)) like pattern)
    ),
    page as materialized (
      select c.*, row_number() over (order by c.sort_number, c.sort_text, c.id) as place_in_list
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
          'invited', count(*) filter (where k.state = 'invited'), 'inactive', count(*) filter (where k.state = 'inactive')
        ) from known k
      ),
      'next_cursor', (
        select private.write_cursor(p_sort, l.sort_number, l.sort_text, l.id)
        from page l where l.place_in_list = size and exists (select from page n where n.place_in_list > size)
      ),
      'rows', coalesce(jsonb_agg(jsonb_build_object(
        'kind', p.kind, 'id', p.id, 'full_name', p.full_name, 'email', p.email, 'role', p.role, 'gym_id', p.gym_id,
        'franchise_id', p.franchise_id, 'place', p.place, 'customer', p.customer, 'state', p.state,
        'created_at', p.created_at, 'two_step', p.kind = 'person' and private.has_factor(p.id), 'expires_at', p.expires_at,
        'is_expired', coalesce(p.expires_at <= now(), false), 'is_self', p.id = (select auth.uid()),
        'last_seen_at', case p.kind when 'person' then private.last_seen(p.id) end,
        'mail', case p.kind when 'invitation' then private.invitation_mail(p.id, p.email) end,
        'invited_by', (select u.full_name from public.users u where u.id = p.invited_by),
        -- From any gym of the customer its team is listed, with what may be given there.
        'team_gym_id', coalesce(p.gym_id, (
          select g.id from public.gyms g where g.franchise_id = p.franchise_id order by g.name, g.id limit 1
        ))
      ) order by p.place_in_list) filter (where p.place_in_list <= size), '[]')
    )
    from page p
  );
end $$;
comment on function public.list_users(text, text, public.user_role, uuid, text, text, integer) is
  '{total, counts by state, next_cursor, rows} of all people and open invitations, for the platform; a customer is a franchise or an independent gym. Raises mfa_required, not_found (customer), forbidden, invalid_input (view, sort, cursor).';

grant execute on function public.list_users(text, text, public.user_role, uuid, text, text, integer) to authenticated;
