import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { inject } from 'vitest';
import type { Database } from '../../lib/supabase/database.types.ts';

export type Client = SupabaseClient<Database>;

const options = { auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false } };

/** A client as a browser's: nobody is signed in. */
export function publishableClient(): Client {
  const { url, publishable_key } = inject('backend');
  return createClient<Database>(url, publishable_key, options);
}

/** A client with the server's key. Never sign in with it: it would become that person. */
export function secretClient(): Client {
  const { url, secret_key } = inject('backend');
  return createClient<Database>(url, secret_key, options);
}

/** A client of its own for a person, signed in with the password; throws when that is refused. */
export async function signIn(person: { email: string; password: string }): Promise<Client> {
  const client = publishableClient();
  const { error } = await client.auth.signInWithPassword(person);
  if (error) throw new Error(`${person.email} could not sign in: ${error.message}`);
  return client;
}

let connection: postgres.Sql | undefined;

/** The database itself as its superuser, for what a test prepares and for what no client may see. */
export function sql(): postgres.Sql {
  connection ??= postgres(inject('backend').db, {
    max: 1,
    idle_timeout: 1,
    prepare: false,
    onnotice: () => undefined,
  });
  return connection;
}
