-- A year of visits: each member comes with their own habit, along the club's week and hours, as their story goes.
insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source, kiosk_id)
select demo.id(v.gym), v.id, demo.id(v.gym), v.day, v.at, v.at, 'kiosk', kiosk.id
from (
  select p.gym, p.id, day.day,
    (day.day + make_time(6 + width_bucket(demo.chance(p.id::text || day.day || 'h'), c.cumulated),
      floor(demo.chance(p.id::text || day.day || 'm') * 60)::int, 0)) at time zone p.timezone as at
  from demo.people p
  cross join lateral (
    select p.today - back as day, back from generate_series(0, least(364, p.today - p.since)) back
  ) day
  join demo.curve c on c.weekday = extract(isodow from day.day)
  where demo.chance(p.id::text || day.day) < least(0.92, p.habit / 7 * c.day_share * case p.story
    when 'gone' then case when day.back < p.gone_days then 0 else 1.3 end
    when 'drifting' then case when day.back < 28 then 0.25 when day.back < 56 then 0.6 else 1.4 end
    when 'back' then case when day.back between 3 and 40 then 0 else 1.2 end
    else 1 end)
) v
join lateral (
  select demo.id(k.slug) as id from demo.kiosks k where k.gym = v.gym order by k.slug limit 1
) kiosk on true
where v.at < now();

analyze public.gym_visits;
analyze public.gym_members_v2;
