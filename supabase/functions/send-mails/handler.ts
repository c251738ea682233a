import type { Db } from '../_shared/db.ts';
import { deliver, type Provider } from '../_shared/mail/deliver.ts';
import { addressOf, type LinkMaker } from '../_shared/mail/link.ts';
import { renderMail } from '../_shared/mail/templates.ts';
import { type ClaimedMail, type DescribeAgent, MailError } from '../_shared/mail/types.ts';

const BATCH = 5;
const WORK_FOR_MS = 50_000;
/** Well before a claim runs out after two minutes: what is left then is somebody else's. */
const CLAIM_HOLDS_MS = 80_000;

const ONE_ADDRESS = /^[^\s<>,;:"]+@[^\s<>,;:"@]+$/;

export interface Post {
  provider: Provider;
  auth: LinkMaker;
  describe: DescribeAgent;
  from: string;
  appUrl: string;
}

/** How many mails were sent, were no longer ours to finish, and failed. */
export type Outcome = { sent: number; lost: number; failed: number };

async function send(db: Db, post: Post, mail: ClaimedMail): Promise<keyof Outcome> {
  const holder = { p_id: mail.id, p_claim_token: mail.claim_token };
  let providerId: string | null;
  try {
    if (!ONE_ADDRESS.test(mail.email)) throw new MailError('address_refused');
    const message = renderMail(mail, await addressOf(mail, { db, ...post }), post.describe);
    providerId = await deliver(post.provider, { ...message, from: post.from, to: mail.email }, mail.id);
  } catch (error) {
    const p_error_code = error instanceof MailError ? error.code : 'internal';
    // When this fails as well, the claim runs out by itself.
    await db.rpc<boolean>('fail_mail', { ...holder, p_error_code }).catch(() => false);
    return 'failed';
  }
  // It has gone: should the database be away now, the next attempt sends the same mail under the same key.
  const isOurs = await db
    .rpc<boolean>('finish_mail', { ...holder, p_provider_id: providerId })
    .catch(() => false);
  return isOurs ? 'sent' : 'lost';
}

/**
 * Claims mails in batches and sends them one by one until none waits or 50 s have passed. One that fails is given back
 * with a short code and does not hold up the others. Throws `DbError` when claiming fails.
 */
export async function sendMails(db: Db, post: Post): Promise<Outcome> {
  const outcome: Outcome = { sent: 0, lost: 0, failed: 0 };
  const until = Date.now() + WORK_FOR_MS;
  while (Date.now() < until) {
    const claimedAt = Date.now();
    const mails = await db.rpc<ClaimedMail[]>('claim_mails', { p_limit: BATCH });
    if (mails.length === 0) break;
    for (const mail of mails) {
      if (Date.now() - claimedAt > CLAIM_HOLDS_MS) outcome.lost += 1;
      else outcome[await send(db, post, mail)] += 1;
    }
  }
  return outcome;
}
