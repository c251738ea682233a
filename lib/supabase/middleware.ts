import { createServerClient } from '@supabase/ssr';
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { pagePolicy } from '@/lib/http/page-headers';
import { claimsOf, watched } from './claims';
import { clientOptions, shortened } from './cookies';
import { personFetch } from './person-fetch';

const needsSignIn = (path: string) => path === '/dashboard' || path.startsWith('/dashboard/');
const readsSignIn = (path: string) => needsSignIn(path) || path === '/login' || path.startsWith('/auth/');

/**
 * Refreshes the sign-in's cookies, gives the page its nonce, and sends people without a sign-in to /login.
 * It routes only: what somebody may see is decided by the database.
 */
export async function updateSession(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const path = request.nextUrl.pathname;
  const policy = pagePolicy(path, nonce);
  request.headers.set('content-security-policy', policy);
  request.headers.set('x-nonce', nonce);

  // A page knows its own address by this alone; whatever the browser sent under the name is gone.
  request.headers.set('x-path', path + request.nextUrl.search);
  let response = NextResponse.next({ request });
  if (readsSignIn(path)) {
    const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
    const door = personFetch();
    const supabase = createServerClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
      ...clientOptions(request.headers, door),
      cookies: {
        getAll: () => request.cookies.getAll(),
        setAll: (all, headers) => {
          for (const { name, value } of all) request.cookies.set(name, value);
          response = NextResponse.next({ request });
          for (const { name, value, options } of all) response.cookies.set(name, value, shortened(options));
          for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
        },
      },
    });
    const isPossible = await claimsOf(watched(supabase, door.away)).then(Boolean, isAway);
    const redirect = destination(path, request.nextUrl.search, isPossible);
    if (redirect) {
      const target = NextResponse.redirect(new URL(redirect, request.url));
      for (const cookie of response.cookies.getAll()) target.cookies.set(cookie);
      response = target;
    }
  }
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Who cannot be asked about is not sent away: the page says that the service does not answer. */
function isAway(error: unknown): true {
  if (error instanceof AppError && error.code === 'backend_unavailable') return true;
  throw error;
}

function destination(path: string, search: string, signedIn: boolean): string | null {
  if (needsSignIn(path) && !signedIn) return `/login?next=${encodeURIComponent(path + search)}`;
  return null;
}
