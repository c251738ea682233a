import { z } from 'zod';
import { pathFor, signInPages } from '@/lib/auth/gate';
import { linkTypes, signInWithLink } from '@/lib/auth/sign-in';
import { withAnyone } from '@/lib/http/with-anyone';
import { note } from '@/lib/log';
import { serverClient } from '@/lib/supabase/server';

const link = z.object({
  token_hash: z.string().regex(/^[A-Za-z0-9_-]{16,200}$/),
  type: z.enum(linkTypes),
  next: z.string().max(500).optional(),
});

/**
 * Redeems a link of our mails, once, and says which path comes next. By POST alone: programs that look into mails open
 * every link, and must not use it up.
 */
export const POST = withAnyone(
  async ({ input: { next, ...token } }) => {
    note({ link: token.type });
    const { state } = await signInWithLink(await serverClient(), token);
    const wanted = token.type === 'recovery' ? signInPages.newPassword : next;
    return Response.json({ next: pathFor(state, wanted) });
  },
  { body: link, limit: 'confirm', event: 'link_redeemed' },
);
