import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Sent {
  id: string;
  body: string;
}

export interface Received {
  headers: IncomingHttpHeaders;
  mail: { from: string; to: string; subject: string; html: string; text: string };
}

/** What the provider does instead of taking a mail; it may leave the answer open. */
export type Mischief = (answer: ServerResponse, take: () => string) => void;

/** A mischief that answers with a status, a body and headers. */
export const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): Mischief =>
  (answer) => {
    answer.writeHead(status, { 'content-type': 'application/json', ...headers });
    answer.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

/** Takes the mail, then drops the connection before it answers. */
export const takingSilently: Mischief = (answer, take) => {
  take();
  answer.destroy();
};

/**
 * A server that speaks Resend's protocol on a free port: `POST /emails` with a bearer key, one mail an Idempotency-Key,
 * 409 for a known key with another body. Each of `mischief` spoils one request, in turn.
 */
export async function startMailProvider() {
  const received: Received[] = [];
  const taken = new Map<string, Sent>();
  const mischief: Mischief[] = [];

  const server = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      received.push({ headers: request.headers, mail: JSON.parse(body) as Received['mail'] });
      const key = String(request.headers['idempotency-key'] ?? `none-${received.length}`);
      const take = () => {
        const known = taken.get(key);
        if (known) return known.id;
        const id = `re_${taken.size + 1}`;
        taken.set(key, { id, body });
        return id;
      };
      const spoil = mischief.shift();
      if (spoil) return spoil(answer, take);
      const known = taken.get(key);
      if (request.method !== 'POST' || request.url !== '/emails')
        return answering(404, { statusCode: 404, name: 'not_found' })(answer, take);
      if (!request.headers.authorization?.startsWith('Bearer re_'))
        return answering(401, { statusCode: 401, name: 'missing_api_key' })(answer, take);
      if (known && known.body !== body)
        return answering(409, { statusCode: 409, name: 'invalid_idempotent_request' })(answer, take);
      return answering(200, { id: take() })(answer, take);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    /** Mails that were really taken, by their key. */
    taken,
    mischief,
    reset() {
      received.length = 0;
      mischief.length = 0;
      taken.clear();
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
