import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NextRequest } from 'next/server';
import { inject } from 'vitest';
import { projectRoot } from '../../supabase/local/server.ts';
import type { BackendAddress } from '../../supabase/local/types.ts';
import { testHashKey } from './badges.ts';
import { inRequest } from './next-headers.ts';

export const origin = 'http://localhost:3001';

type Route = (request: NextRequest, context: { params: Promise<object> }) => Promise<Response>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Reply {
  status: number;
  headers: Headers;
  /** The JSON, or {text} of anything else. */
  body: Record<string, unknown>;
  /** The cookies that the answer sets, with their attributes. */
  set: {
    name: string;
    value: string;
    httpOnly?: boolean;
    sameSite?: unknown;
    path?: string;
    maxAge?: number;
  }[];
  ms: number;
}

/** The environment that the app's own code reads in this process, once: before its first route is called. */
export function appEnvironment(backend: BackendAddress = inject('backend')): void {
  const { url, publishable_key, secret_key } = backend;
  Object.assign(process.env, {
    SUPABASE_URL: url,
    SUPABASE_PUBLISHABLE_KEY: publishable_key,
    SUPABASE_SECRET_KEY: secret_key,
    BADGE_HASH_KEY: testHashKey,
    APP_URL: origin,
    ADDRESS_HEADER: 'x-test-address',
    LOG_LEVEL: 'silent',
  });
}

/** The file of a path's route, and the values of its `[parameters]`. */
function findRoute(path: string): { file: string; params: Record<string, string> } {
  const params: Record<string, string> = {};
  let folder = join(projectRoot, 'app');
  for (const part of path.split('?')[0]!.split('/').filter(Boolean)) {
    const plain = join(folder, part);
    const named = existsSync(plain) ? undefined : readdirSync(folder).find((name) => /^\[\w+\]$/.test(name));
    if (named) params[named.slice(1, -1)] = part;
    folder = named ? join(folder, named) : plain;
  }
  return { file: join(folder, 'route.ts'), params };
}

let visitors = 0;

/** Somebody's browser: keeps cookies as the answers set them and calls the app's own routes in this process. */
export class Visitor {
  readonly jar = new Map<string, string>();
  readonly address: string;
  readonly #agent: string;

  constructor(o: { agent?: string; address?: string } = {}) {
    const number = ++visitors;
    this.address = o.address ?? `192.0.2.${number % 250}`;
    this.#agent = o.agent ?? 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  }

  /** Calls a route; a method that its file does not export answers 405, as Next does. */
  async call(
    method: Method,
    path: `/api/${string}`,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Reply> {
    const { file, params } = findRoute(path);
    const route = ((await import(file)) as Partial<Record<Method, Route>>)[method];
    const headers = new Headers({
      origin,
      'user-agent': this.#agent,
      'x-test-address': this.address,
      cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...more,
    });
    const request = new NextRequest(`${origin}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const began = performance.now();
    const { response, set } = await inRequest(this.jar, headers, async () =>
      route ? route(request, { params: Promise.resolve(params) }) : new Response(null, { status: 405 }),
    );
    const ms = performance.now() - began;
    for (const { name, value, maxAge } of set) {
      if (maxAge === 0) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const parsed = isJson ? (JSON.parse(text) as Record<string, unknown>) : { text };
    return { status: response.status, headers: response.headers, body: parsed, set: set as Reply['set'], ms };
  }

  post(path: `/api/${string}`, body: unknown = {}): Promise<Reply> {
    return this.call('POST', path, body);
  }

  /** Makes the browser's copy of the sign-in look as it does an hour later: due for a new token. */
  age(): void {
    const names = [...this.jar.keys()].filter((name) => name.startsWith('sb-jarvis')).sort();
    const text = names.map((name) => this.jar.get(name)).join('');
    const session = JSON.parse(Buffer.from(text.slice('base64-'.length), 'base64url').toString());
    const old = Buffer.from(JSON.stringify({ ...session, expires_at: 1 })).toString('base64url');
    for (const name of names) this.jar.delete(name);
    this.jar.set('sb-jarvis', `base64-${old}`);
  }

  /** Signs in through the route and answers what comes next. */
  async signIn(person: { email: string; password: string }): Promise<unknown> {
    const { status, body } = await this.post('/api/auth/sign-in', {
      email: person.email,
      password: person.password,
    });
    if (status !== 200) throw new Error(`The sign-in was refused: ${status} ${JSON.stringify(body)}`);
    return body.next;
  }
}
