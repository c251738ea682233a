import { randomInt } from 'node:crypto';
import postgres from 'postgres';
import { hashCode } from '../../support/badges.ts';
import type { RunningApp } from './app.ts';

const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A fresh pairing code (rule K1) for one of the demo's kiosks. Throws when there is no such kiosk. */
export async function issuePairingCode(app: RunningApp, slug: string): Promise<string> {
  const code = Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');
  const sql = postgres(app.backend.db, { max: 1, prepare: false, onnotice: () => undefined });
  try {
    const issued = await sql`
      insert into private.kiosk_credentials (kiosk_id, code_hash, code_expires_at)
      select id, ${hashCode(code, app.badgeHashKey)}, now() + interval '15 minutes' from public.kiosks where slug = ${slug}
      on conflict (kiosk_id) do update set code_hash = excluded.code_hash, code_expires_at = excluded.code_expires_at,
        code_used_at = null, wrong_attempts = 0
      returning kiosk_id`;
    if (issued.length === 0) throw new Error(`The demo has no kiosk ${slug}.`);
    return code;
  } finally {
    await sql.end();
  }
}
