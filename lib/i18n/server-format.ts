import 'server-only';
import { getLocale } from 'next-intl/server';
import { type Format, formatOf } from '@/lib/utils/format';

/** The reader's formatter on the clock of a gym. */
export async function serverFormat(timezone: string): Promise<Format> {
  return formatOf(await getLocale(), timezone);
}
