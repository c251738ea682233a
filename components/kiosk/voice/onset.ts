const windowMs = 2.5;
/** A pause shorter than this belongs to the same sound. */
const pauseMs = 60;

const loudness = (wave: Float32Array) => {
  let sum = 0;
  for (const value of wave) sum += value * value;
  return Math.sqrt(sum / wave.length);
};

/**
 * How many milliseconds before the end of a wave the sound began that lasts until its end; null where its end is
 * quiet. `heardRms` tells sound from hiss. What a busy page looked at late is dated as if it had looked at once.
 */
export function onsetAge(wave: Float32Array, sampleRate: number, heardRms: number): number | null {
  const size = Math.round((sampleRate * windowMs) / 1000);
  let begun: number | null = null;
  let lastHeard = -Infinity;
  for (let from = wave.length % size; from + size <= wave.length; from += size) {
    if (loudness(wave.subarray(from, from + size)) <= heardRms) continue;
    if (begun === null || ((from - lastHeard) * 1000) / sampleRate > pauseMs) begun = from;
    lastHeard = from + size;
  }
  if (begun === null || ((wave.length - lastHeard) * 1000) / sampleRate > pauseMs) return null;
  return ((wave.length - begun) * 1000) / sampleRate;
}
