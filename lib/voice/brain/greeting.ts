import { localDate } from '../../../supabase/functions/_shared/language/day.ts';
import { clock, typeset } from './format.ts';
import { textsFor } from './texts/index.ts';
import type { ClassOccurrence, MemberProfile, Setting } from './types.ts';

function nextOf<Item extends { starts_at: string }>(items: readonly Item[], now: string): Item | undefined {
  return items
    .filter(({ starts_at }) => Date.parse(starts_at) > Date.parse(now))
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at))[0];
}

/**
 * The opening sentence by first name with something true: the next booking of today, else the next class of today
 * with free places, else a plain welcome; then, once, that this is a demonstration.
 */
export function greeting(
  setting: Setting,
  profile: Pick<MemberProfile, 'first_name' | 'bookings_today'>,
  classes: readonly ClassOccurrence[] = [],
): string {
  const { language, now, timezone } = setting;
  const say = textsFor(language, setting.address);
  const name = profile.first_name ?? setting.firstName;
  const booking = nextOf(
    profile.bookings_today.map((own) => own.class),
    now,
  );
  const today = localDate(now, timezone);
  const free = nextOf(
    classes.filter((item) => item.free > 0 && item.local_date === today && !item.booked_by_me),
    now,
  );
  const opening = booking
    ? say.greetingBooking(name, booking.name, clock(booking.local_time, language))
    : free
      ? say.greetingFree(name, free.name, clock(free.local_time, language), free.free)
      : say.greetingPlain(name);
  return typeset(`${opening} ${say.demo}`, language);
}
