/** The 20 intents of rule V8, a closed list, and `unknown` for everything else. */
export const INTENTS = [
  'greet',
  'goodbye',
  'thanks',
  'help',
  'opening_hours',
  'class_schedule',
  'book_class',
  'cancel_booking',
  'my_bookings',
  'report_issue',
  'leave_feedback',
  'crowd_now',
  'facilities',
  'prices',
  'membership_status',
  'freeze_or_leave',
  'lost_badge',
  'call_staff',
  'training_advice',
  'forget_me',
  'unknown',
] as const;

export type Intent = (typeof INTENTS)[number];

export const LANGUAGES = ['fr', 'en', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Intents that lead to a row being written; the brain needs more certainty for these. */
export const WRITE_INTENTS: ReadonlySet<Intent> = new Set<Intent>([
  'book_class',
  'cancel_booking',
  'report_issue',
  'leave_feedback',
  'call_staff',
  'forget_me',
]);

/** True when the value is one of the 21 codes. */
export function isIntent(value: unknown): value is Intent {
  return (INTENTS as readonly unknown[]).includes(value);
}

/** True when the value is one of the three languages. */
export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}
