import { speakingBrowser, spokenFile } from '../support/spoken-file.ts';
import { findChromium } from '../support/chromium.ts';
import { answerConsent, holdBadge, pairKiosk } from './support/at-the-kiosk.ts';
import { expect, test } from './support/fixtures.ts';
import { ask, freshMember } from './support/members.ts';
import {
  dock,
  isOnAir,
  loudest,
  misbehave,
  startTalking,
  watchMicrophone,
  watchReports,
} from './support/voice.ts';

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
  await expect(dock(page)).toContainText(isOnAir);
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
          select count(*)::int from public.conversation_events e where e.session_id = s.id and e.source = 'member' and e.kind = 'said') as said
        from public.openai_realtime_sessions s where s.member_id = ${member.id}`,
    );
  await expect
    .poll(read)
    .toEqual([
      { id: expect.any(String), channel: 'voice', state: 'closed', paid: true, said: expect.any(Number) },
    ]);
  const [kept] = await read();
  expect(kept?.said).toBeGreaterThanOrEqual(turns.length);
  await login('camille@atelier-forme.example');
  await page.goto(`/dashboard/sessions?open=${kept?.id}`);
  await expect(page.getByText(turns[1] ?? '').first()).toBeVisible();
});

test('without a transcription JARVIS’s side alone is on the screen', async ({ app, page }) => {
  const reports = watchReports(page);
  await startTalking(app, page, slug, { transcription: 'none' });
  await expect
    .poll(() => reports.filter(({ by }) => by === 'jarvis').length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  expect(reports.filter(({ by }) => by === 'member')).toEqual([]);
  await expect(dock(page)).toContainText(isOnAir);
});
