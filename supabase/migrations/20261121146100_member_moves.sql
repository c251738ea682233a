-- A member who changes gyms within one franchise gets a row at the new one; the old row is closed and stays linked.

create table private.member_moves (
  id uuid primary key default gen_random_uuid(),
  from_member_id uuid not null unique references public.gym_members_v2 (id) on delete cascade,
  to_member_id uuid not null unique references public.gym_members_v2 (id) on delete cascade,
  closed_badges uuid[] not null default '{}',
  moved_by uuid references public.users (id) on delete set null,
  moved_at timestamptz not null default now(),
  check (from_member_id <> to_member_id)
);
create index member_moves_moved_by_idx on private.member_moves (moved_by);
alter table private.member_moves enable row level security;
create policy member_moves_nobody on private.member_moves to public using (false);
comment on table private.member_moves is 'Which row of a member follows which after a move between gyms of a franchise.';

create function private.same_person(p_member_id uuid) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    with recursive linked (id) as (
      select p_member_id
      union
      select l.other from linked k
      cross join lateral (
        select case k.id when v.from_member_id then v.to_member_id else v.from_member_id end as other
        from private.member_moves v where k.id in (v.from_member_id, v.to_member_id)
        union all
        select m.merged_into from public.gym_members_v2 m where m.id = k.id and m.merged_into is not null
        union all
        select m.id from public.gym_members_v2 m where m.merged_into = k.id
      ) l
    )
    select array_agg(id) from linked
  );
end $$;
comment on function private.same_person(uuid) is 'Every row of the person: this one, those of earlier and later gyms, and those merged into one of them.';

create function private.keep_moved_closed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from private.member_moves m where m.from_member_id = new.id) then
    perform private.refuse('conflict', 'moved');
  end if;
  return new;
end $$;
comment on function private.keep_moved_closed() is 'Row trigger: who lives on at another gym is not restored here; the move is undone instead.';

create trigger gym_members_v2_keep_moved_closed before update of deleted_at on public.gym_members_v2
  for each row when (old.deleted_at is not null and new.deleted_at is null) execute function private.keep_moved_closed();

create function private.copy_row(p_table regclass, p_row jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  columns text := (
    select string_agg(quote_ident(a.attname), ', ') from pg_catalog.pg_attribute a
    where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  );
begin
  execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', p_table, columns, columns, p_table)
    using p_row;
end $$;
comment on function private.copy_row(regclass, jsonb) is 'Inserts a row that was to_jsonb of another, generated columns left to the database.';

-- What goes along whole: these rows change the member and the gym and nothing else.
create function private.hand_over(p_from public.gym_members_v2, p_to public.gym_members_v2) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  owned regclass;
begin
  update public.gym_visits v set member_id = p_to.id, member_gym_id = p_to.gym_id where v.member_id = p_from.id;
  update public.badge_scans s set member_id = p_to.id, member_gym_id = p_to.gym_id where s.member_id = p_from.id;
  for owned in
    select to_regclass('public.' || name)
    from unnest('{member_preferences,member_fitness_profile,member_notes}'::text[]) name
    where to_regclass('public.' || name) is not null
  loop
    execute format('update %s set member_id = $1, gym_id = $2 where member_id = $3', owned) using p_to.id, p_to.gym_id, p_from.id;
  end loop;
end $$;
comment on function private.hand_over(public.gym_members_v2, public.gym_members_v2) is
  'Visits, reads, preferences, fitness profile and notes belong to the other row from now on.';

create function private.movable_gyms(p_member public.gym_members_v2) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
  return array(
    select sister.id from public.gyms own
    join public.gyms sister on sister.franchise_id = own.franchise_id and sister.id <> own.id
    where own.id = p_member.gym_id and sister.id = any (private.manageable_gym_ids())
  );
end $$;
comment on function private.movable_gyms(public.gym_members_v2) is 'The gyms of the same franchise that the caller manages too.';

create function public.move_member(p_member_id uuid, p_gym_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  member public.gym_members_v2;
  moved public.gym_members_v2;
  closed uuid[];
  badge public.member_badges;
begin
  perform private.require_manager((select m.gym_id from public.gym_members_v2 m where m.id = p_member_id));
  select * into member from public.gym_members_v2 m where m.id = p_member_id for update;
  if p_gym_id is null or p_gym_id = member.gym_id then
    perform private.refuse('invalid_input', 'gym_id');
  end if;
  perform private.require_manager(p_gym_id);
  if p_gym_id <> all (private.movable_gyms(member)) then
    perform private.refuse('invalid_input', 'gym_id');
  elsif member.deleted_at is not null then
    perform private.refuse('conflict', 'deleted');
  end if;
  -- Two badges that the same moment gives out at the new gym wait for each other here.
  perform pg_advisory_xact_lock(hashtextextended('move:' || p_gym_id, 0));
  with ended as (
    update public.member_badges b set valid_to = now() where b.member_id = member.id and b.valid_to is null returning b.id
  )
  select coalesce(array_agg(id), '{}') into closed from ended;
  update public.gym_members_v2 m set deleted_at = now() where m.id = member.id;

  moved := member;
  moved.id := gen_random_uuid();
  moved.gym_id := p_gym_id;
  moved.import_id := null;
  if exists (
    select from public.gym_members_v2 m
    where m.gym_id = p_gym_id and m.external_id = member.external_id and m.deleted_at is null
  ) then
    moved.external_id := null;
  end if;
  moved.badge_id := null;
  moved.updated_at := now();
  perform private.copy_row('public.gym_members_v2', to_jsonb(moved));
  for badge in
    select b.* from public.member_badges b where b.id = any (closed) and not exists (
      select from public.member_badges t
      where t.gym_id = p_gym_id and t.badge_hash = b.badge_hash and t.valid_to is null
    )
  loop
    perform private.copy_row('public.member_badges', to_jsonb(badge) || jsonb_build_object(
      'id', gen_random_uuid(), 'gym_id', p_gym_id, 'member_id', moved.id, 'valid_from', now(), 'valid_to', null,
      'replaced_by', null, 'created_at', now(), 'updated_at', now()));
    update public.gym_members_v2 m set badge_id = member.badge_id where m.id = moved.id;
  end loop;
  perform private.copy_row('public.member_consents', to_jsonb(c) || jsonb_build_object(
    'id', gen_random_uuid(), 'gym_id', p_gym_id, 'member_id', moved.id, 'kiosk_id', null, 'session_id', null))
  from (
    select distinct on (o.purpose) o.* from public.member_consents o
    where o.member_id = member.id order by o.purpose, o.created_at desc
  ) c;
  perform private.hand_over(member, moved);
  insert into private.member_moves (from_member_id, to_member_id, closed_badges, moved_by)
  values (member.id, moved.id, closed, (select auth.uid()));
  perform private.refresh_member_analytics(array[member.id, moved.id]);
  perform private.write_audit(member.gym_id, null, 'move', 'gym_members_v2', member.id, '{}');
  perform private.write_audit(p_gym_id, null, 'move', 'gym_members_v2', moved.id, '{}');
  return moved.id;
end $$;
comment on function public.move_member(uuid, uuid) is
  'Moves a member to another gym of the franchise and answers the id of the new row. Identity, membership, current badges, preferences, fitness profile, consents, notes and visits go along; conversations, alerts and bookings stay with the closed row. A number or a badge that the new gym has already given is left behind. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input (gym_id), conflict (deleted).';

create function private.is_untouched_since(p_member_id uuid, p_at timestamptz) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  one record;
  is_touched boolean;
begin
  for one in
    select r.relation, r.key_column from private.member_references() r
    join pg_catalog.pg_attribute a on a.attrelid = r.relation and a.attname = 'created_at'
    -- Figures are made anew from rows.
    where r.relation <> 'public.member_analytics'::regclass
  loop
    execute format('select exists (select from %s t where t.%I = $1 and t.created_at > $2)', one.relation, one.key_column)
      into is_touched using p_member_id, p_at;
    if is_touched then
      return false;
    end if;
  end loop;
  return exists (select from public.gym_members_v2 m where m.id = p_member_id and m.updated_at <= p_at and m.deleted_at is null);
end $$;
comment on function private.is_untouched_since(uuid, timestamptz) is
  'Whether nothing was written of a member after a moment: no change of the row, no visit, talk, badge, note or booking.';

create function private.member_references() returns table (relation regclass, key_column name)
language sql stable security definer set search_path = ''
as $$
  select distinct c.conrelid::regclass, a.attname
  from pg_catalog.pg_constraint c
  cross join unnest(c.conkey, c.confkey) pair (child, parent)
  join pg_catalog.pg_attribute p on p.attrelid = c.confrelid and p.attnum = pair.parent and p.attname = 'id'
  join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.child
  where c.contype = 'f' and c.confrelid = 'public.gym_members_v2'::regclass and c.conparentid = 0
$$;
comment on function private.member_references() is
  'Every table and column that points at a member, by the catalog: a table of tomorrow is reached without being named.';

create function public.undo_member_move(p_member_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  move private.member_moves;
  old_row public.gym_members_v2;
  new_row public.gym_members_v2;
begin
  perform private.require_manager((select m.gym_id from public.gym_members_v2 m where m.id = p_member_id));
  select * into new_row from public.gym_members_v2 m where m.id = p_member_id for update;
  select * into move from private.member_moves m where m.to_member_id = p_member_id for update;
  if move.id is null then
    perform private.refuse('conflict', 'not_moved');
  end if;
  select * into old_row from public.gym_members_v2 m where m.id = move.from_member_id for update;
  perform private.require_manager(old_row.gym_id);
  if move.moved_at < now() - interval '1 day' then
    perform private.refuse('conflict', 'late');
  elsif not private.is_untouched_since(new_row.id, move.moved_at) then
    perform private.refuse('conflict', 'touched');
  end if;
  delete from private.member_moves m where m.id = move.id;
  begin
    update public.gym_members_v2 m set deleted_at = null where m.id = old_row.id;
  exception when unique_violation then
    perform private.refuse('conflict', 'external_id');
  end;
  perform private.hand_over(new_row, old_row);
  delete from public.gym_members_v2 m where m.id = new_row.id;
  update public.member_badges b set valid_to = null
  where b.id = any (move.closed_badges) and not exists (
    select from public.member_badges t where t.gym_id = b.gym_id and t.badge_hash = b.badge_hash and t.valid_to is null
  );
  perform private.refresh_member_analytics(array[old_row.id]);
  perform private.write_audit(old_row.gym_id, null, 'undo_move', 'gym_members_v2', old_row.id, '{}');
  perform private.write_audit(new_row.gym_id, null, 'undo_move', 'gym_members_v2', new_row.id, '{}');
  return old_row.id;
end $$;
comment on function public.undo_member_move(uuid) is
  'Takes a move of the last day back, asked with the new row, and answers the old one. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (not_moved, late, touched: something happened at the new gym, external_id).';

grant execute on function public.move_member(uuid, uuid), public.undo_member_move(uuid) to authenticated;
