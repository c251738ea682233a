import { getTranslations } from 'next-intl/server';
import type { ClassDate } from '@/lib/classes';
import { serverFormat } from '@/lib/i18n/server-format';
import { csvResponse } from '@/lib/utils/csv';

const columns = [
  'date',
  'time',
  'name',
  'coach',
  'room',
  'minutes',
  'capacity',
  'booked',
  'requested',
  'state',
] as const;

/** A week of classes as CSV in the reader's language. */
export async function classCsv(dates: ClassDate[], monday: string, timezone: string): Promise<Response> {
  const t = await getTranslations('classes');
  const format = await serverFormat(timezone);
  const lines = dates.map((date) => [
    format.shortDay(date.local_date),
    date.local_time,
    date.name,
    date.coach,
    date.room,
    date.minutes,
    date.capacity,
    date.booked,
    date.requested,
    date.is_cancelled ? t('cancelled') : '',
  ]);
  async function* pages() {
    yield lines;
  }
  return csvResponse(
    `${t('export.file')}-${monday}.csv`,
    columns.map((column) => t(`export.${column}`)),
    pages(),
  );
}
