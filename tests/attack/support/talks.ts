import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { hashBadge } from '../../support/badges.ts';
import { sql } from '../../support/clients.ts';
import { ask } from './http.ts';
import { inOrder } from './pool.ts';
import type { Tenant } from './world.ts';

const consents = { talk: true, analyse: true, remember: true };

/** Members of the tenant with badges, made in one go; answers the badges' numbers. */
export async function makeBadges(tenant: Tenant, count: number): Promise<string[]> {
  const badges = Array.from({ length: count }, () => `17${randomUUID().slice(0, 6)}`);
  const db = sql();
  const hashes = badges.map((badge) => hashBadge(badge, inject('app').badgeHashKey));
  const ids = badges.map(() => randomUUID());
  await db`insert into public.gym_members_v2 ${db(
    ids.map((id) => ({
      id,
      gym_id: tenant.gymId,
      first_name: tenant.mark,
      last_name: 'Martin',
      external_id: id,
    })),
  )}`;
  await db`insert into public.member_badges ${db(
    ids.map((id, at) => ({ gym_id: tenant.gymId, member_id: id, badge_hash: hashes[at]! })),
  )}`;
  return badges;
}

/** Lets each kiosk see a badge of its own and, when asked, begin a conversation; answers the ids that came of it. */
export async function startTalks<K extends { cookie: string }>(tenant: Tenant, kiosks: K[], begin: boolean) {
  const badges = await makeBadges(tenant, kiosks.length);
  return inOrder(kiosks, 8, async ({ cookie }, at) => {
    const badge = badges[at]!;
    const scan = await ask({
      path: '/api/kiosk/scan',
      cookie,
      body: { event_id: randomUUID(), read: badge, age_ms: 0 },
    });
    if (scan.status !== 200) throw new Error(`The badge was not read: ${scan.text}`);
    const { scan_id } = JSON.parse(scan.text) as { scan_id: string };
    if (begin) {
      const started = await ask({
        path: '/api/kiosk/conversation',
        cookie,
        body: { scan_id, language: 'fr', consents },
      });
      if (started.status !== 201) throw new Error(`The conversation did not start: ${started.text}`);
    }
    return { cookie, scan_id: [scan_id], read: [badge] };
  });
}
