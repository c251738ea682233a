import { inTransaction } from '../database/transaction.ts';
import type { Database, Session } from '../types.ts';
import { AuthRefusal } from './answers.ts';
import type { Asker } from './asker.ts';
import { noteMethod, rotateRefreshToken } from './sessions.ts';
import { stepOfCode } from './totp.ts';

const MAX_WRONG_CODES = 5;
const CHALLENGE_SECONDS = 300;

/** What an attempt is about: a challenge of one of the person's own factors. */
interface Attempt {
  [column: string]: unknown;
  secret: string;
  is_used: boolean;
  is_expired: boolean;
}

/**
 * Counts an attempt before its code is looked at, one after the other for each person, so that guessing in parallel
 * gains nothing. Throws `AuthRefusal` when five in five minutes were wrong.
 */
function takeAttempt(database: Database, userId: string): Promise<void> {
  return inTransaction(database, async (session) => {
    await session.query('select from auth.users where id = $1 for update', [userId]);
    await session.query(
      `delete from auth.mfa_wrong_codes where user_id = $1 and created_at < now() - interval '5 minutes'`,
      [userId],
    );
    const [row] = await session.query<{ wrong: number }>(
      'select count(*)::int as wrong from auth.mfa_wrong_codes where user_id = $1',
      [userId],
    );
    if ((row?.wrong ?? 0) >= MAX_WRONG_CODES)
      throw new AuthRefusal(429, 'over_request_rate_limit', 'Request rate limit reached');
    await session.query('insert into auth.mfa_wrong_codes (user_id) values ($1)', [userId]);
  });
}

async function readAttempt(session: Session, asker: Asker, factorId: string, challengeId: string) {
  const [factor] = await session.query<{ secret: string }>(
    'select secret from auth.mfa_factors where id = $1::text::uuid and user_id = $2',
    [factorId, asker.userId],
  );
  if (!factor) throw new AuthRefusal(404, 'mfa_factor_not_found', 'Factor not found');
  const [attempt] = await session.query<Attempt>(
    `select $3::text as secret, verified_at is not null as is_used,
       created_at < now() - make_interval(secs => $4::int) as is_expired
     from auth.mfa_challenges where id::text = $1::text and factor_id = $2::text::uuid`,
    [challengeId, factorId, factor.secret, CHALLENGE_SECONDS],
  );
  if (!attempt)
    throw new AuthRefusal(404, 'mfa_factor_not_found', 'MFA factor with the provided challenge ID not found');
  return attempt;
}

const wrongCode = () => new AuthRefusal(422, 'mfa_verification_failed', 'Invalid TOTP code entered');
const usedChallenge = () =>
  new AuthRefusal(422, 'mfa_ip_address_mismatch', 'Challenge and verify IP addresses mismatch.');

/** Raises the session to aal2 and ends what the person has open below it; returns the new refresh token. */
async function raiseSession(session: Session, asker: Asker, factorId: string): Promise<string> {
  const { sessionId, userId } = asker;
  await session.query(
    `update auth.sessions set aal = 'aal2', factor_id = $2::text::uuid, updated_at = now() where id = $1`,
    [sessionId, factorId],
  );
  await noteMethod(session, sessionId, 'totp');
  await session.query(
    `delete from auth.sessions where user_id = $1 and id <> $2 and coalesce(aal, 'aal1') = 'aal1'`,
    [userId, sessionId],
  );
  await session.query(`delete from auth.mfa_factors where user_id = $1 and status = 'unverified'`, [userId]);
  await session.query('delete from auth.mfa_wrong_codes where user_id = $1', [userId]);
  return rotateRefreshToken(session, sessionId, userId);
}

/** Takes a code once and raises the session; returns its new refresh token. Throws `AuthRefusal`. */
export async function verifyCode(
  database: Database,
  asker: Asker,
  o: { factorId: string; challengeId: string; code: string },
): Promise<string> {
  const attempt = await database.lock((session) => readAttempt(session, asker, o.factorId, o.challengeId));
  if (attempt.is_used) throw usedChallenge();
  if (attempt.is_expired)
    throw new AuthRefusal(
      422,
      'mfa_challenge_expired',
      `MFA challenge ${o.challengeId} has expired, verify against another challenge or create a new challenge.`,
    );
  await takeAttempt(database, asker.userId);
  const step = await stepOfCode(attempt.secret, o.code);
  if (step === undefined) throw wrongCode();
  return inTransaction(database, async (session) => {
    const fresh = await session.query(
      `update auth.mfa_factors set status = 'verified', last_totp_step = $2::bigint, updated_at = now()
       where id = $1::text::uuid and coalesce(last_totp_step, 0) < $2::bigint returning id`,
      [o.factorId, step],
    );
    if (fresh.length === 0) throw wrongCode();
    const open = await session.query(
      `update auth.mfa_challenges set verified_at = now()
       where id = $1::text::uuid and verified_at is null returning id`,
      [o.challengeId],
    );
    if (open.length === 0) throw usedChallenge();
    return raiseSession(session, asker, o.factorId);
  });
}

/** Opens a challenge; returns its id and when it ends, in seconds since 1970. Throws `AuthRefusal`. */
export function openChallenge(
  database: Database,
  asker: Asker,
  factorId: string,
): Promise<{ id: string; expires_at: number }> {
  return database.lock(async (session) => {
    const [row] = await session.query<{ id: string; expires_at: number }>(
      `insert into auth.mfa_challenges (factor_id)
       select id from auth.mfa_factors where id = $1::text::uuid and user_id = $2
       returning id, (extract(epoch from created_at) + $3::int)::int as expires_at`,
      [factorId, asker.userId, CHALLENGE_SECONDS],
    );
    if (!row) throw new AuthRefusal(404, 'mfa_factor_not_found', 'Factor not found');
    return row;
  });
}
