import 'server-only';
import type { KioskActor } from '@/lib/auth/actor';
import { kioskReadings } from '@/lib/badges';
import { AppError } from '@/lib/errors';
import { discreet } from '@/lib/voice/calls/report-events';
import { redactHealth } from '@/supabase/functions/_shared/analysis/redact-health';
import { kioskVerb } from './gateway';
import { type Replay, type Replayed, type ReplayEntry, replayed } from './replay-schemas';

/** An entry as the database takes it: a read as its hashes, words without health; null for what cannot be a badge. */
function prepare(entry: ReplayEntry) {
  if (entry.kind === 'said') return { ...entry, text: redactHealth(entry.text, entry.language) };
  if (entry.kind === 'spoken') return { ...entry, event: discreet(entry.event) };
  if (entry.kind !== 'scan') return entry;
  const { read, ...rest } = entry;
  try {
    return { ...rest, ...kioskReadings(read) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'badge_random') return null;
    throw error;
  }
}

/**
 * Takes what a kiosk kept while it was without network, each entry once however often it is sent (rule K4).
 * Throws `kiosk_not_paired`, `kiosk_revoked`.
 */
export function replayQueue(actor: KioskActor, { entries, ...sent }: Replay): Promise<Replayed> {
  return kioskVerb(
    'kiosk_replay',
    { p_token_hash: actor.tokenHash, p_sent: { ...sent, entries: entries.map(prepare).filter(Boolean) } },
    replayed,
  );
}
