import type { Tokens } from './tokens.ts';
import { bearerOf } from './api-key.ts';

/** Hands lite the inner twin of a client's token; anything else stays as it came and is lite's to refuse. */
export async function withTwin(request: Request, tokens: Tokens): Promise<Request> {
  const token = bearerOf(request);
  if (!token || token.startsWith('sb_')) return request;
  const twin = await tokens.twin(token);
  if (!twin) return request;
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${twin}`);
  return new Request(request, { headers });
}

/** Lite's names for the kinds of links that hosted mails: an invitation is its sign-up, `email` its magic link. */
export async function withKnownType(request: Request): Promise<Request> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof body !== 'object' || body === null || !('type' in body)) return request;
  const names: Record<string, string> = { invite: 'signup', email: 'magiclink' };
  const type = names[String(body.type)];
  if (!type) return request;
  return new Request(request, { method: 'POST', body: JSON.stringify({ ...body, type }) });
}
