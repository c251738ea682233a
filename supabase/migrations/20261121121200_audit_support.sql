-- The audit names the support access under which a row was written (rule S1). The hash of rows without one stays.

alter table public.audit_logs add column support_access_id uuid;
comment on column public.audit_logs.support_access_id is
  'The visit of the platform during which it was done; without a foreign key like everything here.';

create or replace function private.audit_hash(p_row public.audit_logs) returns text
language sql immutable set search_path = ''
as $$
  select encode(sha256(convert_to(concat_ws(
    '|', p_row.support_access_id::text, p_row.previous_hash, p_row.scope_id, p_row.seq, extract(epoch from p_row.at), p_row.id,
    coalesce(p_row.actor_id::text, '-'), p_row.actor_kind, coalesce(p_row.gym_id::text, '-'),
    coalesce(p_row.franchise_id::text, '-'), p_row.action, p_row.entity, coalesce(p_row.entity_id::text, '-'),
    array_to_string(p_row.changed, ',')
  ), 'utf8')), 'hex')
$$;
comment on function private.audit_hash(public.audit_logs) is 'Hex sha256 over every column of a row and the hash before it; without support access as it was before there was one.';

create or replace function private.append_audit(p_action text, p_entity text, p_touched jsonb) returns void
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
      case p_entity when 'support_access' then t.entity_id else visit.id end as support_access_id,
      coalesce(t.gym_id, owned.franchise_id, '00000000-0000-0000-0000-000000000000') as scope_id
    from jsonb_to_recordset(p_touched) as t (gym_id uuid, franchise_id uuid, entity_id uuid, changed text[])
    left join public.gyms g on g.id = t.gym_id
    cross join lateral (select coalesce(t.franchise_id, g.franchise_id)) as owned (franchise_id)
    left join private.my_support visit
      on p_entity <> 'support_access' and (visit.gym_id = t.gym_id or visit.franchise_id = owned.franchise_id)
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
    entry.support_access_id := touched.support_access_id;
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
    id, at, actor_id, actor_kind, gym_id, franchise_id, seq, action, entity, entity_id, changed, previous_hash, hash,
    support_access_id
  )
  select
    e.id, e.at, e.actor_id, e.actor_kind, e.gym_id, e.franchise_id, e.seq, e.action, e.entity, e.entity_id, e.changed,
    e.previous_hash, e.hash, e.support_access_id
  from unnest(entries) e;
end $$;
comment on function private.append_audit(text, text, jsonb) is
  'Appends links, p_touched = [{gym_id, franchise_id, entity_id, changed}]. The actor is the signed-in person, else the setting jarvis.kiosk_id, else the system; what a person does at a customer during their support access names it.';

-- Pages of the audit follow the clock, of one scope or of a franchise with its gyms.
create index audit_logs_scope_id_at_idx on public.audit_logs (scope_id, at desc, id desc);
create index audit_logs_franchise_id_at_idx on public.audit_logs (franchise_id, at desc, id desc);
drop index public.audit_logs_franchise_id_idx;
