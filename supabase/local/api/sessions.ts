import { decodeJwt } from 'jose';
import type { Database, Row } from '../types.ts';
import { authError, json } from './answers.ts';
import type { Tokens } from './tokens.ts';

interface SessionRow extends Row {
  user_id: string;
  aud: string;
  role: string;
  email: string | null;
  phone: string | null;
  app_metadata: Record<string, unknown>;
  user_metadata: Record<string, unknown>;
  is_anonymous: boolean;
  is_banned: boolean;
  aal: string;
  amr: { method: string; timestamp: number }[] | null;
}

const readSession = `
  select u.id as user_id, u.aud, u.role, u.email, u.phone, u.is_anonymous,
    coalesce(u.raw_app_meta_data, '{}') as app_metadata,
    coalesce(u.raw_user_meta_data, '{}') as user_metadata,
    coalesce(u.banned_until > now(), false) as is_banned,
    coalesce(s.aal, 'aal1') as aal,
    (select jsonb_agg(jsonb_build_object('method', a.authentication_method,
       'timestamp', extract(epoch from a.created_at)::bigint) order by a.created_at desc)
     from auth.mfa_amr_claims a where a.session_id = s.id) as amr
  from auth.sessions s join auth.users u on u.id = s.user_id
  where s.id = $1`;

/** How the user has just proved who they are, by the path lite answered; undefined for a mere refresh. */
function methodOf(path: string, grant: string | null): string | undefined {
  if (path === '/auth/v1/signup') return 'password';
  if (path === '/auth/v1/verify') return 'otp';
  if (grant === 'password') return 'password';
  return grant === 'pkce' ? 'magiclink' : undefined;
}

/**
 * Turns lite's session into hosted's: an ES256 access token with the claims that policies and `getClaims()` read.
 * A banned user's new session is ended and refused.
 */
export async function reissue(
  answer: Response,
  at: { url: URL; issuer: string; database: Database; tokens: Tokens },
): Promise<Response> {
  if (!answer.ok) return answer;
  const body = (await answer.clone().json()) as { access_token?: string; expires_in?: number };
  if (typeof body.access_token !== 'string') return answer;
  const { session_id: sessionId, iat, exp } = decodeJwt(body.access_token);
  if (typeof sessionId !== 'string') return authError(500, 'unexpected_failure', 'The session has no id.');

  const method = methodOf(at.url.pathname, at.url.searchParams.get('grant_type'));
  const row = await at.database.lock(async (session) => {
    if (method)
      await session.query(
        `insert into auth.mfa_amr_claims (session_id, authentication_method) values ($1, $2)
         on conflict (session_id, authentication_method) do update set updated_at = now()`,
        [sessionId, method],
      );
    const [found] = await session.query<SessionRow>(readSession, [sessionId]);
    if (found?.is_banned)
      await session.query('delete from auth.sessions where user_id = $1', [found.user_id]);
    return found;
  });
  if (!row) return authError(401, 'session_not_found', 'Session from session_id claim in JWT does not exist');
  if (row.is_banned) return authError(400, 'user_banned', 'User is banned');

  const { user_id: sub, aud, role, aal, app_metadata, user_metadata, is_anonymous } = row;
  const access_token = await at.tokens.sign({
    iss: at.issuer,
    sub,
    aud,
    exp,
    iat,
    email: row.email ?? '',
    phone: row.phone ?? '',
    app_metadata,
    user_metadata,
    role,
    aal,
    amr: row.amr ?? [],
    session_id: sessionId,
    is_anonymous,
  });
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return json({ ...body, access_token }, answer.status, Object.fromEntries(headers));
}
