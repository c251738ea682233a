import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';
import { env, logLevel } from './env';
import { keyedHash } from './utils/keyed-hash';
import { loggedError } from './utils/logged-error';

const secrets = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'apikey',
  'email',
  'phone',
  'text',
  'badge',
];

/** What each line about a request carries once it is known: ids, codes and hashes, never a name, address or secret. */
export interface Noted {
  id?: string;
  /** What the request does to somebody's way in. */
  event?: string;
  /** Id of the person whose verified token came, or who has just signed in. */
  person?: string;
  /** Hash of the e-mail that was typed. */
  account?: string;
  /** Hash of the network address. */
  from?: string;
  /** The first signs of the hash of a kiosk's token. */
  kiosk?: string;
  /** Kind of the mailed link that was redeemed. */
  link?: string;
  /** What a sign-in still needs: `dashboard` is nothing. */
  next?: string;
  /** What proved that the person may change the password: `current` or `link`. */
  proof?: string;
}

const requests = new AsyncLocalStorage<Noted>();

/**
 * The server's log: one JSON line an event, to standard output; secrets and personal fields are redacted at two depths,
 * errors (`err`) are scrubbed.
 */
export const log = pino({
  level: logLevel(),
  base: null,
  mixin: () => ({ ...requests.getStore() }),
  serializers: { err: (error: unknown) => loggedError(error) },
  redact: { paths: secrets.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
});

/** Runs the work of one request: whatever it logs carries these fields, and what `note` adds on the way. */
export const logged = <T>(fields: Noted, work: () => Promise<T>): Promise<T> =>
  requests.run({ ...fields }, work);

/** Adds to what further lines of this request carry. */
export function note(fields: Noted): void {
  Object.assign(requests.getStore() ?? {}, fields);
}

const HASH_LENGTH = 16;

/** What stands in the log for an e-mail or a network address: the same for the same, and of no use without our key. */
export const logHash = (text: string): string =>
  keyedHash('log', text, env().BADGE_HASH_KEY).slice(0, HASH_LENGTH);
