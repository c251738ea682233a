import { createServer, type Server, type Socket } from 'node:net';
import type { Service } from '../types.ts';
import type { PgliteSession } from './pglite.ts';

const terminate = 0x58;
/** Parse, Bind, Describe, Execute, Close, Flush: what a client sends before its Sync. */
const extended = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)));
const readyForQuery = 0x5a;
const idle = 0x49;
const sslRequest = 80877103;
const gssRequest = 80877104;
const cancelRequest = 80877102;

/** One client of the Postgres protocol. It holds the session from its first message until the server is idle again. */
class WireClient {
  readonly #socket: Socket;
  readonly #session: PgliteSession;
  #buffer = Buffer.alloc(0);
  #started = false;
  #release: (() => void) | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(socket: Socket, session: PgliteSession) {
    this.#socket = socket;
    this.#session = session;
    socket.setNoDelay(true);
    socket.on('data', (data) => {
      this.#buffer = Buffer.concat([this.#buffer, data]);
      this.#work = this.#work.then(() => this.#drain()).catch(() => void socket.destroy());
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#work = this.#work.then(() => this.#leave()).catch(() => undefined);
    });
  }

  async #drain(): Promise<void> {
    for (let message = this.#take(); message && !this.#socket.destroyed; message = this.#take()) {
      if (!this.#started && this.#negotiates(message)) continue;
      this.#started = true;
      if (message[0] === terminate) {
        this.#socket.end();
        return;
      }
      this.#release ??= await this.#session.acquireApart(this);
      const answer = withoutReady(message, await this.#session.pg.execProtocolRaw(message));
      if (this.#socket.writable) this.#socket.write(answer);
      if (isIdle(answer)) this.#free();
    }
  }

  /** Answers what a client sends before its start message; true when `message` was such a thing. */
  #negotiates(message: Buffer): boolean {
    const code = message.readInt32BE(4);
    if (code === cancelRequest) this.#socket.end();
    if (code === sslRequest || code === gssRequest) this.#socket.write('N');
    return code === cancelRequest || code === sslRequest || code === gssRequest;
  }

  #take(): Buffer | undefined {
    const head = this.#started ? 1 : 0;
    if (this.#buffer.length < head + 4) return undefined;
    const length = head + this.#buffer.readInt32BE(head);
    if (this.#buffer.length < length) return undefined;
    const message = this.#buffer.subarray(0, length);
    this.#buffer = this.#buffer.subarray(length);
    return message;
  }

  /** A client that goes away in the middle of something leaves neither its transaction nor the turn behind. */
  async #leave(): Promise<void> {
    if (!this.#release) return;
    try {
      await this.#session.pg.execProtocolRaw(Buffer.from([0x53, 0, 0, 0, 4]));
      if (this.#session.pg.isInTransaction()) await this.#session.pg.exec('rollback');
    } finally {
      this.#free();
    }
  }

  #free(): void {
    this.#release?.();
    this.#release = undefined;
  }
}

/**
 * PGlite says that it is ready as soon as a message has failed, and again at the Sync; a client would take the second
 * for the end of its next statement, and believe that one done which never ran.
 */
function withoutReady(message: Buffer, answer: Uint8Array): Uint8Array {
  const isEarly = extended.has(message[0] ?? 0) && answer.at(-6) === readyForQuery;
  return isEarly ? answer.subarray(0, -6) : answer;
}

function isIdle(answer: Uint8Array): boolean {
  return answer.at(-6) === readyForQuery && answer.at(-1) === idle;
}

/**
 * Serves PGlite over the Postgres protocol on loopback, for the official CLI and for tests. Every client takes its
 * turns on the one session: a transaction left open over the wire holds up everybody else.
 */
export async function startWire(
  session: PgliteSession,
  port: number,
): Promise<Service & { readonly url: string }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    new WireClient(socket, session);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The database socket has no port.');
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${address.port}/postgres?sslmode=disable`,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
