import 'server-only';
import { z } from 'zod';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskVerb } from './gateway';
import { simulatorBadge } from './schemas';

/** Badges to try a demonstration kiosk with; empty where the database is no demonstration. */
export function listSimulatorBadges(actor: KioskActor) {
  return kioskVerb('kiosk_simulator_badges', { p_token_hash: actor.tokenHash }, z.array(simulatorBadge));
}
