import type { GymContext, StaffActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';

/** The gym that a request names, when the person may open it; any other id is not found (rule T7). */
export function gymFor(actor: StaffActor, id: string | null | undefined): GymContext {
  const gym = actor.gyms.find((one) => one.id === id);
  if (!gym) throw new AppError('not_found');
  return gym;
}
