-- A kiosk that stays dead after its maintenance is missed again: its alert was closed when the maintenance began, and the same
-- silence would have stayed quiet for ever.

create or replace function private.kiosk_silences() returns table (
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
    cross join lateral (
      -- While it was in maintenance nobody waited for it: it has its time from the end, and a silence after that is another one.
      select greatest(coalesce(s.last_heartbeat_at, c.token_issued_at), (
        select max(o.asked_at) from private.kiosk_commands o
        where o.kiosk_id = k.id and o.command = 'maintenance' and o.value = 0
      )) as at
    ) heard
    where k.status not in ('provisioning', 'maintenance')
  )
  select s.*, bool_and(s.silence >= interval '10 minutes') over (partition by s.gym_id)
  from silences s
$$;
comment on function private.kiosk_silences() is
  'The kiosks that are paired and not in maintenance, since when nothing is heard (at least since their maintenance ended), how long that is in open hours (null while closed), and whether all of its gym''s are out.';
