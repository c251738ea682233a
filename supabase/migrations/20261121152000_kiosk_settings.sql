-- What a gym may set on each kiosk, and the number that tells a kiosk that it changed (rule K2).

create function private.kiosk_settings(p_settings jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  select '{"simulator": false, "voice": true, "push_to_talk": false, "mute": false, "volume": 80, "minutes": 5}'::jsonb
    || coalesce(p_settings, '{}')
$$;
comment on function private.kiosk_settings(jsonb) is
  'The settings of a kiosk with the defaults of those that nobody has set: {simulator, voice, push_to_talk, mute, volume (0 to 100), minutes (of a conversation, 1 to 15)}.';

create function private.kiosk_settings_are_valid(p_settings jsonb) returns boolean
language sql immutable set search_path = ''
as $$
  select jsonb_typeof(p_settings) = 'object' and not exists (
    select from jsonb_each(p_settings) as s (name, value)
    where case
      when s.name in ('simulator', 'voice', 'push_to_talk', 'mute') then jsonb_typeof(s.value) = 'boolean'
      when s.name = 'volume' then s.value::text ~ '^[0-9]{1,3}$' and s.value::text::integer <= 100
      when s.name = 'minutes' then s.value::text ~ '^[0-9]{1,2}$' and s.value::text::integer between 1 and 15
      else false
    end is not true
  )
$$;

alter table public.kiosks
  add column settings jsonb not null default '{}'::jsonb check (private.kiosk_settings_are_valid(settings)),
  add column config_version integer not null default 1 check (config_version > 0);
comment on column public.kiosks.settings is 'Only what somebody has set; private.kiosk_settings() adds the rest.';
comment on column public.kiosks.config_version is 'One more with each change of what the kiosk itself reads.';

create function private.count_kiosk_config() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.config_version := old.config_version + 1;
  return new;
end $$;
create trigger kiosks_count_config before update on public.kiosks
  for each row when (
    (old.settings, old.name, old.language, old.voice_model, old.reader_profile)
      is distinct from (new.settings, new.name, new.language, new.voice_model, new.reader_profile)
  ) execute function private.count_kiosk_config();

create or replace function private.kiosk_screen(p_kiosk_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'kiosk', jsonb_build_object(
      'slug', k.slug, 'name', k.name, 'language', k.language, 'status', k.status,
      'settings', private.kiosk_settings(k.settings), 'config_version', k.config_version
    ),
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
