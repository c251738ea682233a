import Link from 'next/link';
import { personName } from '@/components/dashboard/alerts/alert-words';
import type { Desk } from '@/lib/desk';
import { BookingButtons } from './booking-buttons';
import type { DeskVoice } from './desk-words';
import { LeftButton } from './left-button';

const head = 'flex h-9 items-baseline justify-between gap-4 border-b border-line';

/** Who is here now; whoever leaves is noted by hand, because nobody badges on leaving. */
export function HereList({ desk, voice, mayAct }: { desk: Desk; voice: DeskVoice; mayAct: boolean }) {
  const { t } = voice;
  const { format } = voice.alerts;
  const here = desk.people.filter((one) => one.visit_id && !one.left_at);
  return (
    <section aria-labelledby="here">
      <div className={head}>
        <h2 id="here" className="font-semibold">
          {t('here.title')}
        </h2>
        <span className="text-label text-ink-2">{t('here.count', { count: desk.inside })}</span>
      </div>
      {here.length === 0 && <p className="py-3 text-ink-2">{t('here.empty')}</p>}
      <ul>
        {here.map((one) => (
          <li key={one.visit_id} className="flex min-h-11 items-center gap-3 border-b border-line">
            <span className="min-w-0 grow truncate">{personName(one)}</span>
            <span className="text-label whitespace-nowrap text-ink-2">
              {t('here.since', { time: format.time(one.at) })}
            </span>
            {mayAct && one.visit_id && <LeftButton visitId={one.visit_id} name={personName(one)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Places in classes that wait for the team's word. */
export function RequestsList({ desk, voice, mayAct }: { desk: Desk; voice: DeskVoice; mayAct: boolean }) {
  const { t } = voice;
  const { format } = voice.alerts;
  if (desk.requests.length === 0) return null;
  return (
    <section aria-labelledby="requests">
      <div className={head}>
        <h2 id="requests" className="font-semibold">
          {t('requests.title')}
        </h2>
        <span className="text-label text-ink-2">{format.number(desk.requests.length)}</span>
      </div>
      <ul>
        {desk.requests.map((one) => (
          <li key={one.booking_id} data-desk-row className="grid gap-2 border-b border-line py-2.5">
            <p>
              <Link
                href={`/dashboard/members/${one.member_id}`}
                data-row
                className="font-medium hover:underline"
              >
                {personName(one)}
              </Link>{' '}
              <span className="text-ink-2">
                {one.class}, {format.weekday(one.starts_at)} {format.time(one.starts_at)}
              </span>
            </p>
            {mayAct && <BookingButtons bookingId={one.booking_id} name={personName(one)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
