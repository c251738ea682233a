import 'server-only';
import type { NextRequest } from 'next/server';
import { assertWithin, type LimitName, type Taken } from './rate-limit';

/** One request on its way through the wrappers. */
export interface Exchange<P> {
  readonly id: string;
  readonly request: NextRequest;
  readonly params: P;
  /** Aborts when the route has taken too long. */
  readonly signal: AbortSignal;
  /** What the limit said last; its figures go into the answer's headers. */
  taken?: Taken;
}

/** Counts the request for a key; throws `rate_limited` when it is one too many. */
export async function spend(exchange: Exchange<unknown>, limit: LimitName, key: string): Promise<void> {
  exchange.taken = await assertWithin(limit, key);
}
