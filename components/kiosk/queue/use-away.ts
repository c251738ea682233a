import { useEffect } from 'react';
import type { KioskState } from '../machine/types';
import { type Stamp, stampNow } from './entries';
import { openQueue } from './queue';

const note = 'away';
/** Shorter gaps are seen by nobody: a kiosk counts as late from then on (rule K3). */
const shortestMs = 45_000;

/** Tells once from when to when the kiosk could not reach the server; heartbeats of that time are never sent again. */
export function useAway({ link, home }: KioskState): void {
  const stand = link !== 'up' ? 'away' : home ? 'here' : 'unknown';
  useEffect(() => {
    void (async () => {
      const queue = await openQueue();
      const away = await queue.note<{ event_id: string; since: Stamp }>(note);
      if (stand === 'away' && !away) {
        await queue.setNote(note, { event_id: crypto.randomUUID(), since: stampNow() });
      } else if (stand === 'here' && away) {
        const now = stampNow();
        const isShort = away.since.boot_id === now.boot_id && now.boot_ms - away.since.boot_ms < shortestMs;
        if (!isShort) await queue.keep({ kind: 'away', ...away });
        await queue.setNote(note, null);
      }
    })();
  }, [stand]);
}
