import { useEffect } from 'react';

const retryMs = 60_000;

/** Keeps the screen from going dark while this page is in front; asks again when the browser lets go of it. */
export function useKeepAwake(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = async () => {
      if (isOver || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      const held = await navigator.wakeLock.request('screen').catch(() => null);
      if (isOver) void held?.release();
      else lock = held;
    };
    void hold();
    // A battery saver refuses without an event; a minute later it may think otherwise.
    const timer = setInterval(() => void hold(), retryMs);
    document.addEventListener('visibilitychange', hold);
    return () => {
      isOver = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
}
