-- Figures and alerts come from the same functions that run after a real conversation.
select private.refresh_member_analytics((select array_agg(id) from public.gym_members_v2));
analyze public.member_analytics;

-- Whom there is something to say about: at risk, unhappy in the last four days, or at a milestone yesterday or today.
create table demo.subjects as
select a.member_id, a.gym_id, null::uuid as session_id from public.member_analytics a where a.churn_risk_score >= 0.7
union
select t.member_id, t.gym_id, t.id from demo.talks t
join public.conversation_summaries s on s.session_id = t.id
where s.status = 'done' and s.sentiment_score <= -0.5 and t.at > now() - interval '4 days';

select count(public.generate_alerts_if_needed(member_id, session_id)) from demo.subjects;

-- Machines that members reported, one alert a conversation, and a kiosk that stopped hearing.
select count(private.raise_alert(t.gym_id, 'equipment_issue', 'medium', t.member_id, t.kiosk_id,
  jsonb_build_object('code', 'equipment_report', 'params', machine.params, 'session_id', t.id, 'reasons', jsonb_build_array(
    jsonb_build_object('code', 'equipment_report', 'params', machine.params || jsonb_build_object('text', d.turns[2])))),
  jsonb_build_array(jsonb_build_object('code', 'fix_equipment', 'params', machine.params))))
from demo.talks t
join demo.dialogues d using (locale, key)
cross join lateral (select jsonb_build_object('equipment',
  case t.gym_locale when 'fr' then 'rameur 3' when 'es' then 'remo 3' else 'rower 3' end) as params) machine
where t.key = 'rower' and t.at > now() - interval '3 days';

select private.raise_alert(k.gym_id, 'kiosk_offline', 'high', null, k.id,
  '{"code": "kiosk_offline", "params": {"minutes": 31}}', '[{"code": "check_kiosk", "params": {}}]')
from public.kiosks k where k.slug in ('lyon-part-dieu-haut', 'madrid-chamberi-piscina');

-- An alert is as old as what it tells of; risk was noticed in one of the last five nights.
update public.manager_alerts a set created_at = least(now() - interval '4 minutes', coalesce(
  (select t.at + interval '2 minutes' from demo.talks t where t.id = (a.context ->> 'session_id')::uuid),
  case a.alert_type
    when 'kiosk_offline' then now() - interval '31 minutes'
    when 'milestone' then now() - demo.chance('when ' || a.id) * interval '20 hours'
    else date_trunc('day', now()) + interval '3 hours' - floor(demo.chance('when ' || a.member_id) * 5) * interval '1 day'
  end));

-- What the teams did so far: somebody took some, some are done with a note, a few were put aside.
update public.manager_alerts a set
  status = case when r < 0.25 then 'resolved' when r < 0.33 then 'dismissed' else 'in_progress' end,
  assigned_to = team.id,
  resolved_at = case when r < 0.33 then least(now(), a.created_at + interval '3 hours') end,
  dismissed_until = case when r >= 0.25 and r < 0.33 then now() + interval '30 days' end,
  resolution_notes = case when r < 0.25 then case g.locale
    when 'fr' then 'Vue à l’accueil, elle revient la semaine prochaine.'
    when 'es' then 'Hablado en recepción, vuelve la semana que viene.'
    else 'Talked at the desk, back next week.' end end
from (select id, demo.chance('acted ' || id) as r from public.manager_alerts) act,
  public.gyms g,
  lateral (
    select u.id from public.users u where u.gym_id = g.id order by demo.chance(g.id::text || u.id) limit 1
  ) team
where act.id = a.id and g.id = a.gym_id and act.r < 0.55 and a.created_at < now() - interval '18 hours';
