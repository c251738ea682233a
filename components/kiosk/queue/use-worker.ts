import { useEffect } from 'react';

const script = '/kiosk-worker.js';

/** What this page has loaded so far; the first load is not the worker's yet. */
function warm(build: string, worker: ServiceWorker): void {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const named = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src);
  const urls = [...new Set([...loaded, ...named])].filter((url) =>
    new URL(url).pathname.startsWith('/_next/static/'),
  );
  worker.postMessage({ kind: 'warm', build, page: location.pathname, urls });
}

/**
 * Has the worker keep this page and what it is made of, again when the device is paired: the page then says so.
 * @param build version and build, `1.2.3+build`; the version alone under a development server
 */
export function useWorker(build: string, isPaired: boolean): void {
  useEffect(() => {
    // A page that is rebuilt all the time is not to be kept, and plain http has no workers.
    if (!build.includes('+') || !('serviceWorker' in navigator)) return;
    void (async () => {
      await navigator.serviceWorker.register(script, { scope: '/kiosk/', updateViaCache: 'none' });
      const { active } = await navigator.serviceWorker.ready;
      if (active) warm(build, active);
    })().catch(() => undefined);
  }, [build, isPaired]);
}
