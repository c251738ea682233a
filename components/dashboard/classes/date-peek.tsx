import { getTranslations } from 'next-intl/server';
import { StatusShape } from '@/components/ui/status-shape';
import { Peek, PeekRow } from '@/components/ui/with-peek';
import type { OpenDate } from '@/lib/classes';
import type { Format } from '@/lib/utils/format';
import { isFull } from './class-words';
import { DateActions } from './date-actions';
import { GuestList } from './guest-list';

/** One date of a class: who comes, who asks to, and what the reader may do about it. */
export async function DatePeek({
  date,
  gymId,
  mayChange,
  mayBook,
  closeHref,
  format,
}: {
  date: OpenDate;
  gymId: string;
  mayChange: boolean;
  mayBook: boolean;
  closeHref: string;
  format: Format;
}) {
  const t = await getTranslations('classes');
  const panel = await getTranslations('shell.panel');
  const isOver = date.is_past || date.is_cancelled;
  return (
    <Peek
      label={date.name}
      heading={format.exact(date.starts_at)}
      closeHref={closeHref}
      closeLabel={panel('close')}
      footer={mayChange && !date.is_past && <DateActions key={date.id} date={date} />}
    >
      <h2 className="text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">{date.name}</h2>
      <p className="pt-1 pb-5 text-[1.0625rem] leading-6 tracking-[-0.01em] text-balance">
        {date.is_cancelled
          ? t('peek.cancelled', { count: date.guests.length })
          : isFull(date)
            ? t('peek.full', { capacity: date.capacity })
            : t('peek.free', { free: date.capacity - date.booked, capacity: date.capacity })}
      </p>
      {date.is_closed && !date.is_cancelled && (
        <p className="flex items-center gap-2 pb-4 text-watch">
          <StatusShape status="watch" /> {t('peek.gymClosed')}
        </p>
      )}
      <PeekRow label={t('column.coach')}>{date.coach ?? '–'}</PeekRow>
      <PeekRow label={t('column.room')}>{date.room ?? '–'}</PeekRow>
      <PeekRow label={t('peek.minutes')}>{t('minutes', { minutes: date.minutes })}</PeekRow>
      <PeekRow label={t('peek.guests')}>
        <GuestList
          key={date.id}
          occurrenceId={date.id}
          guests={date.guests}
          gymId={gymId}
          may={{ add: mayBook && !isOver && !isFull(date), free: mayBook && !date.is_past }}
        />
      </PeekRow>
    </Peek>
  );
}
