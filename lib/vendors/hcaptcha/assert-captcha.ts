import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

const PATIENCE_MS = 5_000;

const verdict = z.object({ success: z.boolean() });

/**
 * Asks hCaptcha whether a person solved it; passes where none is configured. For what the auth server does not guard.
 * Throws `captcha_failed`, or `backend_unavailable` while hCaptcha does not answer.
 */
export async function assertCaptcha(token: string | undefined, signal: AbortSignal): Promise<void> {
  const { HCAPTCHA_SECRET_KEY: secret, HCAPTCHA_SITE_KEY: sitekey, HCAPTCHA_VERIFY_URL: url } = env();
  if (!secret || !sitekey) return;
  if (!token) throw new AppError('captcha_failed');
  const { success } = await ask(url, { secret, sitekey, response: token }, signal);
  if (!success) throw new AppError('captcha_failed');
}

async function ask(url: string, form: Record<string, string>, signal: AbortSignal) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    return verdict.parse(await answer.json());
  } catch (cause) {
    throw new AppError('backend_unavailable', { cause });
  }
}
