import 'server-only';
import { z } from 'zod';
import { kioskSettings } from '@/lib/kiosks/schemas';

export const kioskViews = ['all', 'attention'] as const;
export const kioskStates = [
  'online',
  'late',
  'offline',
  'resting',
  'provisioning',
  'maintenance',
  'error',
] as const;
export const kioskSorts = ['state', 'name', 'noise', 'latency', 'seen'] as const;
export const curveHours = [24, 168, 720] as const;
export const kioskCommands = ['reload', 'mute', 'volume', 'maintenance', 'reprovision'] as const;

const place = z.object({ id: z.guid(), name: z.string() });

/** One kiosk of the fleet; noise in dB below full scale, latencies in ms of its last twenty answers. */
const kioskRow = z.object({
  id: z.guid(),
  slug: z.string(),
  name: z.string(),
  location: z.string().nullable(),
  gym: place,
  shown: z.enum(kioskStates),
  paired: z.boolean(),
  revoked_at: z.string().nullable(),
  version: z.string().nullable(),
  last_heartbeat_at: z.string().nullable(),
  going_down_at: z.string().nullable(),
  /** When an older holder of its token last spoke up from another browser. */
  copied_at: z.string().nullable(),
  uptime_s: z.int().nullable(),
  network: z.enum(['wifi', 'ethernet', 'cellular', 'other', 'unknown']).nullable(),
  rtt_ms: z.int().nullable(),
  microphone: z.enum(['unknown', 'ok', 'silent', 'blocked', 'missing']).nullable(),
  speaker: z.enum(['unknown', 'ok', 'silent']).nullable(),
  noise_db: z.int().nullable(),
  ladder: z.enum(['voice', 'push_to_talk', 'text', 'badge']).nullable(),
  ladder_reason: z
    .enum([
      'no_microphone',
      'noise',
      'voice_down',
      'no_budget',
      'network',
      'setting',
      'plan_limit',
      'on_hold',
    ])
    .nullable(),
  latency_p50_ms: z.int().nullable(),
  latency_p95_ms: z.int().nullable(),
  /** Reads and events that wait on the device for the network. */
  waiting: z.int().nullable(),
  last_read_at: z.string().nullable(),
  /** Its times alone, never what was said; null for whoever sees no conversations. */
  last_talk: z
    .object({ at: z.string(), ended_at: z.string().nullable(), end_reason: z.string().nullable() })
    .nullable(),
  /** When it last had no network and read badges alone, as it told afterwards; null: not within a week. */
  last_away: z.object({ from: z.string(), to: z.string() }).nullable(),
});
export type KioskRow = z.infer<typeof kioskRow>;

export const kioskListSchema = z.object({
  total: z.int(),
  counts: z.record(z.enum(['all', 'attention', ...kioskStates]), z.int()),
  gyms: z.array(place),
  next_cursor: z.string().nullable(),
  rows: z.array(kioskRow),
});
export type KioskList = z.infer<typeof kioskListSchema>;

const command = z.object({
  id: z.guid(),
  command: z.enum(kioskCommands),
  value: z.int().nullable(),
  asked_at: z.string(),
  state: z.enum(['queued', 'sent', 'done', 'expired']),
  at: z.string().nullable(),
  by: z.string().nullable(),
});
export type KioskCommand = z.infer<typeof command>;

const curvePoint = z.object({
  at: z.string(),
  /** Percent of the minutes with a heartbeat. */
  heard: z.number(),
  noise_db: z.number().nullable(),
  p50_ms: z.number().nullable(),
  p95_ms: z.number().nullable(),
  rtt_ms: z.number().nullable(),
});
export type CurvePoint = z.infer<typeof curvePoint>;

const historyLine = z.object({
  at: z.string(),
  action: z.string(),
  changed: z.array(z.string()),
  actor: z.enum(['staff', 'kiosk', 'system']),
  by: z.string().nullable(),
  /** Of an absence: when it began. */
  since: z.string().optional(),
});
export type HistoryLine = z.infer<typeof historyLine>;

export const kioskDetailSchema = kioskRow.extend({
  timezone: z.string(),
  language: z.enum(['fr', 'en', 'es']),
  notes: z.string().nullable(),
  settings: kioskSettings,
  config_version: z.int(),
  token_issued_at: z.string().nullable(),
  rotation_asked_at: z.string().nullable(),
  code_expires_at: z.string().nullable(),
  commands: z.array(command),
  /** Null for whoever does not read the audit. */
  history: z.array(historyLine).nullable(),
  curve: z.array(curvePoint),
});
export type KioskDetail = z.infer<typeof kioskDetailSchema>;

/** Body of PUT /api/dashboard/kiosks/[id]: what changes, and the version that was on the screen. */
export const kioskChangesSchema = z.strictObject({
  version: z.int().min(1).max(2_147_483_647),
  changes: z.strictObject({
    name: z.string().trim().min(1).max(80).optional(),
    location: z.string().trim().max(120).optional(),
    notes: z.string().trim().max(2000).optional(),
    language: z.enum(['fr', 'en', 'es']).optional(),
    settings: kioskSettings.partial().strict().optional(),
  }),
});

/** Body of POST /api/dashboard/kiosks/[id]/commands; `value` as `kioskOrders` has it. */
export const kioskCommandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.enum(['reload', 'reprovision']) }),
  z.strictObject({ command: z.enum(['mute', 'maintenance']), value: z.union([z.literal(0), z.literal(1)]) }),
  z.strictObject({ command: z.literal('volume'), value: z.int().min(0).max(100) }),
]);
