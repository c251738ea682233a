import { timingSafeEqual } from 'node:crypto';
import type { Keys } from '../keys.ts';
import { refusal } from './answers.ts';

/** Compares in constant time. */
export function isSame(given: string, known: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(known);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A request's bearer token, if it has one. */
export function bearerOf(request: Request): string | undefined {
  return request.headers.get('authorization')?.match(/^Bearer\s+(.+)$/i)?.[1];
}

/** Which key came with a request; a refusal when none of ours did, or the secret one came from a browser. */
export function apiKeyOf(request: Request, keys: Keys): 'publishable' | 'secret' | Response {
  const apikey = request.headers.get('apikey') ?? '';
  if (!apikey) return refusal(401, 'No API key found in request', 'No `apikey` request header was found.');
  if (isSame(apikey, keys.publishable_key)) return 'publishable';
  if (!isSame(apikey, keys.secret_key)) return refusal(401, 'Invalid API key');
  if (/^\s*Mozilla\s*\/\s*5/i.test(request.headers.get('user-agent') ?? ''))
    return refusal(401, 'Forbidden use of secret API key in browser');
  return 'secret';
}

/** True when the secret key itself asks; a person's token beside the key makes the caller that person. */
export function isAdmin(request: Request, keys: Keys): boolean {
  if (apiKeyOf(request, keys) !== 'secret') return false;
  const bearer = bearerOf(request);
  return !bearer || isSame(bearer, keys.secret_key);
}
