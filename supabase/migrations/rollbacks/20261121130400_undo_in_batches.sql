create or replace function public.undo_import(p_import_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  import public.member_imports;
  removed integer;
  restored integer;
  kept integer;
begin
  perform private.require_manager((select i.gym_id from public.member_imports i where i.id = p_import_id));
  select * into import from public.member_imports i where i.id = p_import_id for update;
  if import.state = 'undone' or import.created_at < now() - interval '30 days' then
    perform private.refuse('conflict', 'state');
  end if;
  with found as materialized (
    select c.*, said.now = c.after and not (c.is_new and private.is_met(m.id)) as is_untouched,
      (select jsonb_object_agg(b.key, b.value) from jsonb_each(c.before) b where said.now -> b.key = c.after -> b.key) as back
    from private.import_changes c
    join public.gym_members_v2 m on m.id = c.member_id and m.deleted_at is null
    cross join lateral (select private.current_values(m, c.after) as now) said
    where c.import_id = import.id
  ),
  gone as (
    update public.gym_members_v2 m set deleted_at = now() from found f where f.is_new and f.is_untouched and m.id = f.member_id
    returning m.id
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
    returning m.id
  ),
  badges as (
    update public.member_badges b set
      valid_to = case when b.id = f.badge_given then now() end,
      replaced_by = null
    from found f
    where (b.id = f.badge_given and b.valid_to is null or b.id = f.badge_taken and b.replaced_by = f.badge_given)
      and ((f.is_new and f.is_untouched) or f.back ? 'badge_id')
      and not exists (
        select from public.member_badges other
        where other.gym_id = b.gym_id and other.badge_hash = b.badge_hash and other.valid_to is null and other.id <> b.id
      )
  )
  select (select count(*) from gone), (select count(*) from as_before where id in (select f.member_id from found f where f.is_untouched)),
    (select count(*) from found f where not f.is_untouched)
  into removed, restored, kept;
  delete from private.import_changes c where c.import_id = import.id;
  update public.member_imports i set state = 'undone', undone_at = now(), rows_kept = kept where i.id = import.id;
  return jsonb_build_object('removed', removed, 'restored', restored, 'kept', kept);
end $$;
comment on function public.undo_import(uuid) is
  'Takes an import of the last 30 days back: {removed, restored, kept}; kept are members whom somebody changed or met since, whose other values go back all the same. Raises mfa_required, not_found, forbidden, customer_suspended, conflict (state).';
drop function private.undo_changes(uuid, integer);
update public.member_imports set state = 'failed' where state = 'undoing';
alter table public.member_imports drop constraint member_imports_state_check;
alter table public.member_imports add constraint member_imports_state_check check (state in ('running', 'done', 'undone', 'failed'));
