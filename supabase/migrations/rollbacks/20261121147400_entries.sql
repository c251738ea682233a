drop function public.entries_pulse(uuid);
drop function public.list_entries(uuid, text, uuid, date, uuid, text, text, integer);
drop function private.entry_row(public.badge_scans);
drop function private.entry_view(text);
