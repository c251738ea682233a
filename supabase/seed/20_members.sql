-- 2,000 members who do not exist: usual first names, invented last names, telephone numbers reserved for fiction.
create table demo.names (locale text primary key, first text[], last text[], plans text[]);
insert into demo.names values
  ('fr', '{Nadia,Julien,Yasmine,Bruno,Élodie,Sophie,Antoine,Chloé,Mehdi,Laure,Hugo,Inaya,Victor,Carole,Romain,Fatou,Gilles,Alice,Karim,Thomas,Lucie,Samira,Paul,Margaux,Adrien,Noémie,Idriss,Claire,Étienne,Leïla,Quentin,Aurore,Malik,Juliette,Bastien,Océane}',
    '{Aubevent,Boisclair,Brumelin,Chantoiseau,Courtevigne,Delaroseraie,Épinerolle,Fauvelart,Grandsable,Hautecombe,Jolivent,Larivoise,Montfleury,Noirvallon,Orgeville,Pontamour,Quincelune,Rochefeuille,Sablonnet,Tournemire,Vauxclair,Bellerade,Cendremont,Valombre}',
    '{Annuel,Mensuel,Étudiant,Duo,Heures creuses}'),
  ('es', '{Lucía,Hugo,Martina,Mateo,Sofía,Leo,Paula,Daniel,Valeria,Pablo,Julia,Álvaro,Noa,Adrián,Carmen,Diego,Elena,Iker,Nerea,Marcos,Aitana,Bruno,Irene,Rubén,Claudia,Sergio}',
    '{Altozano,Bellaguas,Camposeco,Doselvas,Espinarejo,Fuentelarga,Granadal,Hontavilla,Islarrubia,Jarablanca,Lomarena,Molinoviejo,Navarrosa,Olmedal,Peñaluenga,Quintanal,Robledano,Solanilla,Torrealba,Valdeluna}',
    '{Anual,Mensual,Estudiante,Dúo,Mañanas}'),
  ('en', '{Oliver,Amelia,George,Isla,Noah,Ava,Arthur,Freya,Leo,Ivy,Oscar,Florence,Theo,Willow,Jude,Maya,Felix,Nora,Priya,Kofi,Zara,Rhys}',
    '{Ashdown,Brackenfield,Copperwell,Dunmarsh,Elderbrook,Fernhollow,Gullsworth,Hawkmere,Inglebright,Kestrelton,Larkhaven,Mossbridge,Nettlewick,Otterburn,Pebblecroft,Quillfeather,Rookwood,Saltmarsh,Thistledown,Wrenfield}',
    '{Annual,Monthly,Student,Duo,Off-peak}');

-- `story` is how somebody's habit has gone lately; `habit` are visits in an ordinary week.
create table demo.people as
select demo.id(g.key || ' member ' || n) as id, demo.id(g.key) as gym_id, g.key as gym, n,
  hashtextextended(g.key || ' member ' || n, 7) as dice, g.locale, g.timezone,
  (now() at time zone g.timezone)::date as today,
  0.35 + 3.4 * demo.chance('habit ' || g.key || n) ^ 2 as habit,
  case
    when r < 0.07 then 'gone' when r < 0.17 then 'drifting' when r < 0.26 then 'new' when r < 0.30 then 'back'
    else 'steady'
  end as story,
  (now() at time zone g.timezone)::date
    - case when r >= 0.17 and r < 0.26 then 3 + floor(demo.chance('since ' || g.key || n) * 55)::int
      else 70 + floor(demo.chance('since ' || g.key || n) ^ 1.5 * 1500)::int end as since,
  15 + floor(demo.chance('gone ' || g.key || n) * 30)::int as gone_days
from demo.gyms g
cross join lateral generate_series(1, g.members) n
cross join lateral (select demo.chance('story ' || g.key || n) as r) story;

insert into public.gym_members_v2 (
  id, gym_id, external_id, badge_id, first_name, last_name, email, phone, membership_type, membership_ends_on,
  membership_suspended, is_active, member_since, birth_date, member_kind, analysis_objection
)
select p.id, demo.id(p.gym), 'D' || lpad(p.n::text, 5, '0'),
  case when p.n % 67 <> 13 then demo.badge_number(p.gym, p.n) end,
  name.first, name.last,
  translate(lower(name.first || '.' || name.last), 'àâäçéèêëîïôöùûüñÉÁáíóú', 'aaaceeeeiioouuuneaaiou') || p.n || '@' || p.gym || '.example',
  case p.locale when 'fr' then '06 39 98 ' || lpad((p.n % 100)::text, 2, '0') || ' ' || lpad((p.n * 7 % 100)::text, 2, '0')
    when 'es' then '+34 600 00' || lpad((p.n % 10000)::text, 4, '0') else '07700 900' || lpad((p.n % 1000)::text, 3, '0') end,
  plan.name,
  case when plan.number = 2 then null
    when p.n % 53 = 7 then p.today - (p.n % 20)
    else p.today + 5 + floor(demo.chance('ends ' || p.gym || p.n) * 330)::int end,
  p.n % 97 = 11, p.n % 61 <> 17, p.since,
  (p.today - interval '16 years' - demo.chance('age ' || p.gym || p.n) ^ 1.4 * interval '49 years')::date,
  case when p.n % 131 = 5 then 'staff' when p.n % 149 = 9 then 'guest' else 'member' end,
  p.n % 83 = 3
from demo.people p
join demo.names words on words.locale = p.locale
cross join lateral (select 1 + floor(demo.chance('plan ' || p.gym || p.n) * 5)::int as number) choice
cross join lateral (select choice.number, words.plans[choice.number] as name) plan
cross join lateral (
  select demo.pick(words.first, 'first ' || p.gym || p.n) as first, demo.pick(words.last, 'last ' || p.gym || p.n) as last
) name;

insert into public.member_badges (gym_id, member_id, badge_hash, valid_from)
select m.gym_id, m.id, demo.badge_hash(m.badge_id), m.member_since
from public.gym_members_v2 m where m.badge_id is not null;

insert into public.member_preferences (member_id, gym_id, language, communication_style)
select p.id, demo.id(p.gym), demo.pick('{fr,en,es}'::text[], 'language ' || p.gym || p.n),
  demo.pick('{encouraging,direct,friendly,calm}'::text[], 'style ' || p.gym || p.n)
from demo.people p where p.n % 9 = 4;
