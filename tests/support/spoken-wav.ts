import { spawnSync } from 'node:child_process';

const RATE = 48_000;

function fromEspeak(text: string, language: string): Int16Array | null {
  const { status, stdout } = spawnSync('espeak-ng', ['-v', language, '--stdin', '--stdout'], { input: text });
  if (status !== 0 || !stdout || stdout.length < 100) return null;
  const rate = stdout.readUInt32LE(24);
  const bytes = stdout.subarray(44, 44 + Math.floor((stdout.length - 44) / 2) * 2);
  const samples = new Int16Array(new Uint8Array(bytes).buffer);
  return Int16Array.from(
    { length: Math.floor((samples.length * RATE) / rate) },
    (_, at) => samples[Math.floor((at * rate) / RATE)] ?? 0,
  );
}

/** Something with the rhythm of speech, where no voice is installed: syllables, a quarter of a second each. */
function syllables(seconds: number): Int16Array {
  return Int16Array.from({ length: seconds * RATE }, (_, at) => {
    const beat = (at / RATE) % 0.25;
    return beat < 0.15 ? 9000 * Math.sin((2 * Math.PI * 180 * at) / RATE) : 0;
  });
}

/**
 * A WAV for Chromium's fake microphone (48 kHz, 16 bit, mono), which plays it over and over.
 * @param pauses seconds of silence before and after the words
 */
export function spokenWav(text: string, language: string, pauses: { before: number; after: number }): Buffer {
  const words = fromEspeak(text, language) ?? syllables(2);
  const samples = new Int16Array(words.length + (pauses.before + pauses.after) * RATE);
  samples.set(words, pauses.before * RATE);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}
