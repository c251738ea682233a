import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { updateSession } from '@/lib/supabase/middleware';
import { sql } from '../support/clients.ts';
import { createGym, createStaff, type Person } from '../support/tenants.ts';
import { appEnvironment, origin, Visitor } from '../support/visitor.ts';

let person: Person;

beforeAll(async () => {
  // The library says on the console too that a refresh token is gone, some time after the answer.
  vi.spyOn(console, 'warn').mockReturnValue();
  appEnvironment();
  person = await createStaff({ role: 'gym_manager', gym: await createGym() });
});

/** What the middleware does for a page that a visitor opens. */
const open = (path: string, visitor = new Visitor(), headers: Record<string, string> = {}) =>
  updateSession(
    new NextRequest(`${origin}${path}`, {
      headers: { cookie: [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; '), ...headers },
    }),
  );

async function signedIn(): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.signIn(person);
  return visitor;
}

describe('opening a page', () => {
  it.each(['/dashboard', '/dashboard/alerts?tab=mine'])(
    '%s needs a sign-in and is remembered',
    async (path) => {
      const response = await open(path);
      expect(response.status).toBe(307);
      const target = new URL(response.headers.get('location')!);
      expect(target.origin + target.pathname).toBe(`${origin}/login`);
      expect(target.searchParams.get('next')).toBe(path);
    },
  );

  it.each(['/', '/login', '/auth/mfa', '/auth/confirm?token_hash=x&type=recovery', '/dashboards'])(
    '%s is open to anybody',
    async (path) => {
      expect((await open(path)).headers.get('location')).toBeNull();
    },
  );

  it('tells the page its own address, whatever the browser says', async () => {
    const response = await open('/dashboard?a=1', await signedIn(), { 'x-path': '//evil.example' });
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.get('x-middleware-request-x-path')).toBe('/dashboard?a=1');
  });

  it.each(['/dashboard', '/auth/mfa', '/login'])(
    '%s renews the cookies of a sign-in that is due',
    async (path) => {
      const visitor = await signedIn();
      visitor.age();
      const response = await open(path, visitor);
      const kept = response.cookies.getAll().filter(({ value }) => value);
      expect(kept.length).toBeGreaterThan(0);
      for (const cookie of kept) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
      expect(response.headers.get('cache-control')).toMatch(/no-store|no-cache|private/);
      expect(response.headers.get('location')).toBeNull();
    },
  );

  it('a sign-in that ended elsewhere is over when it is due, and its cookies go', async () => {
    const visitor = await signedIn();
    visitor.age();
    await sql()`delete from auth.sessions where user_id = ${person.id}`;
    const response = await open('/dashboard', visitor);
    expect(response.headers.get('location')).toContain('/login?next=');
    expect(response.cookies.getAll().map(({ value }) => value)).toEqual(['']);
  });
});
