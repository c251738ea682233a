'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/lib/utils/cn';
import { ReportPending } from './navigation';
import { navItems, type PageKey, pageOf } from './nav-items';

/** The sidebar's pages; the alerts carry their open count. */
export function SidebarNav({ pages, openAlerts }: { pages: PageKey[]; openAlerts: number }) {
  const t = useTranslations('shell');
  const current = pageOf(usePathname(), pages);
  return (
    <nav aria-label={t('pages')}>
      <ul className="grid gap-0.5">
        {navItems
          .filter(({ page }) => pages.includes(page))
          .map(({ page, href, icon: Icon, group }) => (
            <li key={page} className={cn(group && 'mt-4')}>
              <Link
                href={href}
                aria-current={page === current ? 'page' : undefined}
                className={cn(
                  'flex h-7.5 items-center gap-2.5 rounded-md px-2 text-ink-2 hover:bg-hover',
                  page === current && 'bg-selected font-medium text-ink hover:bg-selected',
                )}
              >
                <ReportPending page={page} />
                <Icon size={16} strokeWidth={1.6} aria-hidden />
                <span className="grow">{t(`nav.${page}`)}</span>
                {page === 'alerts' && openAlerts > 0 && (
                  <span className="text-label font-normal">
                    {openAlerts} <span className="sr-only">{t('openAlerts')}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
