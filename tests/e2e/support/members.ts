import postgres from 'postgres';
import type { RunningApp } from './app.ts';

export interface DemoMember {
  id: string;
  gym_id: string;
  first_name: string;
  badge_id: string;
}

/** Runs one query as the database's superuser: for what a journey needs to know beforehand. */
export async function ask<T>(app: RunningApp, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(app.backend.db, { max: 1, prepare: false, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Somebody of the kiosk's gym who may be analysed, was never asked for consent, and about whom no alert is open. */
export async function freshMember(app: RunningApp, kioskSlug: string): Promise<DemoMember> {
  const [member] = await ask(
    app,
    (sql) => sql<DemoMember[]>`
      select m.id, m.gym_id, m.first_name, m.badge_id
      from public.gym_members_v2 m join public.kiosks k on k.gym_id = m.gym_id
      where k.slug = ${kioskSlug} and m.badge_id is not null and m.is_active and not m.membership_suspended
        and not m.is_minor and not m.analysis_objection and m.member_kind = 'member'
        and coalesce(m.membership_ends_on, 'infinity') > current_date + 1
        and not exists (select from public.member_consents c where c.member_id = m.id)
        and not exists (select from public.member_preferences p where p.member_id = m.id)
        and not exists (select from public.manager_alerts a where a.member_id = m.id)
        and not exists (select from public.badge_scans s where s.member_id = m.id)
        and not exists (select from public.gym_members_v2 o where o.gym_id = m.gym_id and o.first_name = m.first_name
          and left(o.last_name, 1) = left(m.last_name, 1) and o.id <> m.id)
      order by m.id limit 1`,
  );
  if (!member) throw new Error(`The demo has no fresh member at ${kioskSlug}.`);
  return member;
}
