import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * What happens to a client's bytes: `pass` reaches the server and comes back · `stall` is taken and never answered ·
 * `cut` reaches the server, whose answer breaks off in the middle · `lose` reaches the server, whose answer is lost ·
 * an object is answered with that text in the server's place, over HTTP, or with raw bytes.
 */
export type Fault =
  | 'pass'
  | 'stall'
  | 'cut'
  | 'lose'
  | { status: number; body: string; headers?: Record<string, string> }
  | Buffer;

interface Pair {
  client: Socket;
  server: Socket | undefined;
  /** What came while nothing was let through. */
  held: Buffer[];
  deliver(): void;
}

/** A door before a server that misbehaves when it is told to; it opens and closes by the test's word, never by time. */
export class FaultProxy {
  /** Requests or first bytes that came to the door, as text. */
  readonly heard: string[] = [];
  readonly #target: URL;
  readonly #pairs = new Set<Pair>();
  readonly #listener = createServer({ noDelay: true }, (client) => this.#take(client));
  #port = 0;
  #fault: Fault = 'pass';
  #only: RegExp | undefined;
  #told: { pattern: RegExp; tell: () => void }[] = [];

  /** @param target address of the server, with its port */
  constructor(target: string) {
    this.#target = new URL(target);
  }

  async start(): Promise<this> {
    this.#listener.listen(this.#port, '127.0.0.1');
    await once(this.#listener, 'listening');
    this.#port = (this.#listener.address() as AddressInfo).port;
    return this;
  }

  /** The server's address with the door's port. */
  get url(): string {
    const url = new URL(this.#target.href);
    url.host = `127.0.0.1:${this.#port}`;
    return url.href.replace(/\/$/, '');
  }

  /** From now on this happens, to every request or to those whose first line matches. */
  set(fault: Fault, only?: RegExp): void {
    this.#fault = fault;
    this.#only = only;
  }

  /** Everything passes again, what was held up first. */
  deliver(): void {
    this.set('pass');
    for (const pair of this.#pairs) pair.deliver();
  }

  /** Everything passes again; whoever still waits for an answer that never comes is cut off. */
  async mend(): Promise<void> {
    this.set('pass');
    for (const { client, held } of this.#pairs) if (held.length > 0) client.destroy();
    if (!this.#listener.listening) await this.start();
  }

  /** Breaks every connection. */
  drop(): void {
    for (const { client, server } of this.#pairs) {
      client.destroy();
      server?.destroy();
    }
  }

  /** Nothing listens any more and what was open breaks: connections are refused until `mend`. */
  async refuse(): Promise<void> {
    this.drop();
    this.#listener.close();
    await once(this.#listener, 'close');
  }

  async stop(): Promise<void> {
    if (this.#listener.listening) await this.refuse();
  }

  /** Resolves when something comes to the door that matches; what came before counts not. */
  arrival(pattern: RegExp): Promise<void> {
    return new Promise((tell) => this.#told.push({ pattern, tell }));
  }

  #take(client: Socket): void {
    let fault: Fault = this.#fault;
    const open = () => {
      pair.server ??= this.#connect(client, () => fault);
      return pair.server;
    };
    const pair: Pair = {
      client,
      server: undefined,
      held: [],
      deliver() {
        fault = 'pass';
        for (const bytes of pair.held.splice(0)) open().write(bytes);
      },
    };
    this.#pairs.add(pair);
    client.on('error', () => client.destroy());
    client.on('close', () => {
      pair.server?.destroy();
      this.#pairs.delete(pair);
    });
    client.on('data', (bytes) => {
      const line = bytes.toString('latin1').split('\r\n', 1)[0] ?? '';
      this.heard.push(line);
      // A body that comes after its head shares the head's fate.
      if (!this.#only || line.endsWith(' HTTP/1.1'))
        fault = !this.#only || this.#only.test(line) ? this.#fault : 'pass';
      for (const { tell } of this.#heardOf(line)) tell();
      if (fault === 'stall') return void pair.held.push(bytes);
      if (typeof fault === 'object')
        return void client.end(Buffer.isBuffer(fault) ? fault : httpAnswer(fault));
      open().write(bytes);
    });
  }

  #heardOf(line: string) {
    const told = this.#told.filter(({ pattern }) => pattern.test(line));
    this.#told = this.#told.filter((one) => !told.includes(one));
    return told;
  }

  #connect(client: Socket, fault: () => Fault): Socket {
    const server = connect(Number(this.#target.port), this.#target.hostname);
    server.setNoDelay(true);
    server.on('error', () => client.destroy());
    server.on('close', () => client.destroy());
    server.on('data', (bytes) => {
      if (fault() === 'pass') return void client.write(bytes);
      if (fault() === 'cut') client.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
      if (fault() === 'cut' || fault() === 'lose') client.end(() => client.destroy());
    });
    return server;
  }
}

function httpAnswer({ status, body, headers = {} }: Exclude<Fault, string | Buffer>): string {
  const lines = Object.entries({
    'content-type': 'text/html',
    connection: 'close',
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Fault\r\n${lines.join('')}\r\n${body}`;
}
