drop function private.scan_answer(public.badge_scans);
drop function private.visit_facts(public.badge_scans);
drop function private.next_booked_class(uuid, uuid);
drop function private.current_consents(uuid, uuid);
drop function private.membership_obstacle(public.gym_members_v2, text);
drop function private.record_visit(uuid, uuid, uuid, timestamptz, text, uuid);
