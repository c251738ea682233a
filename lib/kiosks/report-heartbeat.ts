import 'server-only';
import type { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskVerb } from './gateway';
import { type Home, type heartbeat, home } from './schemas';

/** Says that a kiosk lives; answers what it shows. Throws `kiosk_not_paired`, `kiosk_revoked`. */
export function reportHeartbeat(actor: KioskActor, report: z.infer<typeof heartbeat>): Promise<Home> {
  return kioskVerb('kiosk_heartbeat', { p_token_hash: actor.tokenHash, p_report: report }, home);
}
