import type { Page } from '@playwright/test';
import { newCode } from '../../../lib/kiosks/new-code.ts';
import { keyedHash } from '../../../lib/utils/keyed-hash.ts';
import type { RunningApp } from './app.ts';
import { withDatabase } from './demo.ts';

/** A fresh pairing code (rule K1) for one of the demo's kiosks. Throws when there is no such kiosk. */
export async function issuePairingCode(app: RunningApp, slug: string): Promise<string> {
  const code = newCode();
  const issued = await withDatabase(
    app,
    (sql) => sql`
      insert into private.kiosk_credentials (kiosk_id, code_hash, code_expires_at)
      select id, ${keyedHash('code', code, app.badgeHashKey)}, now() + interval '15 minutes'
      from public.kiosks where slug = ${slug}
      on conflict (kiosk_id) do update set code_hash = excluded.code_hash, code_expires_at = excluded.code_expires_at,
        code_used_at = null, wrong_attempts = 0
      returning kiosk_id`,
  );
  if (issued.length === 0) throw new Error(`The demo has no kiosk ${slug}.`);
  return code;
}

/** Opens the kiosk's page on a new device and pairs it by typing a code. */
export async function pairKiosk(page: Page, app: RunningApp, slug: string): Promise<void> {
  const code = await issuePairingCode(app, slug);
  await page.goto(`/kiosk/${slug}`);
  await page.locator('input[autocomplete="one-time-code"]').fill(code);
  await page.keyboard.press('Enter');
}

/** Reads a badge as the reader does: keys without a pause, then Enter. */
export async function readBadge(page: Page, badge: string): Promise<void> {
  await page.evaluate((signs) => {
    const codes = [...signs].map((sign) => `Digit${sign}`);
    for (const code of [...codes, 'Enter'])
      window.dispatchEvent(new KeyboardEvent('keydown', { code, cancelable: true, bubbles: true }));
  }, badge);
}
