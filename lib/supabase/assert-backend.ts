import 'server-only';
import { AppError } from '@/lib/errors';
import { env } from '@/lib/env';

const PATIENCE_MS = 2_000;

/** What Postgres says to somebody who may not call a function. */
const DENIED = '42501';

/**
 * Throws `backend_unavailable` unless the database answers through the API within 2 seconds. It asks with the key that
 * browsers may know for what only people may have: the refusal of that comes from Postgres itself, and from nowhere
 * before the schema is in place.
 */
export async function assertBackend(patienceMs = PATIENCE_MS): Promise<void> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  try {
    const response = await fetch(`${SUPABASE_URL}/rest/v1/rpc/get_actor`, {
      method: 'POST',
      headers: { apikey: SUPABASE_PUBLISHABLE_KEY, 'content-type': 'application/json' },
      body: '{}',
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    const { code } = (await response.json()) as { code?: unknown };
    if (code !== DENIED) throw new Error(`The backend answers ${response.status}.`);
  } catch (cause) {
    throw new AppError('backend_unavailable', { cause });
  }
}
