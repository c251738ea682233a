import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { Database, Row, Session } from '../types.ts';
import { type AdminUser, readUser } from './admin-users.ts';
import { AuthRefusal, answerOrRefuse, json } from './answers.ts';
import type { Tokens } from './tokens.ts';

/** Where sessions live and who signs their tokens. */
export interface SessionPlace {
  database: Database;
  tokens: Tokens;
  /** `iss` of access tokens: the auth server's own address. */
  issuer(): string;
}

interface SessionRow extends Row {
  user_id: string;
  aud: string;
  role: string;
  is_banned: boolean;
  is_anonymous: boolean;
  aal: string;
  amr: { method: string; timestamp: number }[] | null;
}

const TOKEN_SECONDS = 3600;

const readSession = `
  select u.id as user_id, u.aud, u.role, u.is_anonymous,
    coalesce(u.banned_until > now(), false) as is_banned,
    coalesce(s.aal, 'aal1') as aal,
    (select jsonb_agg(jsonb_build_object('method', a.authentication_method,
       'timestamp', extract(epoch from a.updated_at)::bigint) order by a.updated_at desc)
     from auth.mfa_amr_claims a where a.session_id = s.id) as amr
  from auth.sessions s join auth.users u on u.id = s.user_id
  where s.id = $1`;

/** Notes how the person has just proved who they are. */
export async function noteMethod(session: Session, sessionId: string, method: string): Promise<void> {
  await session.query(
    `insert into auth.mfa_amr_claims (session_id, authentication_method) values ($1, $2)
     on conflict (session_id, authentication_method) do update set updated_at = now()`,
    [sessionId, method],
  );
}

/** Keeps which browser a new session belongs to. */
async function noteBrowser(session: Session, sessionId: string, userAgent: string | null): Promise<void> {
  await session.query('update auth.sessions set user_agent = left($2::text, 500) where id = $1', [
    sessionId,
    userAgent,
  ]);
}

/** A new sign-in at aal1; returns its id and first refresh token. */
export async function openSession(
  session: Session,
  o: { userId: string; method: string; userAgent: string | null },
): Promise<{ sessionId: string; refreshToken: string }> {
  const [sessionId, refreshToken] = [randomUUID(), randomUUID()];
  await session.query(
    `insert into auth.sessions (id, user_id, aal, user_agent) values ($1, $2, 'aal1', left($3::text, 500))`,
    [sessionId, o.userId, o.userAgent],
  );
  await session.query(
    `insert into auth.refresh_tokens (id, token, user_id, session_id) values (gen_random_uuid()::text, $1, $2, $3)`,
    [refreshToken, o.userId, sessionId],
  );
  await session.query('update auth.users set last_sign_in_at = now() where id = $1', [o.userId]);
  await noteMethod(session, sessionId, o.method);
  return { sessionId, refreshToken };
}

/** Replaces a session's refresh token; returns the new one. */
export async function rotateRefreshToken(
  session: Session,
  sessionId: string,
  userId: string,
): Promise<string> {
  const token = randomUUID();
  const [old] = await session.query<{ token: string }>(
    `update auth.refresh_tokens set revoked = true, updated_at = now()
     where session_id = $1 and not revoked returning token`,
    [sessionId],
  );
  await session.query(
    `insert into auth.refresh_tokens (id, token, user_id, session_id, parent)
     values (gen_random_uuid()::text, $1, $2, $3, $4)`,
    [token, userId, sessionId, old?.token ?? null],
  );
  return token;
}

/** What clients get for a session: an ES256 access token with hosted's claims. A banned user's sessions are ended. */
export async function sessionBody(
  at: SessionPlace,
  sessionId: string,
  refreshToken: string,
): Promise<Record<string, unknown>> {
  const found = await at.database.lock(async (session) => {
    const [row] = await session.query<SessionRow>(readSession, [sessionId]);
    if (!row) return undefined;
    if (row.is_banned) await session.query('delete from auth.sessions where user_id = $1', [row.user_id]);
    return { row, user: await readUser(session, row.user_id) };
  });
  if (!found)
    throw new AuthRefusal(401, 'session_not_found', 'Session from session_id claim in JWT does not exist');
  if (found.row.is_banned) throw new AuthRefusal(400, 'user_banned', 'User is banned');
  const now = Math.floor(Date.now() / 1000);
  const expires = now + TOKEN_SECONDS;
  return {
    access_token: await at.tokens.sign({
      ...claimsOf(found.row, found.user),
      iss: at.issuer(),
      iat: now,
      exp: expires,
      session_id: sessionId,
    }),
    token_type: 'bearer',
    expires_in: TOKEN_SECONDS,
    expires_at: expires,
    refresh_token: refreshToken,
    user: found.user,
  };
}

const claimsOf = (row: SessionRow, user: AdminUser) => ({
  sub: row.user_id,
  aud: row.aud,
  email: user.email ?? '',
  phone: user.phone ?? '',
  app_metadata: user.app_metadata,
  user_metadata: user.user_metadata,
  role: row.role,
  aal: row.aal,
  amr: row.amr ?? [],
  is_anonymous: row.is_anonymous,
});

/** Turns lite's session (a refresh, or a link that was redeemed: `method`) into hosted's. */
export async function reissue(
  answer: Response,
  at: SessionPlace & { method: string | undefined; userAgent: string | null },
): Promise<Response> {
  if (!answer.ok) return answer;
  const body = (await answer.clone().json()) as { access_token?: string; refresh_token?: string };
  if (typeof body.access_token !== 'string' || typeof body.refresh_token !== 'string') return answer;
  const { method, userAgent } = at;
  const refreshToken = body.refresh_token;
  const { session_id: sessionId } = decodeJwt(body.access_token);
  return answerOrRefuse(async () => {
    if (typeof sessionId !== 'string')
      throw new AuthRefusal(500, 'unexpected_failure', 'The session has no id.');
    if (method)
      await at.database.lock(async (session) => {
        await noteMethod(session, sessionId, method);
        await noteBrowser(session, sessionId, userAgent);
      });
    return json({ ...body, ...(await sessionBody(at, sessionId, refreshToken)) });
  });
}
