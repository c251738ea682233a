drop trigger gym_members_v2_forget_score on public.gym_members_v2;
drop function private.forget_score();
drop function public.update_member_analytics(uuid);
drop function private.refresh_member_analytics(uuid[]);
drop function private.member_figures(uuid[]);
drop function private.talk_figures(uuid[]);
drop function private.visit_figures(uuid[]);
drop function private.factor_codes(jsonb);
drop function private.day_bucket(integer);
