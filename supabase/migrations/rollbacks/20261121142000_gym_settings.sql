delete from public.member_consents where purpose = 'health';
alter table public.member_consents drop constraint member_consents_purpose_check;
alter table public.member_consents add constraint member_consents_purpose_check
  check (purpose in ('talk', 'analyse', 'remember'));
comment on column public.member_consents.purpose is null;
drop table public.consent_texts;
drop table public.gym_hours_exceptions;
drop trigger gyms_check_settings on public.gyms;
drop function private.check_gym_settings();
alter table public.gyms drop column country, drop column region, drop column kiosk_messages, drop column retention,
  drop column thresholds;
drop function private.kiosk_messages_fit(jsonb);
drop function private.thresholds_fit(jsonb);
drop function private.retention_fits(jsonb);
drop function private.int_between(jsonb, integer, integer);
