drop function public.publish_consent_text(uuid, text, text, jsonb, boolean);
drop function public.set_hours_exceptions(uuid, jsonb);
drop function public.save_gym_settings(uuid, jsonb, jsonb);
drop function public.get_gym_settings(uuid);
drop function private.hours_exceptions_json(uuid, date[]);
drop function private.gym_settings_json(public.gyms);
drop function private.require_settings(uuid);
drop function private.shares_conversations_of();
alter table public.gyms drop constraint gyms_texts_fit;
