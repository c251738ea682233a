const LOAD_AFTER_MS = 4_000;

/** Reports this page's errors from when it is idle; what goes wrong before is kept until then. */
export function reportErrors(dsn: string): void {
  const early: unknown[] = [];
  const keep = (event: ErrorEvent | PromiseRejectionEvent) =>
    void early.push('reason' in event ? event.reason : event.error);
  window.addEventListener('error', keep);
  window.addEventListener('unhandledrejection', keep);
  const load = async () => {
    const { startReports } = await import('@/lib/vendors/sentry/browser');
    window.removeEventListener('error', keep);
    window.removeEventListener('unhandledrejection', keep);
    startReports(dsn, early);
  };
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(() => void load(), { timeout: LOAD_AFTER_MS });
  else setTimeout(load, LOAD_AFTER_MS);
}
