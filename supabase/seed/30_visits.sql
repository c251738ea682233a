-- A year of visits: each member comes with their own habit, along the club's week and hours, as their story goes.
create table demo.days as
select p.gym_id, p.id, p.dice, p.timezone, p.today - day.back as day, day.back, c.cumulated
from demo.people p
cross join lateral generate_series(0, least(364, p.today - p.since)) as day (back)
join demo.curve c on c.weekday = extract(isodow from p.today - day.back)
where demo.roll(p.dice, day.back) < least(0.92, p.habit / 7 * c.day_share * case p.story
  when 'gone' then case when day.back < p.gone_days then 0 else 1.3 end
  when 'drifting' then case when day.back < 28 then 0.25 when day.back < 56 then 0.6 else 1.4 end
  when 'back' then case when day.back between 3 and 40 then 0 else 1.2 end
  else 1 end);

create table demo.entrances as
select distinct on (k.gym) demo.id(k.gym) as gym_id, demo.id(k.slug) as kiosk_id from demo.kiosks k order by k.gym, k.slug;

-- Half a million checks of references that hold by construction would be most of the time of a first start.
set local session_replication_role = replica;
insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source, kiosk_id)
select v.gym_id, v.id, v.gym_id, v.day, v.at, v.at, 'kiosk', e.kiosk_id
from (
  select d.*, (d.day + make_time(6 + width_bucket(demo.roll(d.dice, 1000 + d.back), d.cumulated),
    floor(demo.roll(d.dice, 2000 + d.back) * 60)::int, 0)) at time zone d.timezone as at
  from demo.days d
) v
join demo.entrances e using (gym_id)
where v.at < now();
-- The reads behind the visits of the last days, and those that no visit came of.
insert into public.badge_scans (gym_id, kiosk_id, client_event_id, member_id, member_gym_id, badge_hash, outcome, scanned_at, received_at)
select v.gym_id, v.kiosk_id, gen_random_uuid(), v.member_id, v.member_gym_id, null, 'welcome', v.started_at, v.started_at
from public.gym_visits v where v.started_at > now() - interval '2 days'
union all
select e.gym_id, e.kiosk_id, gen_random_uuid(), null, null, encode(sha256(convert_to(e.gym_id::text || m.minutes, 'utf8')), 'hex'),
  'unknown', now() - m.minutes * interval '1 minute', now() - m.minutes * interval '1 minute'
from demo.entrances e cross join unnest('{95,410,1700}'::int[]) as m (minutes);
set local session_replication_role = origin;

update public.gym_members_v2 m set last_visit = seen.at
from (select member_id, max(last_seen_at) as at from public.gym_visits group by member_id) seen
where m.id = seen.member_id;

analyze public.gym_visits;
analyze public.badge_scans;
analyze public.gym_members_v2;
