import { type RefObject, useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { type Answer, api, type Problem } from '@/lib/http/api';
import { isLoud } from '../health/health';
import { keepEntry, sendOrKeep } from '../queue/port';
import { beginWaiting, dropAhead, keepCall } from '../voice/ahead';
import { lineOf } from '../voice/line';
import { firstState, reduce } from './reduce';
import { talkMode } from './reduce-talk';
import type {
  ConsentTexts,
  GoodbyeReason,
  GreetedScan,
  KioskEvent,
  KioskState,
  Locale,
  Purpose,
  Reply,
  StartedConversation,
} from './types';
import { useHeartbeat } from './use-heartbeat';

const closePath = '/api/kiosk/conversation/close';
const patienceMs = 8_000;
/** The server gives up after 15 s. */
const answerMs = 20_000;
const noNetwork: Answer<never> = {
  ok: false,
  problem: { status: 0, code: 'offline', title: '', detail: '' },
};
/** Why the server is told that a conversation ended. */
const closeReason = {
  done: 'goodbye',
  stopped: 'stop',
  no_talk: 'stop',
  silence: 'silence',
  expired: 'limit',
  unavailable: 'stop',
} as const satisfies Record<GoodbyeReason, string>;

/** Which versions of the gym's own texts somebody has before them. */
const versionsOf = (texts: ConsentTexts) =>
  Object.fromEntries(Object.entries(texts).map(([purpose, text]) => [purpose, text.version]));

/** What ends a conversation: why, and the numbers of the last turn and of the last event of the spoken side. */
const closing = (reason: string, last_seq: number, last_voice_seq: number | null) => ({
  reason,
  last_seq,
  ...(last_voice_seq !== null && { last_voice_seq }),
});

export interface Kiosk {
  state: KioskState;
  dispatch: (event: KioskEvent) => void;
  pair: (code: string) => Promise<Problem | null>;
  read: (badge: string) => Promise<void>;
  start: () => Promise<void>;
  say: (text: string, shown?: string) => Promise<void>;
  sayAgain: () => Promise<void>;
  changeChoice: (purpose: Purpose, granted: boolean) => Promise<void>;
  /** The member only wants the door: lets them go at once, and keeps their answer. */
  decline: () => Promise<void>;
  end: (reason: GoodbyeReason) => Promise<void>;
  retry: () => Promise<void>;
  /** Names the read that began what is on the screen. */
  lastRead: RefObject<string>;
}

/** The kiosk's state and what can be done with it; every call to the server goes through here. */
export function useKiosk(
  slug: string,
  version: string,
  start: { language: Locale; isPaired: boolean },
  /** This tab works as the kiosk. */
  leads: boolean,
): Kiosk {
  const [state, dispatch] = useReducer(reduce, start, firstState);
  const { view, person } = state;
  const beats = !leads || view.name === 'pairing' ? 'off' : view.name === 'elsewhere' ? 'elsewhere' : 'on';
  const beat = useHeartbeat(version, beats, view.name === 'attract', dispatch);
  const lastRead = useRef('');
  const post = <T>(path: `/api/${string}`, body: unknown, signal?: AbortSignal) =>
    api<T>(path, { body, locale: state.language, ...(signal && { signal }) });

  /** Ends the conversation; a close that meets no network waits for it. */
  const close = (
    reason: (typeof closeReason)[GoodbyeReason] | 'replaced',
    last: number,
    voice: number | null,
  ) =>
    sendOrKeep(
      {
        kind: 'closed',
        event_id: crypto.randomUUID(),
        read_event_id: lastRead.current,
        reason,
        last_seq: last,
      },
      () => post(closePath, closing(reason, last, voice), AbortSignal.timeout(patienceMs)),
    );

  const leave = useEffectEvent(() => {
    if (view.name !== 'conversation') return;
    const body = JSON.stringify(closing('page_closed', view.talk.seq, lineOf()?.leave() ?? null));
    navigator.sendBeacon(closePath, new Blob([body], { type: 'application/json' }));
  });
  useEffect(() => {
    const listen = () => leave();
    window.addEventListener('pagehide', listen);
    return () => window.removeEventListener('pagehide', listen);
  }, []);

  const isTalkNear =
    view.name === 'conversation' ? view.talk.mode !== 'text' : view.name === 'consent' && view.starting;
  useEffect(() => {
    if (!isTalkNear) dropAhead();
  }, [isTalkNear]);

  const send = async (seq: number, text: string) => {
    const answer = await post<Reply>(
      '/api/kiosk/conversation/messages',
      { seq, text, language: state.language },
      AbortSignal.timeout(answerMs),
    );
    if (answer.ok) dispatch({ type: 'replied', person, seq, reply: answer.data });
    else dispatch({ type: 'sayFailed', person, seq, code: answer.problem.code });
  };

  return {
    state,
    dispatch,
    lastRead,
    retry: beat,
    pair: async (code) => {
      dispatch({ type: 'pairingSent' });
      const answer = await post<null>('/api/kiosk/provision', { slug, code });
      if (!answer.ok) {
        dispatch({ type: 'pairingRefused', title: answer.problem.title, detail: answer.problem.detail });
        return answer.problem;
      }
      dispatch({ type: 'paired' });
      return null;
    },
    read: async (badge) => {
      if (!leads || ['pairing', 'revoked', 'elsewhere'].includes(view.name)) return;
      if (view.name === 'setup') return dispatch({ type: 'badgeTried', badge });
      const event_id = crypto.randomUUID();
      const entry = { kind: 'scan', event_id, read: badge } as const;
      // Nobody can be greeted while another read is under way; it counts all the same.
      if (view.name === 'starting' || view.name === 'reading') return keepEntry(entry);
      dispatch({ type: 'badgeRead' });
      const served = person + 1;
      // Whoever comes now, the one before has left.
      if (view.name === 'conversation') {
        await close('replaced', view.talk.seq, (await lineOf()?.drain()) ?? null);
      }
      lastRead.current = event_id;
      const isDown = state.link === 'down';
      const answer = await sendOrKeep<GreetedScan>(entry, async () =>
        isDown
          ? noNetwork
          : post('/api/kiosk/scan', { event_id, read: badge, age_ms: 0 }, AbortSignal.timeout(patienceMs)),
      );
      if (answer.ok) dispatch({ type: 'greeted', person: served, scan: answer.data });
      else {
        const { code, status, retry_after_s: seconds = null } = answer.problem;
        dispatch({ type: 'notGreeted', person: served, code, status, seconds });
      }
    },
    start: async () => {
      if (view.name !== 'consent') return;
      const call = talkMode(state, view) !== 'text';
      beginWaiting(call);
      dispatch({ type: 'starting' });
      const answer = await post<StartedConversation>('/api/kiosk/conversation', {
        scan_id: view.scan.scan_id,
        language: state.language,
        consents: view.answers,
        versions: versionsOf(view.scan.consent_texts),
        call,
      });
      if (answer.ok) {
        keepCall(answer.data.call);
        dispatch({ type: 'started', person, conversation: answer.data, isLoud: isLoud() });
      } else {
        dispatch({
          type: 'startFailed',
          person,
          code: answer.problem.code,
          status: answer.problem.status,
        });
      }
    },
    say: async (text, shown = text) => {
      const said = text.trim().slice(0, 2000);
      if (view.name !== 'conversation' || !said) return;
      if (view.talk.mode !== 'text' && lineOf()?.say(said, shown.trim())) return;
      if (view.talk.phase !== 'ready') return;
      dispatch({ type: 'said', text: said, shown: shown.trim() });
      await send(view.talk.seq + 1, said);
    },
    sayAgain: async () => {
      if (view.name !== 'conversation' || view.talk.phase !== 'failed') return;
      dispatch({ type: 'sayRetried' });
      await send(view.talk.seq, view.talk.sent);
    },
    changeChoice: async (purpose, granted) => {
      const answer = await post<{ consents: Record<Purpose, boolean>; closed: boolean }>(
        '/api/kiosk/conversation/consent',
        { purpose, granted },
      );
      if (answer.ok) {
        const { consents, closed } = answer.data;
        dispatch({ type: 'choiceSaved', person, answers: consents, closed });
      } else {
        dispatch({ type: 'choiceFailed', person, code: answer.problem.code });
      }
    },
    decline: async () => {
      if (view.name !== 'consent') return;
      const { scan_id, consent_texts } = view.scan;
      dispatch({ type: 'ended', reason: 'no_talk' });
      await post('/api/kiosk/decline', {
        scan_id,
        language: state.language,
        versions: versionsOf(consent_texts),
      });
    },
    end: async (reason) => {
      const last_seq = view.name === 'conversation' ? view.talk.seq : 0;
      const isOpen = view.name === 'conversation';
      const drained = lineOf()?.drain();
      dispatch({ type: 'ended', reason });
      if (isOpen) await close(closeReason[reason], last_seq, (await drained) ?? null);
    },
  };
}
