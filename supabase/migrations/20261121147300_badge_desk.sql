-- The desk that gives badges: kiosks that read for it, members without a badge, guests of the day.

create function public.start_badge_capture(p_kiosk_id uuid, p_expected_hashes text[] default '{}') returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks;
  made private.badge_captures;
  learns boolean := coalesce(cardinality(p_expected_hashes), 0) > 0;
begin
  perform private.require_badge_keeper((select k.gym_id from public.kiosks k where k.id = p_kiosk_id));
  select * into kiosk from public.kiosks k where k.id = p_kiosk_id;
  if learns then
    perform private.require_badge_hashes(p_expected_hashes);
    -- How a kiosk reads is a setting of the kiosk.
    if kiosk.gym_id <> all (private.manageable_gym_ids()) then
      perform private.refuse('forbidden');
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('scan:' || kiosk.id, 0));
  update private.badge_captures c set state = 'cancelled' where c.kiosk_id = kiosk.id and c.state = 'waiting';
  insert into private.badge_captures (gym_id, kiosk_id, purpose, expected_hashes, created_by)
  values (kiosk.gym_id, kiosk.id, case when learns then 'learn' else 'assign' end, coalesce(p_expected_hashes, '{}'), (select auth.uid()))
  returning * into made;
  return jsonb_build_object('id', made.id, 'expires_at', made.expires_at);
end $$;
comment on function public.start_badge_capture(uuid, text[]) is
  'Waits two minutes for the next unknown badge at a kiosk, or with the hashes of a printed number, for that badge, to learn how the kiosk''s reader writes: {id, expires_at}. Whoever waited there before waits no more. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (badge).';

create function private.own_capture(p_capture_id uuid) returns private.badge_captures
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(
    (select c.gym_id from private.badge_captures c where c.id = p_capture_id), private.accessible_gym_ids());
  return (select c from private.badge_captures c where c.id = p_capture_id);
end $$;
comment on function private.own_capture(uuid) is 'A capture at a gym of the caller''s; raises mfa_required, not_found.';

create function public.get_badge_capture(p_capture_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  capture private.badge_captures := private.own_capture(p_capture_id);
begin
  return jsonb_build_object(
    'state', case
      when capture.state = 'waiting' and capture.expires_at <= now() then 'expired'
      when capture.state = 'read' and capture.expires_at <= now() - interval '10 minutes' then 'expired'
      else capture.state
    end,
    'form', capture.form, 'scan_id', capture.scan_id,
    'tail', (select s.badge_tail from public.badge_scans s where s.id = capture.scan_id)
  );
end $$;
comment on function public.get_badge_capture(uuid) is
  '{state: waiting|read|used|cancelled|expired, scan_id, tail, form (what a learning read taught, null when it was not the badge)}. Raises mfa_required, not_found.';

create function public.cancel_badge_capture(p_capture_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  capture private.badge_captures := private.own_capture(p_capture_id);
begin
  update private.badge_captures c set state = 'cancelled' where c.id = capture.id and c.state in ('waiting', 'read');
end $$;
comment on function public.cancel_badge_capture(uuid) is 'Waits no more. Raises mfa_required, not_found.';

create function public.set_reader_profile(p_kiosk_id uuid, p_form text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  gym uuid := (select k.gym_id from public.kiosks k where k.id = p_kiosk_id);
begin
  perform private.require_manager(gym);
  if p_form !~ '^[a-z0-9_]{1,40}$' then
    perform private.refuse('invalid_input', 'form');
  end if;
  update public.kiosks k set reader_profile = case when p_form is not null
    then jsonb_build_object('form', p_form, 'learnt_at', now()) end
  where k.id = p_kiosk_id;
end $$;
comment on function public.set_reader_profile(uuid, text) is
  'Says how a kiosk''s reader writes, or with null that nobody knows. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (form).';

create function public.badge_desk(p_gym_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  return jsonb_build_object(
    'kiosks', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', k.id, 'name', k.name, 'location', k.location_in_gym, 'shown', private.kiosk_shown(k.status, s.last_heartbeat_at),
        'form', k.reader_profile ->> 'form', 'learnt_at', k.reader_profile ->> 'learnt_at'
      ) order by k.name, k.id), '[]')
      from public.kiosks k left join public.kiosk_state s on s.kiosk_id = k.id where k.gym_id = p_gym_id
    ),
    'guests', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'first_name', m.first_name, 'badge_id', b.id, 'tail', right(b.number, 4), 'since', b.valid_from,
        'expires_at', b.expires_at, 'last_visit', m.last_visit,
        'given_by', (select by.full_name from public.users by where by.id = b.assigned_by)
      ) order by b.valid_from desc), '[]')
      from public.gym_members_v2 m
      join public.member_badges b on b.member_id = m.id and b.gym_id = m.gym_id and b.valid_to is null and b.expires_at > now()
      where m.gym_id = p_gym_id and m.guest_day is not null and m.deleted_at is null
    )
  );
end $$;
comment on function public.badge_desk(uuid) is
  'What gives badges at a gym: {kiosks: [{id, name, location, shown, form, learnt_at}], guests: those of today with their badge}. Raises mfa_required, not_found.';

create function public.list_badge_members(
  p_gym_id uuid, p_search text default null, p_without boolean default false, p_cursor text default null, p_limit integer default 20
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  query tsquery := private.prefix_query(left(p_search, 100));
  place jsonb := private.read_cursor(p_cursor, 'badges');
  size integer := least(greatest(coalesce(p_limit, 20), 1), 100);
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  return (
    with people as materialized (
      select m.id, m.first_name, m.last_name, m.membership_type, m.sort_name, m.badge_id,
        exists (select from public.member_badges b where b.member_id = m.id and b.gym_id = m.gym_id and b.valid_to is null) as has_badge
      from public.gym_members_v2 m
      where m.gym_id = p_gym_id and m.deleted_at is null and m.is_active and m.guest_day is null
        and (query is null or m.search @@ query)
    ),
    chosen as (
      select p.* from people p where not (coalesce(p_without, false) and p.has_badge)
    ),
    page as materialized (
      select c.*, row_number() over (order by c.sort_name, c.id) as rank from chosen c
      where place is null or (c.sort_name, c.id) > ((place ->> 'text') collate "C", (place ->> 'id')::uuid)
      order by c.sort_name, c.id limit size + 1
    )
    select jsonb_build_object(
      'total', (select count(*) from people), 'without', (select count(*) from people p where not p.has_badge),
      'next_cursor', (
        select private.write_cursor('badges', 0, l.sort_name, l.id) from page l
        where l.rank = size and exists (select from page n where n.rank > size)
      ),
      'rows', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', p.id, 'first_name', p.first_name, 'last_name', p.last_name, 'membership_type', p.membership_type,
          'tail', case when p.has_badge then right(p.badge_id, 4) end, 'has_badge', p.has_badge
        ) order by p.rank), '[]')
        from page p where p.rank <= size
      )
    )
  );
end $$;
comment on function public.list_badge_members(uuid, text, boolean, text, integer) is
  'Active members by name, to give badges to; p_without leaves those who have none: {total, without, next_cursor, rows: [{id, first_name, last_name, membership_type, tail, has_badge}]}. Raises mfa_required, not_found, invalid_input (cursor).';

create function public.give_guest_badge(
  p_gym_id uuid, p_first_name text, p_badge_hashes text[], p_number text, p_form text default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  gym public.gyms;
  guest public.gym_members_v2;
  today date;
  answer jsonb;
begin
  perform private.require_badge_keeper(p_gym_id);
  perform private.require_badge_hashes(p_badge_hashes);
  if coalesce(length(btrim(p_first_name)), 0) not between 1 and 80 then
    perform private.refuse('invalid_input', 'first_name');
  elsif coalesce(length(p_number), 0) not between 1 and 40 then
    perform private.refuse('invalid_input', 'badge');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('badges:' || p_gym_id, 0));
  select * into gym from public.gyms g where g.id = p_gym_id;
  today := (now() at time zone gym.timezone)::date;
  -- A guest never takes a member's badge: it has to be a spare one.
  answer := private.badge_obstacle(p_gym_id, null, p_badge_hashes, false);
  if answer is not null then
    return answer;
  end if;
  insert into public.gym_members_v2 (gym_id, first_name, last_name, member_kind, guest_day, membership_ends_on)
  values (p_gym_id, btrim(p_first_name),
    case gym.locale when 'en' then 'Guest' when 'es' then 'Invitado' else 'Invité' end, 'guest', today, today)
  returning * into guest;
  return private.give_badge(
    guest, p_badge_hashes, p_badge_hashes[1], p_number, p_form, false, private.local_midnight(p_gym_id, 1));
end $$;
comment on function public.give_guest_badge(uuid, text, text[], text, text) is
  'Lends a spare badge to a guest until midnight by the gym''s clock; answers as assign_badge. The guest is a row of a first name, kind guest, which rule P3 keeps from every analysis; it is deleted when the badge ends and erased 30 days after its day. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (first_name, badge).';

create function private.expire_badges() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  over uuid[];
begin
  over := array(select b.member_id from public.member_badges b where b.valid_to is null and b.expires_at <= now());
  perform private.end_badges(array(
    select b.id from public.member_badges b where b.valid_to is null and b.expires_at <= now()
  ), 'expired');
  update public.gym_members_v2 m set badge_id = null, deleted_at = coalesce(m.deleted_at, now())
  where m.id = any (over) and m.guest_day is not null;
  delete from public.gym_members_v2 m using public.gyms g
  where g.id = m.gym_id and m.guest_day < (now() at time zone g.timezone)::date - 30
    and not exists (select from public.member_badges b where b.member_id = m.id and b.valid_to is null);
  delete from private.badge_captures c where c.created_at < now() - interval '1 day';
  return cardinality(over);
end $$;
comment on function private.expire_badges() is
  'Ends what was lent until now, erases guests 30 days after their day with their visits, forgets old captures; answers how many badges ended.';

select private.schedule_job('expire-badges', '5 * * * *', 'select private.expire_badges()');

grant execute on function public.start_badge_capture(uuid, text[]), public.get_badge_capture(uuid), public.cancel_badge_capture(uuid),
  public.set_reader_profile(uuid, text), public.badge_desk(uuid), public.list_badge_members(uuid, text, boolean, text, integer),
  public.give_guest_badge(uuid, text, text[], text, text) to authenticated;
