import { useEffect, useState } from 'react';

const patienceMs = 500;

/** Whether this tab works as the kiosk; `asked` until the browser has told. */
export type Lead = 'asked' | 'mine' | 'elsewhere';

/** One tab of a device works, the others stand by; the next takes over when it is closed or dies (rule K4). */
export function useLead(): Lead {
  const [lead, setLead] = useState<Lead>('asked');
  useEffect(() => {
    const over = new AbortController();
    const late = setTimeout(() => setLead('elsewhere'), patienceMs);
    const work = () =>
      new Promise<void>((resolve) => {
        // A lock may be granted just as its asker leaves, and would then be held by nobody.
        if (over.signal.aborted) return resolve();
        clearTimeout(late);
        setLead('mine');
        over.signal.addEventListener('abort', () => resolve());
      });
    // Without such locks, which plain http has not, every tab works.
    if ('locks' in navigator) {
      void navigator.locks.request('kiosk', { signal: over.signal }, work).catch(() => undefined);
    } else void work();
    return () => {
      clearTimeout(late);
      over.abort();
    };
  }, []);
  return lead;
}
