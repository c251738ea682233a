'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { api } from '@/lib/http/api';
import { languageNames, locales } from '@/lib/i18n/locale';
import { clsx } from 'clsx';

/** The three languages, each by its own name; the choice is kept in this browser. */
export function LanguageSwitch() {
  const t = useTranslations('common');
  const current = useLocale();
  const router = useRouter();
  const [pending, start] = useTransition();
  const choose = (locale: string) =>
    start(async () => {
      await api('/api/preferences', { body: { locale } });
      router.refresh();
    });
  return (
    <nav aria-label={t('language')} aria-busy={pending} className="-ml-2 flex gap-1">
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-current={locale === current}
          onClick={() => choose(locale)}
          className={clsx(
            'h-8 rounded-md px-2 text-label hover:bg-hover max-md:h-11',
            locale === current ? 'font-medium text-ink' : 'text-ink-3',
          )}
        >
          {languageNames[locale]}
        </button>
      ))}
    </nav>
  );
}
