create or replace function private.record_visit(
  p_gym_id uuid, p_member_id uuid, p_member_gym_id uuid, p_at timestamptz, p_source text, p_kiosk_id uuid
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  near uuid[];
  first_at timestamptz;
  last_at timestamptz;
  zone text := (select g.timezone from public.gyms g where g.id = p_gym_id);
begin
  perform pg_advisory_xact_lock(hashtextextended('visit:' || p_gym_id || p_member_id, 0));
  select array_agg(v.id order by v.started_at), least(min(v.started_at), p_at), greatest(max(v.last_seen_at), p_at)
  into near, first_at, last_at
  from public.gym_visits v
  where v.member_id = p_member_id and v.member_gym_id = p_member_gym_id and v.gym_id = p_gym_id
    and v.started_at < p_at + interval '60 minutes' and v.last_seen_at > p_at - interval '60 minutes';
  if near is null then
    insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source, kiosk_id)
    values (p_gym_id, p_member_id, p_member_gym_id, (p_at at time zone zone)::date, p_at, p_at, p_source, p_kiosk_id);
    return;
  end if;
  -- A read that comes late may close the gap between two visits: they were one.
  delete from public.gym_visits v where v.id = any (near[2:]);
  update public.gym_visits v set
    started_at = first_at, last_seen_at = last_at, local_date = (first_at at time zone zone)::date
  where v.id = near[1] and (v.started_at, v.last_seen_at) is distinct from (first_at, last_at);
end $$;

create or replace function private.people_inside(p_gym_id uuid, p_at timestamptz) returns integer
language sql stable security definer set search_path = ''
as $$
  select count(*)::integer from public.gym_visits v
  where v.gym_id = p_gym_id and v.started_at > p_at - interval '90 minutes' and v.started_at <= p_at
$$;
comment on function private.people_inside(uuid, timestamptz) is
  'Visits begun in the 90 minutes before: nobody scans on leaving, so a stay is taken to last that long.';

drop index public.class_bookings_requested_idx;
alter table public.class_bookings drop column answered_at, drop column answered_by;
alter table public.gym_visits drop column left_at;
select private.unschedule_job('forget-desk-undo');
drop table private.desk_undo;
drop table public.desk_check_ins;
drop table public.desk_ticks;
