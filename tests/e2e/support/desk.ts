import { randomInt, randomUUID } from 'node:crypto';
import { badgeForms } from '../../../lib/members/badge-forms.ts';
import { keyedHash } from '../../../lib/utils/keyed-hash.ts';
import type { RunningApp } from './app.ts';
import { ask } from './members.ts';

export interface Comer {
  id: string;
  /** As lists show it. */
  name: string;
  firstName: string;
  /** What a reader types. */
  badge: string;
}

/** A member of a gym whom no other journey knows, with a badge; since today, unless the columns say otherwise. */
export async function newComer(
  app: RunningApp,
  more: { gym?: string; ends?: string; since?: string; externalId?: string } = {},
): Promise<Comer> {
  const firstName = `Solal${randomUUID().slice(0, 6)}`;
  const badge = String(randomInt(3_000_000_000, 3_900_000_000));
  const forms = badgeForms(badge);
  if (!forms.ok) throw new Error(`${badge} is no badge.`);
  const [made] = await ask(
    app,
    (sql) => sql<{ id: string }[]>`
      with member as (
        insert into public.gym_members_v2 (gym_id, first_name, last_name, badge_id, external_id, member_since, membership_ends_on)
        select id, ${firstName}, 'Quartz', ${badge}, ${more.externalId ?? null}, coalesce(${more.since ?? null}::date, current_date),
          ${more.ends ?? null}::date
        from public.gyms where name = ${more.gym ?? 'Lyon Part-Dieu'} returning id, gym_id
      )
      insert into public.member_badges (gym_id, member_id, badge_hash)
      select gym_id, id, ${keyedHash('badge', forms.canonical[0] ?? '', app.badgeHashKey)} from member
      returning member_id as id`,
  );
  if (!made) throw new Error('There is no such gym.');
  return { id: made.id, name: `${firstName} Q.`, firstName, badge };
}

/** When somebody came, and how that is known. */
export const visitsOf = (app: RunningApp, { id }: Comer) =>
  ask(
    app,
    (sql) => sql<{ source: string; day: string; left: boolean }[]>`
      select source, to_char(started_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as day, left_at is not null as left
      from public.gym_visits where member_id = ${id} order by started_at`,
  ).then((rows) => [...rows]);
