import { useEffect, useEffectEvent, useRef } from 'react';
import type { Talk } from '../machine/types';
import type { Kiosk } from '../machine/use-kiosk';
import { openQueue, type Queue } from './queue';

const note = 'talk';
const againMs = 2_000;
const lookMs = 5_000;
const mostTries = 3;

/** An open conversation as it is found again after the tab has died. */
interface TalkNote {
  read_event_id: string;
  seq: number;
  /** What the member wrote last while the server has not answered it; only what may be kept (rule P1). */
  unsent: string | null;
  language: 'fr' | 'en' | 'es';
}

async function keepWords(queue: Queue, { unsent: text, ...talk }: TalkNote): Promise<void> {
  if (text) await queue.keep({ kind: 'said', event_id: crypto.randomUUID(), ...talk, text });
}

/** What an earlier start of the page left open is over: nobody knows who stands there now (rule V4). */
async function closeLost(queue: Queue): Promise<void> {
  const lost = await queue.note<TalkNote>(note);
  if (!lost) return;
  await keepWords(queue, lost);
  await queue.keep({
    kind: 'closed',
    event_id: crypto.randomUUID(),
    read_event_id: lost.read_event_id,
    reason: 'tab_lost',
    last_seq: lost.seq,
  });
  await queue.setNote(note, null);
}

const isUnsent = (talk: Talk) => talk.phase === 'thinking' || talk.phase === 'failed';

/** A conversation whose network goes: what was said waits, is sent when it is back, and outlives the tab. */
export function useTalk({ state, lastRead, retry, sayAgain }: Kiosk): void {
  const { view, link, language } = state;
  const talk = view.name === 'conversation' ? view.talk : null;
  const last = useRef<TalkNote>(null);
  const work = useRef<Promise<void>>(null);

  const step = useEffectEvent(async () => {
    const queue = await openQueue();
    if (talk) {
      last.current = {
        read_event_id: lastRead.current,
        seq: talk.seq,
        unsent: talk.answers.analyse && isUnsent(talk) ? talk.sent : null,
        language,
      };
      return queue.setNote(note, last.current);
    }
    if (!last.current) return;
    const over = last.current;
    last.current = null;
    await keepWords(queue, over);
    await queue.setNote(note, null);
  });
  const seq = talk?.seq ?? null;
  const phase = talk?.phase ?? null;
  useEffect(() => {
    work.current ??= openQueue().then(closeLost);
    work.current = work.current.then(() => step()).catch(() => undefined);
  }, [seq, phase]);

  const turn = phase === 'failed' ? `${state.person} ${seq}` : '';
  useResend(turn, link === 'up', retry, sayAgain);
}

/** Sends a turn that failed again by itself, a few times while the network is there; after that the button is. */
function useResend(turn: string, isUp: boolean, look: () => Promise<void>, send: () => Promise<void>): void {
  const tries = useRef({ turn: '', count: 0 });
  const lookNow = useEffectEvent(look);
  const again = useEffectEvent(() => {
    const count = tries.current.turn === turn ? tries.current.count + 1 : 1;
    tries.current = { turn, count };
    if (count <= mostTries) void send();
  });
  useEffect(() => {
    if (turn) void lookNow();
  }, [turn]);
  // Somebody stands there and waits: the next heartbeat may be half a minute away.
  useEffect(() => {
    if (!turn || isUp) return;
    const timer = setInterval(() => void lookNow(), lookMs);
    return () => clearInterval(timer);
  }, [turn, isUp]);
  useEffect(() => {
    if (!turn || !isUp) return;
    const timer = setTimeout(() => again(), againMs);
    return () => clearTimeout(timer);
  }, [turn, isUp]);
}
