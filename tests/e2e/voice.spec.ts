import type { Page } from '@playwright/test';
import { speakingBrowser, spokenFile } from '../support/spoken-file.ts';
import { findChromium } from '../support/chromium.ts';
import type { RunningApp } from './support/app.ts';
import { answerConsent, holdBadge, pairKiosk } from './support/at-the-kiosk.ts';
import { expect, test } from './support/fixtures.ts';
import { ask, type DemoMember, freshMember } from './support/members.ts';
import { loudest, misbehave, watchMicrophone, watchReports } from './support/voice.ts';

const slug = 'lyon-part-dieu-haut';
const turns = [
  'quels sont les cours demain',
  'vous fermez à quelle heure ce soir',
  'quelles sont mes réservations',
  'il y a du monde en ce moment',
  'est-ce que vous avez un sauna',
  'combien coûte l’abonnement',
  'où sont les vestiaires',
  'quels sont les cours ce soir',
  'vous ouvrez à quelle heure dimanche',
  'merci',
];

test.use({
  viewport: { width: 1080, height: 1920 },
  permissions: ['microphone'],
  launchOptions: {
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      ...speakingBrowser(spokenFile('Est-ce qu’il reste de la place', 2_000, 500)),
    ],
  },
});

const footer = (page: Page) => page.getByRole('contentinfo');
/** The microphone is open, or JARVIS answers already. */
const isOnAir = /J’écoute|Je réfléchis|Je parle/;

/** Pairs a kiosk and greets a member who has just agreed to talk, and whose call does what the rule says. */
async function talk(app: RunningApp, page: Page, rule?: Record<string, unknown>): Promise<DemoMember> {
  await pairKiosk(app, page, slug, 'fr');
  const member = await freshMember(app, slug);
  if (rule) await misbehave(member.first_name, rule);
  await holdBadge(page, member.badge_id);
  await answerConsent(page, 'fr', [true, true, true]);
  return member;
}

test('ten spoken turns: heard, answered, interrupted, kept with their cost', async ({ app, page, login }) => {
  test.setTimeout(120_000);
  const microphone = await watchMicrophone(page);
  const reports = watchReports(page);
  const tools = new Set<string>();
  page.on('request', (request) => {
    if (request.url().includes('/api/jarvis/tools/')) tools.add(new URL(request.url()).pathname);
  });
  await pairKiosk(app, page, slug, 'fr');
  const member = await freshMember(app, slug);
  await misbehave(member.first_name, { transcripts: turns });
  await holdBadge(page, member.badge_id);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bonjour ${member.first_name}`);
  expect(await microphone(), 'before the choice').toEqual({ asked: 0, live: 0 });

  await answerConsent(page, 'fr', [true, true, true]);
  await expect(footer(page)).toContainText(isOnAir);
  expect(await microphone()).toEqual({ asked: 1, live: 1 });
  await expect.poll(() => loudest(page, 300), { timeout: 20_000 }).toBeGreaterThan(0.01);

  const heard = () => reports.filter(({ kind, by }) => kind === 'turn' && by === 'member').length;
  await expect.poll(heard, { timeout: 70_000, intervals: [1_000] }).toBeGreaterThanOrEqual(turns.length);
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonne séance');
  expect(await microphone()).toEqual({ asked: 1, live: 0 });

  expect([...tools].sort()).toEqual(
    expect.arrayContaining(['/api/jarvis/tools/get_class_schedule', '/api/jarvis/tools/get_gym_info']),
  );
  const cutShort = reports.filter(({ by, interrupted }) => by === 'jarvis' && interrupted);
  expect(cutShort.length, 'answers that the member cut short').toBeGreaterThan(0);
  const silences = reports.filter(({ name }) => name === 'barge_in').map(({ ms }) => ms ?? Infinity);
  expect(silences.length, 'times until JARVIS was silent').toBeGreaterThan(0);
  expect(Math.min(...silences)).toBeLessThan(400);
  expect(reports.map(({ seq }) => seq)).toEqual(reports.map((_, index) => index + 1));

  const read = () =>
    ask(
      app,
      (sql) => sql<{ id: string; channel: string; state: string; paid: boolean; said: number }[]>`
        select s.id, s.channel, s.state, s.cost_usd > 0 as paid, (
          select count(*)::int from public.conversation_events e where e.session_id = s.id and e.speaker = 'member') as said
        from public.openai_realtime_sessions s where s.member_id = ${member.id}`,
    );
  await expect
    .poll(read)
    .toEqual([
      { id: expect.any(String), channel: 'voice', state: 'closed', paid: true, said: expect.any(Number) },
    ]);
  const [kept] = await read();
  expect(kept?.said).toBeGreaterThanOrEqual(turns.length);
  await login('gym_manager');
  await page.goto(`/dashboard/sessions?open=${kept?.id}`);
  await expect(page.getByText(turns[1] ?? '').first()).toBeVisible();
});

test('a service that refuses the call leaves a conversation in writing, and the voice comes back when asked', async ({
  app,
  page,
  complaints,
}) => {
  complaints.allow(/status of 503/);
  await talk(app, page, { refuse: 503 });
  await expect(page.getByRole('heading', { name: 'Ma voix est en panne' })).toBeVisible();
  await expect(footer(page)).toContainText('Voix en panne, micro coupé');
  await expect(page.getByRole('textbox')).toBeVisible();
  await page.getByRole('button', { name: 'Réessayer la voix' }).click();
  await expect(footer(page)).toContainText(isOnAir);
});

test('a service that never answers is not waited for', async ({ app, page, complaints }) => {
  complaints.allow(/status of 50\d/);
  await talk(app, page, { stall: 'answer' });
  await expect(page.getByRole('heading', { name: 'Ma voix est en panne' })).toBeVisible();
  await page.getByRole('button', { name: 'Horaires' }).click();
  await expect(page.getByRole('region', { name: 'Conversation' }).getByText('JARVIS')).toBeVisible();
});

test('a call that drops is taken up again in the same conversation', async ({ app, page }) => {
  const calls: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/api/voice/calls')) calls.push(String(response.status()));
  });
  const member = await talk(app, page, { drop: 'hang_up' });
  await expect.poll(() => calls).toEqual(['201', '201']);
  await expect(footer(page)).toContainText(isOnAir);
  await expect(page.getByRole('region', { name: 'Conversation' })).toContainText('Bonjour');
  const [talks] = await ask(
    app,
    (sql) =>
      sql`select count(*)::int as n from public.openai_realtime_sessions where member_id = ${member.id}`,
  );
  expect(talks).toEqual({ n: 1 });
});

test('a call that drops again goes on in writing', async ({ app, page }) => {
  await talk(app, page, { drop: 'hang_up', drop_after_ms: 100, times: 2 });
  await expect(page.getByRole('heading', { name: 'Ma voix est en panne' })).toBeVisible({ timeout: 20_000 });
});

for (const [what, rule, words] of [
  ['an error', { error: 'server_error' }, 'Je n’ai pas pu répondre'],
  ['a limit that was reached', { rate_limit: true }, 'Trop de monde me parle'],
] as const) {
  test(`${what} is said in words, and the conversation goes on aloud`, async ({ app, page }) => {
    await talk(app, page, rule);
    await expect(page.getByText(words)).toBeVisible();
    await expect(footer(page)).toContainText(/Je parle/, { timeout: 15_000 });
    await expect(page.getByText(words)).toHaveCount(0);
  });
}

test('without a transcription JARVIS’s side alone is on the screen', async ({ app, page }) => {
  const reports = watchReports(page);
  await talk(app, page, { transcription: 'none' });
  await expect
    .poll(() => reports.filter(({ by }) => by === 'jarvis').length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  expect(reports.filter(({ by }) => by === 'member')).toEqual([]);
  await expect(footer(page)).toContainText(isOnAir);
});
