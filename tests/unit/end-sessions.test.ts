import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '@/supabase/functions/_shared/db';
import { endSessions, requireProvider } from '@/supabase/functions/end-sessions/handler';

let server: Server;
let url: string;
let seen: string[];

beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    const id = request.url?.split('/').at(-2) ?? '';
    response.writeHead(id === 'gone' ? 404 : id === 'broken' ? 500 : 200).end('{}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});

afterEach(() => new Promise((closed) => server.close(closed)));

/** A database that hands these batches out, then none. */
function fakeDb(...batches: string[][]) {
  const noted: unknown[] = [];
  const db: Db = {
    async rpc<T>(name: string, args: Record<string, unknown>): Promise<T> {
      if (name === 'claim_hang_ups') return (batches.shift() ?? []) as T;
      noted.push(args);
      return null as T;
    },
  };
  return { db, noted };
}

describe('hanging up', () => {
  it('ends every call, and one that is gone has ended', async () => {
    const { db, noted } = fakeDb(['rtc_1', 'gone'], ['rtc_2']);
    expect(await endSessions(db, { url, apiKey: 'sk-test' })).toEqual({ ended: 3, failed: 0 });
    expect(seen).toContain('POST /v1/realtime/calls/rtc_1/hangup Bearer sk-test');
    expect(noted).toContainEqual({ p_call_id: 'gone', p_error_code: null });
  });

  it('says why one could not be ended, and goes on', async () => {
    const { db, noted } = fakeDb(['broken', 'rtc_1']);
    expect(await endSessions(db, { url, apiKey: 'sk-test' })).toEqual({ ended: 1, failed: 1 });
    expect(noted).toContainEqual({ p_call_id: 'broken', p_error_code: 'http_500' });
  });

  it('says that nobody answers', async () => {
    const { db, noted } = fakeDb(['rtc_1']);
    await endSessions(db, { url: 'http://127.0.0.1:9/v1', apiKey: 'sk-test' });
    expect(noted).toEqual([{ p_call_id: 'rtc_1', p_error_code: 'unreachable' }]);
  });
});

describe('the provider', () => {
  const from = (env: Record<string, string>, log: (line: string) => void = () => undefined) =>
    requireProvider({ get: (name) => env[name] }, log);

  it('is OpenAI where only a key is given', () => {
    expect(from({ OPENAI_API_KEY: 'sk-1' })).toEqual({ url: 'https://api.openai.com/v1', apiKey: 'sk-1' });
    expect(from({ OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: `${url}/` }).url).toBe(url);
  });

  it('is missed in the log', () => {
    const lines: string[] = [];
    expect(() => from({}, (line) => lines.push(line))).toThrow(/OPENAI_API_KEY/);
    expect(lines).toEqual(['Calls are not hung up: OPENAI_API_KEY is missing or not usable.']);
  });
});
