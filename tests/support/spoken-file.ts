import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const rate = 48_000;

/** A sentence by espeak-ng as samples at 22,050 Hz; null where it is not installed. */
function sentence(text: string, folder: string): { samples: Int16Array; rate: number } | null {
  const file = join(folder, 'sentence.wav');
  const { status } = spawnSync('espeak-ng', ['-v', 'fr', '-s', '190', '-a', '150', '-w', file, text]);
  if (status !== 0) return null;
  const bytes = readFileSync(file);
  const body = bytes.subarray(44, bytes.length - (bytes.length % 2));
  return {
    samples: Int16Array.from({ length: body.length / 2 }, (_, at) => body.readInt16LE(at * 2)),
    rate: bytes.readUInt32LE(24),
  };
}

/** A row of tones as loud and long as a short sentence. */
const tones = (ms: number) => ({
  rate,
  samples: Int16Array.from({ length: (ms * rate) / 1000 }, (_, at) => {
    const hertz = 180 + 60 * Math.floor((at / rate) * 6);
    return Math.sin((at / rate) * Math.PI * 2 * hertz) * 9_000 * (0.6 + 0.4 * Math.sin(at / 900));
  }),
});

/**
 * A microphone for Chromium: silence, a sentence, silence; the file begins again at its end. Times in milliseconds.
 * Without espeak-ng tones speak. Answers the path of a 48 kHz mono file.
 */
export function spokenFile(text: string, before: number, after: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-spoken-'));
  const { samples, rate: own } = sentence(text, folder) ?? tones(1_100);
  const spoken = Math.floor((samples.length * rate) / own);
  const lead = Math.floor((before * rate) / 1000);
  const length = lead + spoken + Math.floor((after * rate) / 1000);
  const bytes = Buffer.alloc(44 + length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + length * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(length * 2, 40);
  for (let at = 0; at < spoken; at += 1) {
    bytes.writeInt16LE(samples[Math.floor((at * own) / rate)] ?? 0, 44 + (lead + at) * 2);
  }
  const file = join(folder, 'microphone.wav');
  writeFileSync(file, bytes);
  return file;
}

/** How Chromium hears a file as its microphone and plays sound without a touch. */
export const speakingBrowser = (file: string): string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-audio-capture=${file}`,
  '--autoplay-policy=no-user-gesture-required',
];
