import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDemoFactors } from '../../../supabase/local/demo/index.ts';
import { loadKeys } from '../../../supabase/local/keys.ts';
import { adminOf, clientOf } from '../backend-support.ts';
import { totp } from '../../support/totp.ts';
import { type AuthBackend, startAuthBackend } from './auth-support.ts';

let running: AuthBackend;
let folder: string;
const root = { id: 'a0000000-0000-4000-8000-000000000001', email: 'root@example.test', role: 'super_admin' };
const staff = { id: 'a0000000-0000-4000-8000-000000000002', email: 'staff@example.test', role: 'gym_staff' };
const password = 'a demo password';

beforeAll(async () => {
  running = await startAuthBackend('pglite');
  folder = await mkdtemp(join(tmpdir(), 'jarvis-demo-'));
  await writeFile(join(folder, 'users.json'), JSON.stringify([root, staff]));
  for (const { id, email } of [root, staff])
    await adminOf(running.backend).auth.admin.createUser({ id, email, password, email_confirm: true });
});

afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

const factorsOf = async (userId: string) =>
  (await adminOf(running.backend).auth.admin.mfa.listFactors({ userId })).data?.factors ?? [];

test('the demo’s super admin, and nobody else, has a factor with the secret of the keys', async () => {
  const { database, keys } = running.backend;
  await addDemoFactors(database, keys, folder);
  await addDemoFactors(database, keys, folder);
  expect(await factorsOf(staff.id)).toEqual([]);
  const [factor, ...more] = await factorsOf(root.id);
  expect([factor?.status, more]).toEqual(['verified', []]);
  const client = clientOf(running.backend);
  await client.auth.signInWithPassword({ email: root.email, password });
  const code = await totp(keys.demo_totp_secret);
  expect((await client.auth.mfa.challengeAndVerify({ factorId: factor?.id ?? '', code })).error).toBeNull();
});

test('new keys replace its secret; a factor of the person’s own is left alone', async () => {
  const { database } = running.backend;
  const keys = await loadKeys(undefined);
  await addDemoFactors(database, keys, folder);
  const read = () =>
    database.lock((session) => session.query('select friendly_name, secret from auth.mfa_factors'));
  expect(await read()).toEqual([{ friendly_name: 'Demo', secret: keys.demo_totp_secret }]);
  await database.lock((session) =>
    session.run(`update auth.mfa_factors set friendly_name = 'Mine', secret = 'OWN'`),
  );
  await addDemoFactors(database, keys, folder);
  expect(await read()).toEqual([{ friendly_name: 'Mine', secret: 'OWN' }]);
});

test('keys of an older data folder get what they lack and keep the rest', async () => {
  const older = await mkdtemp(join(tmpdir(), 'jarvis-keys-'));
  const { demo_totp_secret: _secret, resend_api_key: _key, ...rest } = await loadKeys(undefined);
  await writeFile(join(older, 'keys.json'), JSON.stringify(rest));
  const keys = await loadKeys(older);
  expect(keys).toMatchObject(rest);
  expect(keys.demo_totp_secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(JSON.parse(await readFile(join(older, 'keys.json'), 'utf8'))).toEqual(keys);
  await rm(older, { recursive: true });
});
