import type { NextRequest } from 'next/server';
import { demandHttps } from '@/lib/http/page-headers';
import { updateSession } from '@/lib/supabase/middleware';

/** Session refresh and nonce on pages; API routes authenticate themselves, assets need neither. */
export async function middleware(request: NextRequest) {
  const response = await updateSession(request);
  demandHttps(response.headers);
  return response;
}

export const config = {
  runtime: 'nodejs',
  // Only what exists is left out: whatever else is asked for ends in the page that says "not found", which needs its nonce.
  matcher: ['/((?!api/|_next/static/|_next/image|icon\\.svg$).*)'],
};
