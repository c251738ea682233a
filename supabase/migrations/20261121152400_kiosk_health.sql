-- Kiosks that fall silent while their gym is open (rule K3): offline after 10 minutes, an alert after 30, closed when they are back.

create function private.close_kiosk_alerts(p_kiosk_ids uuid[]) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  closed integer;
begin
  update public.manager_alerts a set status = 'resolved', resolved_at = now()
  where a.kiosk_id = any (p_kiosk_ids) and a.alert_type = 'kiosk_offline' and a.status in ('pending', 'in_progress');
  get diagnostics closed = row_count;
  return closed;
end $$;
comment on function private.close_kiosk_alerts(uuid[]) is 'Closes the open kiosk_offline alerts of these kiosks; answers how many.';

create function private.kiosk_silences() returns table (
  kiosk_id uuid, gym_id uuid, last_heartbeat_at timestamptz, silence interval, is_out boolean
)
language sql stable security definer set search_path = ''
as $$
  with silences as materialized (
    -- Whoever was heard within 10 minutes needs no opening hours.
    select k.id, k.gym_id, heard.at, case
        when s.going_down_at is null and heard.at > now() - interval '10 minutes' then interval '0'
        else private.kiosk_silence(k.gym_id, heard.at, now())
      end as silence
    from public.kiosks k
    join private.kiosk_credentials c on c.kiosk_id = k.id and c.token_hash is not null and c.revoked_at is null
    left join public.kiosk_state s on s.kiosk_id = k.id
    cross join lateral (select coalesce(s.last_heartbeat_at, c.token_issued_at) as at) heard
    where k.status not in ('provisioning', 'maintenance')
  )
  select s.*, bool_and(s.silence >= interval '10 minutes') over (partition by s.gym_id)
  from silences s
$$;
comment on function private.kiosk_silences() is
  'The kiosks that are paired and not in maintenance, how long each was silent in open hours (null while closed), and whether all of its gym''s are out.';

create function private.check_kiosks_health() returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  silent record;
  stopped integer;
  open integer := 0;
begin
  update public.kiosks k set status = 'offline'
  from private.kiosk_silences() q
  where q.kiosk_id = k.id and q.silence >= interval '10 minutes' and k.status in ('online', 'error');
  get diagnostics stopped = row_count;

  for silent in
    select q.* from private.kiosk_silences() q
    join public.gyms g on g.id = q.gym_id and g.status = 'active'
    where q.silence >= interval '30 minutes' and not private.gym_is_suspended(q.gym_id)
    order by q.gym_id, q.kiosk_id
  loop
    if private.raise_alert(
      silent.gym_id, 'kiosk_offline', case when silent.is_out then 'urgent' else 'high' end, null, silent.kiosk_id,
      jsonb_build_object(
        'code', 'kiosk_offline', 'params', '{}'::jsonb,
        -- Another silence is another cause.
        'causes', jsonb_build_array('silent since ' || coalesce(extract(epoch from silent.last_heartbeat_at)::bigint, 0))
      ),
      '[{"code": "check_kiosk", "params": {}}]'
    ) is not null then
      open := open + 1;
    end if;
  end loop;

  return jsonb_build_object('stopped', stopped, 'open', open, 'closed', private.close_kiosk_alerts(array(
    -- Back, in maintenance, taken out of service: nobody has to go and look any more.
    select a.kiosk_id from public.manager_alerts a
    where a.alert_type = 'kiosk_offline' and a.status in ('pending', 'in_progress') and not exists (
      select from private.kiosk_silences() q
      where q.kiosk_id = a.kiosk_id and coalesce(q.silence >= interval '10 minutes', true)
    )
  )));
end $$;
comment on function private.check_kiosks_health() is
  'Rule K3 for every kiosk that is paired: {stopped (now offline), open (alerts), closed}. Urgent when no kiosk of the gym is heard.';

select private.schedule_job('check-kiosks-health', '*/5 * * * *', 'select private.check_kiosks_health()');
