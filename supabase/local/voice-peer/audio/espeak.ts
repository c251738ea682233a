import { spawn } from 'node:child_process';
import type { Language } from '../../../../lib/voice/brain/types.ts';
import { encode, RATE } from './mulaw.ts';

const VOICES: Record<Language, string> = { fr: 'fr-fr', en: 'en-gb', es: 'es' };
const WORDS_A_MINUTE = 165;
/** Of 32,768; softer than this is hiss. */
const AUDIBLE = 200;

/** One sentence in the voice of espeak-ng, as µ-law; undefined where the program is not installed or fails. */
export async function espeak(text: string, language: Language, program: string): Promise<Buffer | undefined> {
  const args = ['-v', VOICES[language], '-s', String(WORDS_A_MINUTE), '--stdin', '--stdout'];
  const wav = await run(program, args, text);
  return wav && wav.length > 44 ? encode(resample(readWav(wav))) : undefined;
}

async function run(program: string, args: string[], input: string): Promise<Buffer | undefined> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: 10_000 });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stdin.on('error', () => undefined);
  // A bracket would begin phonemes.
  child.stdin.end(input.replace(/[[\]]/g, ' '));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  return code === 0 ? Buffer.concat(parts) : undefined;
}

/** Mono 16-bit samples of a WAV that was written to a pipe, whose lengths are therefore wrong. */
function readWav(wav: Buffer): { samples: Int16Array; rate: number } {
  const data = wav.indexOf('data', 12, 'latin1') + 8;
  const bytes = wav.subarray(data, data + Math.floor((wav.length - data) / 2) * 2);
  const samples = new Int16Array(new Uint8Array(bytes).buffer);
  // The program begins with some 15 ms of nothing, which somebody would wait for.
  const voiced = samples.findIndex((sample) => Math.abs(sample) > AUDIBLE);
  return { samples: samples.subarray(Math.max(0, voiced)), rate: wav.readUInt32LE(24) };
}

/** To 8 kHz; each sample is the mean of those it stands for, which keeps what is too high from whistling. */
function resample({ samples, rate }: { samples: Int16Array; rate: number }): Int16Array {
  const step = rate / RATE;
  return Int16Array.from({ length: Math.floor(samples.length / step) }, (_, index) => {
    const from = Math.floor(index * step);
    const to = Math.max(from + 1, Math.floor((index + 1) * step));
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += samples[at] ?? 0;
    return Math.round(sum / (to - from));
  });
}
