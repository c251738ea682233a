import { randomBytes } from 'node:crypto';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { inject } from 'vitest';
import { addressHeader } from './setup.ts';

const HANG_MS = 15_000;

export interface Ask {
  method?: string;
  /** As it goes over the wire: nothing is normalised. */
  path: string;
  headers?: Record<string, string | string[]>;
  cookie?: string;
  /** An object is sent as JSON, text and bytes as they are; the content type is JSON unless `headers` say otherwise. */
  body?: unknown;
  /** The caller's address; a fresh one for each request unless given. */
  address?: string;
  /** `null` sends none; the app's own unless given. */
  origin?: string | null;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** An address that nobody else used yet, in all likelihood. */
export const freshAddress = () => `10.${[...randomBytes(3)].join('.')}`;

/** One request to a server, as it is; throws when there is no answer within 15 s. */
export function exchange(
  base: string,
  o: {
    method: string;
    path: string;
    headers: Record<string, string | string[]>;
    body?: string | Buffer | undefined;
  },
): Promise<Answer> {
  const { hostname, port } = new URL(base);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: hostname === 'localhost' ? '127.0.0.1' : hostname,
        port,
        method: o.method,
        path: o.path,
        headers: {
          ...(o.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(o.body)) }),
          ...o.headers,
        },
        agent,
        insecureHTTPParser: false,
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString('utf8'),
            ms: performance.now() - started,
          }),
        );
      },
    );
    sent.setTimeout(HANG_MS, () => sent.destroy(new Error(`no answer within ${HANG_MS} ms`)));
    sent.on('error', reject);
    sent.end(o.body);
  });
}

function bodyOf(body: unknown): string | Buffer | undefined {
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) return body;
  return JSON.stringify(body);
}

/** One request to the attacked app as a page of ours would send it, but for what `ask` says. */
export async function ask(asked: Ask): Promise<Answer> {
  const { url } = inject('app');
  const method = asked.method ?? (asked.body === undefined ? 'GET' : 'POST');
  const body = bodyOf(asked.body);
  const origin = asked.origin === undefined ? url : asked.origin;
  const headers = {
    host: new URL(url).host,
    [addressHeader]: asked.address ?? freshAddress(),
    ...(origin === null ? {} : { origin }),
    ...(asked.cookie ? { cookie: asked.cookie } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...asked.headers,
  };
  try {
    return await exchange(url, { method, path: asked.path, headers, body });
  } catch (error) {
    // A connection that the server had just given up is no answer of the app's: the request goes out once more.
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
    return await exchange(url, { method, path: asked.path, headers, body });
  }
}

/** Sends bytes to the app and reads until it closes, or is quiet for a second; for what no client library would send. */
export function rawExchange(bytes: string | Buffer): Promise<string> {
  const { port } = new URL(inject('app').url);
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (part) => {
      heard += part.toString('latin1');
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
  });
}

/** The name=value pairs of an answer's Set-Cookie lines as a Cookie header would send them; cleared ones are left out. */
export function cookiesOf(answer: Answer, earlier = ''): string {
  const jar = new Map(earlier.split('; ').flatMap((pair) => (pair ? [split(pair)] : [])));
  for (const line of answer.headers['set-cookie'] ?? []) {
    const [name, value] = split(line.split(';')[0] ?? '');
    const isCleared = value === '' || /max-age=0\b/i.test(line);
    if (isCleared) jar.delete(name);
    else jar.set(name, value);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

function split(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at).trim(), pair.slice(at + 1)];
}
