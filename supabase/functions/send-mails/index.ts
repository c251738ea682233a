import { createClient } from 'npm:@supabase/supabase-js@2.119.0';
import Bowser from 'npm:bowser@2.15.0';
import { Resend } from 'npm:resend@6.38.0';
import { requireMailSettings } from '../_shared/mail/settings.ts';
import { withSecret } from '../_shared/with-secret.ts';
import { type Post, sendMails } from './handler.ts';

const AUTH_TIMEOUT_MS = 8_000;

const inTime: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(AUTH_TIMEOUT_MS) });

function describe(userAgent: string): string | null {
  if (!userAgent.trim()) return null;
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(', ') || null;
}

/** What sends, from the function's variables. Without them nothing is claimed: mails wait. */
function openPost(): Post {
  const { apiKey, baseUrl, from, appUrl } = requireMailSettings(Deno.env, console.error);
  const project = [Deno.env.get('SUPABASE_URL') ?? '', Deno.env.get('SUPABASE_SECRET_KEY') ?? ''] as const;
  const supabase = createClient(...project, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: inTime },
  });
  const provider = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return { provider, auth: supabase.auth.admin, describe, from, appUrl };
}

Deno.serve(withSecret(Deno.env, (_body, db) => sendMails(db, openPost())));
