drop function public.record_consent(uuid, text, boolean, text, text);
drop function private.consent_text(uuid, text, text);
drop function public.set_note_deleted(uuid, boolean);
drop function public.edit_note(uuid, text, text);
drop function private.lock_note(uuid);
drop function private.may_change_note(public.member_notes);
drop function public.add_note(uuid, text, text, text);
drop function private.require_note(text, text, text);
drop function private.require_desk(uuid);
