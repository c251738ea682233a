import { useEffect, useEffectEvent } from 'react';

/** Calls `onIdle` once when nobody has touched or typed for `ms`; a new `key` starts afresh, null waits for nothing. */
export function useIdle(ms: number | null, key: string, onIdle: () => void): void {
  const fire = useEffectEvent(onIdle);
  useEffect(() => {
    if (ms === null) return;
    let timer = setTimeout(fire, ms);
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(fire, ms);
    };
    window.addEventListener('pointerdown', restart);
    window.addEventListener('keydown', restart);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', restart);
      window.removeEventListener('keydown', restart);
    };
  }, [ms, key]);
}
