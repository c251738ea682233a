import { z } from 'zod';
import { requestPasswordReset } from '@/lib/auth/door';
import { paced } from '@/lib/auth/pace';
import { assertWithin } from '@/lib/http/rate-limit';
import { withAnyone } from '@/lib/http/with-anyone';
import { logHash, note } from '@/lib/log';
import { assertCaptcha } from '@/lib/vendors/hcaptcha/assert-captcha';

const request = z.object({
  email: z.email().max(254).toLowerCase(),
  captcha: z.string().max(4096).optional(),
});

/** Asks for a mail with a link to a new password. Whether anybody has the address, neither answer nor time tells. */
export const POST = withAnyone(
  async ({ input, signal }) => {
    note({ account: logHash(input.email) });
    // Before the account's count, so that no program can use up somebody else's.
    await assertCaptcha(input.captcha, signal);
    await assertWithin('reset_account', input.email);
    await paced(() => requestPasswordReset(input.email), 'all');
    return Response.json({}, { status: 202 });
  },
  { body: request, limit: 'reset_address', event: 'reset_asked' },
);
