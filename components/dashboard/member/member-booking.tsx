import { useTranslations } from 'next-intl';
import { StatusShape } from '@/components/ui/status-shape';
import type { MemberPage } from '@/lib/member';
import type { Format } from '@/lib/utils/format';

/** The next class that a member comes to, with the day as a leaf of a calendar. */
export function MemberBooking({ booking, format }: { booking: MemberPage['next_booking']; format: Format }) {
  const t = useTranslations('member.booking');
  const [day, month] = booking ? format.shortDate(booking.starts_at).split(/[\s\u00a0]/) : [];
  return (
    <section aria-labelledby="booking">
      <h2 id="booking" className="pb-2 font-semibold">
        {t('title')}
      </h2>
      {!booking && <p className="text-ink-2">{t('none')}</p>}
      {booking && (
        <div className="flex gap-4">
          <span
            aria-hidden
            className="grid size-12 shrink-0 content-center justify-items-center rounded-lg border border-line-strong bg-surface"
          >
            <span className="text-small text-ink-2">{month}</span>
            <span className="text-[1rem] leading-5 font-semibold">{day}</span>
          </span>
          <div className="min-w-0">
            <p className="font-medium">
              {booking.class},{' '}
              <time dateTime={booking.starts_at} title={format.exact(booking.starts_at)}>
                {format.weekday(booking.starts_at)} {format.time(booking.starts_at)}
              </time>
            </p>
            <p className="text-ink-2">
              {[
                booking.coach,
                booking.room,
                t('places', {
                  free: Math.max(0, booking.capacity - booking.taken),
                  capacity: booking.capacity,
                }),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            {booking.status === 'requested' && (
              <p className="flex items-center gap-2 text-watch">
                <StatusShape status="watch" /> {t('requested')}
              </p>
            )}
          </div>
        </div>
      )}
    </section>
  );
}
