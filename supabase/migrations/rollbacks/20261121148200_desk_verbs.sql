drop function public.desk_search(uuid, text, text[]);
drop function public.answer_booking(uuid, text);
drop function public.set_visit_left(uuid, boolean);
drop function public.undo_desk_check_in(uuid);
drop function public.desk_check_in(uuid, timestamptz, text);
drop function private.visits_around(public.gym_members_v2, timestamptz);
drop function public.desk_tick(uuid, text, boolean, uuid);
drop function private.settle_alert(uuid, text);
drop function private.desk_member(uuid);
