import type { Keys } from '../keys.ts';
import { AuthRefusal } from './answers.ts';
import { isAdmin } from './api-key.ts';

export interface Captcha {
  secret: string;
  /** Where tokens are checked, by hCaptcha's protocol. */
  url: string;
}

const HCAPTCHA_URL = 'https://api.hcaptcha.com/siteverify';
const PATIENCE_MS = 10_000;
const guarded = new Set(['/auth/v1/signup', '/auth/v1/recover', '/auth/v1/otp', '/auth/v1/resend']);

/** The captcha that the environment asks for, if any. */
export function captchaFrom(env: NodeJS.ProcessEnv): Captcha | undefined {
  const secret = env.SUPABASE_LOCAL_CAPTCHA_SECRET;
  return secret ? { secret, url: env.SUPABASE_LOCAL_CAPTCHA_URL || HCAPTCHA_URL } : undefined;
}

/** True where hosted wants a captcha: password sign-in, sign-up and everything that mails. */
function isGuarded(url: URL): boolean {
  if (url.pathname === '/auth/v1/token') return url.searchParams.get('grant_type') === 'password';
  return guarded.has(url.pathname);
}

async function readToken(request: Request): Promise<string | undefined> {
  const body = (await request
    .clone()
    .json()
    .catch(() => undefined)) as { gotrue_meta_security?: { captcha_token?: unknown } } | undefined | null;
  const token = body?.gotrue_meta_security?.captcha_token;
  return typeof token === 'string' && token.trim() ? token.trim() : undefined;
}

const failed = (reason: string) =>
  new AuthRefusal(400, 'captcha_failed', `captcha protection: request disallowed (${reason})`);

/** Asks the captcha service whether a person solved it, as hosted does. Throws `AuthRefusal`; the secret key is exempt. */
export async function checkCaptcha(request: Request, url: URL, keys: Keys, captcha: Captcha): Promise<void> {
  if (request.method !== 'POST' || !isGuarded(url) || isAdmin(request, keys)) return;
  const response = await readToken(request);
  if (!response) throw failed('no captcha_token found in request');
  const verdict = await fetch(captcha.url, {
    method: 'POST',
    body: new URLSearchParams({ secret: captcha.secret, response }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
    .then((answer) => answer.json() as Promise<{ success?: boolean; 'error-codes'?: string[] }>)
    .catch(() => undefined);
  if (!verdict) throw new AuthRefusal(500, 'unexpected_failure', 'captcha verification process failed');
  if (verdict.success !== true) throw failed(verdict['error-codes']?.join(', ') || 'not-solved');
}
