-- A draft becomes a customer: the customer, its first gym, the invitation of whoever runs it, and a first kiosk.

create function private.check_customer_draft(p_data jsonb) returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
  is_franchise boolean := p_data ->> 'kind' = 'franchise';
begin
  return case
    when (p_data ->> 'kind') in ('franchise', 'gym') is not true then 'kind'
    when char_length(btrim(p_data ->> 'name')) between 1 and 120 is not true then 'name'
    when char_length(btrim(p_data ->> 'city')) between 1 and 120 is not true then 'city'
    when (p_data ->> 'language') in ('fr', 'en', 'es') is not true then 'language'
    when not exists (select from private.plans p where p.plan = p_data ->> 'plan') then 'plan'
    when (p_data ->> 'trial_ends_on') !~ '^\d{4}-\d\d-\d\d$' or not pg_input_is_valid(p_data ->> 'trial_ends_on', 'date')
      then 'trial_ends_on'
    when (p_data ->> 'trial_ends_on')::date not between current_date and current_date + 366 then 'trial_ends_on'
    when char_length(btrim(p_data ->> 'owner_name')) between 1 and 120 is not true then 'owner_name'
    when private.is_address(lower(btrim(p_data ->> 'owner_email'))) is not true then 'owner_email'
    when (p_data ->> 'owner_language') in ('fr', 'en', 'es') is not true then 'owner_language'
    when is_franchise and char_length(btrim(p_data ->> 'gym_name')) between 1 and 120 is not true then 'gym_name'
    when is_franchise and char_length(btrim(p_data ->> 'gym_city')) between 1 and 120 is not true then 'gym_city'
    when (p_data ->> 'gym_language') in ('fr', 'en', 'es') is not true then 'gym_language'
    when not exists (select from pg_catalog.pg_timezone_names z where z.name = p_data ->> 'timezone') then 'timezone'
    when char_length(btrim(p_data ->> 'kiosk_name')) > 80 then 'kiosk_name'
    when char_length(btrim(p_data ->> 'kiosk_place')) > 120 then 'kiosk_place'
  end;
end $$;
comment on function private.check_customer_draft(jsonb) is 'The first answer of a draft that is missing or wrong; null when a customer can be made of it.';

create function public.create_customer(p_draft_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  draft private.customer_drafts := private.require_draft(p_draft_id);
  said jsonb := draft.data;
  wrong text;
  franchise uuid;
  gym uuid;
  kiosk uuid;
  invitation uuid;
  until date;
begin
  if draft.result is not null then
    return (draft.result ->> 'customer_id')::uuid;
  elsif draft.discarded_at is not null then
    perform private.refuse('conflict', 'status');
  end if;
  wrong := private.check_customer_draft(said);
  if wrong is not null then
    perform private.refuse('invalid_input', wrong);
  end if;
  until := (said ->> 'trial_ends_on')::date;
  if said ->> 'kind' = 'franchise' then
    insert into public.franchises (name, city, status, subscription_plan, trial_ends_on)
    values (btrim(said ->> 'name'), btrim(said ->> 'city'), case when until is null then 'active' else 'trial' end,
      said ->> 'plan', until)
    returning id into franchise;
  end if;
  insert into public.gyms (franchise_id, name, city, timezone, locale, subscription_plan, trial_ends_on)
  values (franchise,
    btrim(case when franchise is null then said ->> 'name' else said ->> 'gym_name' end),
    btrim(case when franchise is null then said ->> 'city' else said ->> 'gym_city' end),
    said ->> 'timezone', said ->> 'gym_language', said ->> 'plan', until)
  returning id into gym;
  invitation := public.invite_person(said ->> 'owner_email', said ->> 'owner_name',
    case when franchise is null then 'gym_manager' else 'franchise_owner' end::public.user_role,
    case when franchise is null then gym end, franchise, said ->> 'owner_language');
  if btrim(said ->> 'kiosk_name') <> '' then
    insert into public.kiosks (gym_id, slug, name, location_in_gym, language)
    select gym, private.new_kiosk_slug(g.name, btrim(said ->> 'kiosk_name')), btrim(said ->> 'kiosk_name'),
      nullif(btrim(said ->> 'kiosk_place'), ''), said ->> 'gym_language'
    from public.gyms g where g.id = gym
    returning id into kiosk;
  end if;
  -- Whom it was about stays in the invitation alone.
  update private.customer_drafts d set finished_at = now(), data = '{}', result = jsonb_build_object(
    'customer_id', coalesce(franchise, gym), 'gym_id', gym, 'kiosk_id', kiosk, 'invitation_id', invitation
  ) where d.id = draft.id;
  return coalesce(franchise, gym);
end $$;
comment on function public.create_customer(uuid) is
  'Makes the customer of a draft, all of it or nothing, and answers its id; the same draft again answers the same customer. Raises mfa_required, not_found, invalid_input (the answer that is missing or wrong), conflict (discarded, or somebody has the owner''s address), plan_limit, rate_limited.';
grant execute on function public.create_customer(uuid) to authenticated;
