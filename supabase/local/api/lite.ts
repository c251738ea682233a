import { App, type EmailDriver } from '@supabase/lite';
import type { OpenDatabase } from '../database/open.ts';
import type { Keys } from '../keys.ts';
import { CODE_LENGTH } from './links.ts';

/** Supabase lite on the opened database, without its studio, storage and migrations of its own. */
export function createLite(
  open: OpenDatabase,
  keys: Keys,
  o: { siteUrl: string; email: EmailDriver },
): (request: Request) => Promise<Response> {
  const app = new App({
    connection: open.connection,
    api: { schemas: ['public'], max_rows: 1000 },
    auth: {
      enabled: true,
      jwt_secret: keys.inner_secret,
      publishable_key: keys.publishable_key,
      secret_key: keys.secret_key,
      site_url: o.siteUrl,
      enable_signup: false,
      minimum_password_length: 12,
      enable_refresh_token_rotation: true,
      sessions: { timebox: '720h', inactivity_timeout: '168h' },
      email: { enable_signup: false, enable_confirmations: true, otp_length: CODE_LENGTH },
    },
    db: { migrations: { enabled: false } },
    storage: { enabled: false },
    studio: { enabled: false },
    options: { server: { disableStudio: true, disableFallback: true }, drivers: { email: o.email } },
  });
  return (request) => open.flow(() => app.fetch(request));
}
