import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import OpenAI from 'openai';
import { writeBriefing } from '../../lib/voice/briefing.ts';
import { voiceTools } from '../../lib/voice/tools.ts';
import { startVoicePage } from '../e2e/support/voice-page.ts';
import { findChromium } from '../support/chromium.ts';
import { spokenWav } from '../support/spoken-wav.ts';
import { costOf } from './cost.ts';

const MODEL = process.env.OPENAI_CHECK_MODEL ?? 'gpt-realtime-2.1-mini';
const TRANSCRIPTION = process.env.OPENAI_CHECK_TRANSCRIPTION ?? 'gpt-transcribe';
const PATIENCE_MS = 45_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Heard {
  type: string;
  at: number;
  transcript?: string;
  usage?: unknown;
  error?: { message?: string };
  response?: { status?: string; usage?: unknown };
}

/** The page's own, from e2e/support/voice-page.ts. */
type VoiceWindow = Window & {
  voice: {
    connect(o: Record<string, unknown>): Promise<number>;
    events: Heard[];
    calls: { name: string }[];
    loudness(): number;
  };
};

const instructions = [
  'Tu es la voix d’une salle de sport. Réponds en français, en une phrase courte.',
  'Pour les horaires, appelle get_gym_info et ne dis que ce qu’il donne.',
  writeBriefing({
    topics: [],
    language: 'fr',
    address: 'vous',
    firstName: '',
    gymName: 'Essai',
    now: new Date().toISOString(),
    timezone: 'Europe/Paris',
    bookingsBy: 'jarvis',
  }),
].join('\n');

const gym = {
  name: 'Essai',
  today: { open: '06:00', close: '23:00', is_open: true },
  exceptions: [],
  week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, open: '06:00', close: '23:00' })),
  facilities: [],
};

/** Speaks one sentence to the API at `api`; answers everything that was found. */
async function call(api: OpenAI) {
  const audio = {
    input: {
      noise_reduction: { type: 'far_field' as const },
      transcription: { model: TRANSCRIPTION, language: 'fr' },
      turn_detection: { type: 'server_vad' as const, threshold: 0.65, silence_duration_ms: 450 },
    },
    output: { voice: 'marin' },
  };
  let callId = '';
  const site = await startVoicePage(async (sdp) => {
    const answer = await api.realtime.calls.create({
      sdp,
      session: { type: 'realtime', model: MODEL, instructions, audio, tools: voiceTools, tracing: null },
    });
    const location = answer.headers.get('location') ?? '';
    callId = location.split('/').at(-1) ?? '';
    return { sdp: await answer.text(), location };
  });
  const folder = await mkdtemp(join(tmpdir(), 'openai-check-'));
  const wav = join(folder, 'microphone.wav');
  await writeFile(
    wav,
    spokenWav("Bonjour. Quels sont les horaires d'ouverture ?", 'fr', { before: 4, after: 60 }),
  );
  const browser = await chromium.launch({
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
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => document.title === 'Voix prête');
    const readyMs = await page.evaluate((o) => (window as unknown as VoiceWindow).voice.connect(o), {
      key: 'ek_check',
      instructions,
      tools: { get_gym_info: { ok: true, result: gym } },
      config: {
        audio: {
          input: {
            noiseReduction: audio.input.noise_reduction,
            transcription: audio.input.transcription,
            turnDetection: { type: 'server_vad', threshold: 0.65, silenceDurationMs: 450 },
          },
          output: audio.output,
        },
      },
    });
    const holds = (what: string) =>
      page
        .waitForFunction(what, undefined, { polling: 20, timeout: PATIENCE_MS })
        .then(() => true)
        .catch(() => false);
    const sounded = await holds('window.voice.loudness() > 0.01');
    await holds('window.voice.events.some((e) => /transcription\\.(completed|failed)$/.test(e.type))');
    await holds("window.voice.events.some((e) => e.type === 'output_audio_buffer.stopped')");
    const { events, tools } = await page.evaluate(() => {
      const { voice } = window as unknown as VoiceWindow;
      return { events: voice.events, tools: voice.calls.map(({ name }) => name) };
    });
    await api.realtime.calls.hangup(callId);
    const hungUp = await api.realtime.calls.hangup(callId).then(
      () => false,
      (error: unknown) => error instanceof OpenAI.NotFoundError || error instanceof OpenAI.BadRequestError,
    );
    return { callId, readyMs, sounded, events, tools, hungUp };
  } finally {
    await browser.close();
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes the call and prints what it found; the exit code is 1 when something is missing. */
export async function check(apiKey: string): Promise<void> {
  const api = new OpenAI({ apiKey, maxRetries: 0, timeout: 20_000 });
  const { callId, readyMs, sounded, events, tools, hungUp } = await call(api);
  const transcribed = events.filter(({ type }) => type.endsWith('input_audio_transcription.completed'));
  const done = events.filter(({ type }) => type === 'response.done');
  const at = (type: string) => events.find((event) => event.type === type)?.at;
  const latency = (at('output_audio_buffer.started') ?? 0) - (at('input_audio_buffer.speech_stopped') ?? 0);
  const responses = done.flatMap(({ response }) => (response?.usage ? [response.usage] : []));
  const transcriptions = transcribed.flatMap(({ usage }) => (usage ? [usage] : []));
  const cost = await costOf({ model: MODEL, responses, transcription: TRANSCRIPTION, transcriptions });
  const found = {
    'a call id in Location': callId !== '',
    'sound came back': sounded,
    'what was said is written down': transcribed.some(({ transcript }) => (transcript ?? '').trim() !== ''),
    'every response tells its usage': done.length > 0 && responses.length === done.length,
    'the call was hung up': hungUp,
    'no error': events.every(({ type }) => type !== 'error' && type !== 'sdk_error'),
  };
  say(`Called ${api.baseURL} with ${MODEL}, transcription by ${TRANSCRIPTION}.`);
  for (const [what, holds] of Object.entries(found)) say(`  ${holds ? 'yes' : 'NO '}  ${what}`);
  for (const { transcript } of transcribed) say(`  heard: ${transcript}`);
  for (const { type, error } of events.filter((event) => event.error)) say(`  ${type}: ${error?.message}`);
  say(
    `  ready after ${Math.round(readyMs)} ms, first sound ${Math.round(latency)} ms after the speech, ${tools.length} tool calls`,
  );
  say(`  cost ${cost} USD by today's prices`);
  if (!Object.values(found).every(Boolean)) process.exitCode = 1;
}
