import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** A server that takes error reports as Sentry's does, and keeps every envelope as text. */
export class ReportReceiver {
  readonly envelopes: string[] = [];
  readonly #server: Server;
  #heard: (() => void)[] = [];

  constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const zipped = request.headers['content-encoding'] === 'gzip';
      const text = (zipped ? gunzipSync(body) : body).toString('utf8');
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('content-type', 'application/json');
      response.end('{}');
      if (request.method === 'POST' && /^\/api\/\d+\/envelope\//.test(request.url ?? '')) {
        this.envelopes.push(text);
        for (const tell of this.#heard.splice(0)) tell();
      }
    });
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get dsn(): string {
    return `http://abcdef0123456789@127.0.0.1:${(this.#server.address() as AddressInfo).port}/7`;
  }

  /** The first envelope with this text, as soon as it is there. */
  async arrival(text: string): Promise<string> {
    for (;;) {
      const found = this.envelopes.find((envelope) => envelope.includes(text));
      if (found) return found;
      await new Promise<void>((tell) => this.#heard.push(tell));
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
