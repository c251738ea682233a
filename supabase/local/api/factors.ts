import { inTransaction } from '../database/transaction.ts';
import type { Database, Session } from '../types.ts';
import { shownFactor } from './admin-users.ts';
import { AuthRefusal, authError, json, readObject } from './answers.ts';
import { type Asker, askerOf } from './asker.ts';
import { openChallenge, verifyCode } from './factor-codes.ts';
import { type SessionPlace, sessionBody } from './sessions.ts';
import { newTotpSecret } from './totp.ts';

const MAX_FACTORS = 10;
const path = /^\/auth\/v1\/factors(?:\/([0-9a-f-]{36})(?:\/(challenge|verify))?)?$/i;

function refuseUnlessTotp(type: unknown): void {
  if (type === 'totp') return;
  if (type === 'phone' || type === 'webauthn')
    throw new AuthRefusal(422, `mfa_${type}_enroll_not_enabled`, `MFA enroll is disabled for ${type}`);
  throw new AuthRefusal(400, 'validation_failed', 'factor_type needs to be totp, phone, or webauthn');
}

/** Serialises with other changes to the person's factors, and refuses what the present ones do not allow. */
async function refuseOneMore(session: Session, asker: Asker, name: string): Promise<void> {
  await session.query('select from auth.users where id = $1 for update', [asker.userId]);
  const known = await session.query<{ friendly_name: string | null; status: string }>(
    'select friendly_name, status from auth.mfa_factors where user_id = $1',
    [asker.userId],
  );
  if (asker.aal !== 'aal2' && known.some((factor) => factor.status === 'verified'))
    throw new AuthRefusal(403, 'insufficient_aal', 'AAL2 required to enroll a new factor');
  if (known.length >= MAX_FACTORS)
    throw new AuthRefusal(
      422,
      'too_many_enrolled_mfa_factors',
      'Maximum number of verified factors reached, unenroll to continue',
    );
  if (name.trim() && known.some((factor) => factor.friendly_name === name))
    throw new AuthRefusal(
      422,
      'mfa_factor_name_conflict',
      `A factor with the friendly name "${name}" for this user already exists`,
    );
}

async function enroll(request: Request, at: FactorPlace, asker: Asker): Promise<Response> {
  const body = await readObject(request);
  refuseUnlessTotp(body.factor_type);
  const name = typeof body.friendly_name === 'string' ? body.friendly_name : '';
  const issuer = typeof body.issuer === 'string' && body.issuer ? body.issuer : new URL(at.siteUrl).host;
  const totp = newTotpSecret(issuer, asker.email);
  const id = await inTransaction(at.database, async (session) => {
    await refuseOneMore(session, asker, name);
    const [made] = await session.query<{ id: string }>(
      `insert into auth.mfa_factors (user_id, friendly_name, factor_type, status, secret)
       values ($1, $2::text, 'totp', 'unverified', $3::text) returning id`,
      [asker.userId, name, totp.secret],
    );
    return made?.id;
  });
  return json({ id, type: 'totp', friendly_name: name, totp });
}

async function unenroll(at: FactorPlace, asker: Asker, factorId: string): Promise<Response> {
  await inTransaction(at.database, async (session) => {
    const [factor] = await session.query<{ status: string }>(
      'select status from auth.mfa_factors where id = $1::text::uuid and user_id = $2 for update',
      [factorId, asker.userId],
    );
    if (!factor) throw new AuthRefusal(404, 'mfa_factor_not_found', 'Factor not found');
    if (factor.status === 'verified' && asker.aal !== 'aal2')
      throw new AuthRefusal(422, 'insufficient_aal', 'AAL2 required to unenroll verified factor');
    await removeFactor(session, factorId);
  });
  return json({ id: factorId });
}

/** Removes a factor; sessions that were raised by it fall back to aal1 at their next refresh. */
async function removeFactor(session: Session, factorId: string): Promise<void> {
  await session.query(
    `delete from auth.mfa_amr_claims where authentication_method = 'totp'
       and session_id in (select id from auth.sessions where factor_id = $1::text::uuid)`,
    [factorId],
  );
  await session.query(
    `update auth.sessions set aal = 'aal1', factor_id = null where factor_id = $1::text::uuid`,
    [factorId],
  );
  await session.query('delete from auth.mfa_factors where id = $1::text::uuid', [factorId]);
}

async function verify(request: Request, at: FactorPlace, asker: Asker, factorId: string): Promise<Response> {
  const { challenge_id: challengeId, code } = await readObject(request);
  if (typeof challengeId !== 'string' || typeof code !== 'string')
    throw new AuthRefusal(400, 'validation_failed', 'challenge_id and code must be strings');
  const refreshToken = await verifyCode(at.database, asker, { factorId, challengeId, code });
  return json(await sessionBody(at, asker.sessionId, refreshToken));
}

export interface FactorPlace extends SessionPlace {
  /** Its host names the account in authenticator apps, unless the client names it. */
  siteUrl: string;
}

/** Answers `/auth/v1/factors…`, TOTP only, for the person whose token asks. Throws `AuthRefusal`. */
export async function answerFactors(request: Request, pathname: string, at: FactorPlace): Promise<Response> {
  const [matched, factorId, verb] = path.exec(pathname) ?? [];
  if (!matched) return authError(404, 'not_found', 'Not part of the embedded backend');
  const asker = await askerOf(request, at);
  if (!factorId && request.method === 'POST') return enroll(request, at, asker);
  if (factorId && !verb && request.method === 'DELETE') return unenroll(at, asker, factorId);
  if (factorId && verb === 'verify' && request.method === 'POST') return verify(request, at, asker, factorId);
  if (factorId && verb === 'challenge' && request.method === 'POST')
    return json({ ...(await openChallenge(at.database, asker, factorId)), type: 'totp' });
  return authError(405, 'bad_request', 'Method not allowed');
}

/** A person's factors for `auth.admin.mfa.listFactors`. */
export function listFactors(database: Database, userId: string): Promise<unknown[]> {
  return database.lock(async (session) => {
    const rows = await session.query<{ shown: unknown }>(
      `select ${shownFactor} as shown from auth.mfa_factors f where f.user_id = $1::text::uuid order by f.created_at`,
      [userId],
    );
    return rows.map((row) => row.shown);
  });
}

/** Takes a factor away from a person, for `auth.admin.mfa.deleteFactor`. Throws `AuthRefusal`. */
export function deleteFactor(database: Database, userId: string, factorId: string): Promise<unknown> {
  return inTransaction(database, async (session) => {
    const [row] = await session.query<{ shown: unknown }>(
      `select ${shownFactor} as shown from auth.mfa_factors f
       where f.id = $1::text::uuid and f.user_id = $2::text::uuid`,
      [factorId, userId],
    );
    if (!row) throw new AuthRefusal(404, 'mfa_factor_not_found', 'Factor not found');
    await removeFactor(session, factorId);
    return row.shown;
  });
}
