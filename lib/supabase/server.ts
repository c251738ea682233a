import 'server-only';
import { createServerClient } from '@supabase/ssr';
import { cookies, headers } from 'next/headers';
import { env } from '@/lib/env';
import { watched } from './claims';
import { clientOptions, cookieOptions, isPresentCookie, isSignInCookie, shortened } from './cookies';
import type { Database } from './database.types';
import { personFetch } from './person-fetch';

/** Client of the signed-in person: row level security decides. One for each request. */
export async function serverClient() {
  const store = await cookies();
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  const door = personFetch();
  const client = createServerClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    ...clientOptions(await headers(), door),
    cookies: {
      getAll: () => store.getAll(),
      setAll: (all) => {
        try {
          for (const { name, value, options } of all) store.set(name, value, shortened(options));
        } catch {
          // A page cannot set cookies; the middleware has refreshed them already.
        }
      },
    },
  });
  return watched(client, door.away);
}

export type UserClient = Awaited<ReturnType<typeof serverClient>>;

/**
 * Takes what a sign-in left in this browser away: its cookies and the choice of a gym. For routes; a page cannot.
 * @param keep `present` leaves the cookies of the sign-in that has just begun
 */
export async function clearSignInCookies(keep: 'present' | 'nothing'): Promise<void> {
  const store = await cookies();
  const { name: _name, ...options } = cookieOptions();
  for (const { name } of store.getAll()) {
    const isKept = keep === 'present' && isPresentCookie(name);
    if (name === 'gym' || (isSignInCookie(name) && !isKept)) store.set(name, '', { ...options, maxAge: 0 });
  }
}
