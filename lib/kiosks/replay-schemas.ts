import 'server-only';
import { z } from 'zod';
import { voiceEvent } from '@/lib/voice/calls/schemas';
import { turnLength } from '@/lib/voice/schemas';

/** When something happened by the device's own reckoning: its start, milliseconds since then, and its wall clock in milliseconds. */
const stamp = z.object({
  boot_id: z.guid(),
  boot_ms: z.int().min(0).max(1e12),
  at: z.int().min(0).max(1e13),
});

const entry = stamp.extend({ event_id: z.guid() });
/** Of a conversation: it is known by the read that began it. */
const word = entry.extend({ read_event_id: z.guid() });

const replayEntry = z.discriminatedUnion('kind', [
  entry.extend({ kind: z.literal('scan'), read: z.string().min(4).max(64) }),
  /** The kiosk could not reach us from `since` until the stamp. */
  entry.extend({ kind: z.literal('away'), since: stamp }),
  word.extend({
    kind: z.literal('said'),
    seq: z.int().min(1).max(10_000),
    text: z.string().min(1).max(turnLength),
    language: z.enum(['fr', 'en', 'es']),
  }),
  /** An event of a call; its age is the entry's. */
  word.extend({ kind: z.literal('spoken'), event: voiceEvent }),
  word.extend({
    kind: z.literal('closed'),
    reason: z.enum(['goodbye', 'stop', 'silence', 'limit', 'replaced', 'page_closed', 'tab_lost']),
    last_seq: z.int().min(0).max(10_000),
  }),
]);
export type ReplayEntry = z.infer<typeof replayEntry>;

/** What waited at a kiosk, oldest first; the stamp says when it is sent. */
export const replay = stamp.extend({ entries: z.array(replayEntry).max(100) });
export type Replay = z.infer<typeof replay>;

/** `gym` is a sign by which a kiosk knows, later, whether it still stands at the same gym. */
export const replayed = z.object({ gym: z.string() });
export type Replayed = z.infer<typeof replayed>;
