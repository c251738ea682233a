-- What the platform is told can be taken up and closed by its people, and by whatever raised it.

alter table private.platform_alerts
  drop constraint platform_alerts_kind_check,
  add constraint platform_alerts_kind_check check (kind in ('model_shutdown', 'member_text_missing', 'usage_differs')),
  add column acknowledged_at timestamptz,
  add column acknowledged_by uuid references public.users (id) on delete set null,
  add column resolved_at timestamptz,
  add column resolved_by uuid references public.users (id) on delete set null;
comment on column private.platform_alerts.resolved_by is 'Who closed it; null where its cause went away by itself.';
create index platform_alerts_acknowledged_by_idx on private.platform_alerts (acknowledged_by);
create index platform_alerts_resolved_by_idx on private.platform_alerts (resolved_by);
select private.attach_audit('private.platform_alerts');

create function private.platform_alert_json(p_alert private.platform_alerts) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return jsonb_build_object(
    'id', p_alert.id, 'kind', p_alert.kind, 'subject', p_alert.subject, 'params', p_alert.params, 'raised_at', p_alert.raised_at,
    'state', case when p_alert.resolved_at is not null then 'resolved' when p_alert.acknowledged_at is not null then 'acknowledged'
      else 'open' end,
    'at', coalesce(p_alert.resolved_at, p_alert.acknowledged_at),
    'by', (
      select u.full_name from public.users u
      where u.id = case when p_alert.resolved_at is not null then p_alert.resolved_by else p_alert.acknowledged_by end
    )
  );
end $$;
comment on function private.platform_alert_json(private.platform_alerts) is 'A row of list_platform_alerts.';

create or replace function public.list_platform_alerts() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_platform();
  return (
    select coalesce(jsonb_agg(private.platform_alert_json(latest) order by latest.raised_at desc, latest.kind, latest.subject), '[]')
    from (select * from private.platform_alerts a order by a.resolved_at is not null, a.raised_at desc limit 100) as found
    join private.platform_alerts latest on latest.id = found.id
  );
end $$;
comment on function public.list_platform_alerts() is
  'The latest 100, those that are not resolved before the others: [{id, kind, subject, params, raised_at, state: open | acknowledged | resolved, at, by}], newest first. Raises mfa_required, forbidden for a customer''s people.';

create function public.act_on_platform_alert(p_platform_alert_id uuid, p_action text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  perform from private.platform_alerts a where a.id = p_platform_alert_id and private.is_platform() for update;
  if not found then
    perform private.refuse('not_found');
  end if;
  case p_action
    when 'acknowledge' then
      update private.platform_alerts a set acknowledged_at = now(), acknowledged_by = (select auth.uid())
      where a.id = p_platform_alert_id and a.acknowledged_at is null and a.resolved_at is null;
    when 'resolve' then
      update private.platform_alerts a set resolved_at = now(), resolved_by = (select auth.uid())
      where a.id = p_platform_alert_id and a.resolved_at is null;
    when 'reopen' then
      update private.platform_alerts a
      set acknowledged_at = null, acknowledged_by = null, resolved_at = null, resolved_by = null
      where a.id = p_platform_alert_id and (a.acknowledged_at is not null or a.resolved_at is not null);
    else
      perform private.refuse('invalid_input', 'action');
  end case;
  if not found then
    perform private.refuse('conflict');
  end if;
end $$;
comment on function public.act_on_platform_alert(uuid, text) is
  'acknowledge, resolve or reopen. Raises mfa_required, not_found (also for a customer''s people), conflict (it is so already), invalid_input (action).';
grant execute on function public.act_on_platform_alert(uuid, text) to authenticated;
