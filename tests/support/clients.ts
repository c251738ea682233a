import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { inject } from 'vitest';
import type { Database } from '../../lib/supabase/database.types.ts';
import type { BackendAddress } from '../../supabase/local/types.ts';
import { totp } from './totp.ts';

export type Client = SupabaseClient<Database>;

const options = { auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false } };

let own: BackendAddress | undefined;
const backend = (): BackendAddress => own ?? inject('backend');

/** Lets the clients of this file's tests reach another backend than the one that all share. */
export function useBackend(address: BackendAddress): void {
  own = address;
}

/** A client as a browser's: nobody is signed in. */
export function publishableClient(): Client {
  const { url, publishable_key } = backend();
  return createClient<Database>(url, publishable_key, options);
}

/** A client with the server's key. Never sign in with it: it would become that person. */
export function secretClient(): Client {
  const { url, secret_key } = backend();
  return createClient<Database>(url, secret_key, options);
}

interface Person {
  email: string;
  password: string;
  /** Of somebody with a verified factor. */
  totpSecret?: string | undefined;
}

/** A client of its own for a person, signed in with the password alone; throws when that is refused. */
export async function signInWithPassword({ email, password }: Person): Promise<Client> {
  const client = publishableClient();
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw new Error(`${email} could not sign in: ${error.message}`);
  return client;
}

/**
 * A client of its own for a person, signed in at aal2 with the factor of this secret; throws when that is refused.
 * It ends the person's other sign-ins at aal1, as every verification does.
 */
export async function signInWithMfa(person: Person, secret: string): Promise<Client> {
  const client = await signInWithPassword(person);
  const { data } = await client.auth.mfa.listFactors();
  const [factor] = data?.totp ?? [];
  if (!factor) throw new Error(`${person.email} has no verified factor.`);
  // Tests sign in more often than codes change: what counts each code once is put back.
  await sql()`update auth.mfa_factors set last_totp_step = null where id = ${factor.id}`;
  const code = await totp(secret);
  const { error } = await client.auth.mfa.challengeAndVerify({ factorId: factor.id, code });
  if (error) throw new Error(`${person.email} could not verify a code: ${error.message}`);
  return client;
}

/** A client of its own for a person, at the highest level they can reach; throws when that is refused. */
export function signIn(person: Person): Promise<Client> {
  return person.totpSecret ? signInWithMfa(person, person.totpSecret) : signInWithPassword(person);
}

let connection: postgres.Sql | undefined;

/** The database itself as its superuser, for what a test prepares and for what no client may see. */
export function sql(): postgres.Sql {
  connection ??= postgres(backend().db, {
    max: 1,
    idle_timeout: 1,
    prepare: false,
    onnotice: () => undefined,
  });
  return connection;
}
