import postgres from 'postgres';
import type { RunningApp } from './app.ts';

export interface DemoVisit {
  gymId: string;
  slug: string;
  memberId: string;
  firstName: string;
  badge: string;
}

/**
 * A kiosk of a manager's gym, and a member there whom it has not asked anything yet. Throws when the demo has none left.
 */
export async function findNewcomer(app: RunningApp, managerEmail: string): Promise<DemoVisit> {
  return withDatabase(app, async (sql) => {
    const [found] = await sql<DemoVisit[]>`
      select u.gym_id as "gymId", k.slug, m.id as "memberId", m.first_name as "firstName", m.badge_id as badge
      from public.users u
      join public.kiosks k on k.gym_id = u.gym_id
      join public.gym_members_v2 m on m.gym_id = u.gym_id
      join public.member_badges b on b.member_id = m.id and b.valid_to is null
      where u.email = ${managerEmail}
        and m.is_active and not m.membership_suspended and not m.is_minor and not m.analysis_objection
        and m.member_kind = 'member' and m.deleted_at is null
        and (m.membership_ends_on is null or m.membership_ends_on > current_date + 1)
        and not exists (select from public.member_consents c where c.member_id = m.id)
        and not exists (select from public.manager_alerts a where a.member_id = m.id)
      order by k.slug, m.id
      limit 1`;
    if (!found) throw new Error(`The demo has no newcomer at the gym of ${managerEmail}.`);
    return found;
  });
}

/** Runs statements as the database's owner, for what no client may prepare or see. */
export async function withDatabase<T>(app: RunningApp, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(app.backend.db, { max: 1, prepare: false, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
