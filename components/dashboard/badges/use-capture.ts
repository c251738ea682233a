import { useCallback, useEffect, useRef, useState } from 'react';
import type { Capture, CaptureState } from '@/lib/badges';
import { api, type Problem } from '@/lib/http/api';

const ASK_MS = 1_200;

export type CaptureView =
  | { name: 'none' }
  | { name: 'waiting'; until: number }
  | { name: 'over'; why: 'expired' | 'cancelled' }
  | { name: 'failed'; problem: Problem };

/**
 * Waits at a kiosk for a badge and asks every 1.2 s whether it has come. Whoever leaves the page waits no more.
 * @param onRead the read, once: an unknown badge, or what a learning read has taught
 */
export function useCapture(onRead: (read: CaptureState) => void) {
  const [view, setView] = useState<CaptureView>({ name: 'none' });
  const [capture, setCapture] = useState<Capture | null>(null);
  const deliver = useRef(onRead);
  useEffect(() => {
    deliver.current = onRead;
  }, [onRead]);

  useEffect(() => {
    if (!capture) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const path = `/api/dashboard/badges/captures/${capture.id}` as const;
    const ask = async () => {
      const answer = await api<CaptureState>(path);
      if (isOver) return;
      if (answer.ok && answer.data.state !== 'waiting') {
        const { state } = answer.data;
        isOver = true;
        setCapture(null);
        if (state === 'expired' || state === 'cancelled') setView({ name: 'over', why: state });
        else {
          setView({ name: 'none' });
          deliver.current(answer.data);
        }
        return;
      }
      // Without a network it is asked again; the two minutes pass all the same.
      timer = setTimeout(ask, ASK_MS);
    };
    timer = setTimeout(ask, ASK_MS);
    return () => {
      clearTimeout(timer);
      if (!isOver) void api(path, { method: 'DELETE' });
      isOver = true;
    };
  }, [capture]);

  // Counts what was asked for: an answer that comes after a later wish is taken back.
  const wish = useRef(0);
  useEffect(() => () => void wish.current++, []);
  const start = useCallback(async (kioskId: string, printed?: string) => {
    const mine = ++wish.current;
    setCapture(null);
    const answer = await api<Capture>('/api/dashboard/badges/captures', {
      body: { kiosk_id: kioskId, ...(printed && { printed }) },
    });
    if (mine !== wish.current) {
      if (answer.ok) void api(`/api/dashboard/badges/captures/${answer.data.id}`, { method: 'DELETE' });
      return;
    }
    if (!answer.ok) return setView({ name: 'failed', problem: answer.problem });
    setView({ name: 'waiting', until: Date.parse(answer.data.expires_at) });
    setCapture(answer.data);
  }, []);
  const stop = useCallback(() => {
    wish.current++;
    setCapture(null);
    setView({ name: 'none' });
  }, []);
  return { view, start, stop };
}
