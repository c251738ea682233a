-- The people of a gym's page (rule T6), in one answer.

create function private.team_places(p_gym_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
declare
  customer uuid := (
    select g.franchise_id from public.gyms g
    where g.id = p_gym_id and g.franchise_id = any (private.accessible_franchise_ids())
  );
begin
  return array[p_gym_id] || array(
    select g.id from public.gyms g where g.franchise_id = customer and g.id <> p_gym_id
    union all
    select customer where customer is not null
  );
end $$;
comment on function private.team_places(uuid) is
  'A gym, and for whoever opens its franchise the sister gyms and the franchise itself. The caller has checked the gym.';

create function private.team_grants(p_gym_id uuid, p_places uuid[]) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    with offers as materialized (
      select role, g.id as gym_id, null::uuid as franchise_id, g.name, g.id = p_gym_id as is_here
      from public.gyms g cross join unnest('{gym_staff,gym_manager}'::public.user_role[]) as role
      where g.id = any (p_places)
      union all
      select 'franchise_owner', null, f.id, f.name, true
      from public.franchises f where f.id = any (p_places)
    ),
    granted as materialized (
      select o.* from offers o where private.team_refusal(auth.uid(), o.role, o.gym_id, o.franchise_id) is null
    )
    select jsonb_build_object(
      'roles', (select coalesce(jsonb_agg(distinct o.role), '[]') from granted o),
      'gyms', (
        select coalesce(jsonb_agg(jsonb_build_object('id', o.gym_id, 'name', o.name) order by o.is_here desc, o.name), '[]')
        from granted o where o.role = 'gym_staff'
      ),
      'franchise', (
        select jsonb_build_object('id', o.franchise_id, 'name', o.name) from granted o where o.franchise_id is not null
      )
    )
  );
end $$;
comment on function private.team_grants(uuid, uuid[]) is
  'Which roles the caller may give at these places: {roles, gyms: [{id, name}] (the gym on screen first), franchise: {id, name} | null}.';

create function private.last_seen(p_user_id uuid) returns timestamptz
language plpgsql stable security definer set search_path = ''
as $$
begin
  -- A sign-in that has ended leaves its beginning in Auth.
  return (
    select greatest(a.last_sign_in_at, (
      select max(coalesce(s.refreshed_at at time zone 'utc', s.created_at)) from auth.sessions s where s.user_id = a.id
    ))
    from auth.users a where a.id = p_user_id
  );
end $$;
comment on function private.last_seen(uuid) is 'When somebody last worked with the product, to the hour; null for never.';

create function private.invitation_mail(p_id uuid, p_email text) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select m.state from private.outgoing_mails m
    where m.email = p_email and m.kind = 'invitation' and m.params ->> 'invitation_id' = p_id::text
    order by m.created_at desc limit 1
  );
end $$;
comment on function private.invitation_mail(uuid, text) is
  'What became of an invitation''s last mail: pending, sent or failed; null when it is not known any more.';

create function private.team_lists(p_places uuid[], p_scopes uuid[], p_leads boolean) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    with people as materialized (
      select u.*, coalesce(u.gym_id, u.franchise_id) as place_id from public.users u
      where (u.gym_id = any (p_places) or u.franchise_id = any (p_places))
        and u.id = any ((select private.visible_user_ids())::uuid[])
    ),
    asked as materialized (
      select i.* from public.invitations i
      where i.scope_id = any (p_places) and i.scope_id = any (p_scopes) and i.accepted_at is null and i.revoked_at is null
    ),
    -- A team of hundreds has few roles and places: each is decided once.
    standings as materialized (
      select distinct role, gym_id, franchise_id from people
      union
      select role, gym_id, franchise_id from asked
    ),
    changeable as materialized (
      select s.role, coalesce(s.gym_id, s.franchise_id) as place_id from standings s
      where p_leads and private.team_refusal(auth.uid(), s.role, s.gym_id, s.franchise_id) is null
    ),
    named as (
      select g.id, g.name from public.gyms g where g.id = any (p_places)
      union all
      select f.id, f.name from public.franchises f where f.id = any (p_places)
    )
    select jsonb_build_object(
      'people', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', u.id, 'full_name', u.full_name, 'email', u.email, 'role', u.role, 'gym_id', u.gym_id,
          'franchise_id', u.franchise_id, 'place', n.name, 'is_active', u.is_active, 'two_step', u.mfa_enabled,
          'joined_at', u.created_at, 'is_self', u.id = auth.uid(),
          'last_seen_at', case when p_leads then private.last_seen(u.id) end,
          'may_change', c.role is not null and u.id <> auth.uid()
        ) order by u.role, n.name, private.fold(u.full_name), u.id), '[]')
        from people u
        join named n on n.id = u.place_id
        left join changeable c on c.role = u.role and c.place_id = u.place_id
      ),
      'invitations', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', i.id, 'full_name', i.full_name, 'email', i.email, 'role', i.role, 'gym_id', i.gym_id,
          'franchise_id', i.franchise_id, 'place', n.name, 'created_at', i.created_at, 'expires_at', i.expires_at,
          'is_expired', i.expires_at <= now(), 'mail', private.invitation_mail(i.id, i.email),
          'invited_by', (select by.full_name from public.users by where by.id = i.invited_by),
          'may_change', c.role is not null
        ) order by i.created_at desc, i.id), '[]')
        from asked i
        join named n on n.id = i.scope_id
        left join changeable c on c.role = i.role and c.place_id = i.scope_id
      )
    )
  );
end $$;
comment on function private.team_lists(uuid[], uuid[], boolean) is
  'The people of these places and the invitations of those that the caller leads: {people, invitations}; when people were last seen is for leads.';

create function public.list_team(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  places uuid[];
  scopes uuid[];
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  places := private.team_places(p_gym_id);
  scopes := private.team_scope_ids();
  return private.team_lists(places, scopes, p_gym_id = any (scopes))
    || jsonb_build_object('grants', private.team_grants(p_gym_id, places));
end $$;
comment on function public.list_team(uuid) is
  'The people of a gym, for owners of their franchise, for super admins of its customer, with the invitations that are open or have run out and what the caller may do: {people, invitations, grants}. Staff read people alone, without when they were last seen. Raises not_found, mfa_required.';

grant execute on function public.list_team(uuid) to authenticated;
