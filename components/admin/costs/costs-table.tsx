import { getTranslations } from 'next-intl/server';
import { ListTable } from '@/components/dashboard/shell/list-table';
import type { CostRow } from '@/lib/costs';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { BudgetBar, shareTone } from './budget-bar';

async function Budget({ limit, format }: { limit: CostRow['limit']; format: Format }) {
  const t = await getTranslations('costs');
  if (!limit) return <span className="text-ink-3">{t('limit.none')}</span>;
  return (
    <span className="inline-flex items-center gap-3">
      <BudgetBar share={limit.share} className="w-20 max-lg:hidden" />
      <span className={cn('tabular-nums', shareTone(limit.share))}>{format.percent(limit.share)}</span>
      <span className="text-label text-ink-3 max-md:hidden">
        {t(`limit.of_${limit.kind}`, { most: format.dollars(limit.most) })}
      </span>
    </span>
  );
}

/** What each gym has cost this month; a row opens the gym. */
export async function CostsTable({ rows, format }: { rows: CostRow[]; format: Format }) {
  const t = await getTranslations('costs');
  const admin = await getTranslations('admin');
  return (
    <ListTable
      rows={rows}
      openId={undefined}
      hrefOf={(id) => `/dashboard/admin/gyms/${id}`}
      nameLabel={t('column.gym')}
      name={({ name }) => ({ text: name })}
      columns={[
        {
          label: t('column.customer'),
          phone: 'below',
          cell: ({ franchise }) =>
            franchise?.name ?? <span className="text-ink-3">{admin('independent')}</span>,
        },
        {
          label: t('column.conversations'),
          isFigure: true,
          from: 'lg',
          cell: ({ conversations }) => format.number(conversations),
        },
        {
          label: t('column.budget'),
          phone: 'belowEnd',
          cell: ({ limit }) => <Budget limit={limit} format={format} />,
        },
        {
          label: t('column.usd'),
          isFigure: true,
          phone: 'end',
          cell: ({ usd }) => <span className="text-ink">{format.dollars(usd)}</span>,
        },
        {
          label: t('column.eur'),
          isFigure: true,
          cell: ({ eur }) => (eur === null ? '–' : format.euros(eur)),
        },
      ]}
    />
  );
}
