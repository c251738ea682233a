import { AuthRefusal } from './answers.ts';
import { bearerOf } from './api-key.ts';
import type { SessionPlace } from './sessions.ts';

/** The signed-in person behind a request, as their session is now (not as their token says). */
export interface Asker {
  userId: string;
  sessionId: string;
  email: string;
  aal: string;
  hasFactor: boolean;
  /** Signed in by a mailed link or code, which stands for the current password. */
  cameByLink: boolean;
}

/** Who asks, by their access token. Throws `AuthRefusal` when it is missing, not ours, expired, or its session is gone. */
export async function askerOf(request: Request, at: SessionPlace): Promise<Asker> {
  const token = bearerOf(request);
  if (!token || token.startsWith('sb_'))
    throw new AuthRefusal(401, 'no_authorization', 'This endpoint requires a valid Bearer token');
  const claims = await at.tokens.verify(token);
  if (!claims)
    throw new AuthRefusal(
      403,
      'bad_jwt',
      'invalid JWT: unable to parse or verify signature, or it is expired',
    );
  const [row] = await at.database.lock((session) =>
    session.query<{
      email: string;
      aal: string;
      came_by_link: boolean;
      has_factor: boolean;
      is_banned: boolean;
    }>(
      `select coalesce(u.email, '') as email, coalesce(s.aal, 'aal1') as aal,
         exists (select from auth.mfa_amr_claims a where a.session_id = s.id
           and a.authentication_method in ('otp', 'magiclink', 'recovery')) as came_by_link,
         coalesce(u.banned_until > now(), false) as is_banned,
         exists (select from auth.mfa_factors f where f.user_id = u.id and f.status = 'verified') as has_factor
       from auth.sessions s join auth.users u on u.id = s.user_id
       where s.id = $1::text::uuid and u.id = $2::text::uuid`,
      [claims.sessionId, claims.userId],
    ),
  );
  if (!row)
    throw new AuthRefusal(403, 'session_not_found', 'Session from session_id claim in JWT does not exist');
  if (row.is_banned) throw new AuthRefusal(403, 'user_banned', 'User is banned');
  const { email, aal, has_factor: hasFactor, came_by_link: cameByLink } = row;
  return { ...claims, email, aal, hasFactor, cameByLink };
}
