drop function public.redeem_recovery_code(text);
drop function public.recovery_codes_left();
drop function public.replace_recovery_codes(text[]);
drop function private.note_factor(text);
drop function private.mail_oneself(text);
drop function private.begin_attempt(text);
drop table private.auth_attempts;
drop table private.recovery_codes;
