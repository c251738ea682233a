import 'server-only';
import type { z } from 'zod';
import type { Setting } from './brain/index';
import type { setting } from './schemas';

/** The conversation's surroundings in the words of the brain. */
export function brainSetting(from: z.infer<typeof setting>, language = from.language): Setting {
  return {
    language,
    address: from.address,
    firstName: from.first_name ?? '',
    gymName: from.gym_name,
    now: from.now,
    timezone: from.timezone,
    bookingsBy: from.bookings_by,
  };
}
