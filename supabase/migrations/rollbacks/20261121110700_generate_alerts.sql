drop function public.generate_alerts_if_needed(uuid, uuid);
drop function private.milestones(uuid);
drop function private.alert_of_doubt(public.conversation_summaries);
drop function private.alert_of_mood(public.conversation_summaries);
drop function private.alert_of_risk(public.member_analytics);
