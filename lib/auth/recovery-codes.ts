import 'server-only';
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { keyedHash } from '@/lib/utils/keyed-hash';

/** 32 signs without those that look alike (no l, o, 0, 1), so that ten of them are 50 bits. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const CODES = 10;
const HALF = 5;

const redemption = z.object({
  ok: z.boolean(),
  reason: z.enum(['wrong', 'rate_limited']).nullish(),
  retry_after_s: z.number().nullish(),
});

const draw = () => Array.from({ length: HALF }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A fresh code as people copy it, `xxxxx-xxxxx`. */
export const newRecoveryCode = (): string => `${draw()}-${draw()}`;

/** A code as it is compared: without its hyphen, spaces and capitals. */
export const plainRecoveryCode = (typed: string): string => typed.toLowerCase().replaceAll(/[\s-]/g, '');

const hashOf = (code: string) => keyedHash('recovery', plainRecoveryCode(code), env().BADGE_HASH_KEY);

/** Replaces a person's recovery codes; the ten that are returned are shown once and kept as hashes only. */
export async function issueRecoveryCodes(db: UserClient): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newRecoveryCode);
  await callRpc(db, 'replace_recovery_codes', { p_hashes: codes.map(hashOf) }, z.unknown());
  return codes;
}

/** How many recovery codes a person has left. */
export function recoveryCodesLeft(db: UserClient): Promise<number> {
  return callRpc(db, 'recovery_codes_left', {}, z.number());
}

/**
 * Uses a recovery code up: it takes the second factor away, ends the other sign-ins and tells the person by mail.
 * Throws `recovery_code_wrong`, or `rate_limited` after five wrong ones in a quarter of an hour.
 */
export async function redeemRecoveryCode(db: UserClient, code: string): Promise<void> {
  const result = await callRpc(db, 'redeem_recovery_code', { p_hash: hashOf(code) }, redemption);
  if (result.ok) return;
  if (result.reason !== 'rate_limited') throw new AppError('recovery_code_wrong');
  throw new AppError('rate_limited', {
    retryAfterSeconds: Math.max(1, Math.ceil(result.retry_after_s ?? 60)),
  });
}
