import { getTranslations } from 'next-intl/server';
import { StatusShape } from '@/components/ui/status-shape';
import type { Overview } from '@/lib/overview';
import type { Format } from '@/lib/utils/format';
import { cn } from '@/lib/utils/cn';
import { KioskMenu } from './kiosk-menu';
import { kioskShapes, kioskTones } from './kiosk-shapes';

/** The gym's kiosks with what they are doing; a word only where it is not well. */
export async function KioskRail({
  kiosks,
  format,
  mayManage,
}: {
  kiosks: Overview['kiosks'];
  format: Format;
  mayManage: boolean;
}) {
  const t = await getTranslations('kiosks');
  const title = await getTranslations('overview.kiosks');
  const online = kiosks.filter(({ shown }) => shown === 'online').length;
  return (
    <section id="kiosks" aria-labelledby="kiosks-title" className="scroll-mt-16">
      <div className="flex h-9 items-baseline justify-between gap-4 border-b border-line">
        <h2 id="kiosks-title" className="font-semibold">
          {title('title')}
        </h2>
        {kiosks.length > 0 && (
          <span className="text-label text-ink-2">
            {title('online', { count: online, total: kiosks.length })}
          </span>
        )}
      </div>
      {kiosks.length === 0 && <p className="py-3 text-ink-2">{title('empty')}</p>}
      <ul>
        {kiosks.map((kiosk) => (
          <li key={kiosk.id} className="flex min-h-9 items-center gap-3 border-b border-line">
            <StatusShape status={kioskShapes[kiosk.shown]} />
            <span className="min-w-0 grow truncate" title={kiosk.location ?? undefined}>
              <span className="font-medium">{kiosk.name}</span>{' '}
              <span className={cn('text-ink-2', kioskTones[kiosk.shown])}>{t(`shown.${kiosk.shown}`)}</span>
            </span>
            <span className="shrink-0 text-small text-ink-3">
              {kiosk.last_heartbeat_at
                ? kiosk.shown !== 'online' && (
                    <time dateTime={kiosk.last_heartbeat_at} title={format.exact(kiosk.last_heartbeat_at)}>
                      {format.age(kiosk.last_heartbeat_at, new Date())}
                    </time>
                  )
                : t('never')}
            </span>
            {mayManage && (
              <KioskMenu
                kiosk={{
                  id: kiosk.id,
                  name: kiosk.name,
                  slug: kiosk.slug,
                  paired: kiosk.shown !== 'provisioning',
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
