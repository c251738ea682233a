import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const variables = {
  SUPABASE_URL: 'http://127.0.0.1:54321',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_0123456789012345678901',
  SUPABASE_SECRET_KEY: 'sb_secret_0123456789012345678901',
  BADGE_HASH_KEY: 'a5'.repeat(32),
};

async function cookiesAt(url: string) {
  vi.resetModules();
  vi.stubEnv('APP_URL', url);
  return import('@/lib/supabase/cookies');
}

beforeEach(() => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('the cookies of a sign-in', () => {
  it('over https are bound to this host and never leave it in the clear', async () => {
    const { cookieOptions } = await cookiesAt('https://jarvis.example');
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: true };
    expect(cookieOptions()).toEqual({ name: '__Host-sb-jarvis', ...options });
  });

  it('on this machine carry a name that browsers take without https', async () => {
    const { cookieOptions } = await cookiesAt('http://localhost:3001');
    expect(cookieOptions()).toMatchObject({ name: 'sb-jarvis', httpOnly: true, secure: false });
  });

  it('are told from those of an earlier sign-in', async () => {
    const { isPresentCookie, isSignInCookie } = await cookiesAt('https://jarvis.example');
    for (const name of ['__Host-sb-jarvis', '__Host-sb-jarvis.0', '__Host-sb-jarvis.12'])
      expect([isPresentCookie(name), isSignInCookie(name)]).toEqual([true, true]);
    for (const name of [
      'sb-jarvis',
      'sb-127-auth-token.0',
      '__Host-sb-jarvis-code-verifier',
      '__Host-sb-jarvis.x',
    ])
      expect([isPresentCookie(name), isSignInCookie(name)]).toEqual([false, true]);
    for (const name of ['kiosk', '__Host-kiosk', 'locale', 'gym']) expect(isSignInCookie(name)).toBe(false);
  });

  it('last no longer than a sign-in may', async () => {
    const { shortened } = await cookiesAt('http://localhost:3001');
    expect(shortened({ maxAge: 400 * 86_400, path: '/' })).toEqual({ maxAge: 30 * 86_400, path: '/' });
    expect(shortened({ maxAge: 0 })).toEqual({ maxAge: 0 });
  });

  it('the browser’s name of itself is cut and kept to plain signs', async () => {
    const { clientOptions } = await cookiesAt('http://localhost:3001');
    const agent = (value?: string) =>
      clientOptions({ get: () => value ?? null }, { fetch }).global.headers['user-agent'];
    expect(agent('x'.repeat(400))).toHaveLength(300);
    expect(agent('Fire\r\nfox: é')).toBe('Firefox: ');
    expect(agent()).toBeUndefined();
  });
});
