import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../../support/chromium.ts';
import type { RunningApp } from './app.ts';
import type { Complaints } from './complaints.ts';

const rate = 48_000;
const seconds = 4;

/** Four seconds of even noise, peaking at `amplitude` of full scale, as a WAV file of 48 kHz; 0 is a dead microphone. */
function noiseFile(amplitude: number): Buffer {
  const sound = Buffer.alloc(rate * seconds * 2);
  let seed = 7;
  for (let at = 0; at < sound.length; at += 2) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    sound.writeInt16LE(Math.round(amplitude * 32_767 * (seed / 2 ** 30 - 1)), at);
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + sound.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(sound.length, 40);
  return Buffer.concat([head, sound]);
}

/** A kiosk's own browser, whose microphone hears a room of this loudness; `work` gets its one context. */
export async function inRoom(
  app: RunningApp,
  complaints: Complaints,
  amplitude: number,
  work: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const file = join(tmpdir(), `room-${randomUUID()}.wav`);
  await writeFile(file, noiseFile(amplitude));
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${file}`,
    ],
  });
  try {
    const context = await browser.newContext({
      baseURL: app.url,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport: { width: 1080, height: 1920 },
    });
    complaints.watch(context);
    await work(context);
  } finally {
    await browser.close();
  }
}
