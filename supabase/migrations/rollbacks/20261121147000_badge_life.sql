drop table private.badge_captures;
delete from public.badge_scans where outcome in ('lost', 'captured');
alter table public.badge_scans drop column badge_form, drop column badge_tail, drop constraint badge_scans_outcome_check;
alter table public.badge_scans add constraint badge_scans_outcome_check check (outcome in (
  'welcome', 'visitor', 'unknown', 'ambiguous', 'inactive', 'expired', 'suspended', 'replaced', 'paused', 'repeat'
));
alter table public.gym_members_v2 drop column guest_day;
alter table public.member_badges
  drop column number, drop column expires_at, drop column ended_reason, drop column assigned_by, drop column ended_by;
