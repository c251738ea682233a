import { useCallback, useEffect, useRef } from 'react';
import { api } from '@/lib/http/api';
import { chime } from '../parts/chime';
import type { KioskEvent, KioskState } from './types';

const shownMs = 8_000;

/** Calls the team: a chime on the spot, which needs no network, and a message to the dashboard. */
export function useStaffCall(
  status: KioskState['staff'],
  dispatch: (event: KioskEvent) => void,
): (reason: string) => Promise<void> {
  const isCalling = useRef(false);
  useEffect(() => {
    if (status === 'idle' || status === 'calling') return;
    const timer = setTimeout(() => dispatch({ type: 'staff', status: 'idle' }), shownMs);
    return () => clearTimeout(timer);
  }, [status, dispatch]);

  return useCallback(
    async (reason) => {
      if (isCalling.current) return;
      isCalling.current = true;
      dispatch({ type: 'staff', status: 'calling' });
      chime();
      const answer = await api<{ status: string }>('/api/kiosk/staff', { body: { reason } });
      isCalling.current = false;
      if (!answer.ok) dispatch({ type: 'staff', status: 'failed' });
      else dispatch({ type: 'staff', status: answer.data.status === 'called' ? 'called' : 'nobody' });
    },
    [dispatch],
  );
}
