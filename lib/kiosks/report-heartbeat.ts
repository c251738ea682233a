import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { kioskBuild } from './build';
import { kioskVerb } from './gateway';
import { type Home, type heartbeat, home, type KioskOrders, kioskOrders } from './schemas';
import { hashToken, newToken } from './token';

const answer = z.union([
  home.extend({ commands: kioskOrders.shape.commands, rotate: z.boolean() }),
  z.object({ opened_elsewhere: z.literal(true) }),
  z.object({ going_down: z.literal(true) }),
]);
const rotation = z.object({ rotates: z.boolean() });

export interface Beat {
  screen: Home & KioskOrders;
  /** The token that this kiosk uses from now on, 256 bits in hex; null when it keeps its own. */
  nextToken: string | null;
}

/**
 * Says how a kiosk is; answers what it shows and what it has to do, null to its last word.
 * Throws `kiosk_not_paired`, `kiosk_revoked`, `kiosk_elsewhere` (a newer window or device has taken over).
 */
export async function reportHeartbeat(
  actor: KioskActor,
  report: z.infer<typeof heartbeat>,
): Promise<Beat | null> {
  const said = await kioskVerb(
    'kiosk_heartbeat',
    { p_token_hash: actor.tokenHash, p_report: report },
    answer,
  );
  if ('opened_elsewhere' in said) throw new AppError('kiosk_elsewhere');
  if ('going_down' in said) return null;
  const { rotate, ...screen } = said;
  return {
    screen: { ...screen, build: kioskBuild() },
    nextToken: rotate ? await rotateToken(actor) : null,
  };
}

async function rotateToken({ tokenHash }: KioskActor): Promise<string | null> {
  const token = newToken();
  const args = { p_token_hash: tokenHash, p_next_token_hash: hashToken(token) };
  return (await kioskVerb('kiosk_rotate_token', args, rotation)).rotates ? token : null;
}
