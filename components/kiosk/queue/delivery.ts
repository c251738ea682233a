import type { Answer } from '@/lib/http/api';
import type { Replayed } from '@/lib/kiosks/replay-schemas';
import { type Entry, type Stamp, stampNow } from './entries';
import type { Queue } from './queue';

const largest = 100;
/** The server takes 64 KiB; what people wrote may be long. */
const largestText = 40_000;
const everyMs = 5_000;
const againMs = 30_000;

/** What waited, oldest first, and when it is sent. */
export type Batch = Stamp & { entries: Entry[] };

export interface Delivery {
  /** Something can be sent, or the way may be free again. */
  nudge(): void;
  stop(): void;
}

/** As many of the oldest as one request may carry. */
function fitting(entries: Entry[]): Entry[] {
  let size = 0;
  return entries.filter((entry, place) => {
    size += JSON.stringify(entry).length;
    return place === 0 || size <= largestText;
  });
}

/**
 * Asks at which gym the device stands, then delivers the queue in its order, at most 100 entries at most every 5 s (rule K4). An entry leaves the queue when the
 * server has it, so that nothing is lost, and the server knows each by its id, so that nothing is doubled.
 */
export function startDelivery(queue: Queue, send: (body: Batch) => Promise<Answer<Replayed>>): Delivery {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;
  let isBusy = false;
  let isAskedMeanwhile = false;
  let isOver = false;
  let knowsGym = false;
  let limit = largest;

  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(() => void round(), ms);
  };

  /** Milliseconds until the next try; null: there is nothing to send. */
  const deliver = async (): Promise<number | null> => {
    const entries = knowsGym ? fitting(await queue.next(limit)) : [];
    if (knowsGym && entries.length === 0) return null;
    const answer = await send({ ...stampNow(), entries });
    if (answer.ok) {
      await queue.drop(entries.map(({ event_id }) => event_id));
      await queue.standAt(answer.data.gym);
      limit = largest;
      // Nothing was sent yet but the question where we are.
      const isFirst = !knowsGym;
      knowsGym = true;
      return isFirst ? 0 : everyMs;
    }
    const { status, retry_after_s: seconds } = answer.problem;
    // Revoked: everything stays until the device is paired again (rule K6).
    if (status === 401) {
      knowsGym = false;
      await queue.standAt(null);
      return null;
    }
    if (![400, 413, 422].includes(status)) return seconds ? seconds * 1000 : againMs;
    // One that cannot be taken must not hold up the others: halve until it stands alone.
    if (entries.length <= 1) await queue.drop(entries.map(({ event_id }) => event_id));
    limit = Math.max(1, Math.floor(entries.length / 2));
    return entries.length === 0 ? againMs : everyMs;
  };

  const round = async () => {
    if (isOver) return;
    isAskedMeanwhile = isBusy;
    if (isBusy) return;
    isBusy = true;
    lastAt = performance.now();
    const wait = await deliver().catch(() => againMs);
    isBusy = false;
    if (wait !== null || isAskedMeanwhile) schedule(wait ?? everyMs);
  };

  const nudge = () => schedule(Math.max(0, lastAt + everyMs - performance.now()));
  const forget = queue.onWaiting(nudge);
  schedule(0);
  return {
    nudge,
    stop() {
      isOver = true;
      clearTimeout(timer);
      forget();
    },
  };
}
