import 'server-only';
import pino from 'pino';
import { logLevel } from './env';
import { scrubText } from './utils/scrub-text';

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

/** An error as the log keeps it: what and where, without what people are in its message. */
interface LoggedError {
  type: string;
  message: string;
  code?: string;
  frames?: string[];
  cause?: LoggedError;
}

function logged(error: unknown, depth = 0): LoggedError {
  const { name, message, code, stack, cause } = (error ?? {}) as Partial<Error> & { code?: unknown };
  return {
    type: name ?? typeof error,
    message: scrubText(message ?? (typeof error === 'string' ? error : '')),
    ...(typeof code === 'string' && { code }),
    ...(stack && {
      frames: stack
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .map((line) => line.trim()),
    }),
    ...(cause !== undefined && depth < 3 && { cause: logged(cause, depth + 1) }),
  };
}

/**
 * The server's log: one JSON line an event, to standard output; secrets and personal fields are redacted at two depths,
 * errors (`err`) are scrubbed.
 */
export const log = pino({
  level: logLevel(),
  base: null,
  serializers: { err: (error: unknown) => logged(error) },
  redact: { paths: secrets.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
});
