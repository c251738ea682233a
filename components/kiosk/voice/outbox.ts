import type { Answer } from '@/lib/http/api';

/** What the server is told of a spoken conversation, without its number and age. */
export type Happening =
  | {
      kind: 'turn';
      by: 'member' | 'jarvis';
      item_id: string;
      text: string;
      language: string;
      interrupted?: true;
    }
  | { kind: 'usage'; response_id: string; usage: unknown }
  | { kind: 'transcription'; item_id: string; usage: unknown; failed: boolean }
  | { kind: 'timing'; name: 'ready' | 'first_sound' | 'barge_in'; ms: number };

type Numbered = Happening & { seq: number; at: number };

const path = '/api/voice/events';
const mostAtOnce = 100;
const everyMs = 5_000;
/** The browser keeps the number alone, and forgets it with the next conversation. */
const key = 'jarvis-voice-seq';

/** The number of the last event of a conversation, as this tab remembers it. */
function lastSeq(conversationId: string): number {
  const [conversation, seq] = (sessionStorage.getItem(key) ?? '').split(' ');
  return conversation === conversationId ? Number(seq) : 0;
}

export interface Outbox {
  add: (happening: Happening) => void;
  /** Sends all that waits; answers the number of the last event that there is. */
  drain: () => Promise<number>;
  /** Sends all that waits from a page that goes away; answers the same. */
  beacon: () => number;
  /** Sends what waits and stops the clock; what meets no network is handed on. */
  close: () => void;
}

/**
 * Events of one conversation on their way to the server: numbered from 1 across reloads, in batches of at most 100
 * every five seconds. What the network refuses waits; what the server refuses is dropped.
 */
export function openOutbox(
  conversationId: string,
  send: (path: '/api/voice/events', body: unknown) => Promise<Answer<unknown>>,
  handOn: (event: Happening & { seq: number }, agoMs: number) => void = () => undefined,
): Outbox {
  let seq = lastSeq(conversationId);
  let waiting: Numbered[] = [];
  let under: Promise<void> | null = null;

  const aged = (events: Numbered[]) =>
    events.map(({ at, ...event }) => ({ ...event, age_ms: Math.round(performance.now() - at) }));
  const sendAll = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce);
      const answer = await send(path, { events: aged(batch) });
      if (!answer.ok && (answer.problem.status === 0 || answer.problem.status >= 500)) return;
      const last = batch.at(-1)?.seq ?? 0;
      waiting = waiting.filter((event) => event.seq > last);
    }
  };
  const flush = () => {
    under ??= sendAll().finally(() => {
      under = null;
    });
    return under;
  };
  const timer = setInterval(() => {
    if (waiting.length > 0) void flush();
  }, everyMs);

  return {
    add: (happening) => {
      seq += 1;
      sessionStorage.setItem(key, `${conversationId} ${seq}`);
      waiting.push({ ...happening, seq, at: performance.now() });
    },
    drain: async () => {
      await flush();
      if (waiting.length > 0) await flush();
      return seq;
    },
    beacon: () => {
      for (let from = 0; from < waiting.length; from += mostAtOnce) {
        const body = JSON.stringify({ events: aged(waiting.slice(from, from + mostAtOnce)) });
        navigator.sendBeacon(path, new Blob([body], { type: 'application/json' }));
      }
      waiting = [];
      return seq;
    },
    close: () => {
      clearInterval(timer);
      void flush().then(() => {
        for (const { at, ...event } of waiting) handOn(event, performance.now() - at);
        waiting = [];
      });
    },
  };
}

/** Nothing of a conversation stays in the browser once its person has left. */
export const forgetSeq = (): void => sessionStorage.removeItem(key);
