import { AppError } from '@/lib/errors';
import { pathId } from './path-id';

/** What a page of one thing reads by the id in its address; null when nobody has that id, or it cannot be one. */
export async function orNotFound<T>(id: string, read: (id: string) => Promise<T>): Promise<T | null> {
  try {
    return await read(pathId(id));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
