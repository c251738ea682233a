import type { NextRequest } from 'next/server';
import { updateSession } from '@/lib/supabase/middleware';

/** Session refresh and nonce on pages; API routes authenticate themselves, assets need neither. */
export function middleware(request: NextRequest) {
  return updateSession(request);
}

export const config = {
  runtime: 'nodejs',
  matcher: ['/((?!api/|_next/static|_next/image|.*\\.(?:png|svg|ico|webmanifest|js|woff2)$).*)'],
};
