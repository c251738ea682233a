import { getTranslations } from 'next-intl/server';
import { StateWord } from '@/components/admin/state-word';
import { ListTable } from '@/components/dashboard/shell/list-table';
import type { GymRow } from '@/lib/gyms';
import type { Format } from '@/lib/utils/format';
import { KioskSum } from './kiosk-sum';

/** The gyms of a view. */
export async function GymsTable({
  rows,
  openId,
  hrefOf,
  format,
}: {
  rows: GymRow[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
}) {
  const t = await getTranslations('admin');
  const c = await getTranslations('admin.gyms.column');
  return (
    <ListTable
      rows={rows}
      openId={openId}
      hrefOf={hrefOf}
      nameLabel={c('name')}
      name={({ name, status }) => ({ text: name, isMuted: status === 'suspended' })}
      columns={[
        { label: c('city'), from: 'xl', cell: ({ city }) => city },
        {
          label: c('customer'),
          phone: 'below',
          cell: ({ franchise }) => franchise?.name ?? <span className="text-ink-3">{t('independent')}</span>,
        },
        {
          label: c('status'),
          phone: 'end',
          cell: ({ status }) => <StateWord state={status} word={t(`gyms.status.${status}`)} />,
        },
        { label: c('kiosks'), phone: 'belowEnd', cell: ({ kiosks }) => <KioskSum kiosks={kiosks} /> },
        {
          label: c('members'),
          isFigure: true,
          from: 'lg',
          cell: ({ members }) => format.number(members),
        },
        {
          label: c('lastScan'),
          from: 'lg',
          cell: ({ last_scan_at }) =>
            last_scan_at ? (
              <time dateTime={last_scan_at} title={format.exact(last_scan_at)}>
                {format.moment(last_scan_at)}
              </time>
            ) : (
              t('never')
            ),
        },
        {
          label: c('conversations'),
          isFigure: true,
          from: 'xl',
          cell: ({ conversations }) => format.number(conversations),
        },
      ]}
    />
  );
}
