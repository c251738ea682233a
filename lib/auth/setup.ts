import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { Language, Role } from './actor';
import type { SignIn } from './auth-state';
import { setPassword } from './password';
import { assertPassword } from './password-rule';

/** The day of the terms that people accept; a new text gets a new day. */
export const TERMS_VERSION = '2026-11-21';

const invitation = z
  .object({
    full_name: z.string(),
    role: z.enum(['super_admin', 'franchise_owner', 'gym_manager', 'gym_staff']),
    place: z.string().nullable(),
    language: z.enum(['fr', 'en', 'es']),
    invited_by_name: z.string().nullable(),
    needs_mfa: z.boolean(),
  })
  .nullable();

/** An invitation as its page shows it; `place` is the gym or franchise. */
export interface Invitation {
  full_name: string;
  role: Role;
  place: string | null;
  language: Language;
  invited_by_name: string | null;
  needs_mfa: boolean;
}

/** The open invitation of whoever is signed in, or null. */
export function ownInvitation(db: UserClient): Promise<Invitation | null> {
  return callRpc(db, 'get_invitation', {}, invitation);
}

/**
 * Accepts the invitation: password, then the person. Throws `password_weak`, and `forbidden` when the invitation was
 * taken back, is too old, or came from somebody who may no longer invite.
 */
export async function acceptInvitation(
  db: UserClient,
  person: SignIn,
  given: { full_name: string; language: Language; password: string },
): Promise<void> {
  const place = (await ownInvitation(db))?.place;
  assertPassword(given.password, [given.full_name, person.email, place]);
  try {
    await setPassword(db, given.password);
  } catch (error) {
    // A second try after the password went through: it is set already.
    if (!isSame(error)) throw error;
  }
  await callRpc(
    db,
    'accept_invitation',
    { p_full_name: given.full_name, p_language: given.language, p_terms_version: TERMS_VERSION },
    z.unknown(),
  );
}

const isSame = (error: unknown) =>
  error instanceof AppError && error.fields.some(({ code }) => code === 'same');
