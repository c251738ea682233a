import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import OpenAI from 'openai';
import { writeBriefing } from '../../lib/voice/briefing.ts';
import { type RunningVoicePeer, startVoicePeer } from '../../supabase/local/voice-peer/index.ts';
import { findChromium } from '../support/chromium.ts';
import { spokenWav } from '../support/spoken-wav.ts';
import { startVoicePage } from './support/voice-page.ts';

/** The page's own, from support/voice-page.ts. */
type VoiceWindow = Window & {
  voice: {
    connect(o: Record<string, unknown>): Promise<number>;
    talkUntilInterrupted(): void;
    calls: { name: string }[];
    events: { type: string; at: number; error?: unknown; transcript?: string; delta?: string }[];
    loudness(): number;
    session(): {
      sendMessage(text: string): void;
      history: { type: string; role?: string }[];
      close(): void;
    };
  };
};

const instructions = `Tu es JARVIS.\n${writeBriefing({
  topics: [],
  language: 'fr',
  address: 'tu',
  firstName: 'Ana',
  gymName: 'Lille',
  now: '2026-11-20T17:00:00.000Z',
  timezone: 'Europe/Paris',
  bookingsBy: 'jarvis',
})}`;
const gym = {
  name: 'Lille',
  today: { open: '06:00', close: '23:00', is_open: true },
  exceptions: [],
  week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '06:00', close: '23:00' })),
  facilities: [],
};
const tools = {
  get_member_profile: {
    ok: true,
    result: { first_name: 'Ana', membership: 'needs_staff', bookings_today: [] },
  },
  get_class_schedule: { ok: true, result: { classes: [] } },
  get_gym_info: { ok: true, result: gym },
};

let peer: RunningVoicePeer;
let site: { url: string; stop(): Promise<void> };
let folder: string;
let browser: Browser;

/** A browser whose microphone is silent for five seconds, then speaks, again and again. */
test.beforeAll(async () => {
  peer = await startVoicePeer();
  site = await startVoicePage(peer.url);
  folder = await mkdtemp(join(tmpdir(), 'voice-'));
  const wav = join(folder, 'microphone.wav');
  await writeFile(
    wav,
    spokenWav('Bonjour, quels sont les cours de ce soir ?', 'fr', { before: 5, after: 4 }),
  );
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${wav}`,
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
});
test.afterAll(async () => {
  await browser.close();
  await site.stop();
  await peer.stop();
  await rm(folder, { recursive: true, force: true });
});

const holds = (page: Page, what: (voice: VoiceWindow['voice']) => boolean) =>
  page.waitForFunction(`(${what.toString()})(window.voice)`, undefined, { polling: 20, timeout: 40_000 });

test.setTimeout(120_000);

test('the SDK as it is talks with the voice peer: sound, tools, barge-in, typed words, no event it cannot read', async () => {
  const page = await browser.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await page.goto(site.url);
  await expect(page).toHaveTitle('Voix prête', { timeout: 30_000 });
  const api = new OpenAI({ apiKey: peer.key, baseURL: peer.url });
  const secret = await api.realtime.clientSecrets.create({
    session: { type: 'realtime', model: 'gpt-realtime-2.1-mini', instructions },
  });
  const ready = await page.evaluate((o) => (window as unknown as VoiceWindow).voice.connect(o), {
    key: secret.value,
    instructions,
    tools,
    config: { audio: { input: { transcription: { model: 'gpt-transcribe' } } } },
  });
  expect(ready).toBeGreaterThan(0);

  // A first sentence that nobody asked for, with what two tools said, and it sounds.
  await page.evaluate(() => (window as unknown as VoiceWindow).voice.talkUntilInterrupted());
  await holds(page, (voice) => voice.loudness() > 0.02);
  expect(
    await page.evaluate(() => (window as unknown as VoiceWindow).voice.calls.map(({ name }) => name)),
  ).toEqual(['get_member_profile', 'get_class_schedule']);

  // Spoken over, it falls silent; what was said is not understood, and no transcript is made up.
  await holds(page, (voice) => voice.events.some(({ type }) => type === 'output_audio_buffer.cleared'));
  await holds(page, (voice) => voice.loudness() < 0.001);
  await holds(page, (voice) => voice.events.some(({ type }) => type.endsWith('transcription.failed')));
  await holds(page, (voice) => voice.loudness() > 0.02);

  // Typed words are understood, and answered with what a tool said.
  await page.evaluate(() =>
    (window as unknown as VoiceWindow).voice.session().sendMessage("quels sont les horaires d'ouverture"),
  );
  await holds(page, (voice) => voice.calls.some(({ name }) => name === 'get_gym_info'));
  await holds(page, (voice) =>
    voice.events.some(
      ({ type, transcript = '' }) =>
        type === 'response.output_audio_transcript.done' && transcript.includes('23'),
    ),
  );

  const { events, history } = await page.evaluate(() => {
    const { voice } = window as unknown as VoiceWindow;
    return { events: voice.events, history: voice.session().history };
  });
  expect(events.filter(({ type }) => type === 'error' || type === 'sdk_error')).toEqual([]);
  expect(history.filter(({ role }) => role === 'user').length).toBeGreaterThanOrEqual(2);
  expect(broken).toEqual([]);

  // The browser leaves, and the call is over.
  await page.evaluate(() => (window as unknown as VoiceWindow).voice.session().close());
  await expect
    .poll(async () => {
      const list = await fetch(`${peer.url}/voice-peer/calls`, {
        headers: { authorization: `Bearer ${peer.key}` },
      });
      return ((await list.json()) as { ended: string | null }[]).map(({ ended }) => ended);
    })
    .toEqual(['client']);
});
