import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Functions, startFunctions } from '../../../supabase/local/functions/index.ts';
import { projectRoot } from '../../../supabase/local/server.ts';
import { startMailProvider } from '../../support/mail-provider.ts';

const mail = {
  id: '00000000-0000-4000-8000-000000000001',
  claim_token: '00000000-0000-4000-8000-000000000002',
  kind: 'reset',
  email: 'lea@example.test',
  language: 'en',
  params: { full_name: 'Léa' },
};
const called: string[] = [];
const waiting = [[mail]];

/** What the function asks of a project: the outbox and one link. */
const project = createServer((request, answer) => {
  const path = request.url ?? '';
  called.push(path);
  const body = path.endsWith('/rpc/claim_mails')
    ? (waiting.shift() ?? [])
    : path.endsWith('/rpc/find_mail_link')
      ? null
      : path.endsWith('/admin/generate_link')
        ? { id: 'x', hashed_token: 'f00', verification_type: 'recovery' }
        : true;
  answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
const printed: string[] = [];
let provider: Awaited<ReturnType<typeof startMailProvider>>;
let functions: Functions;

const start = async (env: Record<string, string>) => {
  functions = await startFunctions({
    root: projectRoot,
    log: (_name, line) => printed.push(line),
    env: {
      SUPABASE_URL: `http://127.0.0.1:${(project.address() as AddressInfo).port}`,
      SUPABASE_SECRET_KEY: 'sb_secret_x',
      FUNCTIONS_SECRET: 'sesame',
      RESEND_BASE_URL: provider.url,
      MAIL_FROM: 'JARVIS <jarvis@example.test>',
      APP_URL: 'http://localhost:3001',
      ...env,
    },
  });
};
const call = () =>
  functions.handle(
    new Request('http://127.0.0.1/functions/v1/send-mails', {
      method: 'POST',
      headers: { 'x-function-secret': 'sesame' },
    }),
    'send-mails',
  );

beforeAll(async () => {
  provider = await startMailProvider();
  project.listen(0, '127.0.0.1');
  await once(project, 'listening');
});
afterEach(() => functions.stop());
afterAll(async () => {
  await provider.stop();
  project.closeAllConnections();
  project.close();
});

test('without the provider’s key nothing is claimed, and the answer and the log say what is missing', async () => {
  await start({});
  const answer = await call();
  expect([answer.status, await answer.json()]).toEqual([
    503,
    expect.objectContaining({ detail: 'Mails stay in the outbox: RESEND_API_KEY missing or not usable.' }),
  ]);
  expect(called).toEqual([]);
  await expect.poll(() => printed.join('\n')).toContain('RESEND_API_KEY');
});

test('the function as it is deployed sends through the real client packages', async () => {
  await start({ RESEND_API_KEY: 're_x' });
  const answer = await call();
  expect([answer.status, await answer.json()]).toEqual([200, { sent: 1, lost: 0, failed: 0 }]);
  expect(provider.received[0]?.headers['idempotency-key']).toBe(mail.id);
  expect(provider.received[0]?.mail.text).toContain('/auth/confirm?token_hash=f00&type=recovery');
  expect(called).toContain('/rest/v1/rpc/finish_mail');
});
