import 'server-only';
import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { env } from '@/lib/env';
import { cookieOptions } from '@/lib/supabase/cookies';
import { keyedHash } from '@/lib/utils/keyed-hash';

const MAX_AGE_SECONDS = 365 * 86_400;
/** How many accounts one browser stays known to; the oldest is forgotten. */
const ACCOUNTS = 5;
const SIGNS = 32;
const form = new RegExp(`^[0-9a-f]{${SIGNS}}(\\.[0-9a-f]{${SIGNS}}){1,${ACCOUNTS}}$`);

const name = () => (cookieOptions().secure ? '__Host-browser' : 'browser');
const proofOf = (browser: string, email: string) =>
  keyedHash('browser', `${browser} ${email}`, env().BADGE_HASH_KEY).slice(0, SIGNS);

/** The browser's number and the accounts that have signed in with it, each as a hash of both that only we can make. */
async function read(): Promise<{ browser: string; proofs: string[] } | null> {
  const value = (await cookies()).get(name())?.value ?? '';
  if (!form.test(value)) return null;
  const [browser = '', ...proofs] = value.split('.');
  return { browser, proofs };
}

/**
 * The number of this browser when it has signed in to the account before, else null. Its tries are counted by that
 * number, so that nobody else can use up what its owner has.
 * @param email in small letters
 */
export async function knownBrowser(email: string): Promise<string | null> {
  const known = await read();
  return known?.proofs.includes(proofOf(known.browser, email)) ? known.browser : null;
}

/** Keeps for a year that the account has signed in with this browser. For routes; a page cannot. */
export async function rememberBrowser(email: string): Promise<void> {
  const { browser, proofs } = (await read()) ?? {
    browser: randomBytes(SIGNS / 2).toString('hex'),
    proofs: [],
  };
  const proof = proofOf(browser, email);
  const kept = [proof, ...proofs.filter((one) => one !== proof)].slice(0, ACCOUNTS);
  const { name: _name, ...options } = cookieOptions();
  (await cookies()).set(name(), [browser, ...kept].join('.'), { ...options, maxAge: MAX_AGE_SECONDS });
}
