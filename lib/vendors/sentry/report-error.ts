import 'server-only';
import type { NodeClient } from '@sentry/nextjs';
import { env } from '@/lib/env';
import type { AppError } from '@/lib/errors';
import { scrubPath } from '@/lib/utils/scrub-text';

const PATIENCE_MS = 1_000;

export interface Place {
  kind: string;
  method: string;
  path: string;
  requestId?: string;
  digest?: string;
}

let client: Promise<NodeClient> | undefined;

/** Loads what reports errors, so that the first one does not wait for it; without a DSN nothing is loaded. */
export async function prepareReports(): Promise<NodeClient | null> {
  const { SENTRY_DSN } = env();
  if (!SENTRY_DSN) return null;
  client ??= import('./server-client').then(({ connect }) => connect(SENTRY_DSN));
  return client;
}

/** Reports an error that nobody expected and waits up to a second until it has left; does nothing without a DSN. Never throws. */
export async function reportError(error: unknown, place: Place): Promise<void> {
  try {
    const cause = unexpected(error);
    const reports = cause && (await prepareReports());
    if (!reports) return;
    const { Scope } = await import('@sentry/nextjs');
    const scope = new Scope();
    scope.setTags({ kind: place.kind, method: place.method, path: scrubPath(place.path) });
    if (place.requestId) scope.setTag('request_id', place.requestId);
    if (place.digest) scope.setTag('digest', place.digest);
    reports.captureException(cause, {}, scope);
    await reports.flush(PATIENCE_MS);
  } catch {
    // The error itself is in the log; that it could not be reported must not become another one.
  }
}

/**
 * What to report of an error: an `internal` of ours hides its cause, any other code is a refusal on purpose. Told by
 * name, because Next bundles the class more than once. Clients of the backend refuse with plain objects.
 */
function unexpected(error: unknown): Error | null {
  const { name, code, message, cause } = (error ?? {}) as Partial<AppError>;
  if (name === 'AppError' && code !== 'internal') return null;
  if (name === 'AppError' && cause) return unexpected(cause);
  if (error instanceof Error) return error;
  return new Error([code, message].filter((part) => typeof part === 'string').join(': ') || 'not an error');
}
