import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Overview } from '@/lib/overview';
import { addDays, type Format } from '@/lib/utils/format';
import { KPICard } from './kpi-card';

const LEAST_BASE = 30;

/** The figures that exist, six at most. */
export async function KpiRow({
  overview,
  format,
  mayOpenTalks,
}: {
  overview: Overview;
  format: Format;
  mayOpenTalks: boolean;
}) {
  const t = await getTranslations('overview.kpi');
  const yesterday = addDays(overview.date, -1);
  const range = `from=${yesterday}&to=${yesterday}`;
  const { visits_yesterday: visits, visits_usual: usual, conversations_yesterday: talks } = overview;
  const b = (chunks: ReactNode) => <b>{chunks}</b>;
  const change = usual ? (visits - usual) / usual : 0;
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return (
    <section aria-label={t('title')} className="border-line md:border-y">
      <div className="grid grid-cols-2 gap-x-6 md:grid-cols-3 md:gap-x-0 xl:grid-cols-6">
        <KPICard
          href="/dashboard/members"
          label={t('members')}
          value={format.number(overview.members_active)}
          base={t.rich('membersBase', { b, count: overview.members_new_30d })}
        />
        <KPICard
          href="/dashboard/members?sort=last_visit"
          label={t('visits')}
          value={format.number(visits)}
          spark={overview.sparks.visits}
          base={
            usual === null || usual < LEAST_BASE
              ? t('visitsNoBase')
              : t.rich('visitsBase', {
                  b,
                  change: sign + format.percent(Math.abs(change)),
                  weekday: format.weekday(`${yesterday}T12:00:00Z`),
                  usual: format.number(Math.round(usual)),
                })
          }
        />
        <KPICard
          href={mayOpenTalks ? `/dashboard/sessions?${range}` : null}
          label={t('conversations')}
          value={format.number(talks)}
          spark={overview.sparks.conversations}
          base={
            visits > 0
              ? t.rich('conversationsBase', {
                  b,
                  share: format.percent(talks / visits),
                  visits: format.number(visits),
                })
              : t('conversationsNoBase')
          }
        />
        {overview.negative_yesterday !== null && (
          <KPICard
            href={mayOpenTalks ? `/dashboard/sessions?mood=negative&${range}` : null}
            label={t('negative')}
            value={format.number(overview.negative_yesterday)}
            base={t('negativeBase', { count: talks })}
          />
        )}
        <KPICard
          href="/dashboard/members?view=at_risk"
          label={t('risk')}
          value={format.number(overview.at_risk)}
          base={t('riskBase', {
            share: format.percent(overview.members_active ? overview.at_risk / overview.members_active : 0),
            total: format.number(overview.members_active),
          })}
        />
        <KPICard
          href="/dashboard/members?sort=last_visit"
          label={t('inside')}
          value={format.number(overview.inside_now)}
          base={t('insideBase')}
        />
      </div>
    </section>
  );
}
