-- Two franchises with five gyms, and one gym on its own.
insert into public.franchises (id, name, city, status, subscription_plan, trial_ends_on, shares_access) values
  (demo.id('atelier'), 'Atelier Forme', 'Lyon', 'active', 'pro', null, true),
  (demo.id('norte'), 'Norte Fitness', 'Madrid', 'trial', 'starter', current_date + 21, false);

create table demo.gyms (
  key text primary key, franchise text, name text, city text, address text, phone text, locale text, timezone text,
  currency text, address_form text, members int, facilities text[], price_note text, owner_reads boolean
);
insert into demo.gyms values
  ('lyon', 'atelier', 'Lyon Part-Dieu', 'Lyon', '14 rue des Exemples', '04 65 71 00 10', 'fr', 'Europe/Paris', 'EUR', 'tu', 520,
    '{showers,lockers,sauna,parking,yoga_studio,wifi}', 'Les formules sont présentées à l’accueil.', true),
  ('vaise', 'atelier', 'Lyon Vaise', 'Lyon', '3 quai des Modèles', '04 65 71 00 20', 'fr', 'Europe/Paris', 'EUR', 'tu', 330,
    '{showers,lockers,crossfit,wifi}', null, true),
  ('villeurbanne', 'atelier', 'Villeurbanne', 'Villeurbanne', '27 cours de l’Essai', '04 65 71 00 30', 'fr', 'Europe/Paris', 'EUR', 'vous', 260,
    '{showers,lockers,pool,sauna,childcare}', null, true),
  ('madrid', 'norte', 'Madrid Chamberí', 'Madrid', 'Calle del Ejemplo 8', '+34 600 000 010', 'es', 'Europe/Madrid', 'EUR', 'tu', 380,
    '{showers,lockers,pool,parking,vending,wifi}', 'Las tarifas se explican en recepción.', false),
  ('barcelona', 'norte', 'Barcelona Gràcia', 'Barcelona', 'Carrer de la Mostra 21', '+34 600 000 020', 'es', 'Europe/Madrid', 'EUR', 'vous', 290,
    '{showers,lockers,yoga_studio,wifi}', null, false),
  ('bristol', null, 'Harbour Gym', 'Bristol', '5 Sample Wharf', '0117 496 0010', 'en', 'Europe/London', 'GBP', 'tu', 220,
    '{showers,lockers,sauna,crossfit,vending,wifi}', 'Ask the desk for the current plans.', false);

insert into public.gyms (
  id, franchise_id, name, city, address, phone, locale, timezone, currency, address_form, facilities, price_note,
  owner_reads_conversations, bookings_by, opening_hours
)
select demo.id(key), case when franchise is not null then demo.id(franchise) end, name, city, address, phone, locale,
  timezone, currency, address_form, facilities, price_note, owner_reads,
  case when key = 'barcelona' then 'staff' else 'jarvis' end,
  (select jsonb_agg(jsonb_build_object('weekday', day,
    'open', case when day <= 5 then '06:00' when day = 6 then '07:00' else '08:00' end,
    'close', case when day <= 5 then '23:00' else '20:00' end)) from generate_series(1, 7) day)
from demo.gyms;

insert into public.users (id, email, full_name, role, franchise_id, gym_id, language)
select u.id, u.email, person.full_name, person.role::public.user_role,
  case when person.franchise is not null then demo.id(person.franchise) end,
  case when person.gym is not null then demo.id(person.gym) end, person.language
from (values
  ('root@jarvis.example', 'Alix Demonteil', 'super_admin', null, null, 'fr'),
  ('owner@atelier-forme.example', 'Solène Valdemar', 'franchise_owner', 'atelier', null, 'fr'),
  ('camille@atelier-forme.example', 'Camille Roussel', 'gym_manager', null, 'lyon', 'fr'),
  ('ines@atelier-forme.example', 'Inès Delorme', 'gym_staff', null, 'lyon', 'fr'),
  ('marc@atelier-forme.example', 'Marc Fontclaire', 'gym_manager', null, 'vaise', 'fr'),
  ('lea@atelier-forme.example', 'Léa Brisevent', 'gym_manager', null, 'villeurbanne', 'fr'),
  ('owner@norte-fitness.example', 'Álvaro Montealto', 'franchise_owner', 'norte', null, 'es'),
  ('lucia@norte-fitness.example', 'Lucía Riofrío', 'gym_manager', null, 'madrid', 'es'),
  ('marta@norte-fitness.example', 'Marta Valclara', 'gym_manager', null, 'barcelona', 'es'),
  ('pau@norte-fitness.example', 'Pau Serraverde', 'gym_staff', null, 'madrid', 'es'),
  ('jo@harbour-gym.example', 'Jo Fairwater', 'gym_manager', null, 'bristol', 'en'),
  ('sam@harbour-gym.example', 'Sam Brightmoor', 'gym_staff', null, 'bristol', 'en')
) as person (email, full_name, role, franchise, gym, language)
join auth.users u on u.email = person.email;

-- A kiosk in each state. `seen` is the age of its last sign of life at the moment of the seed.
create table demo.kiosks (gym text, slug text, name text, place text, status text, seen interval);
insert into demo.kiosks values
  ('lyon', 'lyon-part-dieu-entree', 'Entrée', 'Entrée principale', 'provisioning', null),
  ('lyon', 'lyon-part-dieu-accueil', 'Accueil', 'Comptoir', 'online', '4 seconds'),
  ('lyon', 'lyon-part-dieu-haut', 'Salle du haut', 'Premier étage', 'error', '31 minutes'),
  ('lyon', 'lyon-part-dieu-vestiaires', 'Vestiaires', 'Couloir des vestiaires', 'online', '70 seconds'),
  ('vaise', 'lyon-vaise-entree', 'Entrée', 'Entrée principale', 'online', '9 seconds'),
  ('villeurbanne', 'villeurbanne-entree', 'Entrée', 'Entrée principale', 'maintenance', '2 hours'),
  ('madrid', 'madrid-chamberi-entrada', 'Entrada', 'Puerta principal', 'online', '12 seconds'),
  ('madrid', 'madrid-chamberi-piscina', 'Piscina', 'Acceso a la piscina', 'offline', '3 hours'),
  ('barcelona', 'barcelona-gracia-entrada', 'Entrada', 'Puerta principal', 'online', '6 seconds'),
  ('bristol', 'harbour-gym-door', 'Door', 'Main entrance', 'online', '8 seconds');

insert into public.kiosks (id, gym_id, slug, name, location_in_gym, status, language, software_version)
select demo.id(k.slug), demo.id(k.gym), k.slug, k.name, k.place, k.status, g.locale, case when k.seen is not null then '0.1.0' end
from demo.kiosks k join demo.gyms g on g.key = k.gym;

-- The one upstairs hears nothing, the one at the changing rooms stands in a loud corridor.
insert into public.kiosk_state (
  kiosk_id, gym_id, last_heartbeat_at, uptime_s, network, rtt_ms, microphone, speaker, noise_db, ladder, ladder_reason,
  latency_p50_ms, latency_p95_ms, waiting
)
select demo.id(slug), demo.id(gym), now() - seen, 40000, 'wifi', 38,
  case slug when 'lyon-part-dieu-haut' then 'silent' else 'ok' end, 'ok',
  case slug when 'lyon-part-dieu-haut' then null when 'lyon-part-dieu-vestiaires' then -22 else -46 + length(slug) % 9 end,
  case slug when 'lyon-part-dieu-haut' then 'text' when 'lyon-part-dieu-vestiaires' then 'push_to_talk' else 'voice' end,
  case slug when 'lyon-part-dieu-haut' then 'no_microphone' when 'lyon-part-dieu-vestiaires' then 'noise' end,
  case when slug <> 'lyon-part-dieu-haut' then 600 + length(slug) * 5 end,
  case slug when 'lyon-part-dieu-haut' then null when 'lyon-part-dieu-vestiaires' then 1730 else 1040 + length(slug) * 5 end, 0
from demo.kiosks where seen is not null;

-- A day of minutes: louder and slower when the gym is full.
insert into private.kiosk_minutes (kiosk_id, minute, beats, noise_db, latency_p50_ms, latency_p95_ms, rtt_ms, waiting, ladder)
select s.kiosk_id, at, 2, round((s.noise_db + 6 * sin(n / 120.0) + n % 7 / 2.0)::numeric, 1),
  round(s.latency_p50_ms + 60 * sin(n / 90.0) + n % 11 * 4), round(s.latency_p95_ms + 180 * sin(n / 90.0) + n % 13 * 12), 30 + n % 17, 0, s.ladder
from public.kiosk_state s
cross join generate_series(1, 1440) as n
cross join lateral (select date_trunc('minute', s.last_heartbeat_at) - make_interval(mins => n) as at) minutes;

-- Devices of the demo that nobody has at home keep their signs of life, so that the fleet shows each state.
select cron.schedule('demo-heartbeats', '30 seconds', format(
  'update public.kiosk_state s set last_heartbeat_at = now() - case when k.slug = %L then interval ''60 seconds'' else interval ''5 seconds'' end
   from public.kiosks k where k.id = s.kiosk_id and k.status = ''online'' and k.slug = any (%L::text[])',
  'lyon-part-dieu-vestiaires', (select array_agg(slug) from demo.kiosks where status = 'online')));
