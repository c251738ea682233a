'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ConsentPurpose } from '@/lib/gym-settings/limits';
import { type Locale, locales } from '@/lib/i18n/locale';
import { ConsentForm } from './consent-form';

export type ConsentWords = Record<Locale, string>;

/** A version as the page tells it; `since` is its day in words. */
export interface VersionRow {
  version: string;
  since: string;
  texts: ConsentWords;
  asksAgain: boolean;
}

/** One purpose: the question, the text in force in each language, the ones before, and a new one. */
export function ConsentCard({
  gymId,
  purpose,
  questions,
  ours,
  versions,
  mayChange,
}: {
  gymId: string;
  purpose: ConsentPurpose;
  questions: ConsentWords;
  /** JARVIS's own texts. */
  ours: ConsentWords;
  /** The gym's own, the newest first. */
  versions: VersionRow[];
  mayChange: boolean;
}) {
  const t = useTranslations('gymSettings');
  const [isWriting, setWriting] = useState(false);
  const [current, ...earlier] = versions;
  const texts = current?.texts ?? ours;
  const name = t(`consents.purpose.${purpose}`);
  return (
    <div className="grid gap-4">
      <p className="text-label text-ink-2">
        {current ? t('consents.version', { day: current.since }) : t('consents.ours')}
        {current?.asksAgain && ` · ${t('consents.asked')}`}
      </p>
      {!isWriting && (
        <dl className="grid">
          {locales.map((language) => (
            <div
              key={language}
              className="grid gap-x-4 border-t border-line py-2 sm:grid-cols-[6rem_minmax(0,1fr)]"
            >
              <dt className="text-ink-2">{t(`languages.${language}`)}</dt>
              <dd lang={language}>
                <span className="font-medium">{questions[language]}</span>
                <span className="block text-ink-2">{texts[language]}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isWriting ? (
        <ConsentForm
          gymId={gymId}
          purpose={purpose}
          name={name}
          seenVersion={current?.version ?? null}
          texts={texts}
          ours={ours}
          onDone={() => setWriting(false)}
        />
      ) : (
        mayChange && (
          <Button
            className="justify-self-start"
            aria-label={t('consents.editFor', { purpose: name })}
            onClick={() => setWriting(true)}
          >
            {t('consents.edit')}
          </Button>
        )
      )}
      {earlier.length > 0 && (
        <details>
          <summary className="cursor-pointer text-label text-ink-2">
            {t('consents.earlier', { count: earlier.length })}
          </summary>
          <ul className="grid gap-3 pt-3">
            {earlier.map((one) => (
              <li key={one.version} className="grid gap-1 border-l border-line pl-3">
                <p className="text-label text-ink-2">
                  {t('consents.version', { day: one.since })} (
                  {t('consents.versionName', { version: one.version })})
                  {one.asksAgain && ` · ${t('consents.asked')}`}
                </p>
                {locales.map((language) => (
                  <p key={language} lang={language} className="text-ink-2">
                    {one.texts[language]}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
