import { env } from '@/lib/env';
import type { PersonFetch } from './person-fetch';

const MAX_AGE_SECONDS = 30 * 86_400;
const AGENT_LENGTH = 300;

/**
 * How a sign-in is kept in the browser. Over https the name binds the cookie to this host; on loopback browsers would
 * refuse such a name.
 */
export function cookieOptions() {
  const secure = env().APP_URL.startsWith('https://');
  return {
    name: secure ? '__Host-sb-jarvis' : 'sb-jarvis',
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure,
  };
}

/** A cookie's options as the client gives them, but no longer than a sign-in may last. */
export function shortened<O extends { maxAge?: number }>(options: O): O {
  return { ...options, maxAge: Math.min(options.maxAge ?? MAX_AGE_SECONDS, MAX_AGE_SECONDS) };
}

/** Whether a cookie belongs to a sign-in, one of another name or an older version included. */
export function isSignInCookie(name: string): boolean {
  return /^(__Host-|__Secure-)?sb-/.test(name);
}

/** Whether a cookie is one of those that hold the present sign-in, whole or in parts. */
export function isPresentCookie(name: string): boolean {
  const own = cookieOptions().name;
  return name === own || (name.startsWith(`${own}.`) && /^\d+$/.test(name.slice(own.length + 1)));
}

/** What both clients of a person are made with: their cookies, and the browser's own name for the list of sign-ins. */
export function clientOptions(headers: Pick<Headers, 'get'>, { fetch }: Pick<PersonFetch, 'fetch'>) {
  const agent = (headers.get('user-agent') ?? '').replaceAll(/[^\x20-\x7e]/g, '').slice(0, AGENT_LENGTH);
  const sent: Record<string, string> = agent ? { 'user-agent': agent } : {};
  return { cookieOptions: cookieOptions(), global: { headers: sent, fetch } };
}
