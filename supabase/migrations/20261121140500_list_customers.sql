-- The page of all customers in one answer.

create function private.customer_contact(p_customer_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return coalesce(
    (
      select jsonb_build_object('full_name', u.full_name, 'email', u.email, 'invited', false)
      from public.users u
      where u.is_active and (
        (u.franchise_id = p_customer_id and u.role = 'franchise_owner') or (u.gym_id = p_customer_id and u.role = 'gym_manager')
      )
      order by u.created_at, u.id limit 1
    ),
    (
      select jsonb_build_object('full_name', i.full_name, 'email', i.email, 'invited', true)
      from public.invitations i
      where i.scope_id = p_customer_id and i.role in ('franchise_owner', 'gym_manager')
        and i.accepted_at is null and i.revoked_at is null
      order by i.created_at, i.id limit 1
    )
  );
end $$;
comment on function private.customer_contact(uuid) is
  'Who runs a customer: its first owner, or manager of a gym on its own, else whoever is invited to be: {full_name, email, invited} | null.';

create function private.customer_json(p_customer private.customers) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  places uuid[] := private.customer_gym_ids(p_customer.id);
begin
  return jsonb_build_object(
    'id', p_customer.id, 'kind', p_customer.kind, 'name', p_customer.name, 'city', p_customer.city, 'plan', p_customer.plan,
    'state', p_customer.state, 'trial_ends_on', p_customer.trial_ends_on, 'created_at', p_customer.created_at,
    'usage', (
      select jsonb_object_agg(kind, private.customer_usage(p_customer.id, kind))
      from unnest('{gyms,kiosks,conversations,budget}'::text[]) kind
    ),
    'limits', (select jsonb_build_object(
      'gyms', p.gyms, 'kiosks', p.kiosks, 'conversations', p.conversations, 'budget', p.budget_usd
    ) from private.plans p where p.plan = p_customer.plan),
    'members', (
      select count(*) from public.gym_members_v2 m
      where m.gym_id = any (places) and m.deleted_at is null and m.is_active and m.member_kind = 'member'
    ),
    'contact', private.customer_contact(p_customer.id)
  );
end $$;
comment on function private.customer_json(private.customers) is 'A row of list_customers.';

create function private.customer_ids_found(p_search text) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
declare
  words text[] := array(
    select '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    from regexp_split_to_table(private.fold(btrim(left(p_search, 100))), '\s+') word
  );
begin
  return array(
    select c.id from private.customers c
    left join lateral (select private.customer_contact(c.id) as contact) run on true
    where private.fold(concat_ws(' ', c.name, c.city, run.contact ->> 'full_name', run.contact ->> 'email')) like all (words)
  );
end $$;
comment on function private.customer_ids_found(text) is 'Customers that have each word of a search in name, city, or whoever runs them.';

create function public.list_customers(
  p_search text default null, p_state text default null, p_plan text default null, p_kind text default null,
  p_sort text default 'name', p_cursor text default null, p_limit integer default 50, p_open_id uuid default null
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
  place jsonb;
  found_ids uuid[];
  page private.customers[];
  keys text[];
  has_more boolean;
begin
  perform private.require_mfa();
  if not private.is_platform() then
    perform private.refuse('forbidden');
  elsif p_state is not null and p_state not in ('active', 'trial', 'suspended') then
    perform private.refuse('invalid_input', 'state');
  elsif p_plan is not null and p_plan not in ('starter', 'pro', 'enterprise') then
    perform private.refuse('invalid_input', 'plan');
  elsif p_kind is not null and p_kind not in ('franchise', 'gym') then
    perform private.refuse('invalid_input', 'kind');
  elsif p_sort in ('name', 'newest', 'trial') is not true then
    perform private.refuse('invalid_input', 'sort');
  end if;
  place := private.read_cursor(p_cursor, 'customers-' || p_sort);
  found_ids := case when btrim(p_search) <> '' then private.customer_ids_found(p_search) end;
  select array_agg(listed.customer order by listed.key, listed.id), array_agg(listed.key order by listed.key, listed.id)
  into page, keys
  from (
    select c as customer, c.id, k.key from private.customers c
    cross join lateral (
      select case p_sort
        when 'name' then private.fold(c.name)
        -- The newest first, by a text that sorts the other way round.
        when 'newest' then lpad((99999999999999999 - extract(epoch from c.created_at) * 1000000)::bigint::text, 20, '0')
        else coalesce(c.trial_ends_on::text, '9999')
      end collate "C" as key
    ) k
    where (p_state is null or c.state = p_state) and (p_plan is null or c.plan = p_plan)
      and (p_kind is null or c.kind = p_kind) and (found_ids is null or c.id = any (found_ids))
      and (place is null or (k.key, c.id) > (place ->> 'text', (place ->> 'id')::uuid))
    order by k.key, c.id
    limit size + 1
  ) listed;
  has_more := coalesce(cardinality(page), 0) > size;
  return jsonb_build_object(
    'total', (
      select count(*) from private.customers c
      where (p_state is null or c.state = p_state) and (p_plan is null or c.plan = p_plan)
        and (p_kind is null or c.kind = p_kind) and (found_ids is null or c.id = any (found_ids))
    ),
    'counts', (
      select jsonb_build_object(
        'all', count(*), 'active', count(*) filter (where c.state = 'active'),
        'trial', count(*) filter (where c.state = 'trial'), 'suspended', count(*) filter (where c.state = 'suspended')
      ) from private.customers c
    ),
    'plans', private.plans_json(),
    'rows', (
      select coalesce(jsonb_agg(private.customer_json(page[n]) order by n), '[]')
      from generate_series(1, least(size, coalesce(cardinality(page), 0))) n
    ),
    'next_cursor', case when has_more then
      private.write_cursor('customers-' || p_sort, 0, keys[size], (page[size]).id) end,
    'drafts', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', d.id, 'name', d.data ->> 'name', 'step', d.step, 'updated_at', d.updated_at,
        'by', (select u.full_name from public.users u where u.id = d.created_by)
      ) order by d.updated_at desc, d.id), '[]')
      from private.customer_drafts d where d.finished_at is null and d.discarded_at is null
    ),
    'open', private.customer_open(p_open_id)
  );
end $$;
comment on function public.list_customers(text, text, text, text, text, text, integer, uuid) is
  '{total, counts by state, plans, rows, next_cursor, drafts, open: the row of p_open_id with its gyms and its hold}. For the platform''s own people; raises mfa_required, forbidden, invalid_input (state, plan, kind, sort, cursor).';

create function private.customer_open(p_customer_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select private.customer_json(c) || jsonb_build_object(
      'places', (
        select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'city', g.city, 'status', g.status)
          order by g.name, g.id), '[]')
        from public.gyms g where g.id = any (private.customer_gym_ids(c.id))
      ),
      'hold', (
        select jsonb_build_object('cause', h.cause, 'reason', h.reason, 'began_at', h.began_at,
          'by', (select u.full_name from public.users u where u.id = h.began_by))
        from private.customer_holds h where h.customer_id = c.id and h.ended_at is null and c.state = 'suspended'
      ),
      'today', private.customer_today(c.id)
    )
    from private.customers c where c.id = p_customer_id
  );
end $$;
comment on function private.customer_open(uuid) is 'A customer in full: its row with places, hold and the day on its clocks; null when there is none.';

grant execute on function public.list_customers(text, text, text, text, text, text, integer, uuid) to authenticated;
