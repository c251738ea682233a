import { type NextRequest, NextResponse } from 'next/server';
import { demandHttps } from '@/lib/http/page-headers';
import { updateSession } from '@/lib/supabase/middleware';

/** Session refresh and nonce on pages; API routes authenticate themselves, assets need neither. */
export async function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const isApi = pathname.startsWith('/api/');
  // The router breaks (500) at an address whose percent signs stand for nothing, so none reaches it.
  if (!isReadable(pathname)) {
    return isApi
      ? NextResponse.rewrite(new URL('/api/unreadable', request.url))
      : new NextResponse(null, { status: 400 });
  }
  if (isApi || pathname.startsWith('/_next/')) return NextResponse.next();
  const response = await updateSession(request);
  demandHttps(response.headers);
  return response;
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

export const config = {
  runtime: 'nodejs',
  // Only what exists is left out: whatever else is asked for ends in the page that says "not found", which needs its nonce.
  matcher: [
    '/((?!api/|_next/static/|_next/image|icon\\.svg$|favicon\\.ico$|kiosk-worker\\.js$|kiosk\\.webmanifest$).*)',
    '/((?:api|_next)/.*%.*)',
  ],
};
