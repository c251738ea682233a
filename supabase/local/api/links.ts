import { createHash, randomInt } from 'node:crypto';
import { inTransaction } from '../database/transaction.ts';
import type { Database, Session } from '../types.ts';
import { checkEmail } from './admin-input.ts';
import { type AdminUser, insertUser, readUser } from './admin-users.ts';
import { AuthRefusal } from './answers.ts';

export type LinkType = 'signup' | 'invite' | 'magiclink' | 'recovery';

/** As many digits as hosted allows: the hash in a link is no stronger than its code. */
export const CODE_LENGTH = 10;

export interface Link {
  user: AdminUser;
  type: LinkType;
  /** Its code, for those who type instead of clicking. */
  otp: string;
  /** What the link carries; `auth.verifyOtp({ token_hash, type })` redeems it, once. */
  hash: string;
}

export function isLinkType(type: unknown): type is LinkType {
  return type === 'signup' || type === 'invite' || type === 'magiclink' || type === 'recovery';
}

/** Where a link's hash waits to be redeemed; a newer link of the same column replaces it. */
const columns: Record<LinkType, string> = {
  signup: 'confirmation_token = $2::text, confirmation_sent_at = now()',
  invite: 'confirmation_token = $2::text, confirmation_sent_at = now(), invited_at = now()',
  magiclink: 'recovery_token = $2::text, recovery_sent_at = now()',
  recovery: 'recovery_token = $2::text, recovery_sent_at = now()',
};

interface Known {
  id: string;
  isConfirmed: boolean;
}

/** The user of an address, if there is one. */
export async function findByEmail(session: Session, email: string): Promise<Known | undefined> {
  const [row] = await session.query<{ id: string; is_confirmed: boolean }>(
    'select id, email_confirmed_at is not null as is_confirmed from auth.users where email = $1::text and not is_sso_user',
    [email.toLowerCase()],
  );
  return row && { id: row.id, isConfirmed: row.is_confirmed };
}

/** A fresh link for a user; links of the same column end. */
export async function writeLink(session: Session, userId: string, type: LinkType): Promise<Link> {
  const otp = Array.from({ length: CODE_LENGTH }, () => randomInt(10)).join('');
  const { email } = await readUser(session, userId);
  const hash = createHash('sha256').update(`${email}${otp}`).digest('hex');
  await session.query(`update auth.users set ${columns[type]}, updated_at = now() where id = $1`, [
    userId,
    hash,
  ]);
  return { user: await readUser(session, userId), type, otp, hash };
}

export interface LinkInput {
  type: LinkType;
  email: string;
  password?: string | undefined;
  data?: Record<string, unknown> | undefined;
}

/** What a link of this kind may be made for. Throws `AuthRefusal`. */
function refuseKnown(known: Known | undefined, type: LinkType): void {
  if (type === 'recovery' && !known)
    throw new AuthRefusal(404, 'user_not_found', 'User with this email not found');
  if (known?.isConfirmed && (type === 'invite' || type === 'signup'))
    throw new AuthRefusal(422, 'email_exists', 'A user with this email address has already been registered');
}

/**
 * Makes a link as `auth.admin.generateLink` and `inviteUserByEmail` do: invitations, sign-ups and magic links create
 * the user who is not there yet. Throws `AuthRefusal`.
 */
export function generateLink(database: Database, input: LinkInput): Promise<Link> {
  const email = checkEmail(input.email);
  return inTransaction(database, async (session) => {
    const known = await findByEmail(session, email);
    refuseKnown(known, input.type);
    if (known) return writeLink(session, known.id, input.type);
    if (input.type === 'signup' && !input.password)
      throw new AuthRefusal(400, 'validation_failed', 'Signup requires a valid password');
    const type = input.type === 'magiclink' ? 'signup' : input.type;
    const made = await insertUser(session, {
      email,
      ...(input.type === 'signup' && input.password ? { password: input.password } : {}),
      ...(input.data ? { user_metadata: input.data } : {}),
    });
    return writeLink(session, made.id, type);
  });
}
