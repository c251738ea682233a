import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { StatusShape } from '@/components/ui/status-shape';
import type { ClassDate } from '@/lib/classes';
import { cn } from '@/lib/utils/cn';
import { addDays, type Format } from '@/lib/utils/format';
import { clock, isFull } from './class-words';

/** Seven days side by side; one below the other where there is no room, and beside an open panel. */
export async function ClassWeek({
  monday,
  today,
  dates,
  openId,
  hrefOf,
  format,
}: {
  monday: string;
  today: string;
  dates: ClassDate[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
}) {
  const t = await getTranslations('classes');
  const days = Array.from({ length: 7 }, (_, ahead) => addDays(monday, ahead));
  return (
    <ol className={cn('grid gap-x-3 gap-y-6', !openId && 'lg:grid-cols-7')}>
      {days.map((day) => {
        const held = dates.filter((date) => date.local_date === day);
        return (
          <li
            key={day}
            // Where days stand one below the other, what is over comes last.
            className={cn(
              'min-w-0',
              day < today && (openId ? 'order-last' : 'max-lg:order-last'),
              held.length === 0 && (openId ? 'hidden' : 'max-lg:hidden'),
            )}
          >
            <h2
              className={cn(
                'mb-2 flex items-baseline gap-2 border-b border-line pb-1.5 text-label first-letter:uppercase',
                day === today ? 'font-semibold text-ink' : 'text-ink-2',
              )}
            >
              <span className="inline-block first-letter:uppercase">
                {format.weekday(`${day}T12:00:00Z`)}
              </span>
              <span>{format.calendarDay(day)}</span>
            </h2>
            {held.length === 0 && <p className="text-label text-ink-3">{t('noneThatDay')}</p>}
            <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
              {held.map((date) => (
                <li key={date.id} className="min-w-0">
                  <DateCard date={date} isOpen={date.id === openId} href={hrefOf(date.id)} format={format} />
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

async function DateCard({
  date,
  isOpen,
  href,
  format,
}: {
  date: ClassDate;
  isOpen: boolean;
  href: string;
  format: Format;
}) {
  const t = await getTranslations('classes');
  return (
    <Link
      href={href}
      scroll={false}
      data-row
      aria-current={isOpen ? 'true' : undefined}
      className={cn(
        'grid gap-0.5 overflow-hidden rounded-md border border-line bg-surface px-2.5 py-2 hover:bg-hover',
        isOpen && 'border-ink bg-selected hover:bg-selected',
        (date.is_past || date.is_cancelled) && 'bg-transparent text-ink-2',
      )}
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className={cn('min-w-0 truncate font-medium', date.is_cancelled && 'line-through')}>
          {date.name}
        </span>
        <span className="shrink-0 text-label text-ink-2">{clock(date.local_time, format.locale)}</span>
      </span>
      <span className="truncate text-label text-ink-2">
        {[date.coach, date.room].filter(Boolean).join(', ') || t('minutes', { minutes: date.minutes })}
      </span>
      {date.is_cancelled ? (
        <span className="flex items-center gap-1.5 text-label">
          <StatusShape status="off" /> {t('cancelled')}
        </span>
      ) : (
        <span className="flex items-center gap-2 text-label text-ink-2">
          <Fill booked={date.booked} capacity={date.capacity} />
          {isFull(date) ? t('full') : t('taken', { booked: date.booked, capacity: date.capacity })}
        </span>
      )}
      {date.requested > 0 && !date.is_cancelled && (
        <span className="flex items-center gap-1.5 text-label text-watch">
          <StatusShape status="watch" /> {t('requests', { count: date.requested })}
        </span>
      )}
      {date.is_closed && !date.is_cancelled && (
        <span className="flex items-center gap-1.5 text-label text-watch">
          <StatusShape status="watch" /> {t('gymClosed')}
        </span>
      )}
    </Link>
  );
}

/** How many places are taken, as a bar; the figures stand beside it. */
function Fill({ booked, capacity }: { booked: number; capacity: number }) {
  return (
    <span aria-hidden className="h-1.5 w-10 shrink-0 overflow-hidden rounded-full bg-bar">
      <span
        className="block h-full bg-bar-ink"
        style={{ width: `${Math.min(100, Math.round((100 * booked) / capacity))}%` }}
      />
    </span>
  );
}
