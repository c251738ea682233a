'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/lib/utils/cn';
import { ReportPending } from './navigation';
import { navItems, type PageKey, pageOf } from './nav-items';
import { type Person, UserMenu } from './user-menu';

const cell = 'relative grid h-15 w-full content-center justify-items-center gap-1 text-[0.6875rem]';

/** The phone's tabs; the last one opens what the sidebar's foot holds. */
export function TabBar({
  pages,
  openAlerts,
  person,
}: {
  pages: PageKey[];
  openAlerts: number;
  person: Person;
}) {
  const t = useTranslations('shell');
  const current = pageOf(usePathname(), pages);
  return (
    <nav
      aria-label={t('tabs')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {navItems
          .filter(({ page, isAside }) => pages.includes(page) && !isAside)
          .map(({ page, href, icon: Icon }) => (
            <li key={page} className="min-w-0 flex-1">
              <Link
                href={href}
                aria-current={page === current ? 'page' : undefined}
                className={cn(cell, page === current ? 'font-medium text-ink' : 'text-ink-3')}
              >
                <ReportPending page={page} />
                <Icon size={20} strokeWidth={1.6} aria-hidden />
                <span className="max-w-full truncate">{t(`nav.${page}`)}</span>
                {page === 'alerts' && openAlerts > 0 && (
                  <span className="absolute top-1.5 left-1/2 ml-1.5 min-w-4 rounded-full bg-ink px-1 text-center text-[0.625rem] leading-4 font-medium text-canvas">
                    {openAlerts} <span className="sr-only">{t('openAlerts')}</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
        <li className="min-w-0 flex-1">
          <UserMenu
            person={person}
            asides={navItems.filter(({ page, isAside }) => pages.includes(page) && isAside)}
            trigger={
              <button type="button" className={cn(cell, 'text-ink-3')}>
                <Ellipsis size={20} strokeWidth={1.6} aria-hidden />
                {t('more')}
              </button>
            }
          />
        </li>
      </ul>
    </nav>
  );
}
