import type { Answer } from '@/lib/http/api';
import type { NewEntry } from './entries';

/** The queue, which is loaded after the first screen. */
const theQueue = () => import('./queue').then(({ openQueue }) => openQueue());

/**
 * Sends what must not be lost. It is kept first, so that a tab that dies in between delivers it later; what could not
 * be sent waits, and is kept for sure when this answers.
 */
export async function sendOrKeep<T>(entry: NewEntry, send: () => Promise<Answer<T>>): Promise<Answer<T>> {
  const queue = theQueue();
  const kept = queue.then((it) => it.keep(entry, { isHeld: true })).catch(() => undefined);
  const answer = await send();
  const settled = kept.then(async () => (await queue).settle(entry.event_id, answer)).catch(() => undefined);
  if (!answer.ok) await settled;
  return answer;
}

/** Keeps what happened `agoMs` ago for the next delivery. */
export const keepEntry = (entry: NewEntry, agoMs = 0): Promise<void> =>
  theQueue()
    .then((it) => it.keep(entry, { agoMs }))
    .catch(() => undefined);
