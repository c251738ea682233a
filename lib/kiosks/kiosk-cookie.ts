import 'server-only';
import type { NextRequest } from 'next/server';
import { env } from '@/lib/env';

const MAX_AGE_SECONDS = 400 * 86_400;

/** Over https the name binds the cookie to this host; on loopback browsers would refuse such a name. */
const secure = () => env().APP_URL.startsWith('https://');
const name = () => (secure() ? '__Host-kiosk' : 'kiosk');

/** The device's token, 256 bits in hex, or null where the device is not paired. */
export function tokenFrom(cookies: Pick<NextRequest['cookies'], 'get'>): string | null {
  const value = cookies.get(name())?.value;
  return value && /^[0-9a-f]{64}$/.test(value) ? value : null;
}

/** The Set-Cookie line that keeps a token for 400 days; each heartbeat renews it (rule K1). */
export function kioskCookie(token: string): string {
  const parts = [`${name()}=${token}`, 'Path=/', `Max-Age=${MAX_AGE_SECONDS}`, 'HttpOnly', 'SameSite=Strict'];
  return (secure() ? [...parts, 'Secure'] : parts).join('; ');
}
