-- What somebody at the gym should act on (rules A6, T6).

create table public.manager_alerts (
  id uuid primary key default gen_random_uuid(),
  gym_id uuid not null references public.gyms (id) on delete cascade,
  member_id uuid,
  kiosk_id uuid,
  alert_type text not null check (alert_type in (
    'churn_risk', 'negative_feedback', 'milestone', 'equipment_issue', 'kiosk_offline', 'reader_suspicious',
    'needs_review', 'staff_call'
  )),
  priority text not null default 'medium' check (priority in ('low', 'medium', 'high', 'urgent')),
  title text not null,
  description text,
  recommended_actions jsonb not null default '[]' check (jsonb_typeof(recommended_actions) = 'array'),
  context jsonb not null default '{}' check (jsonb_typeof(context) = 'object'),
  causes text[] not null default '{}',
  status text not null default 'pending' check (status in ('pending', 'in_progress', 'resolved', 'dismissed')),
  assigned_to uuid references public.users (id) on delete set null,
  resolved_at timestamptz,
  resolution_notes text check (length(resolution_notes) <= 2000),
  dismissed_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, gym_id),
  constraint manager_alerts_closed_has_time check ((status in ('resolved', 'dismissed')) = (resolved_at is not null)),
  constraint manager_alerts_dismissed_has_end check ((status = 'dismissed') = (dismissed_until is not null)),
  foreign key (member_id, gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade,
  foreign key (kiosk_id, gym_id) references public.kiosks (id, gym_id) on delete cascade
);
create unique index manager_alerts_open_key on public.manager_alerts (gym_id, alert_type, member_id, kiosk_id)
  nulls not distinct where status in ('pending', 'in_progress');
create index manager_alerts_gym_id_status_idx on public.manager_alerts (gym_id, status, created_at desc);
create index manager_alerts_gym_id_updated_at_idx on public.manager_alerts (gym_id, updated_at desc);
create index manager_alerts_member_id_gym_id_idx on public.manager_alerts (member_id, gym_id);
create index manager_alerts_kiosk_id_gym_id_idx on public.manager_alerts (kiosk_id, gym_id);
create index manager_alerts_assigned_to_idx on public.manager_alerts (assigned_to);

-- The context may hold a member's words to the team: it goes out through list_alerts, by role (rule T6).
grant select (
  id, gym_id, member_id, kiosk_id, alert_type, priority, title, recommended_actions, status, assigned_to, resolved_at,
  resolution_notes, dismissed_until, created_at, updated_at
) on public.manager_alerts to authenticated;
alter table public.manager_alerts enable row level security;
create policy manager_alerts_select_team on public.manager_alerts for select to authenticated
  using (gym_id = any ((select private.alert_gym_ids())::uuid[]));
create policy manager_alerts_mfa on public.manager_alerts as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

create trigger manager_alerts_touch before update on public.manager_alerts
  for each row execute function private.touch_updated_at();
select private.attach_audit('public.manager_alerts');

comment on table public.manager_alerts is
  'Alerts of a gym; one is open at a time for each type, member and kiosk.';
comment on column public.manager_alerts.title is 'The code of the type; the reader''s language makes the sentence.';
comment on column public.manager_alerts.context is '{code, params, reasons: [{code, params}], session_id?}.';
comment on column public.manager_alerts.causes is
  'What set it off, such as a conversation or an absence since a date; a cause that was resolved is not raised again.';
comment on column public.manager_alerts.resolved_at is 'When it was closed, resolved or dismissed.';
comment on column public.manager_alerts.dismissed_until is 'Quiet until then, unless the priority rises.';
