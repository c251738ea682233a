import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Redis from 'ioredis-mock';

/** What the server does wrong: `silent` takes requests and never answers, the others answer that text with status 200. */
export type Fault = 'none' | 'silent' | `says ${string}`;

/**
 * A server of Upstash's REST protocol: `POST /` with a command, `POST /pipeline` with several, a bearer token, answers
 * in base64 where the client asks for it, errors with status 400, 401 without the token. Scripts run as Lua.
 */
export class UpstashServer {
  readonly token = 'upstash-token-of-this-test';
  /** Names of the commands that came in, with a right token or not. */
  readonly heard: string[] = [];
  fault: Fault = 'none';
  // Instances of one host share their data.
  readonly #redis = new Redis({ host: randomUUID() });
  readonly #scripts = new Map<string, string>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
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
    this.#redis.disconnect();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await text(request));
    const commands: unknown[][] = request.url === '/pipeline' ? body : [body];
    this.heard.push(...commands.map(([name]) => String(name)));
    if (this.fault === 'silent') return;
    response.setHeader('content-type', 'application/json');
    if (this.fault.startsWith('says ')) return void response.end(this.fault.slice('says '.length));
    if (request.headers.authorization !== `Bearer ${this.token}`) {
      response.statusCode = 401;
      return void response.end(JSON.stringify({ error: 'WRONGPASS invalid or missing auth token' }));
    }
    const encode = request.headers['upstash-encoding'] === 'base64' ? base64 : (value: unknown) => value;
    const answers = await Promise.all(
      commands.map((command) =>
        this.#run(command).then(
          (result) => ({ result: encode(result) }),
          (error: Error) => ({ error: error.message }),
        ),
      ),
    );
    if (request.url === '/pipeline') return void response.end(JSON.stringify(answers));
    const [only] = answers;
    if (only && 'error' in only) response.statusCode = 400;
    response.end(JSON.stringify(only));
  }

  async #run([name, ...given]: unknown[]): Promise<unknown> {
    const words = given.map(String);
    const command = String(name).toLowerCase();
    if (command === 'evalsha') {
      const script = this.#scripts.get(words[0] ?? '');
      if (!script) throw new Error('NOSCRIPT No matching script. Please use EVAL.');
      return this.#redis.eval(lua(script), ...numbered(words.slice(1)));
    }
    if (command === 'eval') {
      const [script = '', ...rest] = words;
      this.#scripts.set(createHash('sha1').update(script).digest('hex'), script);
      return this.#redis.eval(lua(script), ...numbered(rest));
    }
    if (command === 'del') return this.#redis.del(...words);
    throw new Error(`ERR this server does not know the command ${command}`);
  }
}

/** Redis takes the first line of a script, `#!lua …`, as settings; the interpreter here knows Lua alone. */
const lua = (script: string): string => script.replace(/^#!.*\n/, '\n');

const numbered = ([count = '0', ...rest]: string[]): [number, ...string[]] => [Number(count), ...rest];

function base64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(base64);
  return typeof value === 'string' && value !== 'OK' ? Buffer.from(value).toString('base64') : value;
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
