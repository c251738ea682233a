drop function public.accept_invitation(text, text, text);
drop function public.get_invitation();
drop function public.revoke_invitation(uuid);
drop function public.resend_invitation(uuid);
drop function private.lock_invitation(uuid);
drop function public.invite_person(text, text, public.user_role, uuid, uuid, text);
drop function private.mail_invitation(public.invitations);
drop function private.scope_name(uuid, uuid);
