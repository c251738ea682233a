/** What still works between kiosk and member; each step down is visible on the screen and in the fleet. */
export type Ladder = 'voice' | 'push_to_talk' | 'text' | 'badge';

/** What a kiosk knows about itself; goes out with each heartbeat. */
export interface Health {
  microphone: 'unknown' | 'ok' | 'silent' | 'blocked' | 'missing';
  speaker: 'unknown' | 'ok' | 'silent';
  /** Noise floor in dB below full scale, so from -100 to 0; null until measured. */
  noiseDb: number | null;
  ladder: Ladder;
  /** Why it is not on the ladder's first step; a closed set, null when it is. */
  ladderReason:
    | 'no_microphone'
    | 'noise'
    | 'voice_down'
    | 'no_budget'
    | 'network'
    | 'setting'
    | 'plan_limit'
    | 'on_hold'
    | null;
  /** Milliseconds from the end of speech to the first sound, of the last turns. */
  latencies: readonly number[];
  /** Reads and events that wait for the network. */
  waiting: number;
}

const kept = 20;
/** From this noise floor on, in dB below full scale, nobody is understood without holding a button; the fleet's limit too. */
export const loudFromDb = -25;
let current: Health = {
  microphone: 'unknown',
  speaker: 'unknown',
  noiseDb: null,
  ladder: 'text',
  ladderReason: null,
  latencies: [],
  waiting: 0,
};
const listeners = new Set<() => void>();

/** What the kiosk knows about itself now; the same object until something changes. */
export const readHealth = (): Health => current;

/** Whether the last check of this device found the room too loud to talk freely. */
export const isLoud = (): boolean => current.noiseDb !== null && current.noiseDb >= loudFromDb;

/** Notes what was found out. */
export function noteHealth(found: Partial<Health>): void {
  current = { ...current, ...found };
  for (const listener of listeners) listener();
}

/** Notes how long JARVIS took to answer, in milliseconds; the last twenty are kept. */
export function noteLatency(ms: number): void {
  noteHealth({ latencies: [...current.latencies, ms].slice(-kept) });
}

/** Calls back at every change; answers how to stop it. For `useSyncExternalStore`. */
export function onHealth(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
