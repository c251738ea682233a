export type Speaker = 'member' | 'jarvis';

/** What can be heard of one of the two voices right now. */
export interface SoundSource {
  /** Loudness from 0 to 1. */
  level(): number;
  /** The four lowest bands of its spectrum, each from 0 to 1. */
  bands(): readonly [number, number, number, number];
}

const sources = new Map<Speaker, SoundSource>();
const silence: SoundSource = { level: () => 0, bands: () => [0, 0, 0, 0] };

/** Says where a voice is heard; null when it is gone. Whoever draws a voice asks `soundOf` each frame. */
export function hear(speaker: Speaker, source: SoundSource | null): void {
  if (source) sources.set(speaker, source);
  else sources.delete(speaker);
}

/** The voice of a speaker, silence while there is none. */
export const soundOf = (speaker: Speaker): SoundSource => sources.get(speaker) ?? silence;
