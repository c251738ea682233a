import type postgres from 'postgres';

const made = (kind: number, n: string) =>
  `(lpad('${kind}', 8, '0') || '-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;

export const bigGym = '00000001-0000-4000-8000-000000000000';
export const manager = '00000003-0000-4000-8000-000000000000';
const signIn = '00000004-0000-4000-8000-000000000000';

/** The claims of the manager's living sign-in. */
export const managerClaims = JSON.stringify({
  sub: manager,
  session_id: signIn,
  role: 'authenticated',
  aal: 'aal1',
});

const first = `(array['Camille','Léa','Noé','Inès','Hugo','Jade','Louis','Emma','Aïcha','Mehdi','Rachid','Zoé','Paul','Anne','Marc','Élodie','Bruno','Nadia','Yasmine','Julien','Sophie','Karim','Chloé','Victor','Laure','Fatou','Gilles','Alice','Romain','Carole'])[1 + (hashint4(n) & 1023) % 30]`;
const last = `initcap((array['mar','ber','du','le','ro','bel','cha','gar','mo','fer','la','vi','san','per','bou','ka','ben','del','gau','hen'])[1 + (hashint4(n + 7) & 65535) % 20]
  || (array['tin','nard','pont','fevre','bert','lin','ron','nier','reau','nand','rent','dal','chez','rot','cher','mel','sid','mas','thier','ry','quet','sson','gnon','dier','tard','lot','vin','neau','mier','zet'])[1 + (hashint4(n + 13) & 65535) % 30]
  || (array['','e','et','on','eau','ot','in','ard','el','ier'])[1 + (hashint4(n + 29) & 65535) % 10])`;

/**
 * Fills a migrated database with one gym of `members` members and a hundred smaller ones with as many between them, badges,
 * scores, a visit and consents; the members lie in the order of their arrival. One member is called Belkacem.
 */
export async function loadMembers(sql: postgres.Sql, members: number): Promise<void> {
  const statements = [
    // Row triggers and foreign keys would take minutes; the rows are what they would let through.
    'set session_replication_role = replica',
    `insert into public.gyms (id, name, subscription_plan) select ${made(1, 'n')}, 'Gym ' || n, 'enterprise' from generate_series(0, 100) n`,
    `insert into auth.users (id, email, email_confirmed_at) values ('${manager}', 'manager@example.test', now())`,
    `insert into public.users (id, email, full_name, role, gym_id) values ('${manager}', 'manager@example.test', 'Manager', 'gym_manager', '${bigGym}')`,
    `insert into auth.sessions (id, user_id, aal, created_at, refreshed_at) values ('${signIn}', '${manager}', 'aal1', now(), now() at time zone 'utc')`,
    `insert into public.gym_members_v2 (id, gym_id, first_name, last_name, badge_id, phone, membership_type, membership_ends_on,
       member_since, last_visit, created_at, is_active, membership_suspended, member_kind, risk_points, has_badge, deleted_at)
     select ${made(5, 'n')}, case n % 2 when 0 then '${bigGym}' else ${made(1, '1 + n / 2 % 100')} end, ${first},
       case n when 4242 then 'Belkacem' else ${last} end,
       'B' || n, '+33 6 ' || lpad((hashint4(n) & 99999999)::text, 8, '0'),
       (array['Mensuel','Annuel','Annuel étudiant','Découverte','Famille','Entreprise'])[1 + (hashint4(n + 3) & 1023) % 6],
       case (n / 2) % 3 when 0 then null else current_date - 60 + (hashint4(n + 5) & 65535) % 500 end,
       current_date - (hashint4(n + 11) & 65535) % 1500,
       case (n / 2) % 20 when 0 then null else now() - (hashint4(n + 17) & 2097151) % 5184000 * interval '1 second' end,
       now() - interval '1 year', (n / 2) % 9 <> 0, (n / 2) % 97 = 0,
       case (n / 2) % 200 when 0 then 'staff' when 1 then 'guest' else 'member' end,
       case when (n / 2) % 15 = 0 then null else (hashint4(n + 23) & 1023) % 10 * 10 end, (n / 2) % 12 <> 0,
       case when (n / 2) % 50 = 49 then now() end
     from generate_series(0, ${members * 2 - 1}) n`,
    `insert into public.member_analytics (member_id, gym_id, churn_risk_score, churn_risk_level, churn_factors)
     select m.id, m.gym_id, m.risk_points / 100.0, case when m.risk_points < 30 then 'low' when m.risk_points < 50 then 'medium'
       when m.risk_points < 70 then 'high' else 'critical' end, '[{"code": "no_visit", "params": {"days": 21, "points": 30}}]'
     from public.gym_members_v2 m where m.risk_points is not null`,
    `insert into public.member_badges (gym_id, member_id, badge_hash)
     select m.gym_id, m.id, repeat(md5(m.id::text), 2) from public.gym_members_v2 m where m.has_badge`,
    `insert into public.member_consents (gym_id, member_id, purpose, granted, version, language)
     select m.gym_id, m.id, 'analyse', hashtext(m.id::text) % 3 <> 0, '1', 'fr' from public.gym_members_v2 m
     where hashtext(m.id::text) % 2 = 0`,
    `update public.gym_members_v2 m set consents = private.granted_purposes(m.id, m.gym_id) where hashtext(m.id::text) % 2 = 0`,
    `insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source)
     select m.gym_id, m.id, m.gym_id, m.last_visit::date, m.last_visit, m.last_visit, 'import'
     from public.gym_members_v2 m where m.last_visit is not null`,
    'reset session_replication_role',
    'vacuum analyze',
  ];
  for (const statement of statements) await sql.unsafe(statement);
}
