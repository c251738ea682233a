import 'server-only';
import type { AuthMFAListFactorsResponse } from '@supabase/supabase-js';
import { AppError } from '@/lib/errors';
import { assertWithin, resetLimit } from '@/lib/http/rate-limit';
import type { UserClient } from '@/lib/supabase/server';
import { authRefusal } from './auth-refusal';
import type { SignIn } from './auth-state';
import { assertFresh } from './fresh';
import { noteSecurityMail } from './security-mail';

type Factors = NonNullable<AuthMFAListFactorsResponse['data']>;

/** What an authenticator app is set up with; `qr` is an image as a data URI. */
export interface Enrolment {
  id: string;
  qr: string;
  secret: string;
  uri: string;
}

async function factorsOf(db: UserClient): Promise<Factors> {
  const { data, error } = await db.auth.mfa.listFactors();
  if (error) throw authRefusal(error, 'unauthenticated');
  return data;
}

/** A person's second factors that work, oldest first, for the settings page. */
export async function listFactors(db: UserClient): Promise<{ id: string; created_at: string }[]> {
  const { totp } = await factorsOf(db);
  return totp
    .map(({ id, created_at }) => ({ id, created_at }))
    .sort((a, b) => a.created_at.localeCompare(b.created_at));
}

/**
 * Begins a second factor; what was begun earlier and never confirmed is dropped. Throws `sign_in_stale` when the person
 * did not prove who they are just now: whoever finds a browser open could lock its owner out.
 */
export async function enrolFactor(db: UserClient, person: SignIn): Promise<Enrolment> {
  assertFresh(person);
  for (const { id, status } of (await factorsOf(db)).all) {
    if (status === 'verified') continue;
    const { error } = await db.auth.mfa.unenroll({ factorId: id });
    if (error) throw authRefusal(error, 'conflict');
  }
  const { data, error } = await db.auth.mfa.enroll({ factorType: 'totp', issuer: 'JARVIS' });
  if (error) throw authRefusal(error, 'conflict');
  const { qr_code: qr, secret, uri } = data.totp;
  return { id: data.id, qr, secret, uri };
}

/**
 * Shows a current code of one of these factors, which raises the sign-in to the second level.
 * Throws `mfa_code_wrong`, or `rate_limited` after five tries in five minutes.
 */
async function show(db: UserClient, person: SignIn, factorIds: string[], code: string): Promise<void> {
  await assertWithin('mfa', person.id);
  for (const factorId of factorIds) {
    const { error } = await db.auth.mfa.challengeAndVerify({ factorId, code });
    if (!error) return resetLimit('mfa', person.id);
    const refused = authRefusal(error, 'mfa_code_wrong');
    if (refused.code !== 'mfa_code_wrong') throw refused;
  }
  throw new AppError('mfa_code_wrong');
}

/** Shows a current code of any of the person's factors. Throws `conflict` for a person without one. */
export async function showFactor(db: UserClient, person: SignIn, code: string): Promise<void> {
  const ids = (await factorsOf(db)).totp.map((factor) => factor.id);
  if (ids.length === 0) throw new AppError('conflict');
  await show(db, person, ids, code);
}

/** Confirms a factor that was begun; says whether it is the person's first. An id that is not theirs is not found. */
export async function confirmFactor(
  db: UserClient,
  person: SignIn,
  id: string,
  code: string,
): Promise<{ isFirst: boolean }> {
  const { all, totp } = await factorsOf(db);
  const begun = all.find((factor) => factor.id === id);
  if (!begun) throw new AppError('not_found');
  if (begun.status === 'verified') throw new AppError('conflict');
  await show(db, person, [id], code);
  return { isFirst: totp.length === 0 };
}

/**
 * Takes a factor away after a current code of any; the person is told by mail. Where a second factor is a must, the
 * last one stays (`mfa_mandatory`).
 */
export async function removeFactor(db: UserClient, person: SignIn, id: string, code: string): Promise<void> {
  const { totp } = await factorsOf(db);
  if (!totp.some((factor) => factor.id === id)) throw new AppError('not_found');
  if (person.needs_mfa && totp.length === 1) throw new AppError('mfa_mandatory');
  await show(
    db,
    person,
    totp.map((factor) => factor.id),
    code,
  );
  const { error } = await db.auth.mfa.unenroll({ factorId: id });
  if (error) throw authRefusal(error, 'conflict');
  await noteSecurityMail(db, 'mfa_removed');
  // The token still says that a factor was shown; the next one does not.
  await db.auth.refreshSession();
}
