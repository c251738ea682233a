import {
  BrowserClient,
  defaultStackParser,
  globalHandlersIntegration,
  makeFetchTransport,
  Scope,
  setCurrentClient,
} from '@sentry/browser';
import { scrubPath } from '@/lib/utils/scrub-text';
import { clientOptions } from './client-options';

/**
 * Reports from now on what goes wrong in this page and nobody catches.
 * @param early what went wrong before this was loaded
 */
export function startReports(dsn: string, early: unknown[]): void {
  const client = new BrowserClient({
    ...clientOptions,
    dsn,
    environment: 'browser',
    transport: makeFetchTransport,
    stackParser: defaultStackParser,
    integrations: [globalHandlersIntegration()],
    beforeSend: (event) =>
      clientOptions.beforeSend({ ...event, tags: { path: scrubPath(window.location.pathname) } }),
  });
  setCurrentClient(client);
  client.init();
  for (const error of early) client.captureException(error, {}, new Scope());
}
