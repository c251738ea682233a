import { AppError } from '@/lib/errors';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id of a row in an address; what cannot be one is not found, like an unknown one (rule T7). */
export function pathId(value: string): string {
  if (!uuid.test(value)) throw new AppError('not_found');
  return value;
}
