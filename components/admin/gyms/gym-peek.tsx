import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { OpenPage } from '@/components/admin/open-page';
import { StateWord } from '@/components/admin/state-word';
import { kioskShapes, kioskTones } from '@/components/dashboard/kiosks/kiosk-shapes';
import { StatusShape } from '@/components/ui/status-shape';
import { Peek, PeekRow } from '@/components/ui/with-peek';
import type { GymRow } from '@/lib/gyms';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';

/** A gym at a glance: its customer, each kiosk with its state, its figures. */
export async function GymPeek({
  row,
  closeHref,
  format,
}: {
  row: GymRow;
  closeHref: string;
  format: Format;
}) {
  const t = await getTranslations('admin');
  const c = await getTranslations('admin.gyms.column');
  const states = await getTranslations('kiosks');
  const panel = await getTranslations('shell.panel');
  return (
    <Peek
      label={row.name}
      heading={`${c('created')} ${format.shortDay(format.localDay(row.created_at))}`}
      closeHref={closeHref}
      closeLabel={panel('close')}
      footer={<OpenPage href={`/dashboard/admin/gyms/${row.id}`} />}
    >
      <h2 className="text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">{row.name}</h2>
      <p className="pt-1 pb-5 text-ink-2">{row.city ?? t('none')}</p>
      <PeekRow label={c('status')}>
        <StateWord state={row.status} word={t(`gyms.status.${row.status}`)} className="font-medium" />
      </PeekRow>
      <PeekRow label={c('customer')}>
        {row.franchise ? (
          <Link href={`/dashboard/admin/franchises/${row.franchise.id}`} className="link">
            {row.franchise.name}
          </Link>
        ) : (
          t('independent')
        )}
        <span className="text-ink-2">, {t(`plans.${row.plan}`)}</span>
      </PeekRow>
      <PeekRow label={c('kiosks')}>
        {row.kiosks.length === 0 && t('gyms.kiosksWell', { total: 0 })}
        <ul className="grid gap-1.5">
          {row.kiosks.map((kiosk) => (
            <li key={kiosk.id} className="flex items-center gap-2">
              <StatusShape status={kioskShapes[kiosk.shown]} />
              <span className="min-w-0 grow truncate">
                {kiosk.name}{' '}
                <span className={cn('text-ink-2', kioskTones[kiosk.shown])}>
                  {states(`shown.${kiosk.shown}`)}
                </span>
              </span>
              <span className="text-small text-ink-3">
                {kiosk.last_heartbeat_at
                  ? kiosk.shown !== 'online' && format.age(kiosk.last_heartbeat_at, new Date())
                  : states('never')}
              </span>
            </li>
          ))}
        </ul>
      </PeekRow>
      <PeekRow label={c('members')}>{format.number(row.members)}</PeekRow>
      <PeekRow label={c('lastScan')}>
        {row.last_scan_at ? (
          <time dateTime={row.last_scan_at} title={format.exact(row.last_scan_at)}>
            {format.moment(row.last_scan_at)}
          </time>
        ) : (
          t('never')
        )}
      </PeekRow>
      <PeekRow label={c('conversations')}>{format.number(row.conversations)}</PeekRow>
    </Peek>
  );
}
