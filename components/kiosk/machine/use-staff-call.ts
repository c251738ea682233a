import { useCallback, useEffect, useRef } from 'react';
import { api } from '@/lib/http/api';
import type { KioskEvent, KioskState } from './types';

const shownMs = 8_000;
const askMs = 3_000;
/** Then the answer is not for the person who called any more. */
const waitMs = 120_000;
/** Somebody who is on the way needs longer than a glance. */
const comingMs = 20_000;

const patience = { called: waitMs, coming: comingMs, nobody: shownMs, failed: shownMs };

/** Calls the team by a message to the dashboard; says when somebody takes it. */
export function useStaffCall(
  status: KioskState['staff'],
  dispatch: (event: KioskEvent) => void,
): (reason: string) => Promise<void> {
  const isCalling = useRef(false);
  useEffect(() => {
    if (status === 'idle' || status === 'calling') return;
    const timer = setTimeout(() => dispatch({ type: 'staff', status: 'idle' }), patience[status]);
    return () => clearTimeout(timer);
  }, [status, dispatch]);

  useEffect(() => {
    if (status !== 'called') return;
    const timer = setInterval(async () => {
      const answer = await api<{ status: string }>('/api/kiosk/staff');
      if (answer.ok && answer.data.status === 'coming') dispatch({ type: 'staff', status: 'coming' });
    }, askMs);
    return () => clearInterval(timer);
  }, [status, dispatch]);

  return useCallback(
    async (reason) => {
      if (isCalling.current) return;
      isCalling.current = true;
      dispatch({ type: 'staff', status: 'calling' });
      const answer = await api<{ status: string }>('/api/kiosk/staff', { body: { reason } });
      isCalling.current = false;
      if (!answer.ok) dispatch({ type: 'staff', status: 'failed' });
      else dispatch({ type: 'staff', status: answer.data.status === 'called' ? 'called' : 'nobody' });
    },
    [dispatch],
  );
}
