import type postgres from 'postgres';

export const size = { gyms: 1_000, perFranchise: 10, members: 1_000_000, visitsEach: 12 };

/** A made-up id that says what it is and can be computed in SQL. */
const id = (kind: number, of: string) =>
  `(lpad('${kind}', 8, '0') || '-0000-4000-8000-' || lpad((${of})::text, 12, '0'))::uuid`;

const statements = [
  // Row triggers and foreign keys would take an hour for a million rows; the rows are what they would let through.
  'set session_replication_role = replica',
  `insert into public.franchises (id, name) select ${id(1, 'n')}, 'Franchise ' || n
   from generate_series(0, ${size.gyms / size.perFranchise - 1}) n`,
  `insert into public.gyms (id, franchise_id, name)
   select ${id(2, 'n')}, ${id(1, `n / ${size.perFranchise}`)}, 'Gym ' || n from generate_series(0, ${size.gyms - 1}) n`,
  `insert into auth.users (id, email, email_confirmed_at)
   select ${id(3, 'n')}, 'person-' || n || '@example.test', now() from generate_series(0, 10999) n`,
  // Ten of the team a gym, the first of them its manager; then an owner a franchise.
  `insert into public.users (id, email, full_name, role, gym_id)
   select ${id(3, 'n')}, 'person-' || n || '@example.test', 'Person ' || n,
     case n % 10 when 0 then 'gym_manager' else 'gym_staff' end::public.user_role, ${id(2, 'n / 10')}
   from generate_series(0, 9999) n`,
  `insert into public.users (id, email, full_name, role, franchise_id)
   select ${id(3, '10000 + n')}, 'person-' || 10000 + n || '@example.test', 'Person ' || 10000 + n, 'franchise_owner', ${id(1, 'n')}
   from generate_series(0, ${size.gyms / size.perFranchise - 1}) n`,
  `insert into auth.sessions (id, user_id, aal, created_at, refreshed_at)
   select ${id(4, 'n')}, ${id(3, 'n')}, 'aal1', now(), now() at time zone 'utc' from generate_series(0, 10099) n`,
  // Members lie in the order of their arrival, not of their gym: the heap of a year's growth.
  `insert into public.gym_members_v2 (id, gym_id, first_name, last_name, membership_type, membership_ends_on, member_since, last_visit)
   select ${id(5, 'n')}, ${id(2, `(hashint4(n) & 2147483647) % ${size.gyms}`)},
     (array['Camille', 'Léa', 'Noé', 'Inès', 'Hugo', 'Jade', 'Louis', 'Emma'])[1 + n % 8], 'Member ' || n,
     (array['Monthly', 'Yearly', 'Student'])[1 + n % 3], current_date + n % 400, current_date - n % 1500,
     now() - (n::bigint * 7919 % 5184000) * interval '1 second'
   from generate_series(0, ${size.members - 1}) n`,
  `insert into public.member_analytics (member_id, gym_id, churn_risk_score, churn_risk_level, churn_factors)
   select m.id, m.gym_id, s.score, case when s.score < 0.3 then 'low' when s.score < 0.5 then 'medium'
     when s.score < 0.7 then 'high' else 'critical' end, '[{"code": "no_visit", "params": {"days": 21, "points": 30}}]'
   from public.gym_members_v2 m cross join lateral (values ((hashtext(m.id::text) & 1023) % 10 / 10.0)) s (score)`,
  `insert into public.member_badges (gym_id, member_id, badge_hash)
   select m.gym_id, m.id, repeat(md5(m.id::text), 2) from public.gym_members_v2 m`,
  `insert into public.gym_visits (gym_id, member_id, member_gym_id, local_date, started_at, last_seen_at, source)
   select m.gym_id, m.id, m.gym_id, (m.last_visit - k * interval '6 days')::date,
     m.last_visit - k * interval '6 days', m.last_visit - k * interval '6 days', 'kiosk'
   from public.gym_members_v2 m cross join generate_series(0, ${size.visitsEach - 1}) k
   where m.gym_id in (select g.id from public.gyms g where g.franchise_id = ${id(1, '0')})`,
  'reset session_replication_role',
  'vacuum analyze',
];

/**
 * Fills a migrated database with 100 franchises of 10 gyms, 1,000,000 members with badge and figures, the team of each
 * gym with living sign-ins, and 12 visits a member in the first franchise, whose rows are read.
 */
export async function loadTenants(sql: postgres.Sql): Promise<void> {
  for (const statement of statements) await sql.unsafe(statement);
}

/** Claims of a person's living sign-in at aal1; person 0 manages gym 0, person 10,000 owns franchise 0. */
export function claimsOf(person: number): string {
  const made = (kind: number) => `0000000${kind}-0000-4000-8000-${String(person).padStart(12, '0')}`;
  return JSON.stringify({ sub: made(3), session_id: made(4), role: 'authenticated', aal: 'aal1' });
}

export const firstGym = '00000002-0000-4000-8000-000000000000';
