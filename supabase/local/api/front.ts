import type { Fixes } from '../database/open.ts';
import type { Keys } from '../keys.ts';
import type { Database } from '../types.ts';
import { answerAdmin } from './admin.ts';
import { json, refusal } from './answers.ts';
import { reissue } from './sessions.ts';
import type { Tokens } from './tokens.ts';

export interface FrontOptions {
  keys: Keys;
  tokens: Tokens;
  database: Database;
  fixes: Fixes;
  lite(request: Request): Promise<Response>;
  /** Answers `/functions/v1/<name>`. */
  callFunction(request: Request, name: string): Promise<Response>;
  /** The backend's own address, known once it listens. */
  origin(): string;
}

const sessionPaths = new Set(['/auth/v1/signup', '/auth/v1/token', '/auth/v1/verify']);
/** Lite's redirect flows put its own tokens into addresses; links carry a token hash to the app instead. */
const redirectPaths = new Set(['/auth/v1/verify', '/auth/v1/authorize', '/auth/v1/callback']);

const notFound = () => refusal(404, 'no Route matched with those values');

/** Hands lite the inner twin of a client's token; anything else stays as it came and is lite's to refuse. */
async function withTwin(request: Request, tokens: Tokens): Promise<Request> {
  const token = request.headers.get('authorization')?.match(/^Bearer\s+(.+)$/i)?.[1];
  if (!token || token.startsWith('sb_')) return request;
  const twin = await tokens.twin(token);
  if (!twin) return request;
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${twin}`);
  return new Request(request, { headers });
}

/** Lite's names for the kinds of links that hosted mails: an invitation is its sign-up, `email` its magic link. */
async function withKnownType(request: Request): Promise<Request> {
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

/** The Supabase API as clients see it: routes each request to a stand-in or to lite, with lite's gaps closed. */
export function createFront(o: FrontOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const { pathname } = url;
    if (pathname.startsWith('/functions/v1/')) {
      const name = pathname.split('/')[3] ?? '';
      return o.callFunction(request, name);
    }
    if (pathname === '/auth/v1/.well-known/jwks.json')
      return json(o.tokens.jwks, 200, { 'cache-control': 'public, max-age=600' });
    if (pathname.startsWith('/auth/v1/admin/')) return answerAdmin(request, o.keys, o.database);
    if (request.method === 'GET' && redirectPaths.has(pathname)) return notFound();
    const isApi = pathname.startsWith('/rest/v1/') || pathname.startsWith('/auth/v1/');
    if (!isApi && (o.fixes.system || !pathname.startsWith('/_system'))) return notFound();

    const isSession = request.method === 'POST' && sessionPaths.has(pathname);
    const asked = isSession ? await withKnownType(request) : await withTwin(request, o.tokens);
    const answer = await o.lite(asked);
    if (!isSession) return answer;
    return reissue(answer, { url, issuer: `${o.origin()}/auth/v1`, database: o.database, tokens: o.tokens });
  };
}
