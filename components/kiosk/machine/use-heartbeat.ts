import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { api } from '@/lib/http/api';
import { bootId } from '../boot';
import type { Home, KioskEvent, KioskOrders } from './types';

const path = '/api/kiosk/heartbeat';
const everyMs = 30_000;
const jitterMs = 4_000;
const retryMs = 5_000;
/** A network that swallows everything gives no answer at all, for many minutes. */
const patienceMs = 20_000;

/** Names this browser, so that a copied token can be told from a second window. */
function instanceId(): string {
  const kept = localStorage.getItem('kiosk-instance') ?? crypto.randomUUID();
  localStorage.setItem('kiosk-instance', kept);
  return kept;
}

/**
 * Tells the server every 30 s (give or take 4) how this kiosk is, sooner after a failure and when the network is back,
 * and does what the answer asks for. Returns a function that does it now.
 * @param mode `elsewhere`: a newer window has taken over, so nothing is said until this one is touched
 * @param isIdle nobody stands before the kiosk
 */
export function useHeartbeat(
  version: string,
  mode: 'off' | 'on' | 'elsewhere',
  isIdle: boolean,
  dispatch: (event: KioskEvent) => void,
): () => Promise<void> {
  // Loaded beside the first heartbeat: neither the first screen nor the first sign of life waits for it.
  const fleet = useRef<typeof import('../fleet/commands') | null>(null);
  const idle = useRef(isIdle);
  useEffect(() => {
    idle.current = isIdle;
    if (isIdle) fleet.current?.rest();
  }, [isIdle]);

  /** `more`: there is something to say at once. */
  const beat = useCallback(
    async (takesOver: boolean): Promise<'well' | 'more' | 'failed'> => {
      const more = fleet.current?.report();
      const began = performance.now();
      const answer = await api<Home & KioskOrders>(path, {
        signal: AbortSignal.timeout(patienceMs),
        body: {
          boot_id: bootId(),
          instance_id: instanceId(),
          version,
          ...more,
          ...(takesOver && { takes_over: true }),
        },
      });
      if (!answer.ok) {
        dispatch({ type: 'beatFailed', code: answer.problem.code, status: answer.problem.status });
        return 'failed';
      }
      dispatch({ type: 'beat', home: answer.data, at: Date.now() });
      const isFirst = fleet.current === null;
      fleet.current ??= await import('../fleet/commands').catch(() => null);
      fleet.current?.noteRoundTrip(performance.now() - began);
      const hasNews = fleet.current?.obey(answer.data, more?.done ?? [], version, dispatch) ?? false;
      if (idle.current) fleet.current?.rest();
      return fleet.current !== null && (isFirst || hasNews) ? 'more' : 'well';
    },
    [version, dispatch],
  );

  const beatNow = useEffectEvent(beat);
  useEffect(() => {
    if (mode === 'off') return;
    if (mode === 'elsewhere') {
      const touched = () => void beatNow(true);
      window.addEventListener('pointerdown', touched);
      return () => window.removeEventListener('pointerdown', touched);
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let lostAt = Number.NEGATIVE_INFINITY;
    const round = async (takesOver = false) => {
      clearTimeout(timer);
      const began = performance.now();
      const came = await beatNow(takesOver);
      if (isOver) return;
      clearTimeout(timer);
      // An answer that was under way when the network went does not say that it is back.
      const isStale = lostAt > began && came !== 'failed';
      if (isStale) dispatch({ type: 'beatFailed', code: 'offline', status: 0 });
      const well = everyMs + (Math.random() * 2 - 1) * jitterMs;
      const wait = isStale ? retryMs : { well, more: 1_000, failed: retryMs }[came];
      timer = setTimeout(round, wait);
    };
    const back = () => void round();
    const lost = () => {
      lostAt = performance.now();
      dispatch({ type: 'beatFailed', code: 'offline', status: 0 });
    };
    const goingDown = () => {
      const last = JSON.stringify({ boot_id: bootId(), version, going_down: true });
      navigator.sendBeacon(path, new Blob([last], { type: 'application/json' }));
    };
    // Who has just been paired, or opened, is the one that works.
    void round(true);
    window.addEventListener('online', back);
    window.addEventListener('offline', lost);
    window.addEventListener('pagehide', goingDown);
    return () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener('online', back);
      window.removeEventListener('offline', lost);
      window.removeEventListener('pagehide', goingDown);
    };
  }, [dispatch, mode, version]);

  return useCallback(async () => void (await beat(false)), [beat]);
}
