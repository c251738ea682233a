import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { CommandList } from '@/components/dashboard/kiosks/command-list';
import { KioskChecks } from '@/components/dashboard/kiosks/kiosk-checks';
import { KioskCurves } from '@/components/dashboard/kiosks/kiosk-curves';
import { KioskHead } from '@/components/dashboard/kiosks/kiosk-head';
import { KioskHistory } from '@/components/dashboard/kiosks/kiosk-history';
import { KioskSecret } from '@/components/dashboard/kiosks/kiosk-secret';
import { KioskSettingsForm } from '@/components/dashboard/kiosks/kiosk-settings';
import { LiveKiosk } from '@/components/dashboard/kiosks/live-kiosk';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { curveHours, hoursOf } from '@/lib/fleet';
import { openKiosk } from '@/lib/fleet/open-kiosk';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { href, type RawParams } from '@/lib/utils/search-params';

interface Address {
  params: Promise<{ id: string }>;
  searchParams: Promise<RawParams>;
}

export async function generateMetadata() {
  return { title: (await getTranslations('fleet'))('title') };
}

/** One kiosk, live: how it is, what it measured, what it is told, who did what. */
export default async function KioskPage({ params, searchParams }: Address) {
  const { actor } = await currentContext();
  if (!can(actor, 'kiosks.read')) return <ForbiddenPage actor={actor} permission="kiosks.read" />;
  const { id } = await params;
  const hours = hoursOf(await searchParams);
  const { kiosk, version } = await openKiosk(id, hours);
  const mayChange = can(actor, 'kiosks.manage', { gymId: kiosk.gym.id });
  const format = await serverFormat(kiosk.timezone);
  const { auth, common, fleet } = await getMessages();
  const path = `/dashboard/kiosks/${kiosk.id}`;
  return (
    <NextIntlClientProvider messages={{ common, auth: { problem: auth.problem }, fleet }}>
      <div className="mx-auto max-w-[76.5rem] px-4 pt-5 pb-12 md:px-8">
        <KioskHead kiosk={kiosk} mayChange={mayChange} format={format} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 border-t border-line pt-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-8">
            <KioskCurves
              rows={kiosk.curve.map((point) => ({
                at: point.at,
                label: hours === 24 ? format.time(point.at) : format.moment(point.at),
                p50: point.p50_ms,
                p95: point.p95_ms,
                noise: point.noise_db,
                heard: Math.min(100, point.heard),
              }))}
              periods={curveHours.map((each) => ({
                hours: each,
                href: href(path, {}, { hours: each === 24 ? null : String(each) }),
                isCurrent: each === hours,
              }))}
            />
            <CommandList commands={kiosk.commands} format={format} />
            {kiosk.history && <KioskHistory lines={kiosk.history} format={format} />}
          </div>
          <div className="grid min-w-0 content-start gap-8">
            <KioskChecks kiosk={kiosk} format={format} />
            <KioskSettingsForm
              id={kiosk.id}
              version={kiosk.config_version}
              held={{
                name: kiosk.name,
                location: kiosk.location ?? '',
                notes: kiosk.notes ?? '',
                language: kiosk.language,
                settings: kiosk.settings,
              }}
              mayChange={mayChange}
            />
            <KioskSecret kiosk={kiosk} format={format} />
          </div>
        </div>
        <LiveKiosk id={kiosk.id} version={version} />
      </div>
    </NextIntlClientProvider>
  );
}
