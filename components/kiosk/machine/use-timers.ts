import { useEffect, useEffectEvent } from 'react';
import type { View } from './types';
import { useIdle } from './use-idle';
import type { Kiosk } from './use-kiosk';

/** The third answer can still be changed for this long. */
const lastWordMs = 300;
const clearMs = 10_000;
const quietMs = 45_000;
const farewellMs = 6_000;
/** Rule V2: twenty seconds in which nobody speaks end a spoken conversation; for the last ten JARVIS asks. */
const silenceMs = 10_000;

/** How long a screen about somebody may stay untouched, in milliseconds; null: it does not end by itself. */
function patience(view: View): number | null {
  switch (view.name) {
    case 'noted':
      return farewellMs;
    case 'refused':
    case 'goodbye':
      return clearMs;
    case 'forgotten':
    case 'trouble':
      return 2 * clearMs;
    case 'consent':
      return view.starting ? null : 3 * clearMs;
    case 'conversation':
      if (view.talk.phase === 'thinking') return null;
      if (view.talk.phase === 'ending') return farewellMs;
      if (view.talk.mode === 'text') return view.talk.asks ? clearMs : quietMs;
      return ['listening', 'off'].includes(view.talk.voice) ? silenceMs : null;
    default:
      return null;
  }
}

/** What happens without anybody doing anything: the start after the third answer, the question, the cleared screen, the limit. */
export function useTimers({ state, dispatch, start, decline, end }: Kiosk): void {
  const { view, person } = state;
  const talk = view.name === 'conversation' ? view.talk : null;
  const phase = talk ? `${talk.seq} ${talk.phase} ${talk.asks} ${talk.mode} ${talk.voice} ${talk.signs}` : '';
  useIdle(patience(view), `${person} ${view.name} ${phase}`, () => {
    if (view.name !== 'conversation') dispatch({ type: 'cleared' });
    else if (view.talk.phase === 'ending') void end('done');
    else if (view.talk.asks) void end('silence');
    else dispatch({ type: 'wentQuiet' });
  });

  const choice = view.name === 'consent' ? Object.values(view.answers).join() : null;
  /** Nothing was asked, so nothing can be taken back. */
  const isKnown = view.name === 'consent' && view.known;
  const decide = useEffectEvent(() => {
    if (view.name !== 'consent' || view.starting || !(view.known || view.touched)) return;
    if (view.answers.talk === false) void decline();
    else if (Object.values(view.answers).every((answer) => answer !== null)) void start();
  });
  useEffect(() => {
    if (choice === null) return;
    const timer = setTimeout(() => decide(), isKnown ? 0 : lastWordMs);
    return () => clearTimeout(timer);
  }, [choice, isKnown]);

  const expiresAt = view.name === 'conversation' ? Date.parse(view.talk.expiresAt) - state.clockSkew : null;
  const expire = useEffectEvent(() => void end('expired'));
  useEffect(() => {
    if (expiresAt === null) return;
    const timer = setTimeout(() => expire(), Math.max(0, expiresAt - Date.now()));
    return () => clearTimeout(timer);
  }, [expiresAt]);
}
