-- The undo of a long import goes in batches too: in one statement 50,000 members would outlast every time limit, and
-- a badge was looked for among all of the gym's for each member.

alter table public.member_imports drop constraint member_imports_state_check;
alter table public.member_imports add constraint member_imports_state_check
  check (state in ('running', 'done', 'undoing', 'undone', 'failed'));

create function private.undo_changes(p_import_id uuid, p_limit integer) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  counted jsonb;
begin
  with taken as (
    delete from private.import_changes c
    where c.import_id = p_import_id and c.member_id in (
      select n.member_id from private.import_changes n where n.import_id = p_import_id order by n.member_id limit p_limit
    )
    returning *
  ),
  found as materialized (
    select t.member_id, t.is_new, t.badge_given, t.badge_taken,
      said.now = t.after and not (t.is_new and private.is_met(t.member_id)) as is_untouched,
      (select jsonb_object_agg(b.key, b.value) from jsonb_each(t.before) b where said.now -> b.key = t.after -> b.key) as back
    from taken t
    join public.gym_members_v2 m on m.id = t.member_id and m.deleted_at is null
    cross join lateral (select private.current_values(m, t.after) as now) said
  ),
  gone as (
    update public.gym_members_v2 m set deleted_at = now() from found f where f.is_new and f.is_untouched and m.id = f.member_id
  ),
  as_before as (
    update public.gym_members_v2 m set (
      external_id, badge_id, first_name, last_name, email, phone, membership_type, membership_ends_on, membership_suspended,
      is_active, member_since, birth_date, member_kind
    ) = (
      select r.external_id, r.badge_id, r.first_name, r.last_name, r.email, r.phone, r.membership_type, r.membership_ends_on,
        r.membership_suspended, r.is_active, r.member_since, r.birth_date, r.member_kind
      from jsonb_populate_record(m, f.back) r
    )
    from found f where not f.is_new and f.back is not null and m.id = f.member_id
  ),
  badges as (
    select f.badge_given, f.badge_taken from found f
    where f.badge_given is not null and ((f.is_new and f.is_untouched) or f.back ? 'badge_id')
  ),
  closed as (
    update public.member_badges b set valid_to = now() from badges g where b.id = g.badge_given and b.valid_to is null
  ),
  opened as (
    update public.member_badges b set valid_to = null, replaced_by = null
    from badges g
    where b.id = g.badge_taken and b.replaced_by = g.badge_given and not exists (
      select from public.member_badges other
      where other.gym_id = b.gym_id and other.badge_hash = b.badge_hash and other.valid_to is null
    )
  )
  select jsonb_build_object(
    'removed', count(*) filter (where f.is_new and f.is_untouched),
    'restored', count(*) filter (where not f.is_new and f.is_untouched),
    'kept', count(*) filter (where not f.is_untouched))
  into counted from found f;
  return counted;
end $$;
comment on function private.undo_changes(uuid, integer) is 'Gives back some of what an import wrote, and forgets it: {removed, restored, kept}.';

create or replace function public.undo_import(p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  import public.member_imports;
  counted jsonb;
  remaining integer;
begin
  perform private.require_manager((select i.gym_id from public.member_imports i where i.id = p_import_id));
  select * into import from public.member_imports i where i.id = p_import_id for update;
  if import.state = 'undone' or (import.state <> 'undoing' and import.created_at < now() - interval '30 days') then
    perform private.refuse('conflict', 'state');
  end if;
  counted := private.undo_changes(import.id, 500);
  remaining := (select count(*) from private.import_changes c where c.import_id = import.id);
  update public.member_imports i set
    state = case remaining when 0 then 'undone' else 'undoing' end,
    undone_at = case remaining when 0 then now() end,
    rows_kept = coalesce(i.rows_kept, 0) + (counted ->> 'kept')::integer
  where i.id = import.id;
  return counted || jsonb_build_object('left', remaining);
end $$;
comment on function public.undo_import(uuid) is
  'Takes 500 changes of an import of the last 30 days back: {removed, restored, kept, left}, to be called until nothing is left; kept are members whom somebody changed or met since, whose other values go back all the same. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (state).';
