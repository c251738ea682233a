import { getTranslations } from 'next-intl/server';
import { KioskRail } from '@/components/dashboard/kiosks/kiosk-rail';
import { Briefing } from '@/components/dashboard/overview/briefing';
import { FirstSteps } from '@/components/dashboard/overview/first-steps';
import { HoursChart } from '@/components/dashboard/overview/hours-chart';
import { KpiRow } from '@/components/dashboard/overview/kpi-row';
import { LiveList } from '@/components/dashboard/overview/live-list';
import { ToCall } from '@/components/dashboard/overview/to-call';
import { TopicsList } from '@/components/dashboard/overview/topics-list';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/permissions';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { briefing, getOverview } from '@/lib/overview';
import { serverClient } from '@/lib/supabase/server';

export default async function OverviewPage() {
  const { actor, gym } = await currentContext();
  const t = await getTranslations('overview');
  if (!gym) {
    const shell = await getTranslations('shell.noGym');
    return (
      <div className="px-4 md:px-8">
        <h1 className="sr-only">{t('title')}</h1>
        <EmptyState title={shell('title')}>{shell('detail')}</EmptyState>
      </div>
    );
  }
  const overview = await getOverview(await serverClient(), gym.id);
  const format = await serverFormat(gym.timezone);
  const now = new Date();
  const date = format.longDate(now);
  const isNew = overview.members_active === 0;
  const mayManage = can(actor, 'kiosks.pair', { gymId: gym.id });
  return (
    <div className="mx-auto grid max-w-[76.5rem] gap-6 px-4 pt-5 pb-10 md:px-8">
      <div className="grid gap-2">
        <h1 className="sr-only">{t('title')}</h1>
        <p className="text-ink-2 first-letter:uppercase">
          {date}, {format.time(now)}
        </p>
        {!isNew && <Briefing facts={briefing(overview)} date={overview.date} format={format} />}
      </div>
      {isNew ? <FirstSteps gym={gym.name} /> : null}
      <div className="grid gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,1fr)]">
        {!isNew && (
          <ToCall
            overview={overview}
            format={format}
            me={actor.id}
            mayAct={can(actor, 'alerts.act', { gymId: gym.id })}
          />
        )}
        <div className="grid content-start gap-7">
          <KioskRail kiosks={overview.kiosks} format={format} mayManage={mayManage} />
          <LiveList overview={overview} format={format} />
        </div>
      </div>
      {!isNew && (
        <>
          <KpiRow overview={overview} format={format} />
          <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,1fr)]">
            <HoursChart overview={overview} format={format} />
            <TopicsList overview={overview} format={format} />
          </div>
        </>
      )}
    </div>
  );
}
