import { beforeAll, expect, it } from 'vitest';
import { readAuthState } from '@/lib/auth/auth-state';
import { listFactors } from '@/lib/auth/factors';
import { recoveryCodesLeft } from '@/lib/auth/recovery-codes';
import { listSignIns } from '@/lib/auth/sign-ins';
import { currentUser } from '@/lib/auth/current-user';
import { serverClient } from '@/lib/supabase/server';
import { inRequest } from '../support/next-headers.ts';
import { Phone } from '../support/phone.ts';
import { createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, Visitor } from '../support/visitor.ts';

const chrome =
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';

let person: Person;

beforeAll(async () => {
  appEnvironment();
  person = await createStaff({ role: 'gym_manager', gym: await createGym(), full_name: 'Alix Morel' });
});

/** What a page reads in a visitor's name. */
async function asPage<T>(visitor: Visitor, read: () => Promise<T>): Promise<T> {
  const found: T[] = [];
  await inRequest(visitor.jar, new Headers(), async () => {
    found.push(await read());
    return new Response();
  });
  return found[0]!;
}

async function signedIn(agent?: string): Promise<Visitor> {
  const visitor = new Visitor(agent ? { agent } : {});
  await visitor.signIn(person);
  return visitor;
}

it('the settings page reads who is signed in where, with what', async () => {
  const [desk, phone] = [await signedIn(), await signedIn(chrome)];
  const list = await asPage(desk, async () => listSignIns(await serverClient()));
  expect(list).toHaveLength(2);
  expect(list.find((one) => one.is_current)).toMatchObject({ browser: 'Firefox', system: 'Linux' });
  expect(list.find((one) => !one.is_current)).toMatchObject({ browser: 'Chrome', system: 'Android' });
  expect(await asPage(desk, async () => listFactors(await serverClient()))).toEqual([]);
  expect(await asPage(desk, async () => recoveryCodesLeft(await serverClient()))).toBe(0);
  await phone.post('/api/auth/sign-out');
  expect(await asPage(desk, async () => listSignIns(await serverClient()))).toHaveLength(1);
});

it('a page knows how far a sign-in has come, and nobody before it is ready', async () => {
  const state = async () => (await readAuthState(await serverClient())).state;
  const nobody = new Visitor();
  expect(await asPage(nobody, state)).toBe('none');
  expect(await asPage(nobody, currentUser)).toBeNull();

  const visitor = await signedIn();
  expect(await asPage(visitor, async () => readAuthState(await serverClient()))).toMatchObject({
    state: 'ready',
    id: person.id,
    role: 'gym_manager',
    full_name: 'Alix Morel',
    email: person.email,
    has_factor: false,
    needs_mfa: false,
    methods: [{ method: 'password' }],
  });
  expect(await asPage(visitor, currentUser)).toMatchObject({ id: person.id });

  const app = new Phone((await visitor.post('/api/auth/factors')).body as { secret: string; id: string });
  await visitor.post(`/api/auth/factors/${app.factorId}`, { code: await app.shown() });
  expect(await asPage(visitor, async () => listFactors(await serverClient()))).toMatchObject([
    { id: app.factorId },
  ]);
  expect(await asPage(visitor, async () => recoveryCodesLeft(await serverClient()))).toBe(10);

  const half = await signedIn();
  expect(await asPage(half, state)).toBe('mfa');
  expect(await asPage(half, currentUser)).toBeNull();
  await half.post('/api/auth/mfa', { code: await app.fresh() });
  expect(await asPage(half, currentUser)).toMatchObject({ id: person.id });

  await visitor.post('/api/auth/sign-ins/end-others');
  expect(await asPage(half, state)).toBe('ended');
  expect(await asPage(half, currentUser)).toBeNull();
});
