-- Gyms and kiosks as the platform opens them, and the name plates of customers (rules T6, T7).

create function private.new_kiosk_slug(p_gym text, p_kiosk text) returns text
language plpgsql volatile security definer set search_path = ''
as $$
declare
  base text := btrim(left(regexp_replace(private.fold(p_gym || ' ' || p_kiosk), '[^a-z0-9]+', '-', 'g'), 50), '-');
  wanted text;
begin
  base := case when length(base) < 3 then 'borne' else base end;
  wanted := base;
  while exists (select from public.kiosks k where k.slug = wanted) loop
    wanted := base || '-' || substr(md5(gen_random_uuid()::text), 1, 6);
  end loop;
  return wanted;
end $$;
comment on function private.new_kiosk_slug(text, text) is
  'The address of a new kiosk, made of the names of gym and kiosk; with six more signs where that is taken.';

create function public.create_gym(p_franchise_id uuid, p_name text, p_city text default null) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  made uuid;
begin
  perform private.require_platform_franchise(p_franchise_id);
  if char_length(btrim(p_name)) between 1 and 120 is not true then
    perform private.refuse('invalid_input', 'name');
  elsif char_length(btrim(p_city)) > 120 then
    perform private.refuse('invalid_input', 'city');
  end if;
  -- A sister's clock, language and currency are the best guess.
  insert into public.gyms (franchise_id, name, city, timezone, locale, currency)
  select p_franchise_id, btrim(p_name), nullif(btrim(p_city), ''),
    coalesce(s.timezone, 'Europe/Paris'), coalesce(s.locale, 'fr'), coalesce(s.currency, 'EUR')
  from (select 1) one
  left join lateral (
    select g.timezone, g.locale, g.currency from public.gyms g
    where g.franchise_id = p_franchise_id order by g.created_at desc, g.id limit 1
  ) s on true
  returning id into made;
  return made;
end $$;
comment on function public.create_gym(uuid, text, text) is
  'Opens a gym in a franchise, on its newest gym''s clock: the gym''s id. The plan''s limit is held by a trigger. Raises not_found, mfa_required, invalid_input (name, city), and what the trigger refuses.';

create function public.create_kiosk(p_gym_id uuid, p_name text, p_location text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  gym public.gyms := private.require_platform_gym(p_gym_id);
  made public.kiosks;
begin
  if char_length(btrim(p_name)) between 1 and 80 is not true then
    perform private.refuse('invalid_input', 'name');
  elsif char_length(btrim(p_location)) > 120 then
    perform private.refuse('invalid_input', 'location');
  end if;
  insert into public.kiosks (gym_id, slug, name, location_in_gym, language)
  values (gym.id, private.new_kiosk_slug(gym.name, btrim(p_name)), btrim(p_name), nullif(btrim(p_location), ''), gym.locale)
  returning * into made;
  return jsonb_build_object('id', made.id, 'slug', made.slug);
end $$;
comment on function public.create_kiosk(uuid, text, text) is
  'Adds a kiosk to a gym, to be paired: {id, slug}. The plan''s limit is held by a trigger. Raises not_found, mfa_required, invalid_input (name, location), and what the trigger refuses.';

create function public.save_franchise(p_franchise_id uuid, p_version timestamptz, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  saved public.franchises := private.require_platform_franchise(p_franchise_id);
begin
  if p_changes ? 'name' and char_length(btrim(p_changes ->> 'name')) between 1 and 120 is not true then
    perform private.refuse('invalid_input', 'name');
  elsif char_length(btrim(p_changes ->> 'city')) > 120 then
    perform private.refuse('invalid_input', 'city');
  elsif p_changes ? 'shares_access' and jsonb_typeof(p_changes -> 'shares_access') <> 'boolean' then
    perform private.refuse('invalid_input', 'shares_access');
  end if;
  update public.franchises f set
    name = case when p_changes ? 'name' then btrim(p_changes ->> 'name') else f.name end,
    city = case when p_changes ? 'city' then nullif(btrim(p_changes ->> 'city'), '') else f.city end,
    shares_access = case when p_changes ? 'shares_access' then (p_changes ->> 'shares_access')::boolean else f.shares_access end
  where f.id = p_franchise_id and f.updated_at = p_version
  returning * into saved;
  if not found then
    perform private.refuse('conflict');
  end if;
  return jsonb_build_object('updated_at', saved.updated_at);
end $$;
comment on function public.save_franchise(uuid, timestamptz, jsonb) is
  'Changes name, city and shares_access of a franchise as it was at p_version: {updated_at}. Raises not_found, mfa_required, conflict (somebody changed it meanwhile), invalid_input (the field).';

create function public.save_gym(p_gym_id uuid, p_version timestamptz, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  saved public.gyms := private.require_platform_gym(p_gym_id);
begin
  if p_changes ? 'name' and char_length(btrim(p_changes ->> 'name')) between 1 and 120 is not true then
    perform private.refuse('invalid_input', 'name');
  elsif char_length(btrim(p_changes ->> 'city')) > 120 then
    perform private.refuse('invalid_input', 'city');
  elsif char_length(btrim(p_changes ->> 'address')) > 300 then
    perform private.refuse('invalid_input', 'address');
  elsif char_length(btrim(p_changes ->> 'phone')) > 40 then
    perform private.refuse('invalid_input', 'phone');
  elsif p_changes ? 'timezone' and not exists (
    select from pg_catalog.pg_timezone_names z where z.name = p_changes ->> 'timezone'
  ) then
    perform private.refuse('invalid_input', 'timezone');
  elsif p_changes ? 'locale' and p_changes ->> 'locale' in ('fr', 'en', 'es') is not true then
    perform private.refuse('invalid_input', 'locale');
  elsif p_changes ? 'currency' and p_changes ->> 'currency' ~ '^[A-Z]{3}$' is not true then
    perform private.refuse('invalid_input', 'currency');
  end if;
  update public.gyms g set
    name = case when p_changes ? 'name' then btrim(p_changes ->> 'name') else g.name end,
    city = case when p_changes ? 'city' then nullif(btrim(p_changes ->> 'city'), '') else g.city end,
    address = case when p_changes ? 'address' then nullif(btrim(p_changes ->> 'address'), '') else g.address end,
    phone = case when p_changes ? 'phone' then nullif(btrim(p_changes ->> 'phone'), '') else g.phone end,
    timezone = coalesce(p_changes ->> 'timezone', g.timezone),
    locale = coalesce(p_changes ->> 'locale', g.locale),
    currency = coalesce(p_changes ->> 'currency', g.currency)
  where g.id = p_gym_id and g.updated_at = p_version
  returning * into saved;
  if not found then
    perform private.refuse('conflict');
  end if;
  return jsonb_build_object('updated_at', saved.updated_at);
end $$;
comment on function public.save_gym(uuid, timestamptz, jsonb) is
  'Changes name, city, address, phone, timezone, locale and currency of a gym as it was at p_version: {updated_at}. Raises not_found, mfa_required, conflict (somebody changed it meanwhile), invalid_input (the field).';

grant execute on function public.create_gym(uuid, text, text), public.create_kiosk(uuid, text, text),
  public.save_franchise(uuid, timestamptz, jsonb), public.save_gym(uuid, timestamptz, jsonb) to authenticated;
