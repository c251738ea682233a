import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Functions, startFunctions } from '@/supabase/local/functions/index.ts';
import { createFunctionProject } from '../../support/function-project.ts';

const { root, write, remove } = createFunctionProject();
let functions: Functions;

function call(name: string, path = '', init?: RequestInit) {
  return functions.handle(new Request(`http://localhost/functions/v1/${name}${path}`, init), name);
}

const pidSource = 'Deno.serve(() => new Response(String(Deno.pid)));';

beforeAll(async () => {
  write('_shared/greet.ts', 'export const greeting = "bonjour";');
  functions = await startFunctions({ root, env: { SUPABASE_URL: 'http://127.0.0.1:1', GIVEN: 'yes' } });
});

afterAll(async () => {
  await functions.stop();
  remove();
});

describe('a function on Deno', () => {
  test('gets method, path without the prefix, query, headers and body, and uses shared and npm code', async () => {
    write(
      'echo/index.ts',
      `import { greeting } from '../_shared/greet.ts';
       import { z } from 'npm:zod@4';
       Deno.serve(async (request) => {
         const url = new URL(request.url);
         const body = z.object({ n: z.number() }).parse(await request.json());
         return Response.json(
           { greeting, method: request.method, path: url.pathname + url.search, key: request.headers.get('apikey'), body },
           { status: 201, headers: { 'x-answer': 'yes' } },
         );
       });`,
    );
    const answer = await call('echo', '/deep/er?a=1', {
      method: 'POST',
      headers: { apikey: 'sb_secret_x', 'content-type': 'application/json' },
      body: JSON.stringify({ n: 7 }),
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-answer')).toBe('yes');
    expect(await answer.json()).toEqual({
      greeting: 'bonjour',
      method: 'POST',
      path: '/echo/deep/er?a=1',
      key: 'sb_secret_x',
      body: { n: 7 },
    });
  });

  test('sees the listed variables and nothing of ours', async () => {
    write('env/index.ts', 'Deno.serve(() => Response.json(Deno.env.toObject()));');
    process.env.PLANTED_SECRET = 'ours';
    const seen = (await (await call('env')).json()) as Record<string, string>;
    delete process.env.PLANTED_SECRET;
    expect(seen).toMatchObject({ GIVEN: 'yes', SUPABASE_URL: 'http://127.0.0.1:1' });
    expect(seen).not.toHaveProperty('PLANTED_SECRET');
    expect(seen).not.toHaveProperty('HOME');
  });

  test('cannot read outside the functions and the packages', async () => {
    write(
      'reader/index.ts',
      `Deno.serve(async () => new Response(await Deno.readTextFile('package.json')));`,
    );
    expect((await call('reader')).status).toBe(500);
  });

  test('is started once by two first calls, and stays warm', async () => {
    write('pid/index.ts', pidSource);
    const first = await Promise.all([call('pid'), call('pid')]);
    const [one, two] = await Promise.all(first.map((answer) => answer.text()));
    expect(one).toBe(two);
    expect(await (await call('pid')).text()).toBe(one);
  });

  test('finishes background work given to EdgeRuntime.waitUntil', async () => {
    write(
      'later/index.ts',
      `let done = 0;
       Deno.serve(() => {
         EdgeRuntime.waitUntil(Promise.resolve().then(() => { done++; }));
         return new Response(String(done));
       });`,
    );
    expect(await (await call('later')).text()).toBe('0');
    await expect.poll(async () => Number(await (await call('later')).text())).toBeGreaterThan(0);
  });

  test('streams its answer', async () => {
    write(
      'stream/index.ts',
      `Deno.serve(() => new Response(new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('first')); } })));`,
    );
    const reader = (await call('stream')).body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('first');
    await reader.cancel();
  });
});

describe('a function that cannot answer', () => {
  test.each([['unknown'], ['_shared'], ['..'], ['../functions/pid'], ['%2e%2e'], ['']])(
    'named %j is not found',
    async (name) => {
      const answer = await functions.handle(new Request('http://localhost/functions/v1/x'), name);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  test('says why it did not boot, and works once it is repaired', async () => {
    write('broken/index.ts', `throw new Error('planted at boot');`);
    const answer = await call('broken');
    expect(answer.status).toBe(503);
    const body = (await answer.json()) as { code: string; log: string };
    expect(body.code).toBe('BOOT_ERROR');
    expect(body.log).toContain('planted at boot');

    write('broken/index.ts', pidSource);
    expect((await call('broken')).status).toBe(200);
  });

  test('answers 503 when it dies while answering, and is started again at the next call', async () => {
    write(
      'mortal/index.ts',
      `Deno.serve((r) => new URL(r.url).search ? Deno.exit(3) : new Response(String(Deno.pid)));`,
    );
    const before = await (await call('mortal')).text();
    const dying = await call('mortal', '?die');
    expect(dying.status).toBe(503);
    expect(await dying.json()).toMatchObject({ code: 'WORKER_ERROR' });
    await expect.poll(async () => (await call('mortal')).status).toBe(200);
    expect(await (await call('mortal')).text()).not.toBe(before);
  });

  test('is started again after kill -9', async () => {
    write('killed/index.ts', pidSource);
    const pid = Number(await (await call('killed')).text());
    process.kill(pid, 'SIGKILL');
    await expect.poll(async () => Number(await (await call('killed')).text())).not.toBe(pid);
  });
});

describe('a changed file', () => {
  test('of the function or of _shared is served at the next call, while an open answer ends in peace', async () => {
    write(
      'edited/index.ts',
      `import { greeting } from '../_shared/greet.ts';
       Deno.serve((r) => new Response(new ReadableStream({
         async start(c) {
           c.enqueue(new TextEncoder().encode('v1 ' + greeting));
           if (new URL(r.url).search) await new Promise((done) => setTimeout(done, 400));
           c.close();
         },
       })));`,
    );
    const open = await call('edited', '?slow');
    write('_shared/greet.ts', 'export const greeting = "salut";');
    expect(await (await call('edited')).text()).toBe('v1 salut');
    expect(await open.text()).toBe('v1 bonjour');
    write('edited/index.ts', `Deno.serve(() => new Response('v2'));`);
    expect(await (await call('edited')).text()).toBe('v2');
  });
});
