import type { Page } from '@playwright/test';
import { answerConsent, holdBadge, kioskWords, pairKiosk, say } from './support/at-the-kiosk.ts';
import { expect, test } from './support/fixtures.ts';
import { issuePairingCode } from './support/kiosk.ts';
import { ask, freshMember } from './support/members.ts';
import { badgesAt, readsAt, readyForTheWorst } from './support/queue.ts';

const slug = 'lyon-part-dieu-accueil';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const away = 'L’accueil par badge fonctionne';

test.use({ viewport: { width: 1080, height: 1920 } });
test.beforeEach(({ complaints }) => complaints.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/));

const conversationOf = (memberId: string) => (sql: import('postgres').Sql) =>
  sql`
  select s.state, s.end_reason, s.last_seq, (
    select coalesce(array_agg(e.text order by e.seq), '{}') from public.conversation_events e
    where e.session_id = s.id and e.source = 'member'
  ) as said
  from public.openai_realtime_sessions s where s.member_id = ${memberId}`;

test('a kiosk starts without a network, knows its gym, and notes who comes', async ({
  app,
  page,
  context,
}) => {
  const since = new Date();
  const [badge] = await badgesAt(app, slug, 1);
  await pairKiosk(app, page, slug, 'fr');
  await readyForTheWorst(page);
  await context.setOffline(true);
  await page.reload();
  await expect(heading(page)).toHaveText(away);
  await expect(page.getByText('Les passages sont notés')).toBeVisible();
  await expect(page.getByText('JARVIS Lyon Part-Dieu').or(page.getByText('Lyon Part-Dieu'))).toBeVisible();
  await holdBadge(page, badge ?? '');
  await expect(heading(page)).toHaveText('C’est noté');
  await expect(heading(page)).toHaveText(away, { timeout: 15_000 });
  expect(await readsAt(app, slug, since)).toEqual([]);
  await context.setOffline(false);
  await expect(page.getByText(kioskWords.fr.attract)).toBeVisible();
  await expect.poll(() => readsAt(app, slug, since)).toMatchObject([{ outcome: 'welcome', doubt: null }]);
  await page.reload();
  await expect(page.getByText(kioskWords.fr.attract)).toBeVisible();
  expect(await readsAt(app, slug, since)).toHaveLength(1);
});

test('five minutes without a network and 200 reads: each arrives once, at its time', async ({
  app,
  page,
  context,
}) => {
  const since = new Date();
  const badges = await badgesAt(app, slug, 20);
  // Five minutes that pass in seconds: when they are over, this clock is as right as the server's.
  await page.clock.install({ time: Date.now() - 300_000 });
  await pairKiosk(app, page, slug, 'fr');
  await context.setOffline(true);
  await expect(heading(page)).toHaveText(away);
  for (let round = 0; round < 50; round++) {
    await holdBadge(page, ...[0, 1, 2, 3].map((place) => badges[(round * 4 + place) % badges.length] ?? ''));
    await page.clock.runFor(6_000);
  }
  // From here on the kiosk's clock goes like the server's: one that ran ahead would make the later reads older.
  await page.clock.resume();
  await context.setOffline(false);
  await expect.poll(async () => (await readsAt(app, slug, since)).length, { timeout: 30_000 }).toBe(200);
  const reads = await readsAt(app, slug, since);
  expect(new Set(reads.map((read) => read.member_id)).size).toBe(20);
  expect(new Set(reads.map((read) => read.doubt))).toEqual(new Set([null]));
  expect((reads[0]?.age ?? 0) - (reads.at(-1)?.age ?? 0)).toBeGreaterThan(280);
  const told = () =>
    ask(
      app,
      (sql) => sql`
      select count(*)::int as absences, max(extract(epoch from a.away_to - a.away_from))::int >= 290 as is_whole,
        (select count(*)::int from public.gym_visits v where v.kiosk_id = a.kiosk_id and v.created_at >= ${since}) as visits
      from public.kiosk_absences a join public.kiosks k on k.id = a.kiosk_id
      where k.slug = ${slug} and a.received_at >= ${since} group by a.kiosk_id`,
    );
  // The absence is a message of its own, after the reads or before them.
  await expect.poll(told, { timeout: 30_000 }).toEqual([{ absences: 1, is_whole: true, visits: 20 }]);
});

test('a sentence that meets no network waits, is sent once, and the conversation goes on', async ({
  app,
  page,
  context,
}) => {
  const member = await freshMember(app, slug);
  await pairKiosk(app, page, slug, 'fr');
  await holdBadge(page, member.badge_id);
  await answerConsent(page, 'fr', [true, true, false]);
  await say(page, 'quels cours ce soir ?');
  await context.setOffline(true);
  await page.getByRole('textbox').fill('la douche est froide');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Pas de réseau. Ta phrase part dès qu’il revient.')).toBeVisible();
  const answered = page.waitForResponse((response) => response.url().endsWith('/conversation/messages'));
  await context.setOffline(false);
  expect((await answered).status()).toBe(200);
  await expect(page.getByText('Pas de réseau.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect
    .poll(() => ask(app, conversationOf(member.id)))
    .toEqual([
      {
        state: 'closed',
        end_reason: 'stop',
        last_seq: 2,
        said: ['quels cours ce soir ?', 'la douche est froide'],
      },
    ]);
});

test('a tab that crashes in a conversation loses neither words nor reads, and says so at its next start', async ({
  app,
  page,
  context,
}) => {
  const since = new Date();
  const member = await freshMember(app, slug);
  await pairKiosk(app, page, slug, 'fr');
  await readyForTheWorst(page);
  await holdBadge(page, member.badge_id);
  await answerConsent(page, 'fr', [true, true, false]);
  await say(page, 'quels cours ce soir ?');
  await context.setOffline(true);
  await page.getByRole('textbox').fill('la douche est froide');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Pas de réseau.')).toBeVisible();
  const crashed = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await page.close();
  const next = await context.newPage();
  await next.goto(`/kiosk/${slug}`);
  await expect(heading(next)).toHaveText(away);
  await context.setOffline(false);
  await expect
    .poll(() => ask(app, conversationOf(member.id)))
    .toEqual([
      {
        state: 'closed',
        end_reason: 'tab_lost',
        last_seq: 2,
        said: ['quels cours ce soir ?', 'la douche est froide'],
      },
    ]);
  expect(await readsAt(app, slug, since)).toHaveLength(1);
});

test('a kiosk reloaded in a conversation without a network ends it once, with its last number', async ({
  app,
  page,
  context,
}) => {
  const member = await freshMember(app, slug);
  await pairKiosk(app, page, slug, 'fr');
  await readyForTheWorst(page);
  await holdBadge(page, member.badge_id);
  await answerConsent(page, 'fr', [true, true, false]);
  await say(page, 'quels cours ce soir ?');
  await context.setOffline(true);
  await page.reload();
  await expect(heading(page)).toHaveText(away);
  await context.setOffline(false);
  await expect
    .poll(() => ask(app, conversationOf(member.id)))
    .toMatchObject([{ state: 'closed', last_seq: 1, said: ['quels cours ce soir ?'] }]);
  const [talk] = await ask(app, conversationOf(member.id));
  // A beacon may outlive the page and come first.
  expect(['tab_lost', 'page_closed']).toContain(talk?.end_reason);
});

test('of two tabs one works and the other takes over when it is gone', async ({ app, page, context }) => {
  const since = new Date();
  const [badge] = await badgesAt(app, slug, 1);
  await pairKiosk(app, page, slug, 'fr');
  const second = await context.newPage();
  const calls: string[] = [];
  second.on('request', (request) => {
    if (request.url().includes('/api/')) calls.push(request.url());
  });
  await second.goto(`/kiosk/${slug}`);
  await expect(heading(second)).toHaveText('La borne est ouverte dans un autre onglet');
  await holdBadge(second, badge ?? '');
  expect(calls).toEqual([]);
  await page.close();
  await expect(second.getByText(kioskWords.fr.attract)).toBeVisible();
  await holdBadge(second, badge ?? '');
  await expect(heading(second)).toContainText('Bonjour');
  expect(await readsAt(app, slug, since)).toHaveLength(1);
});

test('a clock that is wrong by a day changes no date, and is told', async ({ app, page, context }) => {
  const since = new Date();
  const [badge] = await badgesAt(app, slug, 1);
  await page.clock.install({ time: Date.now() + 86_400_000 });
  await pairKiosk(app, page, slug, 'fr');
  await context.setOffline(true);
  await expect(heading(page)).toHaveText(away);
  await holdBadge(page, badge ?? '');
  await expect(heading(page)).toHaveText('C’est noté');
  await page.clock.runFor(60_000);
  await context.setOffline(false);
  await page.clock.runFor(10_000);
  await expect.poll(() => readsAt(app, slug, since)).toMatchObject([{ outcome: 'welcome', doubt: 'clock' }]);
  const [read] = await readsAt(app, slug, since);
  expect(read?.age).toBeGreaterThanOrEqual(55);
  expect(read?.age).toBeLessThan(600);
  expect(read?.device_age).toBeLessThan(-80_000);
});

test('a kiosk that is revoked keeps its reads until it is paired again', async ({
  app,
  page,
  context,
  complaints,
}) => {
  complaints.allow(/status of 401/);
  const since = new Date();
  const [badge] = await badgesAt(app, slug, 1);
  await pairKiosk(app, page, slug, 'fr');
  await readyForTheWorst(page);
  await context.setOffline(true);
  await expect(heading(page)).toHaveText(away);
  await holdBadge(page, badge ?? '');
  await expect(heading(page)).toHaveText('C’est noté');
  await ask(
    app,
    (sql) => sql`update private.kiosk_credentials set revoked_at = now()
      where kiosk_id = (select id from public.kiosks where slug = ${slug})`,
  );
  await context.setOffline(false);
  await expect(heading(page)).toHaveText('Cette borne a été retirée', { timeout: 20_000 });
  expect(await readsAt(app, slug, since)).toEqual([]);
  const code = await issuePairingCode(app, slug);
  await page.getByRole('button', { name: 'Saisir un code' }).click();
  await page.getByRole('textbox').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText(kioskWords.fr.attract)).toBeVisible();
  await expect.poll(() => readsAt(app, slug, since)).toMatchObject([{ outcome: 'welcome' }]);
});

test('a deploy in a conversation waits for its end, and the old files stay', async ({ app, page }) => {
  const member = await freshMember(app, slug);
  await pairKiosk(app, page, slug, 'fr');
  await readyForTheWorst(page);
  let loads = 0;
  page.on('domcontentloaded', () => loads++);
  await page.route('**/api/kiosk/heartbeat', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), build: 'the-next-one' } });
  });
  await holdBadge(page, member.badge_id);
  await answerConsent(page, 'fr', [true, true, false]);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await say(page, 'quels cours ce soir ?');
  await page.evaluate(async () => {
    const worker = (await navigator.serviceWorker.ready).active;
    worker?.postMessage({ kind: 'warm', build: 'the-next-one', page: location.pathname, urls: [] });
  });
  await expect.poll(() => page.evaluate(() => caches.has('kiosk-build-the-next-one'))).toBe(true);
  const isKept = await page.evaluate(async () => {
    const script = document.querySelector<HTMLScriptElement>('script[src*="/_next/static/"]')?.src ?? '';
    return (await caches.match(script)) !== undefined;
  });
  expect(isKept).toBe(true);
  expect(loads).toBe(0);
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await page.getByRole('button', { name: 'Effacer l’écran' }).click();
  await expect.poll(() => loads, { timeout: 15_000 }).toBe(1);
  await expect(page.getByText(kioskWords.fr.attract)).toBeVisible();
});
