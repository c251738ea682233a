import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createChunks, stringToBase64URL } from '@supabase/ssr';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { inject } from 'vitest';
import { sql } from '../../support/clients.ts';

export type Role = 'gym_staff' | 'gym_manager' | 'franchise_owner' | 'super_admin';

export interface Person {
  id: string;
  email: string;
  role: Role;
}

export interface SignIn {
  person: Person;
  sessionId: string;
  token: string;
  /** The Cookie header of a browser in which this person is signed in. */
  cookie: string;
}

/** Name of the sign-in's cookie on loopback. */
export const cookieName = 'sb-jarvis';

/** Accounts without a password that belong to nobody yet, made in one go. */
export async function makeAccounts(count: number, name: string): Promise<{ id: string; email: string }[]> {
  const made = Array.from({ length: count }, () => ({
    id: randomUUID(),
    email: `${randomBytes(6).toString('hex')}@${name.toLowerCase()}.example.test`,
  }));
  const rest = { aud: 'authenticated', role: 'authenticated', is_anonymous: false, is_sso_user: false };
  const db = sql();
  await db`insert into auth.users ${db(made.map((one) => ({ ...one, ...rest, email_confirmed_at: new Date() })))}`;
  return made;
}

/** People of one role without a password, made in one go; `name` is a text of theirs that others must not see. */
export async function makePeople(
  count: number,
  o: { role: Role; name: string; gymId?: string; franchiseId?: string },
): Promise<Person[]> {
  const made = await makeAccounts(count, o.name);
  const db = sql();
  await db`insert into public.users ${db(
    made.map((one) => ({
      ...one,
      full_name: `${o.name} ${one.id.slice(0, 4)}`,
      role: o.role,
      gym_id: o.gymId ?? null,
      franchise_id: o.franchiseId ?? null,
    })),
  )}`;
  return made.map((one) => ({ ...one, role: o.role }));
}

type Level = 'aal1' | 'aal2';

/** A sign-in as the auth server would keep it, with a token of the backend's own key. */
export async function signInAs(person: Person, level: Level = 'aal1'): Promise<SignIn> {
  const sessionId = randomUUID();
  await sql()`
    insert into auth.sessions (id, user_id, aal, created_at, updated_at, refreshed_at)
    values (${sessionId}, ${person.id}, ${level}, now(), now(), now())`;
  const token = await tokenOf(person, { sessionId, level });
  return { person, sessionId, token, cookie: signInCookie(token, person) };
}

interface Claims {
  sessionId?: string;
  level?: Level;
  /** Seconds from now; negative for a token that has ended. */
  endsIn?: number;
  more?: JWTPayload;
}

function claimsOf(person: Person, o: Claims): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  const methods = o.level === 'aal2' ? ['totp', 'password'] : ['password'];
  return {
    iss: `${inject('backend').url}/auth/v1`,
    sub: person.id,
    aud: 'authenticated',
    iat: now - 10,
    exp: now + (o.endsIn ?? 3600),
    email: person.email,
    phone: '',
    app_metadata: { provider: 'email' },
    user_metadata: {},
    role: 'authenticated',
    aal: o.level ?? 'aal1',
    amr: methods.map((method) => ({ method, timestamp: now - 10 })),
    session_id: o.sessionId ?? randomUUID(),
    is_anonymous: false,
    ...o.more,
  };
}

/** A token of the backend's own key. */
export function tokenOf(person: Person, o: Claims = {}): Promise<string> {
  return sign(claimsOf(person, o), inject('app').signingKey);
}

async function sign(claims: JWTPayload, key: JWK): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: inject('app').signingKey.kid })
    .sign(await importJWK(key, 'ES256'));
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens of a living sign-in that claim to be the backend's and are not. */
export async function forgedTokens({ person, sessionId }: SignIn): Promise<Record<string, string>> {
  const claims = claimsOf(person, { sessionId, level: 'aal2' });
  const { kid, x, y, crv, kty } = inject('app').signingKey;
  const shown = JSON.stringify({ kty, crv, x, y, kid });
  const hs = `${part({ alg: 'HS256', typ: 'JWT', kid })}.${part(claims)}`;
  const own = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
  return {
    'alg none': `${part({ alg: 'none', typ: 'JWT', kid })}.${part(claims)}.`,
    'HS256 with the public key': `${hs}.${createHmac('sha256', shown).update(hs).digest('base64url')}`,
    'another key': await sign(claims, own),
  };
}

/** The Cookie header that keeps a token as a sign-in's cookies do, in parts when it is long. */
export function signInCookie(
  token: string,
  person: Person,
  refreshToken = randomBytes(12).toString('base64url'),
) {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    exp: number;
  };
  const session = {
    access_token: token,
    refresh_token: refreshToken,
    token_type: 'bearer',
    expires_in: 3600,
    expires_at: claims.exp,
    user: { id: person.id, email: person.email, aud: 'authenticated', app_metadata: {}, user_metadata: {} },
  };
  const chunks = createChunks(cookieName, `base64-${stringToBase64URL(JSON.stringify(session))}`);
  return chunks.map(({ name, value }) => `${name}=${value}`).join('; ');
}
