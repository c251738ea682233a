/** The test tone, in Hz: every small speaker has it, few machines hum it. */
export const toneHz = 1200;
/** How far the tone has to rise above the room to be our own, in dB. */
const riseDb = 12;

/** How much of one frequency a frame holds, in dB below full scale (Goertzel's way). */
export function toneLevel(samples: Float32Array, sampleRate: number, hz = toneHz): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / sampleRate);
  let last = 0;
  let before = 0;
  for (const sample of samples) {
    const next = sample + turn * last - before;
    before = last;
    last = next;
  }
  const power = last * last + before * before - turn * last * before;
  const amplitude = (2 * Math.sqrt(Math.max(0, power))) / Math.max(1, samples.length);
  return Math.max(-120, 20 * Math.log10(Math.max(amplitude, 1e-6)));
}

const middle = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? -120;

/** Whether the microphone heard the speaker: the tone is there while it plays, and not in the pauses; levels in dB. */
export function wasHeard(playing: readonly number[], pausing: readonly number[]): boolean {
  return playing.length > 0 && pausing.length > 0 && middle(playing) - middle(pausing) >= riseDb;
}
