-- Everything about one kiosk on one page: state, settings, commands, curves and who did what.

create function private.kiosk_curve(p_kiosk_id uuid, p_hours integer) returns jsonb
language sql stable security definer set search_path = ''
as $$
  with step as (
    select case p_hours when 24 then interval '10 minutes' when 168 then interval '1 hour' else interval '4 hours' end as length
  ),
  slots as (
    select at, step.length from step cross join lateral generate_series(
      date_bin(step.length, now() - make_interval(hours => p_hours), 'epoch') + step.length,
      -- Whole steps alone, and those that are rolled up by now.
      date_bin(step.length, now() - interval '3 minutes', 'epoch') - step.length, step.length
    ) as at
  ),
  heard as (
    select date_bin(step.length, m.minute, 'epoch') as at, count(*) as minutes, round(avg(m.noise_db)::numeric, 1) as noise_db,
      round(avg(m.latency_p50_ms)) as p50, max(m.latency_p95_ms) as p95, round(avg(m.rtt_ms)) as rtt_ms
    from private.kiosk_minutes m cross join step
    where m.kiosk_id = p_kiosk_id and m.minute >= now() - make_interval(hours => p_hours) - interval '4 hours'
    group by 1
  )
  select jsonb_agg(jsonb_build_object(
    'at', s.at, 'heard', round(100.0 * coalesce(h.minutes, 0) / (extract(epoch from s.length) / 60)),
    'noise_db', h.noise_db, 'p50_ms', h.p50, 'p95_ms', h.p95, 'rtt_ms', h.rtt_ms
  ) order by s.at)
  from slots s left join heard h on h.at = s.at
$$;
comment on function private.kiosk_curve(uuid, integer) is
  'About 150 steps of the last 24, 168 or 720 hours: {at, heard (percent of the minutes with a heartbeat), noise_db, p50_ms, p95_ms, rtt_ms}, null where nothing was measured.';

create function private.kiosk_commands_json(p_kiosk_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', c.id, 'command', c.command, 'value', c.value, 'asked_at', c.asked_at,
    'state', case
      when c.done_at is not null then 'done' when c.asked_at < now() - interval '1 day' then 'expired'
      when c.sent_at is not null then 'sent' else 'queued' end,
    'at', coalesce(c.done_at, c.sent_at), 'by', case when u.role <> 'super_admin' then u.full_name end
  ) order by c.asked_at desc), '[]')
  from (
    select * from private.kiosk_commands n where n.kiosk_id = p_kiosk_id order by n.asked_at desc limit 20
  ) c
  left join public.users u on u.id = c.asked_by
$$;
comment on function private.kiosk_commands_json(uuid) is
  'The last twenty commands to a kiosk: [{id, command, value, asked_at, state (queued, sent, done, expired), at, by}].';

create index audit_logs_kiosks_idx on public.audit_logs (entity_id, seq desc) where entity = 'kiosks';

create function private.kiosk_history(p_kiosk_id uuid, p_gym_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'at', l.at, 'action', l.action, 'changed', l.changed, 'actor', l.actor_kind,
    'by', case when u.role <> 'super_admin' then u.full_name end
  ) order by l.seq desc), '[]')
  from (
    select * from public.audit_logs a
    where a.gym_id = p_gym_id and a.entity = 'kiosks' and a.entity_id = p_kiosk_id and a.at > now() - interval '13 months'
    order by a.seq desc limit 30
  ) l
  left join public.users u on u.id = l.actor_id
$$;
comment on function private.kiosk_history(uuid, uuid) is 'Who did what to a kiosk, the last thirty: [{at, action, changed, actor, by}].';

create function public.get_kiosk(p_kiosk_id uuid, p_hours integer default 24) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  kiosk public.kiosks;
begin
  perform private.require_mfa();
  select * into kiosk from public.kiosks k
  where k.id = p_kiosk_id and k.gym_id = any ((select private.accessible_gym_ids())::uuid[]);
  if kiosk.id is null then
    perform private.refuse('not_found');
  elsif p_hours in (24, 168, 720) is not true then
    perform private.refuse('invalid_input', 'hours');
  end if;
  return (
    select private.kiosk_row(
      kiosk, private.kiosk_shown(kiosk.gym_id, kiosk.status, s.last_heartbeat_at, s.going_down_at)
    ) || jsonb_build_object(
      'timezone', (select g.timezone from public.gyms g where g.id = kiosk.gym_id),
      'language', kiosk.language, 'notes', kiosk.notes, 'settings', private.kiosk_settings(kiosk.settings),
      'config_version', kiosk.config_version, 'token_issued_at', c.token_issued_at, 'rotation_asked_at', c.rotation_asked_at,
      'code_expires_at', case when c.code_hash is not null and c.code_used_at is null and c.code_expires_at > now()
        then c.code_expires_at end,
      'commands', private.kiosk_commands_json(kiosk.id),
      'history', case when kiosk.gym_id = any (private.audit_scope_ids()) then private.kiosk_history(kiosk.id, kiosk.gym_id) end,
      'curve', private.kiosk_curve(kiosk.id, p_hours)
    )
    from (select 1) one
    left join public.kiosk_state s on s.kiosk_id = kiosk.id
    left join private.kiosk_credentials c on c.kiosk_id = kiosk.id
  );
end $$;
comment on function public.get_kiosk(uuid, integer) is
  'A row of list_kiosks with timezone, language, notes, settings, config_version, tokens'' times, commands, history (null for whoever does not read the audit) and curve of p_hours (24, 168, 720). Raises mfa_required, not_found, invalid_input (hours).';

create function public.get_kiosk_pulse(p_kiosk_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  kiosk public.kiosks;
begin
  perform private.require_mfa();
  select * into kiosk from public.kiosks k
  where k.id = p_kiosk_id and k.gym_id = any ((select private.accessible_gym_ids())::uuid[]);
  if kiosk.id is null then
    perform private.refuse('not_found');
  end if;
  return jsonb_build_object('version', md5(concat_ws('/', kiosk.config_version, kiosk.status, (
    select private.kiosk_shown(kiosk.gym_id, kiosk.status, s.last_heartbeat_at, s.going_down_at) || s.last_heartbeat_at
    from public.kiosk_state s where s.kiosk_id = kiosk.id
  ), (
    select max(greatest(c.asked_at, c.sent_at, c.done_at)) from private.kiosk_commands c where c.kiosk_id = kiosk.id
  ))));
end $$;
comment on function public.get_kiosk_pulse(uuid) is
  '{version}: another one as soon as the kiosk was heard, falls silent, is changed, or a command moves on. Raises mfa_required, not_found.';

grant execute on function public.get_kiosk(uuid, integer), public.get_kiosk_pulse(uuid) to authenticated;
