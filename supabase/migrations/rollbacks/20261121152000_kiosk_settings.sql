drop trigger kiosks_count_config on public.kiosks;
drop function private.count_kiosk_config();

create or replace function private.kiosk_screen(p_kiosk_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'kiosk', jsonb_build_object('slug', k.slug, 'name', k.name, 'language', k.language, 'status', k.status),
    'gym', jsonb_build_object(
      'name', g.name, 'timezone', g.timezone, 'locale', g.locale, 'address_form', g.address_form,
      'status', case when private.gym_is_suspended(g.id) then 'suspended' else g.status end,
      'today', today.hours,
      'next_opening', case when not (today.hours ->> 'is_open')::boolean then private.next_opening(g.id, now()) end,
      'messages', g.kiosk_messages,
      'maintenance_message', g.maintenance_message
    ),
    'classes', private.classes_json(g.id, now(), private.local_midnight(g.id, 1), null, 6, null, null),
    'reader_paused_until', case when s.reader_paused_until > now() then s.reader_paused_until end,
    'server_time', now()
  )
  from public.kiosks k
  join public.gyms g on g.id = k.gym_id
  cross join lateral (select private.opening(g.id, now()) as hours) today
  left join public.kiosk_state s on s.kiosk_id = k.id
  where k.id = p_kiosk_id
$$;

alter table public.kiosks drop column settings, drop column config_version;
drop function private.kiosk_settings_are_valid(jsonb), private.kiosk_settings(jsonb);
