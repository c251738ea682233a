import { backendFetch } from './backend-fetch';

/** One more try mends a connection that broke while nobody used it. */
const TRIES = 2;
/** What failed only after this long is not tried again. */
const LONG_MS = 2_000;

export interface PersonFetch {
  fetch: typeof fetch;
  /** Aborts when a sign-in that is due could not be renewed because the auth server does not answer. */
  away: AbortSignal;
}

/**
 * `fetch` for one request's client of a person. The client's library tries to renew a sign-in for half a minute, and
 * throws the sign-in away after any answer that is no 5xx: here it gets two tries, and what is no verdict on the
 * sign-in (too many requests, a gateway's page) counts as no answer. After that nothing is renewed behind the reader's
 * back, because the new token would be lost.
 */
export function personFetch(): PersonFetch {
  const away = new AbortController();
  const began = performance.now();
  let failed = 0;
  const renew: typeof fetch = async (input, init) => {
    away.signal.throwIfAborted();
    const answer = await verdict(input, init).catch(() => null);
    if (answer) return answer;
    failed += 1;
    if (failed >= TRIES || performance.now() - began > LONG_MS) away.abort();
    return new Response(null, { status: 503 });
  };
  return {
    fetch: (input, init) => (isRenewal(input) ? renew(input, init) : backendFetch(input, init)),
    away: away.signal,
  };
}

const isRenewal = (input: Parameters<typeof fetch>[0]): boolean =>
  /\/auth\/v1\/token\?(.*&)?grant_type=refresh_token/.test(
    input instanceof Request ? input.url : String(input),
  );

/** The answer where the auth server itself says yes or no; null for another status. Throws what is no whole JSON. */
async function verdict(...call: Parameters<typeof fetch>): Promise<Response | null> {
  const answer = await backendFetch(...call);
  await answer.clone().json();
  return [200, 400, 401, 403, 422].includes(answer.status) ? answer : null;
}
