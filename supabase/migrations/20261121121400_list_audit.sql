-- The page of the audit in one round trip (rules P6, T6, T7). Rows hold ids alone; names are looked up when it is read.

create function private.audit_json(p_rows public.audit_logs[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', l.id, 'at', l.at,
    'actor', jsonb_build_object(
      'id', l.actor_id, 'name', coalesce(u.full_name, k.name), 'kind', l.actor_kind, 'role', u.role
    ),
    'action', l.action, 'entity', l.entity, 'entity_id', l.entity_id, 'changed', to_jsonb(l.changed), 'gym_id', l.gym_id,
    'support', case when l.support_access_id is not null then jsonb_build_object(
      'id', l.support_access_id, 'admin_name', a.full_name, 'scope_name', coalesce(g.name, f.name)
    ) end
  ) order by l.at desc, l.id desc), '[]')
  from unnest(p_rows) l
  left join public.users u on l.actor_kind = 'staff' and u.id = l.actor_id
  left join public.kiosks k on l.actor_kind = 'kiosk' and k.id = l.actor_id and k.gym_id = l.gym_id
  left join public.support_access s on s.id = l.support_access_id
  left join public.users a on a.id = s.admin_id
  left join public.gyms g on g.id = s.gym_id
  left join public.franchises f on f.id = s.franchise_id
$$;
comment on function private.audit_json(public.audit_logs[]) is
  'Rows of list_audit, newest first, with the names that people and kiosks have now; null for who was erased.';

create function public.list_audit(
  p_gym_id uuid default null, p_franchise_id uuid default null, p_actor_id uuid default null,
  p_entity text default null, p_action text default null, p_from date default null, p_to date default null,
  p_cursor text default null, p_limit integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  platform constant uuid := '00000000-0000-0000-0000-000000000000';
  size integer := least(greatest(coalesce(p_limit, 50), 1), 100);
  zone text := coalesce((select g.timezone from public.gyms g where g.id = p_gym_id), 'Europe/Paris');
  readable uuid[];
  place jsonb;
  page public.audit_logs[];
  has_more boolean;
begin
  perform private.require_mfa();
  readable := private.audit_scope_ids();
  if num_nonnulls(p_gym_id, p_franchise_id) > 1 then
    perform private.refuse('invalid_input', 'franchise_id');
  elsif p_gym_id is not null then
    perform private.require_gym(p_gym_id, readable);
  elsif coalesce(p_franchise_id, platform) <> all (readable) then
    perform private.refuse(case when p_franchise_id is null then 'forbidden' else 'not_found' end);
  end if;
  place := private.read_cursor(p_cursor, 'audit');
  -- Planned with its values each time: absent filters drop out, and the page is read off an index in its order.
  execute format($query$
    select array(
      select l from public.audit_logs l
      where l.%I = $1 and l.scope_id = any ($2)
        and ($3 is null or l.actor_id = $3) and ($4 is null or l.entity = $4) and ($5 is null or l.action = $5)
        and ($6 is null or l.at >= $6) and ($7 is null or l.at < $7)
        and ($8 is null or l.at <= $8) and ($8 is null or (l.at, l.id) < ($8, $9))
      order by l.at desc, l.id desc
      limit $10
    )
  $query$, case when p_franchise_id is null then 'scope_id' else 'franchise_id' end)
  into page
  using coalesce(p_gym_id, p_franchise_id, platform), readable, p_actor_id, p_entity, p_action,
    p_from::timestamp at time zone zone, (p_to + 1)::timestamp at time zone zone,
    private.cursor_time(place), (place ->> 'id')::uuid, size + 1;
  has_more := cardinality(page) > size;
  page := page[1:size];
  return jsonb_build_object(
    'next_cursor', case when has_more then private.write_cursor('audit', 0, (page[size]).at::text, (page[size]).id) end,
    'rows', private.audit_json(page)
  );
end $$;
comment on function public.list_audit(uuid, uuid, uuid, text, text, date, date, text, integer) is
  '{next_cursor, rows}, newest first: of a gym, of a franchise with its gyms, or with neither of the platform. The days are the gym''s (else of Paris), both included. Raises mfa_required, not_found, forbidden, invalid_input (franchise_id, cursor).';

grant execute on function public.list_audit(uuid, uuid, uuid, text, text, date, date, text, integer) to authenticated;
