import 'server-only';
import pino from 'pino';
import { logLevel } from './env';

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

/** The server's log: one JSON line an event, to standard output; secrets and personal fields are redacted at two depths. */
export const log = pino({
  level: logLevel(),
  base: null,
  redact: { paths: secrets.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
});
