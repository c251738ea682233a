-- A badge is given, taken, reported lost, and each of it taken back. Whoever acts at the desk may; numbers come in as keyed
-- hashes, because the key is the app's.

create function private.require_badge_keeper(p_gym_id uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  if p_gym_id <> all (private.acting_gym_ids()) then
    perform private.refuse(case when private.gym_is_suspended(p_gym_id) then 'customer_suspended' else 'forbidden' end);
  end if;
end $$;
comment on function private.require_badge_keeper(uuid) is
  'Passes for whoever acts at the desk of a gym; raises mfa_required, not_found, forbidden, customer_suspended.';

create function private.member_of_desk(p_member_id uuid) returns public.gym_members_v2
language plpgsql security definer set search_path = ''
as $$
declare
  member public.gym_members_v2;
begin
  perform private.require_badge_keeper((select m.gym_id from public.gym_members_v2 m where m.id = p_member_id and m.deleted_at is null));
  select * into member from public.gym_members_v2 m where m.id = p_member_id;
  perform pg_advisory_xact_lock(hashtextextended('badges:' || member.gym_id, 0));
  return member;
end $$;
comment on function private.member_of_desk(uuid) is
  'A member of a gym where the caller acts, with that gym''s badges locked; raises mfa_required, not_found, forbidden, customer_suspended.';

create function private.show_badge(p_member_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.gym_members_v2 m set badge_id = held.number
  from (
    select (
      select b.number from public.member_badges b
      where b.member_id = p_member_id and b.valid_to is null order by b.valid_from desc limit 1
    ) as number
  ) held
  where m.id = p_member_id and m.badge_id is distinct from held.number;
end $$;
comment on function private.show_badge(uuid) is 'Keeps gym_members_v2.badge_id by the member''s current badge.';

create function private.end_badges(p_ids uuid[], p_reason text, p_replaced_by uuid default null) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.member_badges b set
    valid_to = least(now(), coalesce(b.expires_at, now())), ended_reason = p_reason, ended_by = (select auth.uid()),
    replaced_by = p_replaced_by,
    -- An import left the number with the member alone.
    number = coalesce(b.number, m.badge_id)
  from public.gym_members_v2 m
  where b.id = any (p_ids) and m.id = b.member_id;
end $$;
comment on function private.end_badges(uuid[], text, uuid) is 'Ends badges now, those that were lent at their time, and keeps their number.';

create function private.badge_owner(p_member_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('id', m.id, 'first_name', m.first_name, 'initial', left(m.last_name, 1))
  from public.gym_members_v2 m where m.id = p_member_id
$$;
comment on function private.badge_owner(uuid) is 'Somebody as a shared screen names them: {id, first_name, initial}.';

create function private.badge_obstacle(p_gym_id uuid, p_member_id uuid, p_badge_hashes text[], p_take_over boolean) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  owners uuid[];
  theirs uuid;
begin
  -- Slots that nobody holds any more: lent until yesterday, or of somebody who was deleted.
  perform private.end_badges(array(
    select b.id from public.member_badges b join public.gym_members_v2 m on m.id = b.member_id
    where b.gym_id = p_gym_id and b.badge_hash = any (p_badge_hashes) and b.valid_to is null
      and (b.expires_at <= now() or m.deleted_at is not null)
  ), 'expired');
  select array_agg(distinct b.member_id), (array_agg(b.id) filter (where b.member_id = p_member_id))[1] into owners, theirs
  from public.member_badges b
  where b.gym_id = p_gym_id and b.badge_hash = any (p_badge_hashes) and b.valid_to is null;
  if cardinality(owners) > 1 then
    perform private.raise_alert(p_gym_id, 'reader_suspicious', 'medium', null, null,
      '{"code": "ambiguous_badge", "params": {}}', '[{"code": "check_kiosk", "params": {}}]');
    return '{"outcome": "ambiguous"}';
  elsif theirs is not null then
    return jsonb_build_object('outcome', 'already', 'badge_id', theirs);
  elsif owners is not null and not coalesce(p_take_over, false) then
    return jsonb_build_object('outcome', 'taken', 'owner', private.badge_owner(owners[1]));
  end if;
  return null;
end $$;
comment on function private.badge_obstacle(uuid, uuid, text[], boolean) is
  'Why a badge, whose forms these are, is not given: {outcome: taken, owner}, already, or ambiguous with an alert (rule M2); null when it may be.';

create function private.give_badge(
  p_member public.gym_members_v2, p_badge_hashes text[], p_badge_hash text, p_number text, p_form text, p_take_over boolean,
  p_expires_at timestamptz default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  obstacle jsonb := private.badge_obstacle(p_member.gym_id, p_member.id, p_badge_hashes, p_take_over);
  made uuid := gen_random_uuid();
  owner uuid;
  taken uuid[];
  former uuid[];
begin
  if obstacle is not null then
    return obstacle;
  end if;
  select array_agg(b.id), (array_agg(b.member_id))[1] into taken, owner
  from public.member_badges b
  where b.gym_id = p_member.gym_id and b.badge_hash = any (p_badge_hashes) and b.valid_to is null;
  former := array(
    select b.id from public.member_badges b
    where b.member_id = p_member.id and b.gym_id = p_member.gym_id and b.valid_to is null
  );
  perform private.end_badges(taken, 'moved');
  perform private.end_badges(former, 'replaced');
  insert into public.member_badges (id, gym_id, member_id, badge_hash, number, reader_profile, expires_at, assigned_by)
  values (made, p_member.gym_id, p_member.id, p_badge_hash, left(p_number, 40), left(p_form, 40), p_expires_at, (select auth.uid()));
  update public.member_badges b set replaced_by = made where b.id = any (taken || former);
  perform private.show_badge(p_member.id);
  if owner is not null then
    perform private.show_badge(owner);
  end if;
  return jsonb_build_object(
    'outcome', 'assigned', 'badge_id', made, 'replaced', cardinality(former) > 0,
    'owner', case when owner is not null then private.badge_owner(owner) end
  );
end $$;
comment on function private.give_badge(public.gym_members_v2, text[], text, text, text, boolean, timestamptz) is
  'Gives a badge, whose forms are p_badge_hashes, to a member: {outcome: assigned, badge_id, replaced, owner (from whom it was taken)}, or what private.badge_obstacle says. The caller holds the gym''s badges locked.';

create function private.require_badge_hashes(p_badge_hashes text[]) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  if coalesce(cardinality(p_badge_hashes), 0) not between 1 and 12
    or exists (select from unnest(p_badge_hashes) as h where h is null or h !~ '^[0-9a-f]{64}$') then
    perform private.refuse('invalid_input', 'badge');
  end if;
end $$;
comment on function private.require_badge_hashes(text[]) is 'One to twelve keyed hashes, else invalid_input (badge).';

create function public.assign_badge(
  p_member_id uuid, p_badge_hashes text[], p_number text, p_form text default null, p_take_over boolean default false
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.gym_members_v2 := private.member_of_desk(p_member_id);
begin
  perform private.require_badge_hashes(p_badge_hashes);
  if coalesce(length(p_number), 0) not between 1 and 40 then
    perform private.refuse('invalid_input', 'badge');
  end if;
  return private.give_badge(member, p_badge_hashes, p_badge_hashes[1], p_number, p_form, p_take_over);
end $$;
comment on function public.assign_badge(uuid, text[], text, text, boolean) is
  'Gives a member the badge whose forms these are, the likeliest first; the one they had is replaced. {outcome: assigned|already|taken|ambiguous, badge_id?, replaced?, owner?}: taken names who has it, unless p_take_over. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (badge).';

create function public.assign_scan(p_scan_id uuid, p_member_id uuid, p_take_over boolean default false) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  scan public.badge_scans;
  member public.gym_members_v2;
  answer jsonb;
begin
  perform private.require_badge_keeper((select s.gym_id from public.badge_scans s where s.id = p_scan_id));
  select * into scan from public.badge_scans s where s.id = p_scan_id;
  member := private.member_of_desk(p_member_id);
  if member.gym_id <> scan.gym_id then
    perform private.refuse('not_found');
  elsif scan.outcome not in ('unknown', 'captured', 'lost', 'replaced') or scan.badge_hash is null
    or scan.badge_form = 'unreadable' or scan.scanned_at < now() - interval '30 days' then
    perform private.refuse('conflict', 'scan_id');
  end if;
  answer := private.give_badge(member, array[scan.badge_hash], scan.badge_hash, scan.badge_tail, scan.badge_form, p_take_over);
  if answer ->> 'outcome' = 'assigned' then
    update private.badge_captures c set state = 'used' where c.scan_id = scan.id and c.gym_id = scan.gym_id;
  end if;
  return answer;
end $$;
comment on function public.assign_scan(uuid, uuid, boolean) is
  'Gives a member the badge that a kiosk of their gym read in the last 30 days and that nobody was greeted by; answers as assign_badge. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (a read that names a member, or that no reader writes).';

create function private.badge_of_desk(p_badge_id uuid) returns public.member_badges
language plpgsql security definer set search_path = ''
as $$
declare
  badge public.member_badges;
begin
  perform private.require_badge_keeper((select b.gym_id from public.member_badges b where b.id = p_badge_id));
  select * into badge from public.member_badges b where b.id = p_badge_id;
  perform pg_advisory_xact_lock(hashtextextended('badges:' || badge.gym_id, 0));
  select * into badge from public.member_badges b where b.id = p_badge_id;
  return badge;
end $$;
comment on function private.badge_of_desk(uuid) is
  'A badge of a gym where the caller acts, with that gym''s badges locked; raises mfa_required, not_found, forbidden, customer_suspended.';

create function public.end_badge(p_badge_id uuid, p_reason text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  badge public.member_badges := private.badge_of_desk(p_badge_id);
begin
  if p_reason is null or p_reason not in ('lost', 'returned') then
    perform private.refuse('invalid_input', 'reason');
  elsif badge.valid_to is not null then
    perform private.refuse('conflict', 'badge_id');
  end if;
  perform private.end_badges(array[badge.id], p_reason);
  perform private.show_badge(badge.member_id);
  -- Who came for a day has nothing else here.
  update public.gym_members_v2 m set deleted_at = now() where m.id = badge.member_id and m.guest_day is not null;
end $$;
comment on function public.end_badge(uuid, text) is
  'Ends a badge now: lost (the kiosk then says so and the desk is told) or returned (anybody may have it next; a guest of the day is gone). Raises mfa_required, not_found, forbidden, customer_suspended, conflict (it has ended), invalid_input (reason).';

create function private.take_back_assignment(p_badge public.member_badges) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  former uuid[] := array(
    select b.id from public.member_badges b
    where b.replaced_by = p_badge.id and b.gym_id = p_badge.gym_id and b.valid_to = p_badge.valid_from
  );
begin
  if p_badge.created_at < now() - interval '15 minutes' then
    perform private.refuse('conflict', 'badge_id');
  end if;
  delete from public.member_badges b where b.id = p_badge.id;
  update public.member_badges b set valid_to = null, ended_reason = null, ended_by = null, replaced_by = null where b.id = any (former);
  perform private.show_badge(b.member_id) from public.member_badges b where b.id = any (former) and b.member_id <> p_badge.member_id;
  perform private.show_badge(p_badge.member_id);
  update public.gym_members_v2 m set deleted_at = now() where m.id = p_badge.member_id and m.guest_day is not null;
end $$;
comment on function private.take_back_assignment(public.member_badges) is
  'A badge that was given a moment ago was not given: what it had replaced or taken holds again.';

create function public.undo_badge(p_badge_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  badge public.member_badges := private.badge_of_desk(p_badge_id);
begin
  if badge.valid_to is null then
    perform private.take_back_assignment(badge);
    return;
  elsif badge.ended_reason not in ('lost', 'returned') or badge.valid_to < now() - interval '15 minutes'
    or coalesce(badge.expires_at <= now(), false)
    or exists (
      select from public.member_badges b where b.gym_id = badge.gym_id and b.valid_to is null
        and (b.badge_hash = badge.badge_hash or b.member_id = badge.member_id)
    ) then
    perform private.refuse('conflict', 'badge_id');
  end if;
  update public.gym_members_v2 m set deleted_at = null where m.id = badge.member_id and m.guest_day is not null;
  update public.member_badges b set valid_to = null, ended_reason = null, ended_by = null where b.id = badge.id;
  perform private.show_badge(badge.member_id);
end $$;
comment on function public.undo_badge(uuid) is
  'Takes back what was done to a badge in the last 15 minutes: that it was given (what it replaced holds again), lost or returned. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (too late, or the badge or the member has another now).';

create function public.list_member_badges(p_member_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  member public.gym_members_v2;
begin
  perform private.require_gym((select m.gym_id from public.gym_members_v2 m where m.id = p_member_id), private.accessible_gym_ids());
  select * into member from public.gym_members_v2 m where m.id = p_member_id;
  return jsonb_build_object(
    'member', private.badge_owner(member.id) || jsonb_build_object('is_deleted', member.deleted_at is not null),
    'badges', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', b.id, 'tail', right(coalesce(b.number, case when b.valid_to is null then member.badge_id end), 4),
        'state', case
          when b.valid_to is null and coalesce(b.expires_at > now(), true) then 'valid'
          when b.valid_to is null then 'expired'
          else coalesce(b.ended_reason, case when b.replaced_by is not null then 'replaced' else 'returned' end)
        end,
        'valid_from', b.valid_from, 'valid_to', b.valid_to, 'expires_at', b.expires_at,
        'assigned_by', (select by.full_name from public.users by where by.id = b.assigned_by),
        'ended_by', (select by.full_name from public.users by where by.id = b.ended_by)
      ) order by b.valid_to desc nulls first, b.valid_from desc), '[]')
      from public.member_badges b where b.member_id = member.id and b.gym_id = member.gym_id
    )
  );
end $$;
comment on function public.list_member_badges(uuid) is
  'The badges of a member, the current one first: {member, badges: [{id, tail (last four digits), state, valid_from, valid_to, expires_at, assigned_by, ended_by}]}. Raises mfa_required, not_found.';

grant execute on function public.assign_badge(uuid, text[], text, text, boolean), public.assign_scan(uuid, uuid, boolean),
  public.end_badge(uuid, text), public.undo_badge(uuid), public.list_member_badges(uuid) to authenticated;
