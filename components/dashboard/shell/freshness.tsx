'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { StatusShape } from '@/components/ui/status-shape';
import type { Pulse } from '@/lib/alerts';
import { api } from '@/lib/http/api';

const QUICK_MS = 3_000;
const CALM_MS = 15_000;
/** Visits and kiosks move without changing the version: the first page is redrawn this often anyway, and the desk forgets. */
const FIRST_PAGE_MS = 60_000;

/** How often a page asks: members change by the night, alerts and conversations by the minute. */
const pace = (path: string) => (path.startsWith('/dashboard/members') ? CALM_MS : QUICK_MS);

/**
 * Says how old the page's data is and keeps it young: asks for the gym's version while the page is visible and redraws
 * it when the version has changed; the desk has a version of its own.
 * @param pulse the gym's versions, read before the page's data was
 * @param desk the address of the reader's desk
 */
export function Freshness({ gymId, pulse, desk }: { gymId: string; pulse: Pulse; desk: string }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const path = usePathname();
  const key = path === desk ? 'desk' : 'version';
  const version = pulse[key];
  const seen = useRef(version);
  const drawnAt = useRef(0);
  const checkedAt = useRef(0);
  const [seconds, setSeconds] = useState(0);
  const [lost, setLost] = useState(false);

  useEffect(() => {
    seen.current = version;
    checkedAt.current = Date.now();
    drawnAt.current = Date.now();
  }, [version]);

  useEffect(() => {
    const tick = setInterval(() => setSeconds(Math.round((Date.now() - checkedAt.current) / 1_000)), 1_000);
    return () => clearInterval(tick);
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const answer = await api<Pulse>(`/api/dashboard/pulse?gym=${gymId}`, {
        signal: stop.signal,
      });
      if (stop.signal.aborted) return;
      if (!answer.ok && answer.problem.code === 'unauthenticated') return window.location.replace('/login');
      setLost(!answer.ok);
      if (answer.ok) {
        checkedAt.current = Date.now();
        const isFirst = path === '/dashboard' || path === desk || path === '/dashboard/overview';
        const isOld = isFirst && Date.now() - drawnAt.current > FIRST_PAGE_MS;
        if (isOld || answer.data[key] !== seen.current) {
          seen.current = answer.data[key];
          drawnAt.current = Date.now();
          router.refresh();
        }
      }
      timer = setTimeout(ask, pace(path));
    };
    const wake = () => !document.hidden && void ask();
    timer = setTimeout(ask, pace(path));
    document.addEventListener('visibilitychange', wake);
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [gymId, path, desk, key, router]);

  return (
    <p className="flex items-center gap-2 text-label whitespace-nowrap text-ink-2">
      <StatusShape status={lost ? 'off' : 'good'} />
      {lost ? t('lost') : t('fresh', { seconds })}
    </p>
  );
}
