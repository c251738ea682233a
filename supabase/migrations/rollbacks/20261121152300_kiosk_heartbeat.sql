drop function public.kiosk_rotate_token(text, text);

create or replace function public.kiosk_heartbeat(p_token_hash text, p_report jsonb default '{}') returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  boot text := left(p_report ->> 'boot_id', 100);
  version text := left(p_report ->> 'version', 40);
begin
  -- At most one write in five seconds, however fast a kiosk calls.
  insert into public.kiosk_state as s (kiosk_id, gym_id, last_heartbeat_at, boot_id)
  values (kiosk.id, kiosk.gym_id, now(), boot)
  on conflict (kiosk_id) do update set last_heartbeat_at = now(), boot_id = coalesce(excluded.boot_id, s.boot_id)
  where s.last_heartbeat_at is null or s.last_heartbeat_at < now() - interval '5 seconds'
    or s.boot_id is distinct from coalesce(excluded.boot_id, s.boot_id);
  update public.kiosks k set
    status = case when k.status = 'maintenance' then k.status else 'online' end,
    software_version = coalesce(version, k.software_version)
  where k.id = kiosk.id
    and (k.status not in ('online', 'maintenance') or k.software_version is distinct from coalesce(version, k.software_version));
  return private.kiosk_screen(kiosk.id);
end $$;
comment on function public.kiosk_heartbeat(text, jsonb) is
  'Says that the kiosk lives and answers its screen. Raises kiosk_not_paired, kiosk_revoked.';

drop function private.record_heartbeat(public.kiosks, jsonb);
drop function private.commands_for(uuid);

create or replace function private.kiosk_by_token(p_token_hash text) returns public.kiosks
language plpgsql security definer set search_path = ''
as $$
declare
  credential private.kiosk_credentials;
  kiosk public.kiosks;
begin
  select * into credential from private.kiosk_credentials c where c.token_hash = p_token_hash;
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

alter table private.kiosk_credentials drop column next_token_hash, drop column rotation_asked_at;
alter table public.kiosk_state
  drop column instance_id, drop column earlier_boots, drop column copied_at, drop column uptime_s, drop column network,
  drop column rtt_ms, drop column microphone, drop column speaker, drop column noise_db, drop column ladder,
  drop column ladder_reason, drop column latency_p50_ms, drop column latency_p95_ms, drop column waiting;
