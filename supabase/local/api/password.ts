import { inTransaction } from '../database/transaction.ts';
import type { Database } from '../types.ts';
import { AuthRefusal, json, readObject } from './answers.ts';
import { openSession, type SessionPlace, sessionBody } from './sessions.ts';

/** Nobody's password; comparing with it takes an unknown address as long as a wrong password. */
const NOBODY = '$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy';

/** pgcrypto knows today's bcrypt by its older mark. */
const compare = `
  select u.id, u.encrypted_password is not null as has_password,
    u.email_confirmed_at is not null as is_confirmed,
    coalesce(u.banned_until > now(), false) as is_banned,
    extensions.crypt($2::text, h.hash) = h.hash as fits
  from (select) as one
    left join auth.users u on u.email = $1::text and not u.is_sso_user
    cross join lateral (
      select coalesce(regexp_replace(u.encrypted_password, '^\\$2[by]\\$', '$2a$'), $3::text) as hash
    ) h`;

interface Found {
  [column: string]: unknown;
  id: string | null;
  has_password: boolean;
  is_confirmed: boolean;
  is_banned: boolean;
  fits: boolean;
}

/** Whose password it is; undefined for a wrong one and an unknown address, which take the same time. */
export async function findByPassword(
  database: Database,
  email: string,
  password: string,
): Promise<(Found & { id: string }) | undefined> {
  const isPossible = Buffer.byteLength(password) <= 72 && !password.includes('\0');
  const [found] = await database.lock((session) =>
    session.query<Found>(compare, [email.toLowerCase(), isPossible ? password : 'impossible', NOBODY]),
  );
  if (!found?.id || !found.has_password || !found.fits || !isPossible) return undefined;
  return { ...found, id: found.id };
}

/** Signs in by address and password: `POST /token?grant_type=password`. Throws `AuthRefusal`. */
export async function grantPassword(request: Request, at: SessionPlace): Promise<Response> {
  const { email, password } = await readObject(request);
  if (typeof email !== 'string' || !email)
    throw new AuthRefusal(400, 'validation_failed', 'missing email or phone');
  const found = await findByPassword(at.database, email, typeof password === 'string' ? password : '');
  if (!found) throw new AuthRefusal(400, 'invalid_credentials', 'Invalid login credentials');
  if (!found.is_confirmed) throw new AuthRefusal(400, 'email_not_confirmed', 'Email not confirmed');
  if (found.is_banned) throw new AuthRefusal(400, 'user_banned', 'User is banned');
  const userAgent = request.headers.get('user-agent');
  const { sessionId, refreshToken } = await inTransaction(at.database, (session) =>
    openSession(session, { userId: found.id, method: 'password', userAgent }),
  );
  return json({ ...(await sessionBody(at, sessionId, refreshToken)), weak_password: null });
}
