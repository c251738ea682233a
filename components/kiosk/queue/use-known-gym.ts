import { useEffect, useEffectEvent } from 'react';
import type { Home } from '../machine/types';
import type { Kiosk } from '../machine/use-kiosk';
import { openQueue } from './queue';

const note = 'home';

/** A kiosk that starts without a network knows its gym from the last answer; what is on today is not part of it. */
export function useKnownGym({ state: { home, view, link }, dispatch }: Kiosk): void {
  useEffect(() => {
    if (home && link === 'up') {
      void openQueue().then((queue) => queue.setNote(note, { ...home, classes: [] } satisfies Home));
    }
  }, [home, link]);

  const isLost = view.name === 'starting' && link !== 'up';
  const remember = useEffectEvent((known: Home | null) => {
    if (known) dispatch({ type: 'remembered', home: known });
  });
  useEffect(() => {
    if (isLost) void openQueue().then((queue) => queue.note<Home>(note).then((known) => remember(known)));
  }, [isLost]);
}
