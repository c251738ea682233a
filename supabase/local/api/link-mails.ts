import type { EmailDriver } from '@supabase/lite';
import { AuthRefusal, json, readObject } from './answers.ts';
import { checkEmail } from './admin-input.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Database } from '../types.ts';
import { findByEmail, type Link, type LinkType, writeLink } from './links.ts';

export interface LinkPlace {
  database: Database;
  email: EmailDriver;
  siteUrl: string;
}

const subjects: Record<LinkType, string> = {
  signup: 'Confirm your address',
  invite: 'You are invited',
  magiclink: 'Your sign-in link',
  recovery: 'Choose a new password',
};

/** Where the app redeems a link. */
export function confirmUrl(siteUrl: string, link: Pick<Link, 'hash' | 'type'>): string {
  const url = new URL('/auth/confirm', siteUrl);
  url.search = new URLSearchParams({ token_hash: link.hash, type: link.type }).toString();
  return url.href;
}

/** Mails a link with its code, plainly: the product's own mails are written by its functions. */
export async function mailLink(place: LinkPlace, link: Link): Promise<void> {
  const url = confirmUrl(place.siteUrl, link);
  const subject = subjects[link.type];
  await place.email.send({
    to: link.user.email ?? '',
    subject,
    text: `${subject}: ${url}\n\nOr enter this code: ${link.otp}\n`,
    html: `<p>${subject}: <a href="${url.replaceAll('&', '&amp;')}">${new URL(url).host}</a></p><p>Or enter this code: ${link.otp}</p>`,
  });
}

async function mailToKnown(
  place: LinkPlace,
  email: string,
  type: LinkType,
  isMeant: (isConfirmed: boolean) => boolean = () => true,
): Promise<boolean> {
  const link = await inTransaction(place.database, async (session) => {
    const known = await findByEmail(session, email);
    return known && isMeant(known.isConfirmed) ? writeLink(session, known.id, type) : undefined;
  });
  if (link) await mailLink(place, link);
  return link !== undefined;
}

async function readEmail(request: Request): Promise<Record<string, unknown> & { email: string }> {
  const body = await readObject(request);
  if (typeof body.email !== 'string' || !body.email)
    throw new AuthRefusal(400, 'validation_failed', 'One of email or phone must be set');
  return { ...body, email: checkEmail(body.email) };
}

/** `auth.resetPasswordForEmail`: the same answer whether the address is known or not. Throws `AuthRefusal`. */
export async function answerRecover(request: Request, place: LinkPlace): Promise<Response> {
  const { email } = await readEmail(request);
  await mailToKnown(place, email, 'recovery');
  return json({});
}

/** `auth.signInWithOtp`, for people who exist: nobody signs up by themselves. Throws `AuthRefusal`. */
export async function answerOtp(request: Request, place: LinkPlace): Promise<Response> {
  const { email, create_user: mayCreate } = await readEmail(request);
  if (await mailToKnown(place, email, 'magiclink')) return json({});
  if (mayCreate === false) throw new AuthRefusal(422, 'otp_disabled', 'Signups not allowed for otp');
  throw new AuthRefusal(422, 'signup_disabled', 'Signups not allowed for this instance');
}

/** `auth.resend` of a confirmation to somebody who has not confirmed yet. Throws `AuthRefusal`. */
export async function answerResend(request: Request, place: LinkPlace): Promise<Response> {
  const { email } = await readEmail(request);
  await mailToKnown(place, email, 'signup', (isConfirmed) => !isConfirmed);
  return json({});
}
