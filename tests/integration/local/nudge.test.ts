import { readdirSync } from 'node:fs';
import { FunctionsHttpError } from '@supabase/supabase-js';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { publishableClient, secretClient, sql } from '../../support/clients.ts';

const names = readdirSync('supabase/functions').filter((name) => !name.startsWith('_'));
const someone = '00000000-0000-4000-8000-000000000000';

afterAll(() => sql().end());

const secretInVault = async () => {
  const [row] =
    await sql()`select decrypted_secret as secret from vault.decrypted_secrets where name = 'functions_secret'`;
  return String(row?.secret);
};

function answerOf(error: unknown): Response {
  if (error instanceof FunctionsHttpError) return error.context as Response;
  throw new Error('The function refused nothing.');
}

describe.each(names)('%s on Deno, by the official client', (name) => {
  test('refuses a browser, and the server key alone', async () => {
    for (const client of [publishableClient(), secretClient()]) {
      const { error } = await client.functions.invoke(name, { body: {} });
      const refusal = answerOf(error);
      expect(refusal.status).toBe(401);
      expect(await refusal.json()).toMatchObject({ code: 'unauthenticated' });
    }
  });

  test('works with its secret', async () => {
    const { data, error } = await secretClient().functions.invoke(name, {
      body: { member_id: someone },
      headers: { 'x-function-secret': await secretInVault() },
    });
    // No call can be hung up here, where nobody's voice is configured.
    if (error) expect(answerOf(error).status).toBe(name === 'end-sessions' ? 503 : 404);
    else expect(data).toBeTypeOf('object');
  });
});

test.each(['_shared', '%2e%2e', '..%2f..%2flib', 'nothing'])('there is no function %j', async (name) => {
  const { url, publishable_key } = inject('backend');
  const answer = await fetch(`${url}/functions/v1/${name}`, { headers: { apikey: publishable_key } });
  expect(answer.status).toBe(404);
});

test('the nudge reaches the function and its answer comes back', async () => {
  const [asked] = await sql()`select private.nudge() as was_asked`;
  expect(asked?.was_asked).toBe(true);
  const answers = () => sql()`
    select status_code, content::jsonb as content from net._http_response where created > now() - interval '30 seconds'`;
  await expect
    .poll(answers)
    .toContainEqual({ status_code: 200, content: expect.objectContaining({ failed: 0 }) });
});
