select private.unschedule_job('check-kiosks-health');
drop function private.check_kiosks_health();
drop function private.kiosk_silences();
drop function private.close_kiosk_alerts(uuid[]);
