import type { Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { firstLine } from '../../../supabase/local/cli/backend-process.ts';
import { startChild } from '../../../supabase/local/cli/children.ts';
import type { Service } from '../../../supabase/local/types.ts';
import type { RunningApp } from './app.ts';
import { answerConsent, holdBadge, pairKiosk } from './at-the-kiosk.ts';
import { type DemoMember, freshMember } from './members.ts';

/** Where the voice peer of a run is, and what it takes as its key. */
export interface VoicePeer {
  url: string;
  key: string;
}

const variable = 'JARVIS_JOURNEYS_VOICE';

/** Starts a voice peer of the run's own, whose misbehaviour the journeys can ask for. */
export async function startPeer(): Promise<VoicePeer & Service & { env: Record<string, string> }> {
  const script = fileURLToPath(new URL('../../../supabase/local/cli/run.mjs', import.meta.url));
  const child = startChild(script, ['voice-peer'], { pipe: true, stopsItself: true });
  const { url, key } = await firstLine<VoicePeer>(child, 'voice peer');
  process.env[variable] = JSON.stringify({ url, key });
  return { url, key, env: { OPENAI_BASE_URL: url, OPENAI_API_KEY: key }, stop: () => child.stop() };
}

/** Lets the coming calls of somebody misbehave; the rule is one of `voice-peer/faults.ts`. */
export async function misbehave(firstName: string, rule: Record<string, unknown>): Promise<void> {
  const { url, key } = JSON.parse(process.env[variable] ?? '{}') as VoicePeer;
  const answer = await fetch(`${url}/voice-peer/faults`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ match: `"firstName":${JSON.stringify(firstName)}`, ...rule }),
  });
  if (!answer.ok) throw new Error(`The voice peer takes no such rule: ${await answer.text()}`);
}

export interface VoiceReport {
  seq: number;
  kind: string;
  by?: string;
  text?: string;
  name?: string;
  ms?: number;
  interrupted?: boolean;
  failed?: boolean;
}

/** Collects what the page tells the server of its spoken conversations. */
export function watchReports(page: Page): VoiceReport[] {
  const reports: VoiceReport[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/voice/events')) return;
    reports.push(...(request.postDataJSON() as { events: VoiceReport[] }).events);
  });
  return reports;
}

/** Counts how often the page asks for the microphone, from its first script on. */
export async function watchMicrophone(page: Page): Promise<() => Promise<{ asked: number; live: number }>> {
  await page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    let asked = 0;
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      asked += 1;
      const stream = await open(wanted);
      tracks.push(...stream.getAudioTracks());
      return stream;
    };
    const live = () => tracks.filter((track) => track.readyState === 'live').length;
    Object.assign(window, { microphoneUse: () => ({ asked, live: live() }) });
  });
  return () =>
    page.evaluate(() =>
      (window as unknown as { microphoneUse: () => { asked: number; live: number } }).microphoneUse(),
    );
}

/** The loudest root mean square that the kiosk's speaker plays within so many milliseconds, from 0 to 1. */
export function loudest(page: Page, ms: number): Promise<number> {
  return page.evaluate(async (patience) => {
    const speaker = document.querySelector('audio');
    if (!(speaker?.srcObject instanceof MediaStream)) return 0;
    const audio = new AudioContext();
    const meter = audio.createAnalyser();
    audio.createMediaStreamSource(speaker.srcObject).connect(meter);
    const wave = new Float32Array(meter.fftSize);
    const end = performance.now() + patience;
    let most = 0;
    while (performance.now() < end) {
      await new Promise((next) => requestAnimationFrame(next));
      if (speaker.muted) continue;
      meter.getFloatTimeDomainData(wave);
      most = Math.max(most, Math.hypot(...wave) / Math.sqrt(wave.length));
    }
    await audio.close();
    return most;
  }, ms);
}

/** Where the kiosk says whose turn it is. */
export const dock = (page: Page) => page.locator('footer');

/** The microphone is open, or JARVIS answers already. */
export const isOnAir = /J’écoute|Je réfléchis|Je parle/;

/** Pairs a kiosk and greets a member who agrees to talk, and whose calls do what the rule says. */
export async function startTalking(
  app: RunningApp,
  page: Page,
  slug: string,
  rule: Record<string, unknown>,
): Promise<DemoMember> {
  await pairKiosk(app, page, slug, 'fr');
  const member = await freshMember(app, slug);
  await misbehave(member.first_name, rule);
  await holdBadge(page, member.badge_id);
  await answerConsent(page, 'fr', [true, true, true]);
  return member;
}
