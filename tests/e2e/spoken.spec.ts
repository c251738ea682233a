import { findChromium } from '../support/chromium.ts';
import { speakingBrowser, spokenFile } from '../support/spoken-file.ts';
import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';
import { dock, isOnAir, loudest, startTalking, watchMicrophone, watchReports } from './support/voice.ts';

const slug = 'lyon-part-dieu-haut';

// Nobody speaks for a minute: what is said is touched.
test.use({
  viewport: { width: 1080, height: 1920 },
  permissions: ['microphone'],
  launchOptions: {
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      ...speakingBrowser(spokenFile('Bonjour', 60_000, 0)),
    ],
  },
});

test('badge, consent, JARVIS is heard, one answer, goodbye, and the conversation with its cost @core', async ({
  app,
  page,
  login,
}) => {
  const reports = watchReports(page);
  const microphone = await watchMicrophone(page);
  const member = await startTalking(app, page, slug, {});
  await expect(dock(page)).toContainText(isOnAir);
  await expect.poll(() => loudest(page, 300), { timeout: 20_000 }).toBeGreaterThan(0.01);
  await page.getByRole('button', { name: 'Horaires' }).click();
  const answers = () => reports.filter(({ kind, by }) => kind === 'turn' && by === 'jarvis').length;
  await expect.poll(answers, { timeout: 20_000 }).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonne séance');
  expect(await microphone()).toEqual({ asked: 1, live: 0 });

  const kept = () =>
    ask(
      app,
      (sql) => sql<{ id: string }[]>`
        select s.id, s.channel, s.state, s.cost_usd > 0 as paid
        from public.openai_realtime_sessions s where s.member_id = ${member.id}`,
    );
  await expect
    .poll(kept)
    .toEqual([{ id: expect.any(String), channel: 'voice', state: 'closed', paid: true }]);
  await login('camille@atelier-forme.example');
  await page.goto(`/dashboard/sessions?open=${(await kept())[0]?.id}`);
  const peek = page.getByRole('complementary');
  await expect(peek.getByText('Coût', { exact: true })).toBeVisible();
  await expect(peek.getByText(member.first_name).first()).toBeVisible();
});

test('in a room that the check found too loud a button is held, and the fleet says why', async ({
  app,
  page,
}) => {
  await page.addInitScript(() =>
    localStorage.setItem(
      'jarvis.self-test',
      JSON.stringify({ microphone: 'ok', speaker: 'ok', noiseDb: -20 }),
    ),
  );
  await startTalking(app, page, slug, {});
  const hold = page.getByRole('button', { name: 'Maintenir pour parler' });
  await expect(hold).toBeEnabled();
  await expect(page.getByText('Trop de bruit ici')).toBeVisible();
  const told = page.waitForRequest((request) => request.url().endsWith('/heartbeat'));
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  expect((await told).postDataJSON().health).toMatchObject({
    ladder: 'push_to_talk',
    ladder_reason: 'noise',
    noise_db: -20,
  });
  await hold.dispatchEvent('pointerdown', { pointerId: 1 });
  await expect(page.getByRole('button', { name: 'J’écoute, relâcher pour finir' })).toBeVisible();
});
