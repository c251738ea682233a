-- A new customer is drawn up in steps that can be left and taken up again, and then made in one go.

create table private.customer_drafts (
  id uuid primary key,
  step text not null check (step in ('customer', 'plan', 'owner', 'gym', 'kiosk', 'summary')),
  data jsonb not null default '{}' check (jsonb_typeof(data) = 'object' and pg_column_size(data) <= 8192),
  result jsonb check (jsonb_typeof(result) = 'object'),
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  discarded_at timestamptz,
  finished_at timestamptz,
  constraint customer_drafts_result check ((finished_at is null) = (result is null))
);
comment on table private.customer_drafts is
  'Customers being drawn up, for all of the platform; once made, only the ids of what was made stay in the row.';
create index customer_drafts_created_by_idx on private.customer_drafts (created_by);
alter table private.customer_drafts enable row level security;
create policy customer_drafts_nobody on private.customer_drafts to public using (false);
create trigger customer_drafts_touch before update on private.customer_drafts
  for each row execute function private.touch_updated_at();

create function private.is_platform() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return exists (select from public.users u where u.id = (select auth.uid()) and u.is_active and u.role = 'super_admin');
end $$;
comment on function private.is_platform() is 'Whether the caller is one of the platform''s own people.';

create function private.require_draft(p_draft_id uuid) returns private.customer_drafts
language plpgsql security definer set search_path = ''
as $$
declare
  draft private.customer_drafts;
begin
  perform private.require_mfa();
  if private.is_platform() then
    select * into draft from private.customer_drafts d where d.id = p_draft_id for update;
  end if;
  if draft.id is null then
    perform private.refuse('not_found');
  end if;
  return draft;
end $$;
comment on function private.require_draft(uuid) is 'A draft for the platform''s own people, locked; raises mfa_required, not_found.';

create function public.save_customer_draft(p_id uuid, p_step text, p_data jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_mfa();
  if not private.is_platform() then
    perform private.refuse('forbidden');
  elsif p_id is null then
    perform private.refuse('invalid_input', 'id');
  elsif p_step in ('customer', 'plan', 'owner', 'gym', 'kiosk', 'summary') is not true then
    perform private.refuse('invalid_input', 'step');
  elsif jsonb_typeof(p_data) is distinct from 'object' or pg_column_size(p_data) > 8192 then
    perform private.refuse('invalid_input', 'data');
  end if;
  insert into private.customer_drafts as d (id, step, data, created_by) values (p_id, p_step, p_data, auth.uid())
  on conflict (id) do update set step = excluded.step, data = d.data || excluded.data
  where d.finished_at is null and d.discarded_at is null;
  if not found then
    perform private.refuse('conflict', 'status');
  end if;
end $$;
comment on function public.save_customer_draft(uuid, text, jsonb) is
  'Keeps a step of a draft: its answers join those that are there. Raises mfa_required, forbidden, invalid_input (id, step, data), conflict (made or discarded).';

create function public.discard_customer_draft(p_draft_id uuid, p_discarded boolean) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  draft private.customer_drafts := private.require_draft(p_draft_id);
begin
  if p_discarded is null then
    perform private.refuse('invalid_input', 'discarded');
  elsif draft.finished_at is not null then
    perform private.refuse('conflict', 'status');
  end if;
  update private.customer_drafts d set discarded_at = case when p_discarded then coalesce(d.discarded_at, now()) end
  where d.id = draft.id;
end $$;
comment on function public.discard_customer_draft(uuid, boolean) is
  'Throws a draft away, or takes it back. Raises mfa_required, not_found, invalid_input (discarded), conflict (made already).';

create function private.plans_json() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_agg(jsonb_build_object(
    'plan', p.plan, 'gyms', p.gyms, 'kiosks', p.kiosks, 'conversations', p.conversations, 'budget', p.budget_usd
  ) order by array_position('{starter,pro,enterprise}', p.plan))
  from private.plans p
$$;
comment on function private.plans_json() is 'The plans with their limits: [{plan, gyms, kiosks, conversations, budget}], null without limit.';

create function public.get_customer_draft(p_draft_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  draft private.customer_drafts;
begin
  perform private.require_mfa();
  if not private.is_platform() then
    perform private.refuse('not_found');
  end if;
  select * into draft from private.customer_drafts d where d.id = p_draft_id and d.discarded_at is null;
  return jsonb_build_object('plans', private.plans_json(), 'draft', case when draft.id is not null then jsonb_build_object(
    'id', draft.id, 'step', draft.step, 'data', draft.data, 'updated_at', draft.updated_at,
    'made', case when draft.finished_at is not null then draft.result || jsonb_build_object(
      'customer', (
        select jsonb_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'plan', c.plan, 'state', c.state,
          'trial_ends_on', c.trial_ends_on)
        from private.customers c where c.id = (draft.result ->> 'customer_id')::uuid
      ),
      'gym', (
        select jsonb_build_object('id', g.id, 'name', g.name) from public.gyms g where g.id = (draft.result ->> 'gym_id')::uuid
      ),
      'kiosk', (
        select jsonb_build_object('id', k.id, 'name', k.name, 'slug', k.slug, 'paired', k.status <> 'provisioning')
        from public.kiosks k where k.id = (draft.result ->> 'kiosk_id')::uuid
      ),
      'invitation', (
        select jsonb_build_object('full_name', i.full_name, 'email', i.email, 'accepted', i.accepted_at is not null,
          'mail', private.invitation_mail(i.id, i.email))
        from public.invitations i where i.id = (draft.result ->> 'invitation_id')::uuid
      )
    ) end
  ) end);
end $$;
comment on function public.get_customer_draft(uuid) is
  'The wizard''s page: {plans, draft: {id, step, data, updated_at, made: {customer, gym, kiosk, invitation} | null} | null}; no draft for an id that is new or was discarded. Raises mfa_required, not_found for anybody but the platform''s own people.';

grant execute on function public.save_customer_draft(uuid, text, jsonb), public.discard_customer_draft(uuid, boolean),
  public.get_customer_draft(uuid) to authenticated;

create function private.forget_customer_drafts() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  forgotten integer;
begin
  delete from private.customer_drafts d
  where d.discarded_at < now() - interval '30 days' or d.updated_at < now() - interval '90 days';
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
comment on function private.forget_customer_drafts() is
  'Deletes drafts that were discarded 30 days ago or that nobody has touched for 90; answers how many.';

select private.schedule_job('forget-customer-drafts', '45 3 * * *', 'select private.forget_customer_drafts()');
