import type { Db } from '../db.ts';
import { type ClaimedMail, MailError } from './types.ts';

/** The part of the auth server's admin API that is needed here. */
export interface LinkMaker {
  generateLink(o: { type: 'invite' | 'magiclink' | 'recovery'; email: string }): Promise<{
    data: { properties: { hashed_token: string } | null };
    error: { code?: string | undefined; message: string } | null;
  }>;
}

type Link = { token_hash: string; type: string };

async function make(
  auth: LinkMaker,
  email: string,
  type: 'invite' | 'magiclink' | 'recovery',
): Promise<Link> {
  const { data, error } = await auth.generateLink({ type, email });
  // Somebody who has an account already, at another gym for example, is invited with a link that signs them in.
  if (type === 'invite' && error?.code === 'email_exists') return make(auth, email, 'magiclink');
  if (error?.code === 'user_not_found') throw new MailError('no_account');
  if (error || !data.properties?.hashed_token) throw new MailError('no_link');
  return { token_hash: data.properties.hashed_token, type };
}

/**
 * Where the mail's button leads. Making a link ends the one before, so a repeated attempt takes the one that the first
 * attempt made: it may have arrived. Throws `MailError`.
 */
export async function addressOf(
  mail: ClaimedMail,
  o: { db: Db; auth: LinkMaker; appUrl: string },
): Promise<string> {
  if (mail.kind !== 'invitation' && mail.kind !== 'reset') return new URL('/auth/reset', o.appUrl).href;
  const made = await o.db.rpc<Link | null>('find_mail_link', {
    p_id: mail.id,
    p_claim_token: mail.claim_token,
  });
  const link = made ?? (await make(o.auth, mail.email, mail.kind === 'reset' ? 'recovery' : 'invite'));
  const url = new URL('/auth/confirm', o.appUrl);
  url.searchParams.set('token_hash', link.token_hash);
  url.searchParams.set('type', link.type);
  return url.href;
}
