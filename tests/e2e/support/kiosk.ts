import { newCode } from '../../../lib/kiosks/new-code.ts';
import { keyedHash } from '../../../lib/utils/keyed-hash.ts';
import type { RunningApp } from './app.ts';
import { ask } from './members.ts';

/** A fresh pairing code (rule K1) for one of the demo's kiosks. Throws when there is no such kiosk. */
export async function issuePairingCode(app: RunningApp, slug: string): Promise<string> {
  const code = newCode();
  const issued = await ask(
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

/** Opens every gym around the clock, so that kiosks invite whenever a test runs. */
export async function openGyms(app: RunningApp): Promise<void> {
  await ask(
    app,
    (sql) => sql`
      update public.gyms set opening_hours = (
        select jsonb_agg(jsonb_build_object('weekday', day, 'open', '00:00', 'close', '24:00')) from generate_series(1, 7) day
      )`,
  );
}
