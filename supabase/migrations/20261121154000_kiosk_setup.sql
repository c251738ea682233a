-- A no to talking is kept like a yes, so that it is asked once (rule P1): whoever only wants the door walks on from then on.

create function public.kiosk_decline_talk(
  p_token_hash text, p_scan_id uuid, p_language text, p_consent_version text, p_versions jsonb default '{}'
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
  scan public.badge_scans;
begin
  if p_language is null or p_language not in ('fr', 'en', 'es') then
    perform private.refuse('invalid_input', 'language');
  elsif coalesce(length(p_consent_version), 0) not between 1 and 40 then
    perform private.refuse('invalid_input', 'consent_version');
  elsif not private.were_published(kiosk.gym_id, p_versions) then
    perform private.refuse('invalid_input', 'versions');
  end if;
  select * into scan from public.badge_scans b where b.id = p_scan_id and b.kiosk_id = kiosk.id;
  if scan.id is null then
    perform private.refuse('not_found', 'scan_id');
  elsif scan.scanned_at < now() - interval '3 minutes' then
    perform private.refuse('conflict', 'scan_id');
  elsif scan.outcome not in ('welcome', 'visitor', 'repeat') or scan.member_id is null then
    perform private.refuse('forbidden', 'scan_id');
  end if;
  -- A visitor's choices are not kept here, and a no that holds already is not said twice.
  if scan.member_gym_id <> kiosk.gym_id
    or (private.current_consents(scan.member_id, kiosk.gym_id) ->> 'talk')::boolean is not distinct from false then
    return '{"kept": false}';
  end if;
  insert into public.member_consents (gym_id, member_id, purpose, granted, version, language, kiosk_id)
  values (kiosk.gym_id, scan.member_id, 'talk', false, coalesce(p_versions ->> 'talk', p_consent_version), p_language, kiosk.id);
  return '{"kept": true}';
end $$;
comment on function public.kiosk_decline_talk(text, uuid, text, text, jsonb) is
  'Keeps the no to talking of a scan of the last 3 minutes: {kept}. Opens no conversation. Raises invalid_input, forbidden, not_found, conflict.';
grant execute on function public.kiosk_decline_talk(text, uuid, text, text, jsonb) to service_role;

-- Where it is no demonstration the simulator is there for the kiosks of which a manager says so, and names nobody.
alter function public.kiosk_simulator_badges(text) rename to simulator_badges;
alter function public.simulator_badges(text) set schema private;
revoke execute on function private.simulator_badges(text) from public, service_role;

create function public.kiosk_simulator_badges(p_token_hash text, p_is_demo boolean) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  kiosk public.kiosks := private.kiosk_by_token(p_token_hash);
begin
  if p_is_demo and exists (select from private.settings s where s.key = 'demo' and s.value = 'true') then
    return private.simulator_badges(p_token_hash);
  elsif (private.kiosk_settings(kiosk.settings) ->> 'simulator')::boolean then
    return '[]';
  end if;
  perform private.refuse('not_found');
end $$;
comment on function public.kiosk_simulator_badges(text, boolean) is
  '[{label, badge_id, kind: member|expired|foreign}], at most four and only in a demonstration; none for a kiosk whose setting opens the simulator. Raises not_found for every other kiosk.';
grant execute on function public.kiosk_simulator_badges(text, boolean) to service_role;

create function public.launch_page(p_gym_id uuid, p_slug text default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_gym(p_gym_id, private.accessible_gym_ids());
  return jsonb_build_object(
    'kiosks', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', k.id, 'slug', k.slug, 'name', k.name, 'location', k.location_in_gym, 'paired', k.status <> 'provisioning'
      ) order by k.name, k.id), '[]')
      from public.kiosks k where k.gym_id = p_gym_id
    ),
    'chosen', (
      select jsonb_build_object(
        'id', k.id, 'slug', k.slug, 'name', k.name, 'location', k.location_in_gym, 'paired', k.status <> 'provisioning',
        'gym_id', g.id, 'gym_name', g.name
      )
      from public.kiosks k join public.gyms g on g.id = k.gym_id
      where k.slug = p_slug and k.gym_id = any ((select private.accessible_gym_ids())::uuid[])
    )
  );
end $$;
comment on function public.launch_page(uuid, text) is
  'What the page for setting up a kiosk shows: {kiosks of the gym: [{id, slug, name, location, paired}], chosen: that of the slug in any gym of the person with gym_id and gym_name, or null}. Raises mfa_required, not_found.';
grant execute on function public.launch_page(uuid, text) to authenticated;
