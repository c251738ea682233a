import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { ask } from './members.ts';

export interface KeptRead {
  client_event_id: string;
  member_id: string | null;
  outcome: string;
  doubt: string | null;
  /** Seconds ago, by the server's clock. */
  age: number;
  /** The same by the device's; null for a read that came at once. */
  device_age: number | null;
}

/** What the database has of a kiosk's reads since a moment, oldest first. */
export const readsAt = (app: RunningApp, slug: string, since: Date) =>
  ask(
    app,
    (sql) => sql<KeptRead[]>`
      select s.client_event_id, s.member_id, s.outcome, s.doubt, extract(epoch from now() - s.scanned_at)::int as age,
        extract(epoch from now() - s.device_at)::int as device_age
      from public.badge_scans s join public.kiosks k on k.id = s.kiosk_id
      where k.slug = ${slug} and s.received_at >= ${since} order by s.scanned_at`,
  );

/** Badges of members at the kiosk's gym who may come in, and whom it has not read yet. */
export async function badgesAt(app: RunningApp, slug: string, count: number): Promise<string[]> {
  const rows = await ask(
    app,
    (sql) => sql<{ badge_id: string }[]>`
      select m.badge_id from public.gym_members_v2 m join public.kiosks k on k.gym_id = m.gym_id
      where k.slug = ${slug} and m.badge_id is not null and m.is_active and not m.membership_suspended
        and m.deleted_at is null and coalesce(m.membership_ends_on, 'infinity') > current_date + 1
        and not exists (select from public.badge_scans s where s.member_id = m.id)
      order by m.id desc limit ${count}`,
  );
  expect(rows).toHaveLength(count);
  return rows.map(({ badge_id }) => badge_id);
}

/** Waits until the worker has the page and its files, and until the queue knows its gym. */
export async function readyForTheWorst(page: Page) {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const kept = await Promise.all(
          names.map(async (name) => (await (await caches.open(name)).keys()).length),
        );
        const isPage = (await (await caches.open('kiosk-pages')).keys()).length > 0;
        return isPage && navigator.serviceWorker.controller !== null && Math.max(...kept) > 10;
      }),
    )
    .toBe(true);
}
