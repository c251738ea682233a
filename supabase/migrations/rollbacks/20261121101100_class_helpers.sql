drop function private.local_midnight(uuid, integer);
drop function private.bookings_today(uuid, uuid, uuid);
drop function private.booking_json(uuid, uuid);
drop function private.classes_json(uuid, timestamptz, timestamptz, text, integer, uuid, uuid);
drop function private.class_occurrence_json(uuid, uuid, uuid);
drop function private.booking_is_open_to_badge(uuid, timestamptz, text, uuid);
