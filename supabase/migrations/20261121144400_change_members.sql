-- One thing done to many members at once, and taken back as it was.

create table private.member_changes (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  made_by uuid not null references public.users (id) on delete cascade,
  action text not null,
  before jsonb not null,
  scores jsonb not null,
  alerts jsonb not null,
  created_at timestamptz not null default now()
);
create index member_changes_gym_id_idx on private.member_changes (gym_id);
create index member_changes_made_by_idx on private.member_changes (made_by);
create index member_changes_created_at_idx on private.member_changes (created_at);
alter table private.member_changes enable row level security;
create policy member_changes_nobody on private.member_changes to public using (false);
comment on table private.member_changes is
  'What stood in members'' rows before a change of many, with the scores and alerts it took away; kept for ten minutes, for the undo.';
comment on column private.member_changes.before is '{member id: value}: the flag, or when the member was deleted.';

select private.schedule_job('forget-member-changes', '*/5 * * * *',
  $$delete from private.member_changes where created_at < now() - interval '10 minutes'$$);

create function private.scores_and_alerts(p_ids uuid[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'scores', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from public.member_analytics a where a.member_id = any (p_ids)),
    'alerts', (
      select coalesce(jsonb_agg(to_jsonb(a)), '[]') from public.manager_alerts a
      where a.member_id = any (p_ids) and a.alert_type in ('churn_risk', 'negative_feedback')
    )
  )
$$;
comment on function private.scores_and_alerts(uuid[]) is 'What members lose with their score (private.forget_score): {scores, alerts}.';

create function public.change_members(p_gym_id uuid, p_ids uuid[], p_action text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  lost jsonb;
  old_values jsonb;
  changed uuid[];
  change uuid;
begin
  perform private.require_manager(p_gym_id);
  if p_ids is null or cardinality(p_ids) not between 1 and 500 then
    perform private.refuse('invalid_input', 'ids');
  elsif p_action is null or p_action not in ('suspend', 'resume', 'object', 'agree', 'delete', 'restore') then
    perform private.refuse('invalid_input', 'action');
  end if;
  -- The rows are locked in one order, whoever comes second waits and sees what the first left.
  with asked as materialized (
    select m.* from public.gym_members_v2 m where m.id = any (p_ids) and m.gym_id = p_gym_id order by m.id for update
  ),
  chosen as (
    select a.id, case when p_action in ('suspend', 'resume') then to_jsonb(a.membership_suspended)
      when p_action in ('object', 'agree') then to_jsonb(a.analysis_objection) else coalesce(to_jsonb(a.deleted_at), 'null') end as value
    from asked a
    where (a.deleted_at is null) = (p_action <> 'restore') and case p_action
      when 'suspend' then not a.membership_suspended when 'resume' then a.membership_suspended
      when 'object' then not a.analysis_objection when 'agree' then a.analysis_objection
      -- The number in the other software may be somebody else's by now.
      when 'restore' then a.merged_into is null and a.deleted_at > now() - interval '30 days' and (a.external_id is null or
        not exists (
          select from public.gym_members_v2 o where o.gym_id = p_gym_id and o.external_id = a.external_id and o.deleted_at is null
        )
        and not exists (
          select from asked other where other.external_id = a.external_id and other.deleted_at is not null and other.id < a.id
        ))
      else true end
  )
  select coalesce(array_agg(c.id), '{}'), coalesce(jsonb_object_agg(c.id, c.value), '{}') into changed, old_values from chosen c;
  if cardinality(changed) = 0 then
    return jsonb_build_object('changed', 0, 'change_id', null);
  end if;
  lost := private.scores_and_alerts(changed);
  update public.gym_members_v2 m set
    membership_suspended = case p_action when 'suspend' then true when 'resume' then false else m.membership_suspended end,
    analysis_objection = case p_action when 'object' then true when 'agree' then false else m.analysis_objection end,
    deleted_at = case p_action when 'delete' then now() when 'restore' then null else m.deleted_at end
  where m.id = any (changed);
  if p_action in ('agree', 'restore') then
    perform private.refresh_member_analytics(changed);
  end if;
  insert into private.member_changes (gym_id, made_by, action, before, scores, alerts)
  values (p_gym_id, auth.uid(), p_action, old_values, lost -> 'scores', lost -> 'alerts')
  returning id into change;
  return jsonb_build_object('changed', cardinality(changed), 'change_id', change);
end $$;
comment on function public.change_members(uuid, uuid[], text) is
  'Does one thing to up to 500 members of a gym (suspend, resume, object, agree: to the analysis, delete, restore): {changed, change_id for the undo}. Who is so already, is gone or is of another gym is left out. Raises mfa_required, not_found, forbidden, customer_suspended, invalid_input.';

create function public.undo_member_change(p_change_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  change private.member_changes;
  back uuid[];
begin
  perform private.require_mfa();
  select * into change from private.member_changes c
  where c.id = p_change_id and c.made_by = auth.uid() and c.gym_id = any (private.accessible_gym_ids())
    and c.created_at > now() - interval '10 minutes'
  for update;
  if change.id is null then
    perform private.refuse('not_found');
  end if;
  perform private.require_manager(change.gym_id);
  -- What somebody changed since stays as they left it.
  with was as materialized (
    select m.id, change.before -> m.id::text as value
    from public.gym_members_v2 m
    where m.gym_id = change.gym_id and m.id in (select key::uuid from jsonb_each(change.before)) and case change.action
      when 'suspend' then m.membership_suspended when 'resume' then not m.membership_suspended
      when 'object' then m.analysis_objection when 'agree' then not m.analysis_objection
      when 'delete' then m.deleted_at = change.created_at and (m.external_id is null or not exists (
        select from public.gym_members_v2 o where o.gym_id = m.gym_id and o.external_id = m.external_id and o.deleted_at is null
      ))
      else m.deleted_at is null end
    order by m.id for update
  ),
  done as (
    update public.gym_members_v2 m set
      membership_suspended = case when change.action in ('suspend', 'resume') then was.value::boolean else m.membership_suspended end,
      analysis_objection = case when change.action in ('object', 'agree') then was.value::boolean else m.analysis_objection end,
      deleted_at = case when change.action in ('delete', 'restore') then (was.value #>> '{}')::timestamptz else m.deleted_at end
    from was where m.id = was.id
    returning m.id
  )
  select coalesce(array_agg(d.id), '{}') into back from done d;
  if change.action in ('object', 'delete') then
    insert into public.member_analytics
    select s.* from jsonb_populate_recordset(null::public.member_analytics, change.scores) s where s.member_id = any (back)
    on conflict (member_id) do nothing;
    insert into public.manager_alerts
    select a.* from jsonb_populate_recordset(null::public.manager_alerts, change.alerts) a where a.member_id = any (back)
    on conflict do nothing;
  end if;
  delete from private.member_changes c where c.id = change.id;
  return jsonb_build_object('changed', cardinality(back), 'kept', (select count(*) from jsonb_each(change.before)) - cardinality(back));
end $$;
comment on function public.undo_member_change(uuid) is
  'Takes one''s own change of many members back within ten minutes, scores and alerts included: {changed, kept}, where kept are members whom somebody changed since. Raises mfa_required, not_found, forbidden, customer_suspended.';

grant execute on function public.change_members(uuid, uuid[], text), public.undo_member_change(uuid) to authenticated;
