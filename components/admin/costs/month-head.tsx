import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { CostList } from '@/lib/costs';
import type { Format } from '@/lib/utils/format';
import { alertWords, rateWords } from './cost-words';
import { MonthDays } from './month-days';
import { PlatformAlerts } from './platform-alerts';

/** What the month has come to in one sentence, its alerts, its days. */
export async function MonthHead({
  list,
  today,
  format,
  mayAct,
}: {
  list: CostList;
  /** The platform's calendar day. */
  today: string;
  format: Format;
  mayAct: boolean;
}) {
  const t = await getTranslations('costs');
  const { month, rate, days, alerts, counts } = list;
  const euros = (eur: number | null) => (eur === null ? '–' : format.euros(eur));
  const rows = Array.from({ length: Number(today.slice(8)) }, (_, index) => {
    const day = `${today.slice(0, 8)}${String(index + 1).padStart(2, '0')}`;
    const spent = days.find((one) => one.day === day) ?? { usd: 0, eur: 0, conversations: 0 };
    return {
      day,
      label: format.shortDate(`${day}T12:00:00Z`),
      usd: spent.usd,
      dollars: format.dollars(spent.usd),
      euros: euros(spent.eur),
      conversations: format.number(spent.conversations),
    };
  });
  const isOld = !rate || rate.source === 'delivered';
  return (
    <div className="grid gap-6 pt-5 pb-4">
      <div className="grid gap-1.5">
        <p className="text-[1.125rem] leading-[1.625rem] tracking-[-0.014em] text-ink-2 md:text-lead md:leading-[2.0625rem]">
          {t.rich('sum', {
            dollars: format.dollars(month.usd),
            euros: month.eur === null ? '' : format.euros(month.eur),
            hasEuros: month.eur === null ? 'no' : 'yes',
            count: month.conversations,
            near: counts.near,
            b: (words) => <b className="font-medium text-ink">{words}</b>,
          })}
        </p>
        <p className={isOld ? 'text-watch' : 'text-label text-ink-3'}>
          {rateWords(rate, t, format)}{' '}
          {isOld && (
            <Link href="/dashboard/admin/costs/prices" className="link">
              {t('rate.go')}
            </Link>
          )}
        </p>
      </div>
      <PlatformAlerts
        mayAct={mayAct}
        lines={alerts.map((alert) => ({
          id: alert.id,
          words: alertWords(alert, t, format),
          since:
            alert.state === 'acknowledged' && alert.at
              ? t('alert.takenBy', { name: alert.by ?? t('alert.somebody'), at: format.moment(alert.at) })
              : t('alert.since', { at: format.moment(alert.raised_at) }),
          isTaken: alert.state === 'acknowledged',
        }))}
      />
      <MonthDays
        rows={rows}
        sum={[format.dollars(month.usd), month.eur === null ? null : format.euros(month.eur)]
          .filter(Boolean)
          .join(' · ')}
      />
    </div>
  );
}
