drop function public.act_on_platform_alert(uuid, text);
create or replace function public.list_platform_alerts() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_platform();
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', latest.id, 'kind', latest.kind, 'subject', latest.subject, 'params', latest.params, 'raised_at', latest.raised_at
    ) order by latest.raised_at desc, latest.kind, latest.subject), '[]')
    from (select * from private.platform_alerts a order by a.raised_at desc limit 100) latest
  );
end $$;
comment on function public.list_platform_alerts() is
  'The latest 100 [{id, kind, subject, params, raised_at}], newest first. Raises mfa_required, forbidden for a customer''s people.';
drop function private.platform_alert_json(private.platform_alerts);
drop trigger platform_alerts_audit_insert on private.platform_alerts;
drop trigger platform_alerts_audit_update on private.platform_alerts;
drop trigger platform_alerts_audit_delete on private.platform_alerts;
delete from private.platform_alerts where kind = 'usage_differs';
alter table private.platform_alerts
  drop column acknowledged_at,
  drop column acknowledged_by,
  drop column resolved_at,
  drop column resolved_by,
  drop constraint platform_alerts_kind_check,
  add constraint platform_alerts_kind_check check (kind in ('model_shutdown', 'member_text_missing'));
