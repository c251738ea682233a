'use client';

import { useTranslations } from 'next-intl';
import type { Duplicate } from '@/lib/member';

/** Members who may be the same person; each opens beside the form, so that nothing typed is lost. */
export function DuplicatesNote({ found }: { found: Duplicate[] }) {
  const t = useTranslations('member.doubles');
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <div className="mb-5 rounded-lg bg-watch-wash px-4 py-3">
          <p className="font-medium">{t('title', { count: found.length })}</p>
          <ul className="pt-1">
            {found.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-x-2">
                <a
                  href={`/dashboard/members/${one.id}`}
                  target="_blank"
                  rel="noreferrer"
                  className="link inline-flex min-h-6 items-center max-md:min-h-11"
                >
                  {one.first_name} {one.last_name}
                </a>
                <span className="text-ink-2">{one.by.map((reason) => t(`by.${reason}`)).join(', ')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
