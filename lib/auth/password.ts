import 'server-only';
import { AppError } from '@/lib/errors';
import { assertWithin, resetLimit } from '@/lib/http/rate-limit';
import { note } from '@/lib/log';
import type { UserClient } from '@/lib/supabase/server';
import { authRefusal } from './auth-refusal';
import type { SignIn } from './auth-state';
import { currentUser } from './current-user';
import { provedJustNow } from './fresh';
import { assertPassword } from './password-rule';
import { noteSecurityMail } from './security-mail';
import { endOtherSignIns } from './sign-ins';

const linkMethods = ['otp', 'recovery'];

/** Whether the sign-in came from a link in a mail a moment ago, which stands for the current password. */
export const cameByLink = (signIn: Pick<SignIn, 'methods'>, now?: number): boolean =>
  provedJustNow(signIn, linkMethods, now);

const PLACES = 20;

/** The gyms and franchises somebody works for, which make a poor password; a super admin works for none of them. */
async function ownPlaces(): Promise<(string | null)[]> {
  const actor = await currentUser();
  if (!actor || actor.role === 'super_admin') return [];
  return actor.gyms.slice(0, PLACES).flatMap(({ name, franchise_name }) => [name, franchise_name]);
}

const wrongCurrent = () =>
  new AppError('password_current_wrong', { fields: [{ field: 'current', code: 'wrong' }] });

/** Replaces the password by the current one, which the auth server compares; guesses count like those of a sign-in. */
async function replacePassword(db: UserClient, person: SignIn, password: string, current: string) {
  // To somebody who came by a link, however long ago, the auth server does not put the question.
  if (!person.methods.some(({ method }) => method === 'password')) throw new AppError('sign_in_stale');
  await assertWithin('sign_in_account', person.id);
  await setPassword(db, password, current);
  await resetLimit('sign_in_account', person.id);
}

/**
 * Sets a new password, ends the person's other sign-ins and tells them by mail.
 * Throws `password_weak`, `password_current_wrong`, `rate_limited`, `sign_in_stale`.
 * @param current needed unless the person came by a link of the last 15 minutes
 */
export async function changePassword(
  db: UserClient,
  person: SignIn,
  { password, current }: { password: string; current?: string | undefined },
): Promise<void> {
  assertPassword(password, [person.full_name, person.email, ...(await ownPlaces())]);
  const hasLink = cameByLink(person);
  note({ proof: hasLink ? 'link' : 'current' });
  if (hasLink) await setPassword(db, password);
  else if (current) await replacePassword(db, person, password, current);
  else throw wrongCurrent();
  await endOtherSignIns(db);
  await noteSecurityMail(db, 'password_changed');
}

/** Gives the account this password; the auth server wants the current one unless a link in a mail led here. */
export async function setPassword(db: UserClient, password: string, current?: string): Promise<void> {
  const { error } = await db.auth.updateUser({
    password,
    ...(current ? { current_password: current } : {}),
  });
  if (error?.code?.startsWith('current_password_')) throw wrongCurrent();
  if (error) throw authRefusal(error, 'password_weak');
}
