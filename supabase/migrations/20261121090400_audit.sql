-- Rule P6: no foreign keys, no values, append only; each row carries the hash of the one before in its scope.
-- The scope is the gym, else the franchise, else the platform (the nil uuid): writers of different scopes never wait
-- for one another.

create table public.audit_logs (
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  actor_kind text not null check (actor_kind in ('staff', 'kiosk', 'system')),
  gym_id uuid,
  franchise_id uuid,
  scope_id uuid not null generated always as (
    coalesce(gym_id, franchise_id, '00000000-0000-0000-0000-000000000000'::uuid)
  ) stored,
  seq bigint not null,
  action text not null,
  entity text not null,
  entity_id uuid,
  changed text[] not null default '{}',
  previous_hash text not null,
  hash text not null,
  primary key (id, at)
) partition by range (at);
comment on table public.audit_logs is 'Who changed which columns of which row, never the values (rule P6).';
comment on column public.audit_logs.seq is 'Place in the chain of the scope, from 1.';

create index audit_logs_scope_idx on public.audit_logs (scope_id, seq desc);
create index audit_logs_gym_id_idx on public.audit_logs (gym_id, at desc);
create index audit_logs_franchise_id_idx on public.audit_logs (franchise_id, at desc);

alter table public.audit_logs enable row level security;

create table private.audit_heads (
  scope_id uuid primary key,
  seq bigint not null,
  hash text not null
);
comment on table private.audit_heads is 'The newest link of each chain; its row lock orders the writers of one scope.';
alter table private.audit_heads enable row level security;
create policy audit_heads_nobody on private.audit_heads to public using (false);

create function private.refuse_audit_change() returns trigger
language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = '42501', message = 'audit_logs is append only';
end $$;
comment on function private.refuse_audit_change() is 'Holds the table''s owner and the jobs too, whom grants do not hold.';

create trigger audit_logs_append_only before update or delete on public.audit_logs
  for each row execute function private.refuse_audit_change();
create trigger audit_logs_no_truncate before truncate on public.audit_logs
  for each statement execute function private.refuse_audit_change();

create function private.ensure_audit_partitions() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  month date;
  name text;
  made integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('private.ensure_audit_partitions'));
  for ahead in 0..3 loop
    month := date_trunc('month', now() at time zone 'utc')::date + make_interval(months => ahead);
    name := 'audit_logs_' || to_char(month, 'YYYY_MM');
    continue when to_regclass('private.' || name) is not null;
    execute format(
      'create table private.%I partition of public.audit_logs for values from (%L) to (%L)',
      name, month::timestamp at time zone 'utc', (month + interval '1 month') at time zone 'utc'
    );
    execute format('alter table private.%I enable row level security', name);
    execute format('create policy %I on private.%I to public using (false)', name || '_nobody', name);
    execute format(
      'create trigger audit_logs_no_truncate before truncate on private.%I
        for each statement execute function private.refuse_audit_change()', name
    );
    made := made + 1;
  end loop;
  return made;
end $$;
comment on function private.ensure_audit_partitions() is 'Makes this month''s partition and the next three; answers how many were missing.';

select private.ensure_audit_partitions();

create function private.audit_hash(p_row public.audit_logs) returns text
language sql immutable set search_path = ''
as $$
  select encode(sha256(convert_to(concat_ws(
    '|', p_row.previous_hash, p_row.scope_id, p_row.seq, extract(epoch from p_row.at), p_row.id,
    coalesce(p_row.actor_id::text, '-'), p_row.actor_kind, coalesce(p_row.gym_id::text, '-'),
    coalesce(p_row.franchise_id::text, '-'), p_row.action, p_row.entity, coalesce(p_row.entity_id::text, '-'),
    array_to_string(p_row.changed, ',')
  ), 'utf8')), 'hex')
$$;
comment on function private.audit_hash(public.audit_logs) is 'Hex sha256 over every column of a row and the hash before it.';

create function private.append_audit(p_action text, p_entity text, p_touched jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  person uuid := (select auth.uid());
  kiosk uuid := nullif(current_setting('jarvis.kiosk_id', true), '')::uuid;
  head private.audit_heads;
  entry public.audit_logs;
  entries public.audit_logs[] := '{}';
  touched record;
begin
  entry.actor_id := coalesce(person, kiosk);
  entry.actor_kind := case when person is not null then 'staff' when kiosk is not null then 'kiosk' else 'system' end;
  entry.action := p_action;
  entry.entity := p_entity;

  -- Heads are locked in the order of their scopes: statements over several tenants never wait for each other crosswise.
  for touched in
    select t.gym_id, owned.franchise_id, t.entity_id, coalesce(t.changed, '{}') as changed,
      coalesce(t.gym_id, owned.franchise_id, '00000000-0000-0000-0000-000000000000') as scope_id
    from jsonb_to_recordset(p_touched) as t (gym_id uuid, franchise_id uuid, entity_id uuid, changed text[])
    left join public.gyms g on g.id = t.gym_id
    cross join lateral (select coalesce(t.franchise_id, g.franchise_id)) as owned (franchise_id)
    order by scope_id, t.entity_id
  loop
    if touched.scope_id is distinct from head.scope_id then
      update private.audit_heads h set seq = head.seq, hash = head.hash where h.scope_id = head.scope_id;
      insert into private.audit_heads as h (scope_id, seq, hash) values (touched.scope_id, 0, repeat('0', 64))
      on conflict (scope_id) do update set seq = h.seq
      returning h.scope_id, h.seq, h.hash into head;
    end if;
    entry.id := gen_random_uuid();
    entry.at := clock_timestamp();
    entry.gym_id := touched.gym_id;
    entry.franchise_id := touched.franchise_id;
    entry.scope_id := touched.scope_id;
    entry.entity_id := touched.entity_id;
    entry.changed := touched.changed;
    entry.seq := head.seq + 1;
    entry.previous_hash := head.hash;
    entry.hash := private.audit_hash(entry);
    head.seq := entry.seq;
    head.hash := entry.hash;
    entries := entries || entry;
  end loop;
  update private.audit_heads h set seq = head.seq, hash = head.hash where h.scope_id = head.scope_id;

  -- A backend that slept through its monthly job must not refuse every write.
  if to_regclass('private.audit_logs_' || to_char(clock_timestamp() at time zone 'utc', 'YYYY_MM')) is null then
    perform private.ensure_audit_partitions();
  end if;
  insert into public.audit_logs (
    id, at, actor_id, actor_kind, gym_id, franchise_id, seq, action, entity, entity_id, changed, previous_hash, hash
  )
  select
    e.id, e.at, e.actor_id, e.actor_kind, e.gym_id, e.franchise_id, e.seq, e.action, e.entity, e.entity_id, e.changed,
    e.previous_hash, e.hash
  from unnest(entries) e;
end $$;
comment on function private.append_audit(text, text, jsonb) is
  'Appends links, p_touched = [{gym_id, franchise_id, entity_id, changed}]. The actor is the signed-in person, else the setting jarvis.kiosk_id, else the system.';

create function private.write_audit(
  p_gym_id uuid, p_franchise_id uuid, p_action text, p_entity text, p_entity_id uuid, p_changed text[]
) returns void
language sql security definer set search_path = ''
as $$
  select private.append_audit(p_action, p_entity, jsonb_build_array(jsonb_build_object(
    'gym_id', p_gym_id, 'franchise_id', p_franchise_id, 'entity_id', p_entity_id, 'changed', p_changed
  )))
$$;
comment on function private.write_audit(uuid, uuid, text, text, uuid, text[]) is
  'One link with the name of an act, for verbs whose meaning no trigger sees, such as a wrong code.';

create function private.audit_chain_break(p_scope_id uuid) returns bigint
language sql stable security definer set search_path = ''
as $$
  with links as (
    select l.seq, l.hash, l.previous_hash, private.audit_hash(l) as computed,
      lag(l.seq) over chain as seq_before, lag(l.hash) over chain as hash_before
    from public.audit_logs l
    where l.scope_id = p_scope_id
    window chain as (order by l.seq)
  )
  select min(wrong.seq) from (
    select seq from links
    where hash <> computed or seq <> coalesce(seq_before + 1, seq) or previous_hash <> coalesce(hash_before, previous_hash)
    union all
    select head.seq from private.audit_heads head
    where head.scope_id = p_scope_id
      and not exists (select from links where links.seq = head.seq and links.hash = head.hash)
  ) wrong
$$;
comment on function private.audit_chain_break(uuid) is
  'First place where the chain of a scope does not hold, null when it does; months that retention dropped are not missed.';

create function private.drop_old_audit_partitions() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  old record;
  dropped integer := 0;
begin
  for old in
    select c.relname as name
    from pg_catalog.pg_inherits i
    join pg_catalog.pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public.audit_logs'::regclass
      and c.relname < 'audit_logs_' || to_char(now() at time zone 'utc' - interval '24 months', 'YYYY_MM')
  loop
    execute format('drop table private.%I', old.name);
    perform private.write_audit(null, null, 'drop', 'audit_logs', null, array[old.name]);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;
comment on function private.drop_old_audit_partitions() is 'The one way out: drops months older than 24, and says so in the audit.';

grant select on public.audit_logs to authenticated;

create function private.audit_scope_ids() returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(scope.id), '{}')
  from public.users u
  cross join lateral (
    select g.gym_id from private.my_gyms g
    union all
    select f.id from public.franchises f
    where case u.role when 'super_admin' then true else f.id = u.franchise_id end
    union all
    select '00000000-0000-0000-0000-000000000000' where u.role = 'super_admin'
  ) scope (id)
  where u.id = (select auth.uid()) and u.is_active and u.role <> 'gym_staff'
$$;
comment on function private.audit_scope_ids() is 'Scopes whose audit the caller reads: manager, owner, super admin.';
grant execute on function private.audit_scope_ids() to authenticated;

create policy audit_logs_select on public.audit_logs for select to authenticated
  using (scope_id = any ((select private.audit_scope_ids())::uuid[]));
create policy audit_logs_mfa on public.audit_logs as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

select private.schedule_job('ensure-audit-partitions', '0 4 1 * *', 'select private.ensure_audit_partitions()');
select private.schedule_job('drop-old-audit-partitions', '30 4 1 * *', 'select private.drop_old_audit_partitions()');
