import 'server-only';
import { z } from 'zod';

const language = z.enum(['fr', 'en', 'es']);
const clock = z.string().regex(/^\d\d:\d\d$/);

export const classOccurrence = z.object({
  occurrence_id: z.guid(),
  name: z.string(),
  starts_at: z.string(),
  local_time: clock,
  local_date: z.string(),
  minutes: z.int(),
  coach: z.string().nullable(),
  room: z.string().nullable(),
  capacity: z.int(),
  free: z.int(),
  booked_by_me: z.boolean(),
});
export type ClassOccurrence = z.infer<typeof classOccurrence>;

/** A gym's own lines for its kiosk; the ones it has not written are JARVIS's. */
const ownLines = z.object({
  attract: z.string().optional(),
  closed: z.string().optional(),
  maintenance: z.string().optional(),
  welcome: z.string().optional(),
});
export type KioskLine = keyof z.infer<typeof ownLines>;

/** What a gym sets on one kiosk; `volume` from 0 to 100, `minutes` that a conversation may last. */
export const kioskSettings = z.object({
  simulator: z.boolean(),
  voice: z.boolean(),
  push_to_talk: z.boolean(),
  mute: z.boolean(),
  volume: z.int().min(0).max(100),
  minutes: z.int().min(1).max(15),
});
export type KioskSettings = z.infer<typeof kioskSettings>;

/** What a kiosk shows while nobody stands before it. */
export const home = z.object({
  kiosk: z.object({
    slug: z.string(),
    name: z.string(),
    language,
    status: z.string(),
    settings: kioskSettings,
    config_version: z.int(),
  }),
  gym: z.object({
    name: z.string(),
    timezone: z.string(),
    locale: language,
    address_form: z.enum(['tu', 'vous']),
    status: z.enum(['active', 'maintenance', 'suspended']),
    /** What this maintenance was begun with; comes before the gym's own line. */
    maintenance_message: z.string().nullish(),
    today: z.object({
      open: z.string().nullable(),
      close: z.string().nullable(),
      is_open: z.boolean(),
      /** The day is not like its weekday. */
      exception: z.object({ is_closed: z.boolean(), label: z.string().nullable() }).optional(),
    }),
    /** While it is closed: when it opens again, within two weeks. */
    next_opening: z.object({ date: z.string(), open: clock }).nullable(),
    messages: z.partialRecord(language, ownLines),
  }),
  classes: z.array(classOccurrence),
  reader_paused_until: z.string().nullable(),
  server_time: z.string(),
});
export type Home = z.infer<typeof home>;

export const pairing = z.object({
  slug: z.string().max(60),
  code: z.string().trim().min(1).max(20),
});

/** What a heartbeat's answer asks of the kiosk; `value` of `volume` is 0 to 100, of `mute` and `maintenance` 0 or 1. */
export const kioskOrders = z.object({
  commands: z.array(
    z.object({
      id: z.guid(),
      command: z.enum(['reload', 'mute', 'volume', 'maintenance', 'reprovision']),
      value: z.int().nullable(),
    }),
  ),
  /** The build that the server serves now. */
  build: z.string(),
});
export type KioskOrders = z.infer<typeof kioskOrders>;

const milliseconds = z.int().min(0).max(600_000);

/** What the kiosk knows about itself; noise in dB below full scale. */
const health = z.object({
  microphone: z.enum(['unknown', 'ok', 'silent', 'blocked', 'missing']),
  speaker: z.enum(['unknown', 'ok', 'silent']),
  noise_db: z.int().min(-100).max(0).nullable(),
  ladder: z.enum(['voice', 'push_to_talk', 'text', 'badge']),
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
  /** Of the last twenty answers. */
  latencies_ms: z.array(milliseconds).max(20),
  waiting: z.int().min(0).max(100_000),
});

/** A kiosk's sign of life: which start of the page on which browser it is, and how it is doing. */
export const heartbeat = z.object({
  boot_id: z.guid(),
  version: z.string().max(40),
  instance_id: z.guid().optional(),
  uptime_s: z.int().min(0).max(2_000_000_000).optional(),
  network: z.enum(['wifi', 'ethernet', 'cellular', 'other', 'unknown']).optional(),
  rtt_ms: milliseconds.nullish(),
  health: health.optional(),
  /** Commands that were carried out. */
  done: z.array(z.guid()).max(20).optional(),
  /** This is the page's last word. */
  going_down: z.boolean().optional(),
  /** Somebody touched it, paired it, or opened it just now. */
  takes_over: z.boolean().optional(),
});

/** One read of the reader: the keys it typed, and how long ago in milliseconds. */
export const badgeRead = z.object({
  event_id: z.guid(),
  read: z.string().min(4).max(64),
  age_ms: z.int().min(0).max(604_800_000),
});

export const consents = z.object({
  talk: z.boolean().nullable(),
  analyse: z.boolean().nullable(),
  remember: z.boolean().nullable(),
});

/** The gym's own text under a question, in its version. */
const consentText = z.object({ version: z.string(), fr: z.string(), en: z.string(), es: z.string() });

/** What the kiosk learns about a member whom it may greet (rule P7). */
export const greetedScan = z.object({
  outcome: z.enum(['welcome', 'visitor', 'repeat']),
  scan_id: z.guid(),
  first_name: z.string(),
  language,
  consents,
  consent_texts: z.object({
    talk: consentText.optional(),
    analyse: consentText.optional(),
    remember: consentText.optional(),
  }),
  visit: z.object({ is_new: z.boolean(), number_this_month: z.int() }).nullish(),
  next_class: classOccurrence.nullish(),
  days_away: z.int().nullish(),
});
export type GreetedScan = z.infer<typeof greetedScan>;
export type ConsentTexts = GreetedScan['consent_texts'];

export const staffCall = z.object({ reason: z.enum(['button', 'forgotten_badge', 'refused_badge']) });
export const staffAnswer = z.object({ status: z.enum(['called', 'nobody_on_duty']) });
/** What became of the newest call of the last ten minutes. */
export const staffReaction = z.object({ status: z.enum(['none', 'waiting', 'coming']) });

export const simulatorBadge = z.object({ label: z.string(), badge_id: z.string(), kind: z.string() });
export type SimulatorBadge = z.infer<typeof simulatorBadge>;
