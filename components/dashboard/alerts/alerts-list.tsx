import Link from 'next/link';
import { Initials } from '@/components/ui/initials';
import { StatusShape } from '@/components/ui/status-shape';
import { type Alert, byDay, severityOf } from '@/lib/alerts';
import { addDays, type Format } from '@/lib/utils/format';
import { cn } from '@/lib/utils/cn';
import { alertLine, alertSubject, alertVoice } from './alert-words';

const selected =
  'bg-selected before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-ink hover:bg-selected focus-visible:outline-1 focus-visible:-outline-offset-1';

/** The inbox: by day, then act, watch, good, then age. */
export async function AlertsList({
  alerts,
  openId,
  hrefOf,
  replace,
  format,
}: {
  alerts: Alert[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  /** Whether a row was opened by hand: opening another then takes its place in the browser's history. */
  replace: boolean;
  format: Format;
}) {
  const voice = await alertVoice(format);
  const { t } = voice;
  const now = new Date();
  const today = format.localDay(now);
  const dayWords = (day: string) => {
    if (day === today) return t('day.today');
    if (day === addDays(today, -1)) return t('day.yesterday');
    return format.calendarDay(day);
  };
  return (
    <>
      {byDay(alerts, format.localDay).map(({ day, alerts: rows }) => (
        <section key={day} aria-label={dayWords(day)}>
          <h2 className="flex h-9 items-center border-b border-line px-4 text-label text-ink-2 md:px-8">
            {dayWords(day)}
          </h2>
          <ul>
            {rows.map((alert) => {
              const open = alert.id === openId;
              return (
                <li key={alert.id}>
                  <Link
                    href={hrefOf(alert.id)}
                    scroll={false}
                    replace={replace}
                    data-row
                    aria-current={open ? 'true' : undefined}
                    className={cn(
                      'relative grid min-h-16 grid-cols-[1.875rem_minmax(0,1fr)_auto] items-center border-b border-line px-4 py-2 -outline-offset-2 hover:bg-hover md:px-8',
                      open && selected,
                      open && !replace && 'max-lg:bg-transparent max-lg:before:hidden',
                    )}
                  >
                    <StatusShape status={severityOf(alert)} className="self-start mt-1.5" />
                    <span className="min-w-0">
                      <span className="flex items-baseline gap-2">
                        <span className="truncate font-medium">{alertSubject(alert, voice)}</span>
                        <span className="shrink-0 text-label text-ink-2">{t(`types.${alert.type}`)}</span>
                      </span>
                      <span className="line-clamp-2 text-ink-2 md:line-clamp-1">
                        {alertLine(alert, voice)}
                      </span>
                    </span>
                    <span className="grid justify-items-end gap-1 pl-3">
                      <time
                        dateTime={alert.created_at}
                        title={format.exact(alert.created_at)}
                        className="text-label text-ink-2"
                      >
                        {format.age(alert.created_at, now)}
                      </time>
                      <Initials name={alert.assigned_to?.full_name ?? null} />
                      <span className="sr-only">
                        {alert.assigned_to ? t('owner', { name: alert.assigned_to.full_name }) : t('nobody')}
                      </span>
                    </span>
                  </Link>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}
