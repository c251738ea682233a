import { dayIn } from '../../../supabase/functions/_shared/language/day.ts';
import { pick } from './courses.ts';
import { enumerate, quote } from './format.ts';
import { ask, type Draft, failure, spoken, runTool, type Turn } from './turn.ts';
import type { Booking } from './types.ts';

const MOST = 4;

function described(turn: Turn, items: readonly Booking[]): string {
  const joint = { fr: 'à', en: 'at', es: 'a las' }[turn.language];
  return enumerate(
    items.map((item) => `${item.class.name} ${joint} ${spoken(turn, item.class).time}`),
    turn.language,
  );
}

/** Tells the bookings of today, which are all that a badge alone may see (rule P7). */
export async function tellBookings(turn: Turn): Promise<Draft> {
  const { say } = turn;
  const outcome = await runTool(turn, 'get_member_profile', {});
  if (!outcome.ok) return failure(turn, outcome);
  const { result: profile } = outcome;
  const bookings = profile.bookings_today;
  if (bookings.length === 0)
    return { text: say.noBookings, chips: [say.chips.courses, say.chips.staff, say.chips.bye] };
  return { text: say.bookings(described(turn, bookings)), chips: [say.chips.courses, say.chips.bye] };
}

/** The bookings that an answer picks out by time, day, place in the list or name. */
export function pickBookings(turn: Turn, bookings: readonly Booking[]): Booking[] {
  const picked = pick(
    turn,
    bookings.map((booking) => booking.class),
  );
  return bookings.filter((booking) => picked.includes(booking.class));
}

/** Asks whether to cancel one booking. */
export function askCancellation(turn: Turn, booking: Booking): Draft {
  const { say } = turn;
  return ask(
    turn,
    say.confirmCancel(booking.class.name, spoken(turn, booking.class).time),
    { kind: 'confirm_cancellation', booking },
    say.chips.cancel,
    say.chips.keep,
  );
}

/** Asks which of several bookings to cancel. */
export function askWhich(turn: Turn, bookings: readonly Booking[]): Draft {
  const options = bookings.slice(0, MOST);
  return {
    text: turn.say.chooseCancel(described(turn, options)),
    chips: options.map((item) => {
      const label = `${item.class.name} ${spoken(turn, item.class).time}`;
      return { label, say: label };
    }),
    pending: { kind: 'choose_booking', options },
  };
}

/** Finds the booking to cancel among those of today and asks for the yes. */
export async function startCancelling(turn: Turn): Promise<Draft> {
  const { say, text, language, today } = turn;
  const outcome = await runTool(turn, 'get_member_profile', {});
  if (!outcome.ok) return failure(turn, outcome);
  const { result: profile } = outcome;
  const bookings = profile.bookings_today;
  const [first] = bookings;
  const otherDay = (dayIn(text, language, today) ?? today) !== today;
  if (!first || otherDay) {
    return ask(
      turn,
      say.nothingToCancel,
      { kind: 'confirm_staff', reason: 'asked', text: quote(text) },
      say.chips.staff,
    );
  }
  const picked = pickBookings(turn, bookings);
  const [one] = picked;
  if (picked.length === 1 && one) return askCancellation(turn, one);
  return bookings.length === 1
    ? askCancellation(turn, first)
    : askWhich(turn, picked.length > 1 ? picked : bookings);
}

/** Cancels the booking that the member said yes to, and tells how it went. */
export async function cancel(turn: Turn, booking: Booking): Promise<Draft> {
  const { say } = turn;
  const outcome = await runTool(turn, 'cancel_booking', { booking_id: booking.booking_id, confirmed: true });
  if (!outcome.ok) return failure(turn, outcome);
  const { result } = outcome;
  const text = {
    cancelled: say.cancelled(booking.class.name, spoken(turn, booking.class).time),
    past: say.tooLateToCancel,
    not_found: say.gone,
  }[result.status];
  return { text, chips: [say.chips.courses, say.chips.bye] };
}
