import type { Answer } from '@/lib/http/api';
import { noteHealth } from '../health/health';
import { ageOf, type Entry, longestKeptMs, mostKept, type NewEntry, stampNow } from './entries';
import { memoryStore } from './memory-store';
import { openStore, type Store } from './store';

const gymNote = 'gym';
const pruneEvery = 100;

/** Whether nothing more can come of sending this again: it was taken, or refused for what it is. */
function isSettled(answer: Answer<unknown>): boolean {
  if (answer.ok) return true;
  const { status, code } = answer.problem;
  return status !== 0 && status !== 401 && status < 500 && code !== 'rate_limited';
}

/** What waits on this device for the network, and what it has to know after a new start (rule K4). */
export class Queue {
  readonly #store: Store;
  readonly #held = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #gym: string | null = null;
  #kept = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Reads what an earlier start left. */
  async open(): Promise<this> {
    this.#gym = await this.#store.note<string>(gymNote);
    await this.#prune();
    await this.#count();
    return this;
  }

  /** Calls back when something new can be sent; answers how to stop it. */
  onWaiting(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps an entry. One that is `held` is under way by itself and is not delivered until it is settled. */
  async keep(entry: NewEntry, { isHeld = false, agoMs = 0 } = {}): Promise<void> {
    if (isHeld) this.#held.add(entry.event_id);
    await this.#store.add(this.#gym, { ...entry, ...stampNow(agoMs) });
    if (++this.#kept % pruneEvery === 0) await this.#prune();
    await this.#count();
    if (!isHeld) this.#tell();
  }

  /** The way of a held entry has ended: it is done with, or waits like the others. */
  async settle(eventId: string, answer: Answer<unknown>): Promise<void> {
    this.#held.delete(eventId);
    if (isSettled(answer)) await this.drop([eventId]);
    else this.#tell();
  }

  /** The oldest entries of the gym where the kiosk stands now. */
  async next(limit: number): Promise<Entry[]> {
    const kept = await this.#store.oldest(this.#gym, limit + this.#held.size);
    return kept.filter(({ event_id }) => !this.#held.has(event_id)).slice(0, limit);
  }

  async drop(eventIds: readonly string[]): Promise<void> {
    await this.#store.drop(eventIds);
    await this.#count();
  }

  /** What was kept at another gym waits until the kiosk stands at that one again (rule K6); null: nobody knows where it stands. */
  async standAt(gym: string | null): Promise<void> {
    if (gym === this.#gym) return;
    this.#gym = gym;
    await this.#store.setNote(gymNote, gym);
  }

  note = <T>(name: string): Promise<T | null> => this.#store.note<T>(name);
  setNote = (name: string, value: unknown): Promise<void> => this.#store.setNote(name, value);

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  async #prune(): Promise<void> {
    const now = stampNow();
    await this.#store.prune(mostKept, (stamp) => ageOf(stamp, now) > longestKeptMs);
  }

  async #count(): Promise<void> {
    noteHealth({ waiting: Math.max(0, (await this.#store.count()) - this.#held.size) });
  }
}

let opened: Promise<Queue> | undefined;

/** The queue of this device; where the browser keeps nothing it lasts as long as the page. */
export function openQueue(): Promise<Queue> {
  opened ??= openStore()
    .catch(memoryStore)
    .then((store) => new Queue(store).open());
  return opened;
}
