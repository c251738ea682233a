import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Service } from '../types.ts';
import { refusal } from './answers.ts';
import { bodyLimit, listenHost, refuseForeignHost } from './gate.ts';

/** How long an idle connection stays open; longer than any client here keeps one. */
export const KEEP_ALIVE_MS = 75_000;

export interface HttpOptions {
  port: number;
  host?: string | undefined;
  isExposed: boolean;
  handle(request: Request): Promise<Response>;
}

/** Reads a body up to its limit; undefined when it is larger. */
async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return undefined;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || name === 'transfer-encoding' || name === 'connection') continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  return headers;
}

async function answer(incoming: IncomingMessage, o: HttpOptions): Promise<Response> {
  const foreign = refuseForeignHost(incoming.headers.host, o.isExposed);
  if (foreign) return foreign;
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? await readBody(incoming, bodyLimit(url.pathname)) : Buffer.alloc(0);
  if (!body) return refusal(413, `The request body is larger than ${bodyLimit(url.pathname)} bytes`);
  const init: RequestInit = { method, headers: headersOf(incoming) };
  if (hasBody && body.length > 0) init.body = new Uint8Array(body);
  return o.handle(new Request(url, init));
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  if (!response.body) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, o: HttpOptions): Promise<void> {
  let response: Response;
  try {
    response = await answer(incoming, o);
  } catch (error) {
    console.error('The backend failed to answer', incoming.method, incoming.url?.split('?')[0], error);
    response = refusal(500, 'The backend failed to answer');
  }
  if (!incoming.complete) outgoing.setHeader('connection', 'close');
  await send(response, outgoing).catch(() => void outgoing.destroy());
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The backend has no port.');
  return address.port;
}

/** Listens and answers; rejects with one sentence when the port is taken. `port` 0 takes a free one. */
export async function listen(o: HttpOptions): Promise<Service & { port: number }> {
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing, o));
  // A client on a busy machine writes on a connection that Node's five seconds have just closed.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const host = listenHost(o.host, o.isExposed);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(
        isTaken ? new Error(`Port ${o.port} is taken: stop what uses it, or choose another port.`) : error,
      );
    });
    server.listen(o.port, host, resolve);
  });
  return {
    port: portOf(server),
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 3000);
      await closed;
      clearTimeout(patience);
    },
  };
}
