import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskVerb } from './gateway';
import { simulatorBadge } from './schemas';

/**
 * Badges to try a kiosk with: those of a demonstration, and none but what is typed where a manager opened the simulator.
 * Throws `not_found` for a kiosk that has none.
 */
export function listSimulatorBadges(actor: KioskActor, isDemo: boolean) {
  return kioskVerb(
    'kiosk_simulator_badges',
    { p_token_hash: actor.tokenHash, p_is_demo: isDemo },
    z.array(simulatorBadge),
  );
}
