import { randomBytes } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import { type Backend, type BackendOptions, startBackend } from '../../../supabase/local/server.ts';
import type { Engine } from '../../support/scratch-database.ts';
import { createServerDatabase, testServer } from '../../support/server-database.ts';
import { totp } from '../../support/totp.ts';
import { adminOf, clientOf } from '../backend-support.ts';

export const password = 'correct horse battery';

export interface AuthBackend {
  backend: Backend;
  stop(): Promise<void>;
}

/** A backend without the product's tables, on PGlite or in a database of its own on the test server. */
export async function startAuthBackend(engine: Engine, o: BackendOptions = {}): Promise<AuthBackend> {
  const server = engine === 'postgres' ? testServer() : null;
  const scratch = server ? await createServerDatabase(server) : undefined;
  const backend = await startBackend({ migrations: null, cron: false, databaseUrl: scratch?.url, ...o });
  return {
    backend,
    stop: async () => {
      await backend.stop();
      await scratch?.drop();
    },
  };
}

export interface Person {
  id: string;
  email: string;
}

/** A confirmed person with `password`. */
export async function createPerson(backend: Backend): Promise<Person> {
  const email = `person-${randomBytes(5).toString('hex')}@example.test`;
  const { data, error } = await adminOf(backend).auth.admin.createUser({
    email,
    password,
    email_confirm: true,
  });
  if (error) throw error;
  return { id: data.user.id, email };
}

/** A client of its own, signed in by password. */
export async function signInAs(backend: Backend, person: Person): Promise<SupabaseClient> {
  const client = clientOf(backend);
  const { error } = await client.auth.signInWithPassword({ email: person.email, password });
  if (error) throw error;
  return client;
}

/** Enrols a factor and verifies it with the present `code`; the client is at aal2 then. */
export async function enrol(
  client: SupabaseClient,
): Promise<{ factorId: string; secret: string; code: string }> {
  const { data, error } = await client.auth.mfa.enroll({ factorType: 'totp', friendlyName: 'Phone' });
  if (error) throw error;
  const code = await codeOfStep(data.totp.secret, 0);
  const verified = await client.auth.mfa.challengeAndVerify({ factorId: data.id, code });
  if (verified.error) throw verified.error;
  return { factorId: data.id, secret: data.totp.secret, code };
}

/** The code of a step from now: 0 and 1 are taken even when a step ends meanwhile, each once and in this order. */
export const codeOfStep = (secret: string, step: number) =>
  totp(secret, Math.floor(Date.now() / 1000) + step * 30);
