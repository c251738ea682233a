import { expect, test } from './support/fixtures.ts';
import { holdBadge, kioskWords, pairKiosk } from './support/at-the-kiosk.ts';
import { enter, newGym } from './support/badge-desk.ts';
import { ask } from './support/members.ts';
import { startSeriousApp } from './support/serious-app.ts';

const kioskScreen = { viewport: { width: 1080, height: 1920 }, locale: 'fr-FR' };

test('the simulator stands where its setting is on or a demonstration runs, and nowhere else', async ({
  app,
  openContext,
  complaints,
}) => {
  complaints.allow(/status of 404/);
  const gym = await newGym(app);
  const serious = await startSeriousApp(app);
  try {
    const screen = await (await openContext({ ...kioskScreen, baseURL: serious.url })).newPage();
    const open = screen.getByRole('button', { name: 'Simulateur de badge' });
    const pad = () => screen.evaluate(async () => (await fetch('/api/kiosk/simulator')).status);
    const set = (isOn: boolean) =>
      ask(
        app,
        (sql) => sql`update public.kiosks set settings = settings || ${sql.json({ simulator: isOn })}
          where slug = ${gym.slug}`,
      );
    /** A kiosk beats as soon as its network is back. */
    const beat = () => screen.evaluate(() => window.dispatchEvent(new Event('online')));
    await pairKiosk(app, screen, gym.slug, 'fr');
    // It comes with the piece that brings the simulator.
    await expect(screen.getByText('La borne est appairée')).toBeVisible();
    await expect(open).toHaveCount(0);
    expect(await pad()).toBe(404);
    await set(true);
    await beat();
    await open.click();
    await expect(screen.getByRole('region', { name: 'Simulateur de badge' })).toBeVisible();
    expect(await pad()).toBe(200);
    await set(false);
    await beat();
    await expect(screen.getByRole('region', { name: 'Simulateur de badge' })).toHaveCount(0);
    await expect(open).toHaveCount(0);

    const demo = await (await openContext(kioskScreen)).newPage();
    await pairKiosk(app, demo, gym.slug, 'fr');
    await expect(demo.getByRole('button', { name: 'Simulateur de badge' })).toBeVisible();
  } finally {
    await serious.stop();
  }
});

test('ten unknown badges within a minute pause the reader, and the manager is told', async ({
  app,
  page,
  openContext,
  complaints,
}) => {
  complaints.allow(/status of (404|429)/);
  const gym = await enter(app, page, 'gym_manager');
  const screen = await (await openContext(kioskScreen)).newPage();
  const heading = screen.getByRole('heading', { level: 1 });
  await pairKiosk(app, screen, gym.slug, 'fr');
  const first = 2_300_000_001 + Math.floor(Math.random() * 90_000_000) * 20;
  for (let stranger = 0; stranger < 10; stranger += 1) {
    const answered = screen.waitForResponse((response) => response.url().endsWith('/api/kiosk/scan'));
    await holdBadge(screen, String(first + stranger));
    expect((await answered).status()).toBe(404);
    await expect(heading).toHaveText('Je ne connais pas ce badge');
  }
  await holdBadge(screen, String(first + 10));
  await expect(heading).toHaveText('Le lecteur fait une pause');
  await expect(screen.getByText(/Réessaie dans \d+ secondes?/)).toBeVisible();
  await screen.getByRole('button', { name: 'Effacer l’écran' }).click();
  await expect(screen.getByText(kioskWords.fr.attract)).toBeVisible();

  await page.goto('/dashboard/alerts');
  await expect(page.getByText('10 badges inconnus en une minute').first()).toBeVisible();
  const paused = () =>
    ask(
      app,
      (sql) => sql`
        select a.priority, a.status, s.reader_paused_until > now() as is_paused,
          (select count(*)::int from public.badge_scans b where b.kiosk_id = s.kiosk_id) as reads
        from public.manager_alerts a join public.kiosk_state s on s.kiosk_id = a.kiosk_id
        where a.gym_id = ${gym.id} and a.alert_type = 'reader_suspicious'`,
    );
  expect(await paused()).toMatchObject([{ priority: 'high', status: 'pending', is_paused: true }]);
});

test('a muted kiosk plays no tone in its check, and says so', async ({ app, page, complaints }) => {
  const { slug } = await newGym(app);
  const mute = (isOn: boolean) =>
    ask(
      app,
      (sql) =>
        sql`update public.kiosks set settings = settings || ${sql.json({ mute: isOn })} where slug = ${slug}`,
    );
  await page.addInitScript(() => {
    const tones: number[] = [];
    Object.assign(window, { tones });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      tones.push(this.frequency.value);
      return start.call(this, when);
    };
  });
  complaints.allow(/AudioContext/);
  await mute(true);
  await pairKiosk(app, page, slug, 'fr');
  await page.getByRole('button', { name: 'Contrôler' }).click();
  await expect(page.getByText('Son coupé dans les réglages')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Terminer' }).click();
  await page.getByRole('button', { name: 'Appeler l’équipe' }).click();
  await expect(page.getByText(/L’équipe est prévenue|Personne n’est de service/)).toBeVisible();
  const tones = () => page.evaluate(() => (window as unknown as { tones: number[] }).tones);
  expect(await tones()).toEqual([]);
  await mute(false);
  const heard = page.waitForResponse((response) => response.url().endsWith('/api/kiosk/heartbeat'));
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await heard;
  await page.getByRole('button', { name: /L’équipe est prévenue|Personne n’est de service|Appeler/ }).click();
  await expect.poll(tones).toEqual([784, 587]);
});
