import { createClient } from 'npm:@supabase/supabase-js@2.119.0';
import { Resend } from 'npm:resend@6.38.0';
import { readMailSettings } from '../_shared/mail/settings.ts';
import { Refusal, withSecret } from '../_shared/with-secret.ts';
import { type Post, sendMails } from './handler.ts';

const AUTH_TIMEOUT_MS = 8_000;

const inTime: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(AUTH_TIMEOUT_MS) });

/** What sends, from the function's variables. Without them nothing is claimed: mails wait, and the answer says why. */
function openPost(): Post {
  const settings = readMailSettings(Deno.env);
  if (Array.isArray(settings)) {
    const detail = `Mails stay in the outbox: ${settings.join(', ')} missing or not usable.`;
    console.error(detail);
    throw new Refusal(503, 'backend_unavailable', detail);
  }
  const { apiKey, baseUrl, from, appUrl } = settings;
  const project = [Deno.env.get('SUPABASE_URL') ?? '', Deno.env.get('SUPABASE_SECRET_KEY') ?? ''] as const;
  const supabase = createClient(...project, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: inTime },
  });
  const provider = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return { provider, auth: supabase.auth.admin, from, appUrl };
}

Deno.serve(withSecret(Deno.env, (_body, db) => sendMails(db, openPost())));
