import 'server-only';
import pino from 'pino';
import { logLevel } from './env';
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

/**
 * The server's log: one JSON line an event, to standard output; secrets and personal fields are redacted at two depths,
 * errors (`err`) are scrubbed.
 */
export const log = pino({
  level: logLevel(),
  base: null,
  serializers: { err: (error: unknown) => loggedError(error) },
  redact: { paths: secrets.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
});
