import { AppError } from '@/lib/errors';

/**
 * Reads one page of a list; its first one where the address names a place that this list does not have, as an old link
 * or an edited one may.
 */
export async function pageOf<F extends { cursor: string | undefined }, L>(
  filter: F,
  read: (filter: F) => Promise<L>,
): Promise<L> {
  try {
    return await read(filter);
  } catch (error) {
    const isLost = error instanceof AppError && error.fields.some(({ field }) => field === 'cursor');
    if (!isLost || filter.cursor === undefined) throw error;
    return read({ ...filter, cursor: undefined });
  }
}
