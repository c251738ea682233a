select private.unschedule_job('age-minors');
drop function private.member_contact(uuid);
drop function private.member_contacts(uuid[]);
drop function private.age_minors();
drop table public.member_preferences;
drop table public.gym_members_v2;
drop function private.set_is_minor();
drop function private.fold(text);
