-- A visit may outlive the person (rule P5): it then stays as a number of its day and says nothing of who came.

alter table public.gym_visits alter column member_id drop not null;
alter table public.gym_visits alter column member_gym_id drop not null;
alter table public.gym_visits add constraint gym_visits_member_is_whole
  check ((member_id is null) = (member_gym_id is null));
alter table public.gym_visits drop constraint gym_visits_member_id_member_gym_id_fkey;
alter table public.gym_visits add constraint gym_visits_member_id_member_gym_id_fkey
  foreign key (member_id, member_gym_id) references public.gym_members_v2 (id, gym_id)
  on delete set null (member_id, member_gym_id);
comment on column public.gym_visits.member_id is 'Null once the person was erased: the visit is a number then.';
