import { getTranslations } from 'next-intl/server';
import { LinkTabs } from '@/components/ui/link-tabs';

const paths = { month: '/dashboard/admin/costs', prices: '/dashboard/admin/costs/prices' } as const;

/** What this month has cost, and by which prices it is counted. */
export async function CostTabs({ current }: { current: keyof typeof paths }) {
  const t = await getTranslations('costs.pages');
  return (
    <div className="flex h-11 border-b border-line px-4 max-md:h-14 md:px-8">
      <LinkTabs
        label={t('label')}
        tabs={(['month', 'prices'] as const).map((page) => ({
          href: paths[page],
          label: t(page),
          active: page === current,
        }))}
      />
    </div>
  );
}
