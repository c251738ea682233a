-- Absences of kiosks go with the minutes of their heartbeats, after 13 months (rule P8).

create function private.forget_absences() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  gone integer;
begin
  delete from public.kiosk_absences a where a.away_to < now() - interval '13 months';
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function private.forget_absences() is 'Deletes absences that ended more than 13 months ago; answers how many.';

select private.schedule_job('forget-absences', '35 3 * * *', 'select private.forget_absences()');
