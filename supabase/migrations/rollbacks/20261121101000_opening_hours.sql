drop function private.usual_inside(uuid, timestamptz);
drop function private.people_inside(uuid, timestamptz);
drop function private.opening(uuid, timestamptz);
