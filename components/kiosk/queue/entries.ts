import type { ReplayEntry } from '@/lib/kiosks/replay-schemas';
import { bootId, sinceBoot } from '../boot';
import type { Happening } from '../voice/outbox';

/** When something happened, as this device knows it (rule K4). */
export interface Stamp {
  boot_id: string;
  /** Milliseconds since the boot, which no change of the clock touches. */
  boot_ms: number;
  /** The wall clock in milliseconds, which may be wrong. */
  at: number;
}

/** What happened in a call, with its number; the entry says when. */
interface Spoken extends Stamp {
  kind: 'spoken';
  event_id: string;
  read_event_id: string;
  event: Happening & { seq: number; age_ms: 0 };
}

export type Entry = Exclude<ReplayEntry, { kind: 'spoken' }> | Spoken;
type WithoutStamp<E> = E extends Entry ? Omit<E, keyof Stamp> : never;
export type NewEntry = WithoutStamp<Entry>;

/** The stamp of something that happened `agoMs` ago, in this boot. */
export const stampNow = (agoMs = 0): Stamp => ({
  boot_id: bootId(),
  boot_ms: Math.max(0, sinceBoot() - Math.round(agoMs)),
  at: Math.max(0, Date.now() - Math.round(agoMs)),
});

/** How long ago a stamp was, in milliseconds: by the boot's own time, or by the wall clock after a new start. */
export const ageOf = (then: Stamp, now: Stamp): number =>
  then.boot_id === now.boot_id ? now.boot_ms - then.boot_ms : now.at - then.at;

/** What may wait: so many entries, so long. */
export const mostKept = 10_000;
export const longestKeptMs = 7 * 86_400_000;
