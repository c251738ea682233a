import 'server-only';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Refuses a write that does not come from a page of our own; a write without an Origin header is refused too. */
export function assertOwnOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  if (!origin || !isOwnOrigin(origin, new URL(env().APP_URL))) throw new AppError('foreign_origin');
}

function isOwnOrigin(origin: string, app: URL): boolean {
  if (origin === app.origin) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const bothLoopback = loopbackHosts.has(app.hostname) && loopbackHosts.has(from.hostname);
  return bothLoopback && from.protocol === app.protocol && from.port === app.port;
}
