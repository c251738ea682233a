import { useEffect, useRef } from 'react';
import { api } from '@/lib/http/api';
import type { Replayed } from '@/lib/kiosks/replay-schemas';
import type { KioskState } from '../machine/types';
import { type Delivery, startDelivery } from './delivery';
import { openQueue } from './queue';

const patienceMs = 20_000;

/** Delivers what waits: at the start, when something comes, when the network is back, and when the device is paired. */
export function useDelivery({ link, view }: KioskState): void {
  const delivery = useRef<Delivery>(null);
  const isPaired = view.name !== 'pairing' && view.name !== 'revoked';
  useEffect(() => {
    if (!isPaired) return;
    let isOver = false;
    void openQueue().then((queue) => {
      if (isOver) return;
      delivery.current = startDelivery(queue, (body) =>
        api<Replayed>('/api/kiosk/queue', { body, signal: AbortSignal.timeout(patienceMs) }),
      );
    });
    const nudge = () => delivery.current?.nudge();
    window.addEventListener('online', nudge);
    return () => {
      isOver = true;
      delivery.current?.stop();
      delivery.current = null;
      window.removeEventListener('online', nudge);
    };
  }, [isPaired]);

  useEffect(() => {
    if (link === 'up') delivery.current?.nudge();
  }, [link]);
}
