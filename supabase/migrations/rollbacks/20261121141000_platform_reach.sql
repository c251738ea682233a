drop function public.set_gym_maintenance(uuid, boolean, text);
drop trigger gyms_forget_maintenance on public.gyms;
drop function private.forget_maintenance();
alter table public.gyms
  drop constraint gyms_maintenance_is_told,
  drop column maintenance_message,
  drop column maintenance_since,
  drop column maintenance_by;
drop function private.like_pattern(text);
drop function private.require_platform_franchise(uuid);
drop function private.require_platform_gym(uuid);
drop function private.require_platform();
