-- What heartbeats leave behind: days of them for 30 days, minutes for 13 months (rules K2, P8), and commands to kiosks.

create table private.kiosk_heartbeats (
  kiosk_id uuid not null,
  received_at timestamptz not null,
  instance_id uuid,
  boot_id text,
  version text,
  uptime_s integer,
  network text,
  rtt_ms integer,
  microphone text,
  speaker text,
  noise_db smallint,
  ladder text,
  ladder_reason text,
  latency_p50_ms integer,
  latency_p95_ms integer,
  waiting integer,
  primary key (kiosk_id, received_at)
) partition by range (received_at);
alter table private.kiosk_heartbeats enable row level security;
create policy kiosk_heartbeats_nobody on private.kiosk_heartbeats to public using (false);
comment on table private.kiosk_heartbeats is
  'Each heartbeat by the server''s clock, a partition a day (UTC). No foreign key: a check of it would lock and dirty the kiosk''s row at each beat.';

create table private.kiosk_minutes (
  kiosk_id uuid not null,
  minute timestamptz not null,
  beats smallint not null,
  noise_db real,
  latency_p50_ms integer,
  latency_p95_ms integer,
  rtt_ms integer,
  waiting integer,
  ladder text,
  primary key (kiosk_id, minute)
) partition by range (minute);
alter table private.kiosk_minutes enable row level security;
create policy kiosk_minutes_nobody on private.kiosk_minutes to public using (false);
comment on table private.kiosk_minutes is 'The heartbeats of a minute, rolled up; a partition a month (UTC).';

create function private.kiosk_partition(p_table text, p_from timestamptz, p_to timestamptz, p_name text) returns integer
language plpgsql security definer set search_path = ''
as $$
begin
  if to_regclass('private.' || p_name) is not null then
    return 0;
  end if;
  execute format('create table private.%I partition of private.%I for values from (%L) to (%L)', p_name, p_table, p_from, p_to);
  execute format('alter table private.%I enable row level security', p_name);
  execute format('create policy %I on private.%I to public using (false)', p_name || '_nobody', p_name);
  return 1;
end $$;
comment on function private.kiosk_partition(text, timestamptz, timestamptz, text) is
  'Makes one closed partition unless it is there; answers how many it made.';

create function private.keep_kiosk_partitions(p_now timestamptz default now()) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  today date := (p_now at time zone 'utc')::date;
  month date := date_trunc('month', p_now at time zone 'utc')::date;
  made integer := 0;
  dropped integer := 0;
  old record;
begin
  perform pg_advisory_xact_lock(hashtext('private.keep_kiosk_partitions'));
  for ahead in 0..7 loop
    made := made + private.kiosk_partition(
      'kiosk_heartbeats', (today + ahead)::timestamp at time zone 'utc', (today + ahead + 1)::timestamp at time zone 'utc',
      'kiosk_heartbeats_' || to_char(today + ahead, 'YYYYMMDD'));
  end loop;
  for ahead in -1..2 loop
    made := made + private.kiosk_partition(
      'kiosk_minutes', (month + make_interval(months => ahead)) at time zone 'utc',
      (month + make_interval(months => ahead + 1)) at time zone 'utc',
      'kiosk_minutes_' || to_char(month + make_interval(months => ahead), 'YYYYMM'));
  end loop;
  for old in
    select c.relname as name
    from pg_catalog.pg_inherits i
    join pg_catalog.pg_class c on c.oid = i.inhrelid
    where (i.inhparent = 'private.kiosk_heartbeats'::regclass
        and c.relname < 'kiosk_heartbeats_' || to_char(today - 30, 'YYYYMMDD'))
      or (i.inhparent = 'private.kiosk_minutes'::regclass
        and c.relname < 'kiosk_minutes_' || to_char(month - interval '13 months', 'YYYYMM'))
  loop
    execute format('drop table private.%I', old.name);
    dropped := dropped + 1;
  end loop;
  return jsonb_build_object('made', made, 'dropped', dropped);
end $$;
comment on function private.keep_kiosk_partitions(timestamptz) is
  'Makes the partitions of this day and the next seven and of the months around; drops days older than 30 and months older than 13: {made, dropped}.';

select private.keep_kiosk_partitions();
select private.schedule_job('keep-kiosk-partitions', '15 * * * *', 'select private.keep_kiosk_partitions()');

create function private.roll_up_heartbeats(p_now timestamptz default now()) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  until timestamptz := date_trunc('minute', p_now);
  since timestamptz;
  rolled integer;
begin
  perform pg_advisory_xact_lock(hashtext('private.roll_up_heartbeats'));
  since := greatest(
    coalesce((select (s.value #>> '{}')::timestamptz from private.settings s where s.key = 'kiosk_minutes_until'), '-infinity'),
    p_now - interval '30 days');
  insert into private.kiosk_minutes as m (
    kiosk_id, minute, beats, noise_db, latency_p50_ms, latency_p95_ms, rtt_ms, waiting, ladder
  )
  select h.kiosk_id, date_trunc('minute', h.received_at), count(*), avg(h.noise_db), max(h.latency_p50_ms), max(h.latency_p95_ms),
    avg(h.rtt_ms), max(h.waiting), (array_agg(h.ladder order by h.received_at desc))[1]
  from private.kiosk_heartbeats h
  where h.received_at >= since and h.received_at < until
  group by 1, 2
  on conflict (kiosk_id, minute) do nothing;
  get diagnostics rolled = row_count;
  insert into private.settings (key, value) values ('kiosk_minutes_until', to_jsonb(until))
  on conflict (key) do update set value = excluded.value;
  return rolled;
end $$;
comment on function private.roll_up_heartbeats(timestamptz) is
  'Rolls the minutes that ended since its last run; answers how many rows it wrote. A late run makes up for missed ones.';
select private.schedule_job('roll-up-heartbeats', '*/2 * * * *', 'select private.roll_up_heartbeats()');

create table private.kiosk_commands (
  id uuid primary key default gen_random_uuid(),
  kiosk_id uuid not null references public.kiosks (id) on delete cascade,
  command text not null check (command in ('reload', 'mute', 'volume', 'maintenance', 'reprovision')),
  value integer check (value between 0 and 100),
  asked_by uuid references public.users (id) on delete set null,
  asked_at timestamptz not null default now(),
  sent_at timestamptz,
  done_at timestamptz,
  constraint kiosk_commands_value check ((value is null) = (command in ('reload', 'reprovision')))
);
create index kiosk_commands_kiosk_id_asked_at_idx on private.kiosk_commands (kiosk_id, asked_at desc);
create index kiosk_commands_open_idx on private.kiosk_commands (kiosk_id) where done_at is null;
create index kiosk_commands_asked_by_idx on private.kiosk_commands (asked_by);
alter table private.kiosk_commands enable row level security;
create policy kiosk_commands_nobody on private.kiosk_commands to public using (false);
comment on table private.kiosk_commands is
  'What somebody asked a kiosk to do: given with its next heartbeat, again with each one until it says that it is done, for a day.';
select private.schedule_job('forget-kiosk-commands', '55 3 * * *',
  'delete from private.kiosk_commands c where c.asked_at < now() - interval ''13 months''');
