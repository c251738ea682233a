-- A badge that only a kiosk has read is known by its last four digits, which no reader would type.

create or replace function public.kiosk_simulator_badges(p_token_hash text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  zone text := (select g.timezone from public.gyms g where g.id = kiosk.gym_id);
begin
  if not exists (select from private.settings s where s.key = 'demo' and s.value = 'true') then
    return '[]';
  end if;
  return (
    with people as (
      select m.badge_id, m.first_name || ' ' || left(m.last_name, 1) || '.' as label, m.is_minor, m.last_visit, m.id,
        case when m.gym_id <> kiosk.gym_id then 'foreign'
          else coalesce(private.membership_obstacle(m, zone), m.member_kind) end as kind,
        exists (select from public.member_consents c where c.member_id = m.id) as known
      from public.gym_members_v2 m
      join public.gyms g on g.id = m.gym_id
      where m.badge_id !~ '^\d{4}$' and m.deleted_at is null
        and (m.gym_id = kiosk.gym_id or not exists (
          select from public.gyms own where own.id = kiosk.gym_id and own.franchise_id = g.franchise_id
        ))
        and exists (select from public.member_badges b where b.member_id = m.id and b.gym_id = m.gym_id and b.valid_to is null)
    ),
    groups as (
      select p.*, row_number() over (
        partition by p.kind, p.known order by p.is_minor, p.last_visit desc nulls last, p.id
      ) as place_in_group
      from people p
    ),
    -- Somebody who was never asked comes first, then somebody who is greeted at once.
    badges as (
      select g.*, row_number() over (partition by g.kind order by g.place_in_group, g.known) as place from groups g
    )
    select coalesce(jsonb_agg(
      jsonb_build_object('label', picked.label, 'badge_id', picked.badge_id, 'kind', picked.kind) order by picked.rank
    ), '[]')
    from (
      select label, badge_id, kind, case kind when 'member' then place else 10 end as rank
      from badges
      where (kind = 'member' and place <= 2) or (kind in ('expired', 'foreign') and place = 1)
    ) picked
  );
end $$;
