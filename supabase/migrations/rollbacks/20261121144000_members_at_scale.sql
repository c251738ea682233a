drop index public.gym_members_v2_badge_id_idx;
drop index public.gym_members_v2_search_idx;
create index gym_members_v2_search_idx on public.gym_members_v2 using gin (search);
drop index public.gym_members_v2_away_idx;
drop index public.gym_members_v2_active_since_idx;
drop index public.gym_members_v2_deleted_idx;
drop index public.gym_members_v2_other_kind_idx;
drop index public.gym_members_v2_suspended_idx;
drop index public.gym_members_v2_without_badge_idx;
drop index public.gym_members_v2_by_type_idx;
drop index public.gym_members_v2_by_end_idx;
drop index public.gym_members_v2_by_visit_idx;
drop index public.gym_members_v2_by_risk_idx;
drop index public.gym_members_v2_by_name_idx;
create index gym_members_v2_gym_id_sort_name_idx on public.gym_members_v2 (gym_id, sort_name);
drop trigger member_consents_show_delete on public.member_consents;
drop trigger member_consents_show_update on public.member_consents;
drop trigger member_consents_show_insert on public.member_consents;
drop trigger member_badges_show_badge_delete on public.member_badges;
drop trigger member_badges_show_badge_update on public.member_badges;
drop trigger member_badges_show_badge_insert on public.member_badges;
drop function private.touched_members();
drop trigger member_analytics_show_risk_delete on public.member_analytics;
drop trigger member_analytics_show_risk_update on public.member_analytics;
drop trigger member_analytics_show_risk_insert on public.member_analytics;
drop function private.show_risk();
drop function private.granted_purposes(uuid, uuid);
drop trigger gym_members_v2_audit_update on public.gym_members_v2;
create trigger gym_members_v2_audit_update after update on public.gym_members_v2
  referencing old table as old_rows new table as new_rows
  for each statement execute function private.audit('id', '{last_visit,search,sort_name,updated_at}');
drop trigger gym_members_v2_touch on public.gym_members_v2;
create trigger gym_members_v2_touch before update on public.gym_members_v2
  for each row execute function private.touch_updated_at();
alter table public.gym_members_v2 drop column phone_digits, drop column consents, drop column has_badge, drop column risk_points;
drop extension btree_gin;
drop extension pg_trgm;
