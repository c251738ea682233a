drop policy users_mfa on public.users;
drop policy users_update on public.users;
drop policy users_select on public.users;
revoke all on public.users from authenticated;

drop policy gyms_mfa on public.gyms;
drop policy gyms_update on public.gyms;
drop policy gyms_select on public.gyms;
revoke all on public.gyms from authenticated;

drop policy franchises_mfa on public.franchises;
drop policy franchises_select on public.franchises;
revoke all on public.franchises from authenticated;
