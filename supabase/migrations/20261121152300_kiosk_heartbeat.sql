-- What a heartbeat tells and what its answer brings (rule K2): health, commands, a new token, and who is the newer of two.

alter table public.kiosk_state
  add column instance_id uuid,
  add column earlier_boots text[] not null default '{}',
  add column copied_at timestamptz,
  add column uptime_s integer,
  add column network text check (network in ('wifi', 'ethernet', 'cellular', 'other', 'unknown')),
  add column rtt_ms integer,
  add column microphone text check (microphone in ('unknown', 'ok', 'silent', 'blocked', 'missing')),
  add column speaker text check (speaker in ('unknown', 'ok', 'silent')),
  add column noise_db smallint check (noise_db between -100 and 0),
  add column ladder text check (ladder in ('voice', 'push_to_talk', 'text', 'badge')),
  add column ladder_reason text
    check (ladder_reason in ('no_microphone', 'noise', 'voice_down', 'no_budget', 'network', 'setting')),
  add column latency_p50_ms integer,
  add column latency_p95_ms integer,
  add column waiting integer;
comment on column public.kiosk_state.instance_id is 'Names the browser that beats; a copied token beats from another one.';
comment on column public.kiosk_state.earlier_boots is 'Starts of the page that a newer one has taken over from, the last eight.';
comment on column public.kiosk_state.copied_at is 'When one of those last spoke up from another browser.';

alter table private.kiosk_credentials
  add column next_token_hash text unique check (next_token_hash ~ '^[0-9a-f]{64}$'),
  add column rotation_asked_at timestamptz;
comment on column private.kiosk_credentials.next_token_hash is
  'Handed out but not used yet: the old token holds until the new one comes, so that a lost answer locks nobody out.';

create or replace function private.kiosk_by_token(p_token_hash text) returns public.kiosks
language plpgsql security definer set search_path = ''
as $$
declare
  credential private.kiosk_credentials;
  kiosk public.kiosks;
begin
  select * into credential from private.kiosk_credentials c where c.token_hash = p_token_hash;
  if credential.kiosk_id is null then
    update private.kiosk_credentials c set
      token_hash = c.next_token_hash, next_token_hash = null, rotation_asked_at = null, token_issued_at = now()
    where c.next_token_hash = p_token_hash and c.revoked_at is null
    returning * into credential;
  end if;
  select * into kiosk from public.kiosks k where k.id = credential.kiosk_id;
  if kiosk.id is null then
    perform private.refuse('kiosk_not_paired');
  elsif credential.revoked_at is not null then
    perform private.refuse('kiosk_revoked');
  end if;
  -- The audit names this kiosk as the actor of whatever the transaction writes.
  perform set_config('jarvis.kiosk_id', kiosk.id::text, true);
  return kiosk;
end $$;

create function public.kiosk_rotate_token(p_token_hash text, p_next_token_hash text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
begin
  if p_next_token_hash is null or p_next_token_hash !~ '^[0-9a-f]{64}$' then
    perform private.refuse('invalid_input', 'token_hash');
  end if;
  update private.kiosk_credentials c set next_token_hash = p_next_token_hash
  where c.kiosk_id = kiosk.id and c.rotation_asked_at is not null;
  return jsonb_build_object('rotates', found);
end $$;
comment on function public.kiosk_rotate_token(text, text) is
  'Takes the token that a kiosk will use from now on, if somebody asked for one: {rotates}. Raises kiosk_not_paired, kiosk_revoked.';

create function private.commands_for(p_kiosk_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  due jsonb;
begin
  select jsonb_agg(jsonb_build_object('id', c.id, 'command', c.command, 'value', c.value) order by c.asked_at)
  into due
  from private.kiosk_commands c
  where c.kiosk_id = p_kiosk_id and c.done_at is null and c.asked_at > now() - interval '1 day';
  if due is null then
    return '[]';
  end if;
  update private.kiosk_commands c set sent_at = now()
  where c.kiosk_id = p_kiosk_id and c.done_at is null and c.sent_at is null and c.asked_at > now() - interval '1 day';
  return due;
end $$;
comment on function private.commands_for(uuid) is
  'What a kiosk has still to do: [{id, command, value}]; notes that it was told.';

create function private.record_heartbeat(p_kiosk public.kiosks, p_report jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  health jsonb := coalesce(p_report -> 'health', '{}');
  median integer;
  slow integer;
begin
  select percentile_cont(0.5) within group (order by ms::numeric), percentile_cont(0.95) within group (order by ms::numeric)
  into median, slow
  from jsonb_array_elements_text(coalesce(health -> 'latencies_ms', '[]')) as ms;
  update public.kiosk_state s set
    last_heartbeat_at = now(), going_down_at = null,
    boot_id = coalesce(left(p_report ->> 'boot_id', 100), s.boot_id),
    instance_id = coalesce((p_report ->> 'instance_id')::uuid, s.instance_id),
    earlier_boots = case
      when s.boot_id <> p_report ->> 'boot_id'
        then (array[s.boot_id] || array_remove(s.earlier_boots, left(p_report ->> 'boot_id', 100)))[1:8]
      else s.earlier_boots
    end,
    uptime_s = coalesce((p_report ->> 'uptime_s')::integer, s.uptime_s),
    network = coalesce(p_report ->> 'network', s.network),
    rtt_ms = coalesce((p_report ->> 'rtt_ms')::integer, s.rtt_ms),
    microphone = coalesce(health ->> 'microphone', s.microphone),
    speaker = coalesce(health ->> 'speaker', s.speaker),
    noise_db = case when health ? 'noise_db' then (health ->> 'noise_db')::smallint else s.noise_db end,
    ladder = coalesce(health ->> 'ladder', s.ladder),
    ladder_reason = case when health ? 'ladder' then health ->> 'ladder_reason' else s.ladder_reason end,
    latency_p50_ms = coalesce(median, s.latency_p50_ms),
    latency_p95_ms = coalesce(slow, s.latency_p95_ms),
    waiting = coalesce((health ->> 'waiting')::integer, s.waiting)
  where s.kiosk_id = p_kiosk.id;
  -- The job makes partitions ahead; a server that slept for weeks makes up for it here.
  if to_regclass('private.kiosk_heartbeats_' || to_char(now() at time zone 'utc', 'YYYYMMDD')) is null then
    perform private.keep_kiosk_partitions();
  end if;
  insert into private.kiosk_heartbeats (
    kiosk_id, received_at, instance_id, boot_id, version, uptime_s, network, rtt_ms, microphone, speaker, noise_db, ladder,
    ladder_reason, latency_p50_ms, latency_p95_ms, waiting
  ) values (
    p_kiosk.id, now(), (p_report ->> 'instance_id')::uuid, left(p_report ->> 'boot_id', 100), left(p_report ->> 'version', 40),
    (p_report ->> 'uptime_s')::integer, p_report ->> 'network', (p_report ->> 'rtt_ms')::integer, health ->> 'microphone',
    health ->> 'speaker', (health ->> 'noise_db')::smallint, health ->> 'ladder', health ->> 'ladder_reason', median, slow,
    (health ->> 'waiting')::integer
  ) on conflict (kiosk_id, received_at) do nothing;
end $$;
comment on function private.record_heartbeat(public.kiosks, jsonb) is
  'Writes the kiosk''s narrow row and one line of history; both figures of the latency are those of its last twenty answers.';

create or replace function public.kiosk_heartbeat(p_token_hash text, p_report jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  boot text := left(p_report ->> 'boot_id', 100);
  version text := left(p_report ->> 'version', 40);
  state public.kiosk_state;
begin
  select * into state from public.kiosk_state s where s.kiosk_id = kiosk.id for no key update;
  if boot = any (state.earlier_boots) and (p_report ->> 'takes_over')::boolean is not true then
    update public.kiosk_state s set copied_at = now()
    where s.kiosk_id = kiosk.id and (p_report ->> 'instance_id')::uuid <> s.instance_id
      and (s.copied_at is null or s.copied_at < now() - interval '5 seconds');
    return jsonb_build_object('opened_elsewhere', true);
  elsif (p_report ->> 'going_down')::boolean then
    update public.kiosk_state s set going_down_at = now()
    where s.kiosk_id = kiosk.id and s.going_down_at is null and s.boot_id = boot;
    return jsonb_build_object('going_down', true);
  elsif state.kiosk_id is null then
    insert into public.kiosk_state (kiosk_id, gym_id) values (kiosk.id, kiosk.gym_id) on conflict (kiosk_id) do nothing;
  end if;
  -- At most one write in five seconds, however fast a kiosk calls; a new start and a return are never missed.
  if state.last_heartbeat_at is null or state.last_heartbeat_at < now() - interval '5 seconds'
    or state.boot_id is distinct from coalesce(boot, state.boot_id) or state.going_down_at is not null then
    perform private.record_heartbeat(kiosk, p_report);
  end if;
  if p_report ? 'done' then
    update private.kiosk_commands c set done_at = now(), sent_at = coalesce(c.sent_at, now())
    where c.kiosk_id = kiosk.id and c.done_at is null
      and c.id = any (array(select jsonb_array_elements_text(p_report -> 'done'))::uuid[]);
  end if;
  update public.kiosks k set
    status = case when k.status = 'maintenance' then k.status else 'online' end,
    software_version = coalesce(version, k.software_version)
  where k.id = kiosk.id
    and (k.status not in ('online', 'maintenance') or k.software_version is distinct from coalesce(version, k.software_version));
  return private.kiosk_screen(kiosk.id) || jsonb_build_object(
    'commands', private.commands_for(kiosk.id),
    'rotate', exists (
      select from private.kiosk_credentials c where c.kiosk_id = kiosk.id and c.rotation_asked_at is not null
    )
  );
end $$;
comment on function public.kiosk_heartbeat(text, jsonb) is
  'Says that the kiosk lives and answers its screen with {commands, rotate}; {opened_elsewhere} to a start of the page that a newer one took over from, unless it takes over; {going_down} to its last word. Raises kiosk_not_paired, kiosk_revoked.';

grant execute on function public.kiosk_rotate_token(text, text) to service_role;
