drop function private.unschedule_job(text);
drop function private.schedule_job(text, text, text);
drop function private.touch_updated_at();
drop schema private;
-- The revoked defaults stay: closed is what a database without migrations should be. Only the execute of functions
-- that Postgres itself gives comes back.
alter default privileges in schema extensions revoke execute on functions from public;
alter default privileges grant execute on functions to public;
drop extension if exists vector;
