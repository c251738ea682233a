import type { ErrorEvent, Exception, StackFrame } from '@sentry/browser';
import { scrubPath, scrubText } from '@/lib/utils/scrub-text';

/** Tags that we set ourselves; none of them holds anything of a person. */
const ownTags = ['request_id', 'path', 'method', 'digest', 'kind'];

/**
 * A report with nothing but what happened where in the code: built up from what may leave, so that whatever a later
 * version adds (cookies, bodies, headers, the person, variables, the page's history) stays here.
 */
export function scrubEvent(event: ErrorEvent): ErrorEvent {
  const { event_id, timestamp, level, platform, release, environment, sdk, exception, message, tags } = event;
  return {
    type: undefined,
    ...defined({ event_id, timestamp, level, platform, release, environment, sdk }),
    ...(message !== undefined && { message: scrubText(message) }),
    ...(exception?.values && { exception: { values: exception.values.map(scrubException) } }),
    tags: Object.fromEntries(
      Object.entries(tags ?? {}).filter(
        ([name, value]) => ownTags.includes(name) && typeof value === 'string',
      ),
    ),
  };
}

function scrubException({ type, value, stacktrace, mechanism }: Exception): Exception {
  return {
    ...defined({ type }),
    ...(value !== undefined && { value: scrubText(value) }),
    ...(mechanism && { mechanism: { type: mechanism.type, ...defined({ handled: mechanism.handled }) } }),
    ...(stacktrace?.frames && { stacktrace: { frames: stacktrace.frames.map(scrubFrame) } }),
  };
}

function scrubFrame({ filename, function: name, lineno, colno, in_app, module }: StackFrame): StackFrame {
  return {
    ...defined({ function: name, lineno, colno, in_app, module }),
    ...(filename !== undefined && { filename: scrubFile(filename) }),
  };
}

/** A page as the file of an inline script has a query, and may have an id in its path. */
const scrubFile = (name: string): string =>
  name.includes('/_next/') ? (name.split(/[?#]/)[0] ?? '') : scrubPath(name);

/** The entries that have a value; optional fields may not be set to undefined. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
