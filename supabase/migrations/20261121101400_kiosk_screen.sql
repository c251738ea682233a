-- What a kiosk shows when nobody stands before it, and its sign of life (rule K2).

create function private.kiosk_screen(p_kiosk_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'kiosk', jsonb_build_object('slug', k.slug, 'name', k.name, 'language', k.language, 'status', k.status),
    'gym', jsonb_build_object(
      'name', g.name, 'timezone', g.timezone, 'locale', g.locale, 'address_form', g.address_form,
      'status', case when private.gym_is_suspended(g.id) then 'suspended' else g.status end,
      'today', private.opening(g.id, now())
    ),
    'classes', private.classes_json(g.id, now(), private.local_midnight(g.id, 1), null, 6, null, null),
    'reader_paused_until', case when s.reader_paused_until > now() then s.reader_paused_until end,
    'server_time', now()
  )
  from public.kiosks k
  join public.gyms g on g.id = k.gym_id
  left join public.kiosk_state s on s.kiosk_id = k.id
  where k.id = p_kiosk_id
$$;
comment on function private.kiosk_screen(uuid) is 'Screen {kiosk, gym, classes (rest of today, at most 6), reader_paused_until, server_time}.';

create function public.kiosk_heartbeat(p_token_hash text, p_report jsonb default '{}') returns jsonb
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

grant execute on function public.kiosk_heartbeat(text, jsonb) to service_role;
