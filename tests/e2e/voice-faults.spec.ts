import { findChromium } from '../support/chromium.ts';
import { speakingBrowser, spokenFile } from '../support/spoken-file.ts';
import { expect, test } from './support/fixtures.ts';
import { ask } from './support/members.ts';
import { dock, isOnAir, startTalking } from './support/voice.ts';

const slug = 'lyon-part-dieu-haut';
const down = { name: 'Ma voix est en panne' };

// Nobody speaks for a minute, so that only what was asked for goes wrong.
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

test('a service that refuses the call leaves a conversation in writing, and the voice comes back when asked', async ({
  app,
  page,
  complaints,
}) => {
  complaints.allow(/status of (409|50\d)/);
  await startTalking(app, page, slug, { refuse: 503 });
  await expect(page.getByRole('heading', down)).toBeVisible();
  await expect(dock(page)).toContainText('Voix en panne, micro coupé');
  await expect(page.getByRole('textbox')).toBeVisible();
  await page.getByRole('button', { name: 'Réessayer la voix' }).click();
  await expect(dock(page)).toContainText(isOnAir);
});

test('a service that never answers is not waited for', async ({ app, page, complaints }) => {
  complaints.allow(/status of (409|50\d)/);
  await startTalking(app, page, slug, { stall: 'answer' });
  await expect(page.getByRole('heading', down)).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Horaires' }).click();
  await expect(page.getByRole('region', { name: 'Conversation' }).getByText('JARVIS')).toBeVisible();
});

test('a call that drops is taken up again in the same conversation, and when it drops again goes on in writing', async ({
  app,
  page,
}) => {
  const calls: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/api/voice/calls')) calls.push(response.status());
  });
  const member = await startTalking(app, page, slug, { drop: 'hang_up', times: 2 });
  await expect.poll(() => calls, { timeout: 20_000 }).toEqual([201, 201]);
  await expect(dock(page)).toContainText('J’écoute');
  await expect(page.getByRole('region', { name: 'Conversation' })).toContainText('Bonjour');
  await page.getByRole('button', { name: 'Horaires' }).click();
  await expect(page.getByRole('heading', down)).toBeVisible({ timeout: 15_000 });
  const [talks] = await ask(
    app,
    (sql) =>
      sql`select count(*)::int as n from public.openai_realtime_sessions where member_id = ${member.id}`,
  );
  expect(talks).toEqual({ n: 1 });
});

for (const [what, rule, words] of [
  ['an error', { error: 'server_error' }, 'Je n’ai pas pu répondre'],
  ['a limit that was reached', { rate_limit: true }, 'Trop de monde me parle'],
] as const) {
  test(`${what} is said in words, and the conversation goes on aloud`, async ({ app, page }) => {
    await startTalking(app, page, slug, rule);
    await expect(page.getByText(words)).toBeVisible();
    await page.getByRole('button', { name: 'Horaires' }).click();
    await expect(dock(page)).toContainText('Je parle');
    await expect(page.getByText(words)).toHaveCount(0);
  });
}
