import { scrubText } from './scrub-text';

/** An error as the log keeps it: what and where, without what people are in its message. */
export interface LoggedError {
  type: string;
  message: string;
  code?: string;
  frames?: string[];
  cause?: LoggedError;
}

const DEPTH = 3;

/** Takes an error apart for the log, its causes included; anything may be thrown. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  const { name, message, code, stack, cause } = (error ?? {}) as Partial<Error> & { code?: unknown };
  return {
    type: name ?? typeof error,
    message: scrubText(message ?? (typeof error === 'string' ? error : '')),
    ...(typeof code === 'string' && { code }),
    ...(stack && { frames: framesOf(stack) }),
    ...(cause !== undefined && depth < DEPTH && { cause: loggedError(cause, depth + 1) }),
  };
}

/** The places of a stack; its first lines are the message again. */
const framesOf = (stack: string): string[] =>
  stack.split('\n').flatMap((line) => (/^\s+at .+:\d+\)?$/.test(line) ? [line.trim()] : []));
