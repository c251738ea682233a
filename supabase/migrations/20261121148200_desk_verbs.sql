-- What the team does at the desk: say it, check somebody in, tell that somebody left, answer a request for a class.

create function private.desk_member(p_member_id uuid) returns public.gym_members_v2
language plpgsql stable security definer set search_path = ''
as $$
declare
  member public.gym_members_v2;
begin
  perform private.require_mfa();
  select * into member from public.gym_members_v2 m where m.id = p_member_id and m.deleted_at is null;
  perform private.require_acting(member.gym_id);
  return member;
end $$;
comment on function private.desk_member(uuid) is
  'A member of a gym where the caller acts; raises mfa_required, not_found, forbidden, customer_suspended.';

create function private.settle_alert(p_alert_id uuid, p_action text) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  perform public.act_on_alert(p_alert_id, p_action);
  return true;
exception when raise_exception then
  -- A colleague has it in hand or was faster: the tick stands all the same.
  return false;
end $$;
comment on function private.settle_alert(uuid, text) is 'Resolves or reopens an alert where the caller may; whether it did.';

create function public.desk_tick(p_member_id uuid, p_code text, p_said boolean, p_alert_id uuid default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.gym_members_v2 := private.desk_member(p_member_id);
  today date := (select (now() at time zone g.timezone)::date from public.gyms g where g.id = member.gym_id);
  tick public.desk_ticks;
  settled uuid;
begin
  if p_code is null or p_code !~ '^[a-z_]{1,40}(:[a-z0-9-]{1,60})?$' then
    perform private.refuse('invalid_input', 'code');
  elsif p_said is null then
    perform private.refuse('invalid_input', 'said');
  end if;
  if not p_said then
    delete from public.desk_ticks t
    where t.gym_id = member.gym_id and t.member_id = member.id and t.code = p_code and t.local_date = today
    returning * into tick;
    if tick.alert_id is not null then
      perform private.settle_alert(tick.alert_id, 'reopen');
    end if;
    return '{"by": null, "at": null}';
  end if;
  insert into public.desk_ticks (gym_id, member_id, code, local_date, said_by)
  values (member.gym_id, member.id, p_code, today, (select auth.uid()))
  on conflict (gym_id, member_id, code, local_date) do nothing
  returning * into tick;
  if tick.id is null then
    select * into tick from public.desk_ticks t
    where t.gym_id = member.gym_id and t.member_id = member.id and t.code = p_code and t.local_date = today;
  elsif p_alert_id is not null then
    -- A congratulation or a word about the badge is all that such an alert asks for; others stay with who follows them.
    select a.id into settled from public.manager_alerts a
    where a.id = p_alert_id and a.gym_id = member.gym_id and a.member_id = member.id
      and (a.alert_type = 'milestone' or a.context ->> 'code' = 'badge_refused') and a.status in ('pending', 'in_progress');
    if settled is not null and private.settle_alert(settled, 'resolve') then
      update public.desk_ticks t set alert_id = settled where t.id = tick.id;
    end if;
  end if;
  return jsonb_build_object('by', (select u.full_name from public.users u where u.id = tick.said_by), 'at', tick.said_at);
end $$;
comment on function public.desk_tick(uuid, text, boolean, uuid) is
  'Writes down that something was said to a member today, or takes that back: {by, at}; who was first stays. A milestone''s or refused badge''s alert is resolved with it. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (code, said).';

create function private.visits_around(p_member public.gym_members_v2, p_at timestamptz) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(to_jsonb(v) order by v.started_at), '[]') from public.gym_visits v
    where v.member_id = p_member.id and v.member_gym_id = p_member.gym_id and v.gym_id = p_member.gym_id
      and v.started_at < p_at + interval '60 minutes' and v.last_seen_at > p_at - interval '60 minutes'
  );
end $$;
comment on function private.visits_around(public.gym_members_v2, timestamptz) is 'The visits of a member that a read at that moment belongs to.';

create function public.desk_check_in(p_member_id uuid, p_at timestamptz default null, p_reason text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.gym_members_v2 := private.desk_member(p_member_id);
  happened_at timestamptz := coalesce(p_at, now());
  obstacle text;
  before jsonb;
  after jsonb;
  made public.desk_check_ins;
begin
  if happened_at > now() or happened_at < now() - interval '12 hours' then
    perform private.refuse('invalid_input', 'at');
  elsif p_reason is not null and p_reason not in ('renews', 'agreed', 'trial', 'mistake', 'other') then
    perform private.refuse('invalid_input', 'reason');
  end if;
  obstacle := private.membership_obstacle(member, (select g.timezone from public.gyms g where g.id = member.gym_id));
  if obstacle is not null and p_reason is null then
    perform private.refuse('member_' || obstacle);
  end if;
  -- The lock of record_visit, taken before the visits are looked at.
  perform pg_advisory_xact_lock(hashtextextended('visit:' || member.gym_id || member.id, 0));
  before := private.visits_around(member, happened_at);
  perform private.record_visit(member.gym_id, member.id, member.gym_id, happened_at, 'desk', null);
  after := private.visits_around(member, happened_at) -> 0;
  insert into public.desk_check_ins (gym_id, member_id, visit_id, at, reason, made_by)
  values (member.gym_id, member.id, (after ->> 'id')::uuid, happened_at, case when obstacle is not null then p_reason end, (select auth.uid()))
  returning * into made;
  insert into private.desk_undo (check_in_id, before, after, last_visit) values (made.id, before, after, member.last_visit);
  return jsonb_build_object('id', made.id, 'visit_id', made.visit_id, 'is_new', before = '[]');
end $$;
comment on function public.desk_check_in(uuid, timestamptz, text) is
  'Lets a member in by hand, now or up to 12 hours ago: {id, visit_id, is_new}; is_new is false where the visit was there (rule M3). Somebody whose membership does not hold needs a reason (renews, agreed, trial, mistake, other). Raises mfa_required, not_found, forbidden, customer_suspended, member_inactive, member_expired, member_suspended, invalid_input (at, reason).';

create function public.undo_desk_check_in(p_check_in_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  made public.desk_check_ins;
  kept private.desk_undo;
begin
  perform private.require_mfa();
  perform private.require_acting((select c.gym_id from public.desk_check_ins c where c.id = p_check_in_id));
  select * into made from public.desk_check_ins c where c.id = p_check_in_id for update;
  select * into kept from private.desk_undo u where u.check_in_id = made.id;
  if made.undone_at is not null or kept.check_in_id is null or made.created_at < now() - interval '15 minutes' then
    perform private.refuse('conflict', 'state');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('visit:' || made.gym_id || made.member_id, 0));
  -- Somebody seen since is here, whoever checked them in.
  if (select to_jsonb(v) from public.gym_visits v where v.id = made.visit_id) is distinct from kept.after then
    perform private.refuse('conflict', 'visit');
  end if;
  delete from public.gym_visits v where v.id = made.visit_id;
  insert into public.gym_visits select * from jsonb_populate_recordset(null::public.gym_visits, kept.before);
  update public.gym_members_v2 m set last_visit = coalesce(
    (select max(v.last_seen_at) from public.gym_visits v where v.member_id = m.id and v.member_gym_id = m.gym_id), kept.last_visit)
  where m.id = made.member_id;
  update public.desk_check_ins c set undone_at = now() where c.id = made.id;
  delete from private.desk_undo u where u.check_in_id = made.id;
  return jsonb_build_object('undone', true);
end $$;
comment on function public.undo_desk_check_in(uuid) is
  'Takes a check-in by hand of the last 15 minutes back, and nothing else: the visits around it are as before. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (state: undone or too late; visit: seen again since).';

create function public.set_visit_left(p_visit_id uuid, p_left boolean) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  visit public.gym_visits;
begin
  perform private.require_mfa();
  perform private.require_acting((select v.gym_id from public.gym_visits v where v.id = p_visit_id));
  if p_left is null then
    perform private.refuse('invalid_input', 'left');
  end if;
  update public.gym_visits v set left_at = case when p_left then coalesce(v.left_at, now()) end
  where v.id = p_visit_id returning * into visit;
  return jsonb_build_object('left_at', visit.left_at);
end $$;
comment on function public.set_visit_left(uuid, boolean) is
  'Writes down that somebody has left, or that they have not: {left_at}. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (left).';

create function public.answer_booking(p_booking_id uuid, p_answer text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  booking public.class_bookings;
  occurrence public.class_occurrences;
  request public.manager_alerts;
begin
  perform private.require_mfa();
  perform private.require_acting((select b.gym_id from public.class_bookings b where b.id = p_booking_id));
  if p_answer is null or p_answer not in ('accept', 'decline', 'reopen') then
    perform private.refuse('invalid_input', 'answer');
  end if;
  -- Everybody who wants this class waits here, as at the kiosk.
  select o.* into occurrence from public.class_bookings b join public.class_occurrences o on o.id = b.occurrence_id
  where b.id = p_booking_id for update of o;
  select * into booking from public.class_bookings b where b.id = p_booking_id for update;
  if p_answer = 'reopen' then
    if booking.status = 'requested' or booking.answered_at is null or booking.answered_at < now() - interval '15 minutes' then
      perform private.refuse('conflict', 'status');
    end if;
  elsif booking.status <> 'requested' or occurrence.cancelled_at is not null or occurrence.starts_at <= now() then
    perform private.refuse('conflict', 'status');
  elsif p_answer = 'accept' and (
    select count(*) from public.class_bookings b where b.occurrence_id = occurrence.id and b.status = 'booked'
  ) >= occurrence.capacity then
    perform private.refuse('conflict', 'full');
  end if;
  begin
    update public.class_bookings b set
      status = case p_answer when 'accept' then 'booked' when 'decline' then 'cancelled' else 'requested' end,
      cancelled_at = case when p_answer = 'decline' then now() end,
      answered_at = case when p_answer <> 'reopen' then now() end,
      answered_by = case when p_answer <> 'reopen' then (select auth.uid()) end
    where b.id = booking.id;
  exception when unique_violation then
    -- The member has taken the place again since.
    perform private.refuse('conflict', 'status');
  end;
  -- The request's alert is done with the last request.
  select * into request from public.manager_alerts a
  where a.gym_id = booking.gym_id and a.member_id = booking.member_id and a.alert_type = 'staff_call'
    and a.context ->> 'code' = 'booking_request'
  order by a.created_at desc limit 1;
  if p_answer = 'reopen' and request.status = 'resolved' then
    perform private.settle_alert(request.id, 'reopen');
  elsif p_answer <> 'reopen' and request.status in ('pending', 'in_progress') and not exists (
    select from public.class_bookings b
    where b.member_id = booking.member_id and b.gym_id = booking.gym_id and b.status = 'requested'
  ) then
    perform private.settle_alert(request.id, 'resolve');
  end if;
  return jsonb_build_object('status', (select b.status from public.class_bookings b where b.id = booking.id));
end $$;
comment on function public.answer_booking(uuid, text) is
  'Accepts or declines a request for a place, or within 15 minutes makes it a request again (reopen): {status}. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (status, full), invalid_input (answer).';

create function public.desk_search(p_gym_id uuid, p_search text, p_badge_hashes text[] default '{}') returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  query tsquery := private.prefix_query(left(p_search, 100));
  zone text;
begin
  perform private.require_acting(p_gym_id);
  if cardinality(p_badge_hashes) > 12 then
    perform private.refuse('invalid_input', 'badge_hashes');
  end if;
  select g.timezone into zone from public.gyms g where g.id = p_gym_id;
  return (
    with found as (
      select b.member_id as id, 0 as place from public.member_badges b
      where b.gym_id = p_gym_id and b.badge_hash = any (p_badge_hashes) and b.valid_to is null
      union
      (select m.id, 1 from public.gym_members_v2 m
      where m.gym_id = p_gym_id and m.deleted_at is null and m.search @@ query
      -- Who comes often is sought often.
      order by m.last_visit desc nulls last, m.id limit 8)
    ),
    one as (select f.id, min(f.place) as place from found f group by f.id)
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', m.id, 'first_name', m.first_name, 'last_name', m.last_name, 'badge_id', m.badge_id,
      'membership_type', m.membership_type, 'membership_ends_on', m.membership_ends_on, 'last_visit', m.last_visit,
      'obstacle', private.membership_obstacle(m, zone), 'inside', inside.visit_id is not null
    ) order by one.place, m.last_visit desc nulls last, m.id), '[]')
    from one
    join public.gym_members_v2 m on m.id = one.id and m.deleted_at is null
    left join lateral (
      select v.id as visit_id from public.gym_visits v
      where v.member_id = m.id and v.member_gym_id = m.gym_id and v.gym_id = p_gym_id
        and v.started_at > now() - interval '90 minutes' and v.left_at is null limit 1
    ) inside on true
  );
end $$;
comment on function public.desk_search(uuid, text, text[]) is
  'Up to 8 members by name or printed badge, after the one whose badge was read: [{id, first_name, last_name, badge_id, membership_type, membership_ends_on, last_visit, obstacle, inside}], without e-mail and phone. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (badge_hashes).';

grant execute on function public.desk_tick(uuid, text, boolean, uuid), public.desk_check_in(uuid, timestamptz, text),
  public.undo_desk_check_in(uuid), public.set_visit_left(uuid, boolean), public.answer_booking(uuid, text),
  public.desk_search(uuid, text, text[]) to authenticated;
