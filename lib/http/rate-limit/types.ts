import type { LimitName } from './limits';

/** What a limit said about one request. */
export interface Taken {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** When the window ends, in milliseconds since 1970. */
  resetAt: number;
}

/** Counts requests by name and key. A key is a person's or kiosk's id, or an address. */
export interface RateLimit {
  /** Counts one and says whether it may pass. */
  take(name: LimitName, key: string): Promise<Taken>;
  /** Takes one back, for a request that turned out to be in order. */
  giveBack(name: LimitName, key: string): Promise<void>;
  /** Forgets what a key has used. */
  reset(name: LimitName, key: string): Promise<void>;
}
