import 'server-only';
import { createClient } from '@supabase/supabase-js';
import { env } from '@/lib/env';
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

/** Asks the auth server whether the password is the account's, by a sign-in that is ended at once. */
async function assertCurrent(person: SignIn, password: string, captcha: string | undefined): Promise<void> {
  const email = person.email ?? '';
  await assertWithin('sign_in_account', person.id);
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = env();
  const aside = createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  const options = captcha ? { captchaToken: captcha } : {};
  const { error } = await aside.auth.signInWithPassword({ email, password, options });
  const refused = error && authRefusal(error, 'password_current_wrong');
  if (refused) throw refused.code === 'password_current_wrong' ? wrongCurrent() : refused;
  await aside.auth.signOut({ scope: 'local' });
  await resetLimit('sign_in_account', person.id);
}

/**
 * Sets a new password, ends the person's other sign-ins and tells them by mail.
 * Throws `password_weak`, `password_current_wrong`, `rate_limited`.
 * @param current needed unless the person came by a link of the last 15 minutes
 */
export async function changePassword(
  db: UserClient,
  person: SignIn,
  {
    password,
    current,
    captcha,
  }: { password: string; current?: string | undefined; captcha?: string | undefined },
): Promise<void> {
  assertPassword(password, [person.full_name, person.email, ...(await ownPlaces())]);
  const hasLink = cameByLink(person);
  note({ proof: hasLink ? 'link' : 'current' });
  if (!hasLink) {
    if (!current) throw wrongCurrent();
    await assertCurrent(person, current, captcha);
  }
  await setPassword(db, password, current);
  await endOtherSignIns(db);
  await noteSecurityMail(db, 'password_changed');
}

/** Gives the account this password; the auth server wants the current one unless a link in a mail led here. */
export async function setPassword(db: UserClient, password: string, current?: string): Promise<void> {
  const { error } = await db.auth.updateUser({
    password,
    ...(current ? { current_password: current } : {}),
  });
  if (error) throw authRefusal(error, 'password_weak');
}
