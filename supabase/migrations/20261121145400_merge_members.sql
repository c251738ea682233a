-- Two rows of one person become one. What hangs on the dropped row is found in the catalog, so that a table that comes
-- later moves too: private.merge_children() is the list, and a story walks it.

create function private.merge_children() returns table (child regclass, member_column name, unique_with_member boolean)
language sql stable security definer set search_path = ''
as $$
  select c.conrelid::regclass, a.attname, exists (
      select from pg_catalog.pg_index i where i.indrelid = c.conrelid and i.indisunique and a.attnum = any (i.indkey::int2[])
    )
  from pg_catalog.pg_constraint c
  cross join lateral unnest(c.conkey, c.confkey) as pair (child, parent)
  join pg_catalog.pg_attribute p on p.attrelid = c.confrelid and p.attnum = pair.parent and p.attname = 'id'
  join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.child
  where c.contype = 'f' and c.confrelid = 'public.gym_members_v2'::regclass and c.conrelid <> c.confrelid
  order by 1, 2
$$;
comment on function private.merge_children() is 'Every table that references members, with the column, and whether a unique index holds it.';

create function private.move_children(p_keep uuid, p_drop uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  one record;
  place tid;
begin
  for one in select * from private.merge_children() loop
    if not one.unique_with_member then
      execute format('update %s set %I = $1 where %I = $2', one.child, one.member_column, one.member_column) using p_keep, p_drop;
      continue;
    end if;
    -- Where both have such a row there can be one: the kept member's stays.
    for place in execute format('select ctid from %s where %I = $1 order by ctid', one.child, one.member_column) using p_drop loop
      begin
        execute format('update %s set %I = $1 where ctid = $2', one.child, one.member_column) using p_keep, place;
      exception when unique_violation then
        execute format('delete from %s where ctid = $1', one.child) using place;
      end;
    end loop;
  end loop;
end $$;
comment on function private.move_children(uuid, uuid) is 'Moves everything that references a member to another of the same gym.';

create function private.settle_before_merge(p_keep uuid, p_drop uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  -- The newest answer of both rows holds; what is about health stays only where that is a yes.
  update public.member_consents c set member_id = p_keep where c.member_id = p_drop;
  update public.member_fitness_profile f set height_cm = null, current_weight_kg = null, target_weight_kg = null,
    injuries = null, medical_notes = null
  where f.member_id = p_drop and not private.agrees(p_keep, 'health');
  -- An undo of either import must not take the person away that both rows are now.
  delete from private.import_changes i where i.member_id in (p_keep, p_drop);
  delete from public.member_analytics a where a.member_id = p_drop;
  -- One visit a member, gym and hour (rule M3).
  delete from public.gym_visits v using public.gym_visits k
  where v.member_id = p_drop and k.member_id = p_keep and k.gym_id = v.gym_id
    and v.started_at between k.started_at - interval '60 minutes' and k.last_seen_at + interval '60 minutes';
  -- Two places in one class were one person's.
  update public.class_bookings b set status = 'cancelled', cancelled_at = now()
  where b.member_id = p_drop and b.status <> 'cancelled' and exists (
    select from public.class_bookings k where k.member_id = p_keep and k.occurrence_id = b.occurrence_id and k.status <> 'cancelled'
  );
  -- One open alert a type, member and kiosk (rule A6): the kept member's stays open.
  update public.manager_alerts a set status = 'resolved', resolved_at = now()
  where a.member_id = p_drop and a.status in ('pending', 'in_progress') and exists (
    select from public.manager_alerts k
    where k.member_id = p_keep and k.alert_type = a.alert_type and k.status in ('pending', 'in_progress')
      and k.kiosk_id is not distinct from a.kiosk_id
  );
end $$;
comment on function private.settle_before_merge(uuid, uuid) is 'Consents, and what both have and one person has once: visits of an hour, places in a class, open alerts.';

create function public.merge_members(p_keep uuid, p_drop uuid, p_values jsonb default '{}') returns void
language plpgsql security definer set search_path = ''
as $$
declare
  gym uuid := (select m.gym_id from public.gym_members_v2 m where m.id = p_keep);
  clean jsonb;
  dropped public.gym_members_v2;
  fields jsonb;
begin
  perform private.require_manager(gym);
  perform private.require_manager((select m.gym_id from public.gym_members_v2 m where m.id = p_drop));
  if p_keep = p_drop then
    perform private.refuse('invalid_input', 'drop_id');
  end if;
  clean := private.clean_values(coalesce(p_values, '{}'));
  -- In the order of their ids, so that two merges of the same pair wait for one another.
  perform from public.gym_members_v2 m where m.id in (p_keep, p_drop) order by m.id for update;
  select * into dropped from public.gym_members_v2 m where m.id = p_drop;
  if dropped.gym_id <> gym or dropped.deleted_at is not null
    or exists (select from public.gym_members_v2 m where m.id = p_keep and m.deleted_at is not null) then
    perform private.refuse('conflict', 'deleted');
  end if;
  fields := private.member_values(p_drop);
  perform private.settle_before_merge(p_keep, p_drop);
  perform private.move_children(p_keep, p_drop);
  update public.gym_members_v2 m set deleted_at = now(), merged_into = p_keep where m.id = p_drop;
  update public.gym_members_v2 m set merged_into = p_keep where m.merged_into = p_drop;
  update public.gym_members_v2 m set
    analysis_objection = m.analysis_objection or dropped.analysis_objection,
    badge_id = coalesce(m.badge_id, dropped.badge_id),
    last_visit = greatest(m.last_visit, dropped.last_visit),
    created_at = least(m.created_at, dropped.created_at)
  where m.id = p_keep;
  if not private.reads_health(p_keep, gym) then
    clean := clean - private.fitness_health_keys();
  end if;
  -- What the kept row lacks it takes from the other, unless the person who merges has chosen.
  select coalesce(jsonb_object_agg(k.key, fields -> k.key), '{}') || (clean - 'analysis_objection') into clean
  from jsonb_each(private.member_values(p_keep)) k
  where k.value in ('null', '[]') and coalesce(fields -> k.key, 'null') not in ('null', '[]');
  perform private.write_member(p_keep, gym, clean);
end $$;
comment on function public.merge_members(uuid, uuid, jsonb) is
  'Makes two members of a gym one: everything of p_drop moves to p_keep, p_values are the fields that were chosen, empty ones are filled from p_drop, which is deleted and leads to p_keep. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (deleted, or of another gym), invalid_input (drop_id, the field).';

create function public.get_merge(p_id uuid, p_other uuid default null, p_search text default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  member public.gym_members_v2 := private.visible_member(p_id);
  query tsquery := private.prefix_query(left(p_search, 100));
  other uuid;
begin
  perform private.require_manager(member.gym_id);
  if p_other is not null then
    other := (select m.id from public.gym_members_v2 m
      where m.id = p_other and m.gym_id = member.gym_id and m.id <> member.id and m.deleted_at is null);
    if other is null then
      perform private.refuse('not_found');
    end if;
  end if;
  return jsonb_build_object(
    'keep', private.merge_side(member.id), 'other', case when other is not null then private.merge_side(other) end,
    'candidates', case when query is null then private.duplicates_of(member.gym_id, private.member_values(member.id), member.id) else (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', f.id, 'first_name', f.first_name, 'last_name', f.last_name, 'by', '[]'::jsonb, 'member_since', f.member_since
      ) order by f.sort_name, f.id), '[]')
      from (
        select m.* from public.gym_members_v2 m
        where m.gym_id = member.gym_id and m.deleted_at is null and m.id <> member.id and m.search @@ query
        order by m.sort_name, m.id limit 10
      ) f
    ) end
  );
end $$;
comment on function public.get_merge(uuid, uuid, text) is
  '{keep, other, candidates}: both rows side by side, and whom a search finds, without one who looks like the same person. Raises mfa_required, not_found, forbidden, customer_suspended.';

create function private.merge_side(p_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select jsonb_build_object('id', m.id, 'values', private.member_values(m.id), 'badge_id', m.badge_id, 'last_visit', m.last_visit,
      'is_deleted', m.deleted_at is not null, 'counts', private.member_counts(m))
    from public.gym_members_v2 m where m.id = p_id
  );
end $$;
comment on function private.merge_side(uuid) is 'One of two members to merge: {id, values, badge_id, last_visit, is_deleted, counts}.';

grant execute on function public.merge_members(uuid, uuid, jsonb), public.get_merge(uuid, uuid, text) to authenticated;
