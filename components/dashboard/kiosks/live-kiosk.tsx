'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { api } from '@/lib/http/api';

const PACE_MS = 5_000;

/** Redraws a kiosk's page when it was heard, fell silent, was changed or has done something, while the page is visible. */
export function LiveKiosk({ id, version }: { id: string; version: string }) {
  const router = useRouter();
  const seen = useRef(version);
  useEffect(() => {
    seen.current = version;
  }, [version]);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      if (!document.hidden) {
        const answer = await api<{ version: string }>(`/api/dashboard/kiosks/${id}/pulse`, {
          signal: stop.signal,
        });
        if (stop.signal.aborted) return;
        if (answer.ok && answer.data.version !== seen.current) {
          seen.current = answer.data.version;
          router.refresh();
        }
      }
      timer = setTimeout(ask, PACE_MS);
    };
    timer = setTimeout(ask, PACE_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [id, router]);
  return null;
}
