-- What a list of 100,000 members needs so that each of its orders, views and searches is an index scan: the risk, the consents
-- and whether there is a badge on the member's own row, phone digits that +33 and 0 do not tell apart, trigrams for typos, and an index
-- for every order.

create extension if not exists pg_trgm with schema extensions;
create extension if not exists btree_gin with schema extensions;

alter table public.gym_members_v2
  add column risk_points smallint check (risk_points between 0 and 100),
  add column has_badge boolean not null default false,
  add column consents text[],
  add column phone_digits text generated always as (right(regexp_replace(phone, '\D', '', 'g'), 9)) stored;
grant select (risk_points, has_badge, consents) on public.gym_members_v2 to authenticated;
comment on column public.gym_members_v2.risk_points is 'The points of member_analytics, null without a score; kept by its triggers.';
comment on column public.gym_members_v2.has_badge is 'Whether a badge is valid; kept by the triggers of member_badges.';
comment on column public.gym_members_v2.consents is
  'The purposes that the member agrees to at present, null for who was never asked; kept by the triggers of member_consents.';
comment on column public.gym_members_v2.phone_digits is 'The last nine digits of the phone, for searching; not granted, as the phone itself.';

-- What the database keeps by itself is no change of the member's file: updated_at and the audit are of people's changes.
drop trigger gym_members_v2_touch on public.gym_members_v2;
create trigger gym_members_v2_touch before update on public.gym_members_v2
  for each row when (
    new.last_visit is not distinct from old.last_visit and new.risk_points is not distinct from old.risk_points
    and new.has_badge = old.has_badge and new.consents is not distinct from old.consents
  )
  execute function private.touch_updated_at();
drop trigger gym_members_v2_audit_update on public.gym_members_v2;
create trigger gym_members_v2_audit_update after update on public.gym_members_v2
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.audit(
    'id', '{last_visit,search,sort_name,risk_points,has_badge,consents,phone_digits,updated_at}'
  );

update public.gym_members_v2 m set risk_points = round(a.churn_risk_score * 100)
from public.member_analytics a where a.member_id = m.id;
update public.gym_members_v2 m set has_badge = true
where m.id in (select b.member_id from public.member_badges b where b.valid_to is null);

create function private.granted_purposes(p_member_id uuid, p_gym_id uuid) returns text[]
language sql stable security definer set search_path = ''
as $$
  select case when count(*) > 0 then coalesce(array_agg(c.purpose order by c.purpose) filter (where c.granted), '{}') end
  from (
    select distinct on (c.purpose) c.purpose, c.granted from public.member_consents c
    where c.member_id = p_member_id and c.gym_id = p_gym_id order by c.purpose, c.created_at desc
  ) c
$$;
comment on function private.granted_purposes(uuid, uuid) is 'The purposes whose newest answer is yes; null while there is no answer at all.';
update public.gym_members_v2 m set consents = private.granted_purposes(m.id, m.gym_id)
where m.id in (select c.member_id from public.member_consents c);

create function private.show_risk() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    update public.gym_members_v2 m set risk_points = null
    from old_rows o where m.id = o.member_id and m.risk_points is not null;
  else
    update public.gym_members_v2 m set risk_points = round(n.churn_risk_score * 100)
    from new_rows n where m.id = n.member_id and m.risk_points is distinct from round(n.churn_risk_score * 100);
  end if;
  return null;
end $$;
comment on function private.show_risk() is 'Statement trigger of member_analytics: keeps risk_points of its members.';
create trigger member_analytics_show_risk_insert after insert on public.member_analytics
  referencing new table as new_rows for each statement execute function private.show_risk();
create trigger member_analytics_show_risk_update after update on public.member_analytics
  referencing new table as new_rows for each statement execute function private.show_risk();
create trigger member_analytics_show_risk_delete after delete on public.member_analytics
  referencing old table as old_rows for each statement execute function private.show_risk();

create function private.touched_members() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  touched uuid[];
begin
  if tg_op = 'INSERT' then
    touched := array(select distinct n.member_id from new_rows n);
  elsif tg_op = 'DELETE' then
    touched := array(select distinct o.member_id from old_rows o);
  else
    touched := array(select n.member_id from new_rows n union select o.member_id from old_rows o);
  end if;
  if tg_table_name = 'member_badges' then
    update public.gym_members_v2 m set has_badge = not m.has_badge
    where m.id = any (touched) and m.has_badge <> exists (
      select from public.member_badges b where b.member_id = m.id and b.gym_id = m.gym_id and b.valid_to is null
    );
  else
    update public.gym_members_v2 m set consents = now_granted.purposes
    from (select t.id, private.granted_purposes(g.id, g.gym_id) as purposes
      from unnest(touched) t (id) join public.gym_members_v2 g on g.id = t.id) now_granted
    where m.id = now_granted.id and m.consents is distinct from now_granted.purposes;
  end if;
  return null;
end $$;
comment on function private.touched_members() is
  'Statement trigger of member_badges and member_consents: keeps has_badge or consents of the members whose rows changed.';
create trigger member_badges_show_badge_insert after insert on public.member_badges
  referencing new table as new_rows for each statement execute function private.touched_members();
create trigger member_badges_show_badge_update after update on public.member_badges
  referencing old table as old_rows new table as new_rows for each statement execute function private.touched_members();
create trigger member_badges_show_badge_delete after delete on public.member_badges
  referencing old table as old_rows for each statement execute function private.touched_members();
create trigger member_consents_show_insert after insert on public.member_consents
  referencing new table as new_rows for each statement execute function private.touched_members();
create trigger member_consents_show_update after update on public.member_consents
  referencing old table as old_rows new table as new_rows for each statement execute function private.touched_members();
create trigger member_consents_show_delete after delete on public.member_consents
  referencing old table as old_rows for each statement execute function private.touched_members();

-- One index an order. Each ends in name and id, so that a page is found from where the one before it ended; what rides
-- along lets the tabs' counts be read from the index alone: an expression's own columns have to be there too.
drop index public.gym_members_v2_gym_id_sort_name_idx;
create index gym_members_v2_by_name_idx on public.gym_members_v2 (gym_id, sort_name, id) where deleted_at is null;
create index gym_members_v2_by_risk_idx
  on public.gym_members_v2 (gym_id, coalesce(100 - risk_points, 101), sort_name, id) include (is_active, risk_points)
  where deleted_at is null;
create index gym_members_v2_by_visit_idx
  on public.gym_members_v2 (gym_id, coalesce(-(extract(epoch from last_visit at time zone 'UTC') * 1000000)::bigint, 0), sort_name, id)
  include (last_visit) where deleted_at is null;
create index gym_members_v2_by_end_idx
  on public.gym_members_v2 (gym_id, coalesce(membership_ends_on - date '1970-01-01', 10000000), sort_name, id)
  include (is_active, membership_ends_on, membership_suspended) where deleted_at is null;

-- What is rare in a gym and would be searched for through all of it.
create index gym_members_v2_by_type_idx
  on public.gym_members_v2 (gym_id, membership_type, coalesce(100 - risk_points, 101), sort_name, id) where deleted_at is null;
create index gym_members_v2_without_badge_idx
  on public.gym_members_v2 (gym_id, coalesce(100 - risk_points, 101), sort_name, id)
  where deleted_at is null and is_active and not has_badge;
create index gym_members_v2_suspended_idx
  on public.gym_members_v2 (gym_id, coalesce(100 - risk_points, 101), sort_name, id)
  where deleted_at is null and membership_suspended;
create index gym_members_v2_other_kind_idx
  on public.gym_members_v2 (gym_id, member_kind, coalesce(100 - risk_points, 101), sort_name, id)
  where deleted_at is null and member_kind <> 'member';
create index gym_members_v2_deleted_idx
  on public.gym_members_v2 (gym_id, coalesce(100 - risk_points, 101), sort_name, id) where deleted_at is not null;

-- What the tabs count besides.
create index gym_members_v2_active_since_idx on public.gym_members_v2 (gym_id, member_since) where deleted_at is null and is_active;
create index gym_members_v2_away_idx
  on public.gym_members_v2 (gym_id, coalesce(last_visit, member_since::timestamp at time zone 'UTC', created_at))
  include (last_visit, member_since, created_at) where deleted_at is null and is_active;

-- Words, pieces of names with their typos, and phones, each within one gym. Rows change with each visit, and a search reads
-- what is not merged yet, so little may wait.
drop index public.gym_members_v2_search_idx;
create index gym_members_v2_search_idx on public.gym_members_v2
  using gin (gym_id extensions.uuid_ops, search, sort_name extensions.gin_trgm_ops, phone_digits extensions.gin_trgm_ops)
  with (gin_pending_list_limit = 256);
create index gym_members_v2_badge_id_idx on public.gym_members_v2 (gym_id, lower(badge_id)) where badge_id is not null;
