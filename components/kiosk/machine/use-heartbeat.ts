import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { api } from '@/lib/http/api';
import type { Home, KioskEvent } from './types';

const everyMs = 30_000;
const jitterMs = 4_000;
const retryMs = 5_000;

/**
 * Tells the server every 30 s (give or take 4) that this kiosk lives, sooner after a failure and when the network is back.
 * Returns a function that does it now.
 */
export function useHeartbeat(
  version: string,
  isPaired: boolean,
  dispatch: (event: KioskEvent) => void,
): () => Promise<void> {
  const boot = useRef<string | null>(null);
  const beat = useCallback(async (): Promise<boolean> => {
    boot.current ??= crypto.randomUUID();
    const answer = await api<Home>('/api/kiosk/heartbeat', { body: { boot_id: boot.current, version } });
    if (answer.ok) dispatch({ type: 'beat', home: answer.data, at: Date.now() });
    else dispatch({ type: 'beatFailed', code: answer.problem.code, status: answer.problem.status });
    return answer.ok;
  }, [version, dispatch]);

  const beatNow = useEffectEvent(beat);
  useEffect(() => {
    if (!isPaired) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const round = async () => {
      clearTimeout(timer);
      const isWell = await beatNow();
      if (isOver) return;
      clearTimeout(timer);
      timer = setTimeout(round, isWell ? everyMs + (Math.random() * 2 - 1) * jitterMs : retryMs);
    };
    const lost = () => dispatch({ type: 'beatFailed', code: 'offline', status: 0 });
    void round();
    window.addEventListener('online', round);
    window.addEventListener('offline', lost);
    return () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener('online', round);
      window.removeEventListener('offline', lost);
    };
  }, [dispatch, isPaired]);

  return useCallback(async () => void (await beat()), [beat]);
}
