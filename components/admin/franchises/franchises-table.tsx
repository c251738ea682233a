import { getTranslations } from 'next-intl/server';
import { StateWord } from '@/components/admin/state-word';
import { ListTable } from '@/components/dashboard/shell/list-table';
import type { FranchiseRow } from '@/lib/franchises';
import type { Format } from '@/lib/utils/format';

/** The franchises of a view. */
export async function FranchisesTable({
  rows,
  openId,
  hrefOf,
  format,
}: {
  rows: FranchiseRow[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
}) {
  const t = await getTranslations('admin');
  const c = await getTranslations('admin.franchises.column');
  return (
    <ListTable
      rows={rows}
      openId={openId}
      hrefOf={hrefOf}
      nameLabel={c('name')}
      name={({ name, status }) => ({ text: name, isMuted: status === 'suspended' })}
      columns={[
        { label: c('city'), from: 'xl', cell: ({ city }) => city },
        { label: c('plan'), phone: 'below', cell: ({ plan }) => t(`plans.${plan}`) },
        {
          label: c('status'),
          phone: 'end',
          cell: ({ status }) => <StateWord state={status} word={t(`franchises.status.${status}`)} />,
        },
        { label: c('gyms'), isFigure: true, cell: ({ gyms }) => format.number(gyms) },
        { label: c('kiosks'), isFigure: true, from: 'lg', cell: ({ kiosks }) => format.number(kiosks) },
        { label: c('members'), isFigure: true, cell: ({ members }) => format.number(members) },
        { label: c('owners'), isFigure: true, from: 'lg', cell: ({ owners }) => format.number(owners) },
        {
          label: c('created'),
          from: 'xl',
          cell: ({ created_at }) => format.shortDay(format.localDay(created_at)),
        },
      ]}
    />
  );
}
