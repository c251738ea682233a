'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { itemOf, type PageKey } from './nav-items';

/** Gym, or the platform, and page; the page's own heading is in its content. */
export function Breadcrumb({ gym, pages }: { gym: string; pages: PageKey[] }) {
  const t = useTranslations('shell');
  const item = itemOf(usePathname(), pages);
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="flex items-center gap-2.5">
        <li className="truncate text-ink-2">
          {item?.isPlatform ? (
            t('platform')
          ) : (
            <Link href="/dashboard" className="hover:text-ink">
              {gym}
            </Link>
          )}
        </li>
        {item && (
          <>
            <li aria-hidden className="text-ink-3">
              /
            </li>
            <li aria-current="page" className="font-medium">
              {t(`nav.${item.page}`)}
            </li>
          </>
        )}
      </ol>
    </nav>
  );
}
