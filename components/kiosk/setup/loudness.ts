import { loudFromDb } from '../health/health';

/** What a room's noise means for somebody who wants to talk there. */
export type Noise = 'calm' | 'noisy' | 'loud';

/** Below this nothing at all arrives: no room is as quiet as a microphone that is switched off. */
export const silenceDb = -90;
const lowestDb = -100;
const noisyFromDb = -50;

/** Loudness of a frame of samples from -1 to 1, in dB below full scale: from -100 to 0. */
export function decibels(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const power = samples.length > 0 ? sum / samples.length : 0;
  return power > 0 ? Math.min(0, Math.max(lowestDb, 10 * Math.log10(power))) : lowestDb;
}

/** The loudness that a fifth of the frames stay below, in dB: the room between the words. */
export function noiseFloor(frames: readonly number[]): number {
  const sorted = [...frames].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 5)] ?? lowestDb;
}

/** Whether one can talk in a room with this noise floor, has to come close for it, or to hold a button. */
export function noiseOf(floorDb: number): Noise {
  if (floorDb < noisyFromDb) return 'calm';
  return floorDb < loudFromDb ? 'noisy' : 'loud';
}
