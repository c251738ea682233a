drop function public.rotate_kiosk_token(uuid);
drop function public.command_kiosk(uuid, text, integer);
drop function public.save_kiosk(uuid, integer, jsonb);
drop function private.kiosk_to_manage(uuid);
drop trigger kiosks_count_config on public.kiosks;
create trigger kiosks_count_config before update on public.kiosks
  for each row when (
    (old.settings, old.name, old.language, old.voice_model, old.reader_profile)
      is distinct from (new.settings, new.name, new.language, new.voice_model, new.reader_profile)
  ) execute function private.count_kiosk_config();
comment on column public.kiosks.config_version is 'One more with each change of what the kiosk itself reads.';
