import { chromium, type Page } from '@playwright/test';
import { startApp } from '../e2e/support/app.ts';
import { answerConsent, holdBadge, kioskWords, pairKiosk } from '../e2e/support/at-the-kiosk.ts';
import { openGyms } from '../e2e/support/kiosk.ts';
import { ask, type DemoMember, freshMember } from '../e2e/support/members.ts';
import { startPeer, type VoiceReport, watchReports } from '../e2e/support/voice.ts';
import { findChromium } from '../support/chromium.ts';
import { speakingBrowser, spokenFile } from '../support/spoken-file.ts';
import { percentile } from './measure.ts';

const slug = 'lyon-part-dieu-haut';
const rounds = 8;
const turns = 20;
/** Steps of a start, by the request that each of them is. */
const stages = {
  'badge read (POST scan)': '/api/kiosk/scan',
  'conversation opened': '/api/kiosk/conversation',
  'offer for answer': '/api/voice/calls',
} as const;

/** A kiosk has a graphics chip; here the living form is drawn by the processor, so both are measured. */
const forms = { 'calm form': 'reduce', 'living form, drawn by the processor': 'no-preference' } as const;

type Times = Record<string, number[]>;

/**
 * How fast the kiosk's voice is, by the browser's own clock, with the voice peer on this machine: what a member waits
 * for, each stage of a start, and twenty spoken turns. `npm run bench:voice` prints n, p50, p95 and the worst of each.
 */
async function main(): Promise<void> {
  const peer = await startPeer();
  const app = await startApp({ env: peer.env }).catch(async (error: unknown) => {
    await peer.stop();
    throw error;
  });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      ...speakingBrowser(spokenFile('Est-ce qu’il reste de la place', 2_200, 400)),
    ],
  });
  try {
    await openGyms(app);
    const page = await browser.newPage({
      baseURL: app.url,
      viewport: { width: 1080, height: 1920 },
      locale: 'fr-FR',
      permissions: ['microphone'],
    });
    await page.addInitScript(watchState);
    const reports = watchReports(page);
    await pairKiosk(app, page, slug, 'fr');
    let last = '';
    for (const [form, reducedMotion] of Object.entries(forms)) {
      await page.emulateMedia({ reducedMotion });
      await page.reload();
      await page.getByText(kioskWords.fr.attract).waitFor();
      const times: Times = {};
      const known = await measureStarts(times, page, () => freshMember(app, slug));
      const from = reports.length;
      const heard = () => reports.slice(from).filter(({ kind }) => kind === 'transcription').length;
      await holdBadge(page, known.badge_id);
      await onAir(page);
      while (heard() < turns) await page.waitForEvent('request');
      await stop(page);
      addTurns(times, reports.slice(from));
      console.log(`\nWith the ${form}:`);
      print(times);
      last = known.id;
    }
    console.log(
      'Aims: badge → ready 1000 ms, choice → ready 1000 ms, first sound p50 60 ms, silence 150 ms.',
    );
    await told(app, last);
  } finally {
    await browser.close();
    await app.stop();
    await peer.stop();
  }
}

/** The waits before somebody can talk: of members who are asked, and of one whose answers are known. */
async function measureStarts(times: Times, page: Page, fresh: () => Promise<DemoMember>) {
  // The first start loads the code of a call, so it is not among the figures.
  for (let round = 0; round <= rounds; round += 1) {
    await holdBadge(page, (await fresh()).badge_id);
    await answerConsent(page, 'fr', [true, true, true]);
    const chosen = await page.evaluate(() => performance.now());
    const ready = await onAir(page);
    if (round > 0) add(times, 'choice → ready (0.3 s of it to change one’s mind)', ready - chosen);
    await stop(page);
  }
  const known = await fresh();
  await holdBadge(page, known.badge_id);
  await answerConsent(page, 'fr', [true, true, true]);
  await onAir(page);
  await stop(page);
  for (let round = 0; round < rounds; round += 1) {
    const before = await page.evaluate(() => performance.now());
    await holdBadge(page, known.badge_id);
    const ready = await onAir(page);
    add(times, 'badge → ready (consent stored)', ready - before);
    await addStages(times, page, before, ready);
    await stop(page);
  }
  return known;
}

/** Runs in the page: remembers when the dock's words change. */
function watchState(): void {
  const words: { text: string; at: number }[] = [];
  Object.assign(window, { dockWords: words });
  const look = () => {
    const text = document.querySelector('footer p')?.textContent ?? '';
    if (text !== words.at(-1)?.text) words.push({ text, at: performance.now() });
  };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

/** When JARVIS was ready to listen, by the page's clock. */
async function onAir(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => {
    const words = (window as unknown as { dockWords: { text: string; at: number }[] }).dockWords;
    const begun = words.findLastIndex(({ text }) => text.includes('Je prépare ma voix'));
    return begun < 0
      ? undefined
      : words.slice(begun + 1).find(({ text }) => /J’écoute|Je réfléchis|Je parle/.test(text))?.at;
  });
  return (await handle.jsonValue()) ?? 0;
}

async function stop(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await page.getByRole('button', { name: 'Effacer l’écran' }).click();
  await page.evaluate(() => {
    (window as unknown as { dockWords: unknown[] }).dockWords.length = 0;
  });
}

const add = (times: Times, name: string, ms: number) => (times[name] ??= []).push(ms);

async function addStages(times: Times, page: Page, from: number, ready: number): Promise<void> {
  const entries = await page.evaluate(
    (since) =>
      performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime >= since)
        .map((entry) => ({
          path: new URL(entry.name).pathname,
          ms: entry.duration,
          end: entry.startTime + entry.duration,
        })),
    from,
  );
  await page.evaluate(() => performance.clearResourceTimings());
  const [opened, offered] = [stages['conversation opened'], stages['offer for answer']].map((path) =>
    entries.find((one) => one.path === path),
  );
  if (opened && offered)
    add(times, '  stage: screen, microphone, offer made', offered.end - offered.ms - opened.end);
  for (const [name, path] of Object.entries(stages)) {
    const entry = entries.find((one) => one.path === path);
    if (!entry) continue;
    add(times, `  stage: ${name}`, entry.ms);
    if (path === stages['offer for answer'])
      add(times, '  stage: connected (ICE, DTLS, session)', ready - entry.end);
  }
}

function addTurns(times: Times, reports: VoiceReport[]): void {
  const names = { first_sound: 'speech end → first sound, our share', barge_in: 'barge-in → silence' };
  for (const { name, ms = 0 } of reports) {
    if (name === 'first_sound' || name === 'barge_in') add(times, names[name], ms);
  }
}

function print(times: Times): void {
  for (const [name, list] of Object.entries(times)) {
    const [p50, p95, most] = [percentile(list, 0.5), percentile(list, 0.95), Math.max(...list)].map(
      Math.round,
    );
    console.log(
      `${name.padEnd(52)} n ${String(list.length).padStart(2)}  p50 ${p50} ms  p95 ${p95} ms  worst ${most} ms`,
    );
  }
}

/** What the last conversation cost, as a sign that it arrived. */
async function told(app: Parameters<typeof ask>[0], memberId: string): Promise<void> {
  const [last] = await ask(
    app,
    (sql) => sql`
      select channel, cost_usd from public.openai_realtime_sessions where member_id = ${memberId}
      order by started_at desc limit 1`,
  );
  console.log(`The last conversation: ${last?.channel}, ${last?.cost_usd} USD at the prices of the model.`);
}

await main();
