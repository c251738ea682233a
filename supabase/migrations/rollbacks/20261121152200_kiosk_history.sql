select private.unschedule_job('forget-kiosk-commands');
select private.unschedule_job('roll-up-heartbeats');
select private.unschedule_job('keep-kiosk-partitions');
drop table private.kiosk_commands;
drop function private.roll_up_heartbeats(timestamptz);
drop function private.keep_kiosk_partitions(timestamptz);
drop function private.kiosk_partition(text, timestamptz, timestamptz, text);
drop table private.kiosk_minutes, private.kiosk_heartbeats;
delete from private.settings where key = 'kiosk_minutes_until';
