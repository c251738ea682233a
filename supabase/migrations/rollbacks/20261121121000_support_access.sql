drop function public.end_support_access(uuid);
drop function public.open_support_access(uuid, uuid, text, integer, boolean);
drop function private.factor_is_fresh();
drop function private.platform_franchise_ids();
drop function private.platform_gym_ids();

drop view private.my_gyms;
create view private.my_gyms as
select
  g.id as gym_id,
  u.role,
  g.status = 'suspended' or coalesce(f.status = 'suspended', false) as suspended,
  g.owner_reads_conversations
from public.users u
-- A branch a role, so that each finds its gyms by an index.
cross join lateral (
  select own.* from public.gyms own where own.id = u.gym_id and u.role in ('gym_staff', 'gym_manager')
  union all
  select sister.* from public.gyms sister where sister.franchise_id = u.franchise_id and u.role = 'franchise_owner'
  union all
  select every.* from public.gyms every where u.role = 'super_admin'
) g
left join public.franchises f on f.id = g.franchise_id
where u.id = (select auth.uid()) and u.is_active;
comment on view private.my_gyms is 'The caller''s gyms with the role that opens them; for the helpers, granted to nobody.';

drop view private.my_support;
drop table public.support_access;
drop function private.support_scope_ids();
