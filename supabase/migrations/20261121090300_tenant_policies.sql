-- franchises

grant select on public.franchises to authenticated;

create policy franchises_select on public.franchises for select to authenticated
  using (id = any ((select private.accessible_franchise_ids())::uuid[]));
create policy franchises_mfa on public.franchises as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

-- gyms

grant select on public.gyms to authenticated;
grant update (
  name, city, address, phone, opening_hours, timezone, locale, currency, address_form, facilities, price_note,
  bookings_by, conversation_minutes
) on public.gyms to authenticated;

create policy gyms_select on public.gyms for select to authenticated
  using (id = any ((select private.accessible_gym_ids())::uuid[]));
create policy gyms_update on public.gyms for update to authenticated
  using (id = any ((select private.kiosk_admin_gym_ids())::uuid[]))
  with check (id = any ((select private.kiosk_admin_gym_ids())::uuid[]));
create policy gyms_mfa on public.gyms as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));

-- users

grant select on public.users to authenticated;
grant update (full_name, language) on public.users to authenticated;

create policy users_select on public.users for select to authenticated
  using (id = any ((select private.visible_user_ids())::uuid[]));
create policy users_update on public.users for update to authenticated
  using (id = any ((select private.own_user_ids())::uuid[]))
  with check (id = any ((select private.own_user_ids())::uuid[]));
create policy users_mfa on public.users as restrictive to authenticated
  using (((select auth.jwt()) ->> 'aal') = any ((select private.allowed_aals())::text[]));
