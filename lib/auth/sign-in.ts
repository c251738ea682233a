import 'server-only';
import { AppError } from '@/lib/errors';
import { note } from '@/lib/log';
import { clearSignInCookies, type UserClient } from '@/lib/supabase/server';
import { authRefusal } from './auth-refusal';
import { type SignIn, readAuthState } from './auth-state';
import { type NextStep, nextStep } from './gate';

/**
 * Makes a sign-in in the place of whatever this browser held: an earlier one, planted or one's own, is ended and none
 * of its cookies stays. One that leads nowhere (no person, deactivated) is ended too and refused with `plain`.
 * @param make begins the sign-in; throws when it is refused
 */
async function begin(
  db: UserClient,
  plain: 'wrong_credentials' | 'link_expired',
  make: () => Promise<void>,
): Promise<{ signIn: SignIn; next: NextStep }> {
  const earlier = (await db.auth.getSession()).data.session?.access_token;
  await make();
  if (earlier) await db.auth.admin.signOut(earlier, 'local');
  const signIn = await readAuthState(db);
  const next = nextStep(signIn.state);
  if (signIn.state !== 'none') note({ person: signIn.id, next: next ?? signIn.state });
  if (signIn.state === 'none' || !next) {
    await db.auth.signOut({ scope: 'local' });
    await clearSignInCookies('nothing');
    throw new AppError(plain);
  }
  await clearSignInCookies('present');
  return { signIn, next };
}

/**
 * Signs in by e-mail and password and says what comes next.
 * Throws `wrong_credentials` (whatever is wrong), `captcha_failed`, `rate_limited`, `backend_unavailable`.
 */
export async function signInWithPassword(
  db: UserClient,
  { email, password, captcha }: { email: string; password: string; captcha?: string | undefined },
): Promise<NextStep> {
  const { next } = await begin(db, 'wrong_credentials', async () => {
    const options = captcha ? { captchaToken: captcha } : {};
    const { error } = await db.auth.signInWithPassword({ email, password, options });
    if (error) throw authRefusal(error, 'wrong_credentials');
  });
  return next;
}

/** The kinds of link that our mails hold. */
export const linkTypes = ['invite', 'recovery', 'magiclink'] as const;

/** Redeems the token of a link, once. Throws `link_expired` for one that was used, is too old or never was. */
export async function signInWithLink(
  db: UserClient,
  link: { token_hash: string; type: (typeof linkTypes)[number] },
): Promise<SignIn> {
  const { signIn } = await begin(db, 'link_expired', async () => {
    const { error } = await db.auth.verifyOtp(link);
    if (error) throw authRefusal(error, 'link_expired');
  });
  return signIn;
}
