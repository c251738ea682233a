delete from public.gym_visits where member_id is null;
alter table public.gym_visits drop constraint gym_visits_member_id_member_gym_id_fkey;
alter table public.gym_visits add constraint gym_visits_member_id_member_gym_id_fkey
  foreign key (member_id, member_gym_id) references public.gym_members_v2 (id, gym_id) on delete cascade;
alter table public.gym_visits drop constraint gym_visits_member_is_whole;
alter table public.gym_visits alter column member_gym_id set not null;
alter table public.gym_visits alter column member_id set not null;
comment on column public.gym_visits.member_id is null;
