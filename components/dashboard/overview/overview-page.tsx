import { getTranslations } from 'next-intl/server';
import { KioskRail } from '@/components/dashboard/kiosks/kiosk-rail';
import { Briefing } from '@/components/dashboard/overview/briefing';
import { FirstSteps, Welcome } from '@/components/dashboard/overview/first-steps';
import { HoursChart } from '@/components/dashboard/overview/hours-chart';
import { KpiRow } from '@/components/dashboard/overview/kpi-row';
import { LiveList } from '@/components/dashboard/overview/live-list';
import { ToCall } from '@/components/dashboard/overview/to-call';
import { TopicsList } from '@/components/dashboard/overview/topics-list';
import type { GymContext, StaffActor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { serverFormat } from '@/lib/i18n/server-format';
import { briefing, type Overview } from '@/lib/overview';
import { cn } from '@/lib/utils/cn';

const columns =
  'grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,1fr)]';

/** What happened, who needs you and the figures of a gym. */
export async function OverviewPage({
  actor,
  gym,
  overview,
}: {
  actor: StaffActor;
  gym: GymContext;
  overview: Overview;
}) {
  const t = await getTranslations('overview');
  const format = await serverFormat(gym.timezone);
  const may = (permission: Parameters<typeof can>[1]) => can(actor, permission, { gymId: gym.id });
  const seesAlerts = may('alerts.read');
  const mayOpenTalks = may('conversations.read');
  const now = new Date();
  const steps = overview.first_steps;
  const isNew = steps !== null && overview.members_active === 0;
  const showsSteps = steps !== null && (isNew || may('gym.update'));
  const showsCalls = seesAlerts && !isNew;
  const rail = (
    <>
      <KioskRail kiosks={overview.kiosks} format={format} mayManage={may('kiosks.pair')} />
      <LiveList overview={overview} format={format} />
    </>
  );
  return (
    <div className="mx-auto grid max-w-[76.5rem] grid-cols-[minmax(0,1fr)] gap-6 px-4 pt-5 pb-10 md:px-8">
      <div className="grid gap-2">
        <h1 className="sr-only">{t('title')}</h1>
        <p className="text-ink-2 first-letter:uppercase">
          {format.longDate(now)}, {format.time(now)}
        </p>
        {isNew ? (
          <Welcome gym={gym.name} />
        ) : (
          <Briefing
            facts={briefing(overview, seesAlerts)}
            date={overview.date}
            format={format}
            mayOpenTalks={mayOpenTalks}
          />
        )}
      </div>
      {showsSteps || showsCalls ? (
        <div className={columns}>
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-7">
            {showsSteps && <FirstSteps gymId={gym.id} steps={steps} isNew={isNew} may={may} />}
            {showsCalls && <ToCall overview={overview} format={format} actor={actor} gymId={gym.id} />}
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-7">{rail}</div>
        </div>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-7 lg:grid-cols-2">{rail}</div>
      )}
      {!isNew && (
        <>
          <KpiRow overview={overview} format={format} mayOpenTalks={mayOpenTalks} />
          <div className={cn(mayOpenTalks && columns)}>
            <HoursChart overview={overview} format={format} />
            {mayOpenTalks && <TopicsList overview={overview} format={format} />}
          </div>
        </>
      )}
    </div>
  );
}
