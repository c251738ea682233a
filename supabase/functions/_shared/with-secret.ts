import { createDb, type Db, DbError } from './db.ts';

type Environment = { get(name: string): string | undefined };
type Handler = (body: unknown, db: Db) => Promise<unknown>;

/** An answer other than 200 that a handler wants; `code` is one of the app's error codes. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

function required(env: Environment, name: string): string {
  const value = env.get(name);
  if (!value) throw new Error(`${name} is not set: the function cannot start without it.`);
  return value;
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** Compares hashes of equal length byte by byte to the end: the time tells neither length nor place of a difference. */
async function isSecret(given: string, secret: string): Promise<boolean> {
  const [a, b] = await Promise.all([digest(given), digest(secret)]);
  let difference = 0;
  for (let at = 0; at < a.length; at += 1) difference |= (a[at] ?? 0) ^ (b[at] ?? 0);
  return difference === 0;
}

const refuse = (status: number, code: string, detail: string) =>
  Response.json({ status, code, detail }, { status, headers: { 'cache-control': 'no-store' } });

/**
 * The one way into an Edge Function (rule A9): only a POST with the right `x-function-secret` reaches the handler,
 * whatever other keys or tokens it carries. Answers the handler's value as JSON; 401, 405, 400 and 500 are problems.
 * Throws at start when a variable is missing.
 */
export function withSecret(env: Environment, handler: Handler): (request: Request) => Promise<Response> {
  const secret = required(env, 'FUNCTIONS_SECRET');
  const db = createDb(required(env, 'SUPABASE_URL'), required(env, 'SUPABASE_SECRET_KEY'));
  return async (request) => {
    if (!(await isSecret(request.headers.get('x-function-secret') ?? '', secret)))
      return refuse(401, 'unauthenticated', 'The header x-function-secret is missing or wrong.');
    if (request.method !== 'POST') return refuse(405, 'invalid_input', 'Only POST is answered.');
    const text = await request.text();
    let body: unknown;
    try {
      body = text === '' ? {} : JSON.parse(text);
    } catch {
      return refuse(400, 'invalid_input', 'The body is not JSON.');
    }
    try {
      return Response.json(await handler(body, db));
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.status, error.code, error.message);
      return refuse(
        500,
        'internal',
        error instanceof DbError ? `The database answered ${error.code}.` : 'It failed.',
      );
    }
  };
}
