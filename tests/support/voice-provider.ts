import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
  id: string;
  sdp: string;
  session: Record<string, unknown>;
}

/** What the provider does wrong: an HTTP status, a call without a name, or an answer that waits for `release()`. */
export type ProviderFault = 'none' | 'nameless' | 'waits' | number;

/** The two endpoints of a Realtime provider that our server speaks to: open a call, hang it up. No sound. */
export class VoiceProvider {
  readonly apiKey = 'sk-project-of-this-test';
  readonly calls: ReceivedCall[] = [];
  readonly hungUp: string[] = [];
  fault: ProviderFault = 'none';
  #released = Promise.withResolvers<void>();
  #arrived = Promise.withResolvers<void>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** Resolves when a call has arrived that waits for its answer. */
  get arrived(): Promise<void> {
    return this.#arrived.promise;
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Lets calls that wait go on. */
  release(): void {
    this.#released.resolve();
    this.#released = Promise.withResolvers();
    this.#arrived = Promise.withResolvers();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bytes(request);
    if (request.headers.authorization !== `Bearer ${this.apiKey}`) return void refuse(response, 401);
    const hangUp = /^\/v1\/realtime\/calls\/([^/]+)\/hangup$/.exec(request.url ?? '')?.[1];
    if (hangUp) {
      this.hungUp.push(decodeURIComponent(hangUp));
      return void response.end();
    }
    if (request.url !== '/v1/realtime/calls') return void refuse(response, 404);
    if (typeof this.fault === 'number') return void refuse(response, this.fault);
    const form = await new Request(this.url, {
      method: 'POST',
      headers: { 'content-type': request.headers['content-type'] ?? '' },
      body: new Uint8Array(body),
    }).formData();
    const call = {
      id: `rtc_${crypto.randomUUID()}`,
      sdp: await textOf(form.get('sdp')),
      session: JSON.parse(await textOf(form.get('session'))) as Record<string, unknown>,
    };
    this.calls.push(call);
    if (this.fault === 'waits') {
      const released = this.#released.promise;
      this.#arrived.resolve();
      await released;
    }
    if (this.fault !== 'nameless') response.setHeader('location', `/v1/realtime/calls/${call.id}`);
    response.writeHead(201, { 'content-type': 'application/sdp' }).end(`v=0\r\ns=${call.id}\r\n`);
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message: 'refused', type: 'test', code: null } }));
}

const textOf = (part: FormDataEntryValue | null): Promise<string> | string =>
  part instanceof File ? part.text() : (part ?? '');

async function bytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
