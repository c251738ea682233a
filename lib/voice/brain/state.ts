import { isLanguage } from '../../../supabase/functions/_shared/language/intents.ts';
import type { BrainState, Booking, ClassOccurrence, Pending, StaffReason } from './types.ts';

const MOST_OPTIONS = 4;
const LONGEST_TEXT = 500;

const REASONS: ReadonlySet<string> = new Set<StaffReason>([
  'asked',
  'not_understood',
  'membership',
  'freeze_or_leave',
  'lost_badge',
  'prices',
  'medical',
  'forget_me',
]);

type Fields = Record<string, unknown>;

/** The state of a conversation in which nothing has been said. */
export function initialState(): BrainState {
  return { turns: 0, misunderstood: 0, language: null, pending: null };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasStrings(value: Fields, names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string');
}

function isBooking(value: unknown): value is Booking {
  return (
    isFields(value) &&
    typeof value.booking_id === 'string' &&
    (value.status === 'booked' || value.status === 'requested') &&
    isOccurrence(value.class)
  );
}

function isOccurrence(value: unknown): value is ClassOccurrence {
  return (
    isFields(value) &&
    hasStrings(value, ['occurrence_id', 'name', 'starts_at', 'local_time', 'local_date']) &&
    ['minutes', 'capacity', 'free'].every((name) => typeof value[name] === 'number') &&
    ['coach', 'room'].every((name) => value[name] === null || typeof value[name] === 'string') &&
    typeof value.booked_by_me === 'boolean'
  );
}

function isReason(value: unknown): value is StaffReason {
  return typeof value === 'string' && REASONS.has(value);
}

function listOf<Item>(value: unknown, guard: (item: unknown) => item is Item): Item[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_OPTIONS) return null;
  return value.every(guard) ? value : null;
}

function readPending(value: unknown): Pending | null {
  if (!isFields(value)) return null;
  const text = typeof value.text === 'string' ? value.text.slice(0, LONGEST_TEXT) : '';
  switch (value.kind) {
    case 'confirm_booking':
      return isOccurrence(value.option) ? { kind: value.kind, option: value.option } : null;
    case 'choose_class': {
      const options = listOf(value.options, isOccurrence);
      return options && { kind: value.kind, options };
    }
    case 'confirm_cancellation':
      return isBooking(value.booking) ? { kind: value.kind, booking: value.booking } : null;
    case 'choose_booking': {
      const options = listOf(value.options, isBooking);
      return options && { kind: value.kind, options };
    }
    case 'confirm_report':
    case 'confirm_feedback':
      return text ? { kind: value.kind, text } : null;
    case 'confirm_staff':
      return isReason(value.reason) ? { kind: value.kind, reason: value.reason, text } : null;
    case 'ask_report':
    case 'ask_feedback':
      return { kind: value.kind };
    case 'confirm_forget':
      return { kind: value.kind, text };
    default:
      return null;
  }
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 10_000 ? value : 0;
}

/** Reads a stored state; what does not have the right shape is dropped, so that an old or foreign value starts afresh. */
export function readState(value: unknown): BrainState {
  if (!isFields(value)) return initialState();
  return {
    turns: count(value.turns),
    misunderstood: count(value.misunderstood),
    language: isLanguage(value.language) ? value.language : null,
    pending: readPending(value.pending),
  };
}
