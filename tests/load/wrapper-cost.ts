import { createClient } from '@supabase/supabase-js';
import { createViteServer } from 'vitest/node';
import { projectRoot } from '../../supabase/local/server.ts';
import { type RunningApp, startApp } from '../e2e/support/app.ts';
import type { measureChain } from './chain.ts';
import { percentile, timeAll } from './measure.ts';

/** Below the 100 requests a minute that a person has. */
const rounds = 80;

/** What the app's own code reads in this process; nobody is at the backend's address. */
const environment = {
  SUPABASE_URL: 'http://127.0.0.1:9',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_bench',
  SUPABASE_SECRET_KEY: 'sb_secret_of_the_bench',
  BADGE_HASH_KEY: '0'.repeat(64),
  APP_URL: 'http://localhost:3001',
  LOG_LEVEL: 'silent',
};

const say = (name: string, ms: number) => console.log(`  ${name.padEnd(66)} ${ms.toFixed(2).padStart(7)} ms`);

/** The cookie of a person who signed in through the app, and a token of theirs for the backend. */
async function signIn(app: RunningApp, email: string) {
  const answer = await fetch(`${app.url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url },
    body: JSON.stringify({ email, password: app.demoPassword }),
  });
  if (!answer.ok) throw new Error(`The sign-in of ${email} answered ${answer.status}.`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const client = createClient(app.backend.url, app.backend.publishable_key, {
    auth: { persistSession: false },
  });
  const { data, error } = await client.auth.signInWithPassword({ email, password: app.demoPassword });
  if (error) throw error;
  return { cookie, token: data.session.access_token };
}

async function expectStatus(answer: Response, status: number): Promise<void> {
  await answer.arrayBuffer();
  if (answer.status !== status)
    throw new Error(`${answer.url} answered ${answer.status} instead of ${status}.`);
}

/** In the running app, over HTTP, with the embedded backend. */
async function overHttp(): Promise<void> {
  const app = await startApp();
  try {
    const { cookie, token } = await signIn(app, 'camille@atelier-forme.example');
    const path = `${app.url}/api/dashboard/alerts/${crypto.randomUUID()}`;
    const body = '{"action":"nothing"}';
    const times = await timeAll(
      {
        empty: async () => expectStatus(await fetch(`${app.url}/api/health`), 200),
        chain: async () =>
          expectStatus(
            await fetch(path, {
              method: 'POST',
              headers: { 'content-type': 'application/json', origin: app.url, cookie },
              body,
            }),
            422,
          ),
        question: async () =>
          expectStatus(
            await fetch(`${app.backend.url}/rest/v1/rpc/get_actor`, {
              method: 'POST',
              headers: {
                'content-type': 'application/json',
                apikey: app.backend.publishable_key,
                authorization: `Bearer ${token}`,
              },
              body: '{}',
            }),
            200,
          ),
      },
      rounds,
    );
    const [empty, chain, question] = [times.empty, times.chain, times.question].map((list) =>
      percentile(list, 0.5),
    ) as [number, number, number];
    console.log(
      `\nWrappers, in the running app over HTTP with the embedded backend (PGlite), median of ${rounds}:`,
    );
    say('empty handler (/api/health: id, clock, rate limit, log line)', empty);
    say('whole chain (a write that ends at its body, with its problem answer)', chain);
    say('of which the one question to the backend (get_actor, asked directly)', question);
    say('the chain above the empty handler', chain - empty);
    say('the same without the backend’s answer', chain - empty - question);
  } finally {
    await app.stop();
  }
}

/** The routes' own handlers in this process with a backend that answers at once. */
async function inProcess(): Promise<void> {
  const at = (path: string) => `${projectRoot}/${path}`;
  const server = await createViteServer({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    resolve: {
      alias: {
        '@': projectRoot,
        'server-only': at('tests/support/server-only.ts'),
        'next/headers': at('tests/support/next-headers.ts'),
        'next-intl/server': at('tests/support/next-intl-server.ts'),
      },
    },
  });
  const { fetch } = globalThis;
  Object.assign(process.env, environment);
  try {
    const chain = (await server.ssrLoadModule(at('tests/load/chain.ts'))) as {
      measureChain: typeof measureChain;
    };
    const took = await chain.measureChain();
    console.log(
      '\nWrappers, in one process, handlers called directly, a backend that answers at once, median of 2,000:',
    );
    say('a function that only answers', took.empty);
    say('empty handler in its wrapper (/api/health)', took.outer);
    say('whole chain: id, clock, token, rate limit, origin, person, permission,', took.chain);
    console.log('    body, problem, headers');
    say('the chain above the function (aim ≤ 3 ms)', took.chain - took.empty);
  } finally {
    for (const name of Object.keys(environment)) delete process.env[name];
    Object.assign(globalThis, { fetch });
    await server.close();
  }
}

/** Prints what the wrappers of a route cost. */
export async function benchWrappers(): Promise<void> {
  await inProcess();
  await overHttp();
}
