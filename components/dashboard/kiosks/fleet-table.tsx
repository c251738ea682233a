import { getTranslations } from 'next-intl/server';
import { ListTable } from '@/components/dashboard/shell/list-table';
import { StatusShape } from '@/components/ui/status-shape';
import type { KioskRow } from '@/lib/fleet';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { noiseWords, SLOW_MS, secondsWords, stateShape, stateTag, stateWord, talkWords } from './fleet-words';
import { NoiseLevel } from './noise-level';

/** The kiosks of a filter; the gym has a column where there are several. */
export async function FleetTable({
  rows,
  openId,
  hrefOf,
  withGym,
  format,
}: {
  rows: KioskRow[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  withGym: boolean;
  format: Format;
}) {
  const t = await getTranslations('fleet');
  const shown = await getTranslations('kiosks.shown');
  const now = new Date();
  return (
    <ListTable
      rows={rows}
      openId={openId}
      hrefOf={hrefOf}
      nameLabel={t('column.name')}
      name={(kiosk) => {
        const tag = stateTag(kiosk, t, shown);
        return {
          text: kiosk.name,
          before: (
            <>
              <StatusShape status={stateShape(kiosk)} />
              {!tag && <span className="sr-only">{stateWord(kiosk, t, shown)}</span>}
            </>
          ),
          after: tag && (
            <span className={cn('shrink-0 font-normal whitespace-nowrap', tag.tone)}>{tag.word}</span>
          ),
        };
      }}
      columns={[
        ...(withGym
          ? [{ label: t('column.gym'), phone: 'below' as const, cell: ({ gym }: KioskRow) => gym.name }]
          : []),
        {
          label: t('column.place'),
          from: 'xl',
          ...(!withGym && { phone: 'below' as const }),
          cell: ({ location }) => location ?? t('none'),
        },
        { label: t('column.talk'), from: 'lg', cell: (kiosk) => talkWords(kiosk, t, format) },
        {
          label: t('column.seen'),
          phone: 'end',
          cell: ({ last_heartbeat_at: at }) =>
            at ? (
              <time dateTime={at} title={format.exact(at)}>
                {format.age(at, now)}
              </time>
            ) : (
              t('never')
            ),
        },
        {
          label: t('column.noise'),
          phone: 'belowEnd',
          cell: ({ noise_db: db }) => <NoiseLevel db={db} words={noiseWords(db, t, format)} />,
        },
        {
          label: t('column.p50'),
          isFigure: true,
          from: 'lg',
          cell: ({ latency_p50_ms: ms }) => <span className="text-ink">{secondsWords(ms, t, format)}</span>,
        },
        {
          label: t('column.p95'),
          isFigure: true,
          from: 'lg',
          cell: ({ latency_p95_ms: ms }) => (
            <span className={cn(ms !== null && ms > SLOW_MS && 'text-watch')}>
              {secondsWords(ms, t, format)}
            </span>
          ),
        },
        {
          label: t('column.ladder'),
          from: 'xl',
          cell: ({ ladder }) => (ladder ? t(`ladder.${ladder}`) : t('none')),
        },
        {
          label: t('column.version'),
          from: 'xl',
          cell: ({ version }) => version?.split('+')[0] ?? t('none'),
        },
      ]}
    />
  );
}
