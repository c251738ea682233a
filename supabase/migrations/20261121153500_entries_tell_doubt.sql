-- The entry log says when the time of a late read is uncertain (rule K4).

create or replace function private.entry_row(p_scan public.badge_scans) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  now_of uuid := (
    select b.member_id from public.member_badges b
    where b.gym_id = p_scan.gym_id and b.badge_hash = p_scan.badge_hash and b.valid_to is null and coalesce(b.expires_at > now(), true)
      and p_scan.outcome in ('unknown', 'captured', 'lost', 'replaced')
  );
begin
  return (
    select jsonb_build_object(
      'id', p_scan.id, 'scanned_at', p_scan.scanned_at, 'outcome', p_scan.outcome, 'kiosk', k.name,
      'doubt', p_scan.doubt,
      'late_s', greatest(0, extract(epoch from p_scan.received_at - p_scan.scanned_at))::integer,
      -- Of a sister gym's member the kiosk told the first name, and no more is told here.
      'member', case
        when p_scan.member_id is null then null
        when p_scan.member_gym_id <> p_scan.gym_id then jsonb_build_object('id', null, 'first_name', m.first_name, 'initial', null)
        else private.badge_owner(p_scan.member_id)
      end,
      'now_of', case when now_of is not null then private.badge_owner(now_of) end,
      'assignable', now_of is null and p_scan.outcome in ('unknown', 'captured', 'lost', 'replaced') and p_scan.badge_hash is not null
        and p_scan.badge_form is distinct from 'unreadable' and p_scan.scanned_at > now() - interval '30 days'
    )
    from public.kiosks k
    left join public.gym_members_v2 m on m.id = p_scan.member_id and m.gym_id = p_scan.member_gym_id
    where k.id = p_scan.kiosk_id
  );
end $$;
comment on function private.entry_row(public.badge_scans) is
  'A line of the entry log: {id, scanned_at, outcome, kiosk, late_s, doubt (as badge_scans.doubt), member, now_of (who has this badge by now), assignable}. No number, no hash.';
