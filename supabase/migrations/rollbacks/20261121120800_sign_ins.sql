drop function public.request_password_reset(text);
drop function public.note_security_mail(text);
drop function public.end_other_sign_ins();
drop function public.end_sign_in(uuid);
drop function public.list_sign_ins();

create or replace function private.delete_old_mails() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  deleted integer;
begin
  delete from private.outgoing_mails m where m.created_at < now() - interval '30 days';
  get diagnostics deleted = row_count;
  return deleted;
end $$;
comment on function private.delete_old_mails() is 'Deletes mails older than 30 days, whatever became of them; answers how many.';
