-- What those in charge do with a kiosk (rules K2, T6): settings, commands, a new token.

drop trigger kiosks_count_config on public.kiosks;
create trigger kiosks_count_config before update on public.kiosks
  for each row when (
    (old.settings, old.name, old.language, old.voice_model, old.reader_profile, old.location_in_gym, old.notes)
      is distinct from
    (new.settings, new.name, new.language, new.voice_model, new.reader_profile, new.location_in_gym, new.notes)
  ) execute function private.count_kiosk_config();
comment on column public.kiosks.config_version is 'One more with each change that a person made; a save names the one it saw.';

create function private.kiosk_to_manage(p_kiosk_id uuid) returns public.kiosks
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks;
begin
  perform private.require_mfa();
  select * into kiosk from public.kiosks k
  where k.id = p_kiosk_id and k.gym_id = any ((select private.accessible_gym_ids())::uuid[]) for no key update;
  if kiosk.id is null then
    perform private.refuse('not_found');
  end if;
  perform private.require_right(kiosk.gym_id, private.kiosk_admin_gym_ids());
  return kiosk;
end $$;
comment on function private.kiosk_to_manage(uuid) is
  'A kiosk that the caller may change, locked; raises mfa_required, not_found, forbidden, customer_suspended.';

create function public.save_kiosk(p_kiosk_id uuid, p_config_version integer, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_to_manage(p_kiosk_id);
  wanted jsonb := kiosk.settings || coalesce(p_changes -> 'settings', '{}');
begin
  if p_config_version is distinct from kiosk.config_version then
    perform private.refuse('conflict');
  elsif p_changes ? 'name' and char_length(btrim(p_changes ->> 'name')) between 1 and 80 is not true then
    perform private.refuse('invalid_input', 'name');
  elsif char_length(btrim(p_changes ->> 'location')) > 120 then
    perform private.refuse('invalid_input', 'location');
  elsif char_length(btrim(p_changes ->> 'notes')) > 2000 then
    perform private.refuse('invalid_input', 'notes');
  elsif p_changes ? 'language' and p_changes ->> 'language' in ('fr', 'en', 'es') is not true then
    perform private.refuse('invalid_input', 'language');
  elsif not private.kiosk_settings_are_valid(wanted) then
    perform private.refuse('invalid_input', 'settings');
  end if;
  update public.kiosks k set
    name = coalesce(btrim(p_changes ->> 'name'), k.name),
    location_in_gym = case when p_changes ? 'location' then nullif(btrim(p_changes ->> 'location'), '') else k.location_in_gym end,
    notes = case when p_changes ? 'notes' then nullif(btrim(p_changes ->> 'notes'), '') else k.notes end,
    language = coalesce(p_changes ->> 'language', k.language),
    settings = wanted
  where k.id = kiosk.id
  returning * into kiosk;
  return jsonb_build_object('version', kiosk.config_version);
end $$;
comment on function public.save_kiosk(uuid, integer, jsonb) is
  'Changes name, location, notes, language and settings (each on its own) of a kiosk as it was at p_config_version: {version}. Raises not_found, mfa_required, forbidden, customer_suspended, conflict (somebody changed it meanwhile), invalid_input (the field).';

create function public.command_kiosk(p_kiosk_id uuid, p_command text, p_value integer default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_to_manage(p_kiosk_id);
  asked private.kiosk_commands;
begin
  if p_command in ('reload', 'mute', 'volume', 'maintenance', 'reprovision') is not true then
    perform private.refuse('invalid_input', 'command');
  elsif (case p_command when 'volume' then p_value between 0 and 100 when 'mute' then p_value in (0, 1)
      when 'maintenance' then p_value in (0, 1) else p_value is null end) is not true then
    perform private.refuse('invalid_input', 'value');
  elsif not exists (
    select from private.kiosk_credentials c where c.kiosk_id = kiosk.id and c.token_hash is not null and c.revoked_at is null
  ) then
    perform private.refuse('conflict', 'kiosk');
  end if;
  -- What the kiosk was not told yet is overtaken; a state that it shows comes with the same answer as its command.
  delete from private.kiosk_commands c
  where c.kiosk_id = kiosk.id and c.command = p_command and c.done_at is null;
  update public.kiosks k set
    settings = case p_command
      when 'mute' then k.settings || jsonb_build_object('mute', p_value = 1)
      when 'volume' then k.settings || jsonb_build_object('volume', p_value)
      else k.settings
    end,
    status = case when p_command <> 'maintenance' then k.status when p_value = 1 then 'maintenance' else 'offline' end
  where k.id = kiosk.id and (p_command in ('mute', 'volume') or (p_command = 'maintenance'
    and (k.status = 'maintenance') <> (p_value = 1)));
  insert into private.kiosk_commands (kiosk_id, command, value, asked_by)
  values (kiosk.id, p_command, p_value, (select auth.uid()))
  returning * into asked;
  perform private.write_audit(kiosk.gym_id, null, 'command', 'kiosks', kiosk.id, array[p_command]);
  return jsonb_build_object('id', asked.id);
end $$;
comment on function public.command_kiosk(uuid, text, integer) is
  'Asks a kiosk to reload, mute (0, 1), volume (0 to 100), maintenance (0, 1) or reprovision with its next heartbeat: {id}. Raises not_found, mfa_required, forbidden, customer_suspended, conflict (it is not paired), invalid_input (command, value).';

create function public.rotate_kiosk_token(p_kiosk_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_to_manage(p_kiosk_id);
begin
  update private.kiosk_credentials c set rotation_asked_at = now()
  where c.kiosk_id = kiosk.id and c.token_hash is not null and c.revoked_at is null;
  if not found then
    perform private.refuse('conflict', 'kiosk');
  end if;
  perform private.write_audit(kiosk.gym_id, null, 'rotate', 'kiosks', kiosk.id, '{}');
  return jsonb_build_object('asked_at', now());
end $$;
comment on function public.rotate_kiosk_token(uuid) is
  'Has a kiosk given a new token with its next heartbeat; the old one holds until the new one is used: {asked_at}. Raises not_found, mfa_required, forbidden, customer_suspended, conflict (it is not paired).';

grant execute on function public.save_kiosk(uuid, integer, jsonb), public.command_kiosk(uuid, text, integer),
  public.rotate_kiosk_token(uuid) to authenticated;
