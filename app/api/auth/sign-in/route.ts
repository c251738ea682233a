import { z } from 'zod';
import { knownBrowser, rememberBrowser } from '@/lib/auth/known-browser';
import { paced } from '@/lib/auth/pace';
import { signInWithPassword } from '@/lib/auth/sign-in';
import { AppError } from '@/lib/errors';
import { addressKey, assertWithin, giveBack, type LimitName, resetLimit } from '@/lib/http/rate-limit';
import { withAnyone } from '@/lib/http/with-anyone';
import { logHash, note } from '@/lib/log';
import { serverClient } from '@/lib/supabase/server';

const credentials = z.object({
  email: z.email().max(254).toLowerCase(),
  password: z.string().min(1).max(200),
  captcha: z.string().max(4096).optional(),
});

/**
 * Signs a person in by e-mail and password; the answer sets the sign-in's cookies and says what comes next. A wrong
 * password and an unknown address get the same answer in the same time, and count alike. A browser that signed in to
 * the account before counts for itself: strangers cannot lock its owner out of it. Tries without the captcha that is
 * asked for count for the address alone.
 */
export const POST = withAnyone(
  async ({ input, request }) => {
    note({ account: logHash(input.email) });
    const browser = await knownBrowser(input.email);
    const here = `${browser ?? addressKey(request.headers)} ${input.email}`;
    const counts: [LimitName, string][] = [['sign_in_account', here]];
    if (!browser) counts.push(['sign_in_account_hour', input.email]);
    for (const [name, key] of counts) await assertWithin(name, key);
    const db = await serverClient();
    try {
      const next = await paced(() => signInWithPassword(db, input), 'refusals');
      for (const [name, key] of counts) await resetLimit(name, key);
      await rememberBrowser(input.email);
      return Response.json({ next });
    } catch (error) {
      const isUntried = error instanceof AppError && error.code === 'captcha_failed';
      if (isUntried) for (const [name, key] of counts) await giveBack(name, key);
      throw error;
    }
  },
  { body: credentials, limit: 'sign_in_address', event: 'sign_in' },
);
