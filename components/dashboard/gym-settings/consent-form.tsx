'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { type ConsentPurpose, consentLength } from '@/lib/gym-settings/limits';
import { type Locale, locales } from '@/lib/i18n/locale';
import type { ConsentWords } from './consent-card';
import { TextArea } from './text-area';
import { useLeaveWarning } from './use-leave-warning';

const isFit = (text: string) => {
  const { length } = text.trim();
  return length >= consentLength.least && length <= consentLength.most && !/[<>\n]/.test(text.trim());
};

/** A new version of a text, in every language, beginning with the one in force. */
export function ConsentForm({
  gymId,
  purpose,
  name,
  seenVersion,
  texts,
  ours,
  onDone,
}: {
  gymId: string;
  purpose: ConsentPurpose;
  /** The purpose in words. */
  name: string;
  seenVersion: string | null;
  texts: ConsentWords;
  ours: ConsentWords;
  onDone: () => void;
}) {
  const t = useTranslations('gymSettings');
  const { busy, problem, act } = useAction();
  const [typed, setTyped] = useState(texts);
  const [asksAgain, setAsksAgain] = useState(false);
  const [faults, setFaults] = useState<Locale[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const isDirty = asksAgain || locales.some((language) => typed[language] !== texts[language]);
  useLeaveWarning(isDirty && !busy, t('leave'));
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const idOf = (language: Locale) => `${purpose}.${language}`;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = locales.filter((language) => !isFit(typed[language]));
    setFaults(found);
    if (found[0]) {
      document.getElementById(idOf(found[0]))?.focus();
      return;
    }
    const body = {
      gym_id: gymId,
      purpose,
      seen_version: seenVersion,
      texts: Object.fromEntries(locales.map((language) => [language, typed[language].trim()])),
      asks_again: asksAgain,
    };
    if (await act({ path: '/api/dashboard/gym-settings/consents', body }, t('consents.published'))) onDone();
  };
  const isConflict = problem?.code === 'conflict';
  return (
    <form
      ref={form}
      onSubmit={submit}
      className="grid gap-4"
      aria-label={t('consents.editFor', { purpose: name })}
      noValidate
    >
      <FormProblem problem={isConflict ? null : problem} />
      {isConflict && (
        <div role="alert" className="rounded-md bg-watch-wash px-4 py-3">
          <p className="font-medium">{t('conflict.title')}</p>
          <p className="text-ink-2">{t('conflict.detail')}</p>
        </div>
      )}
      {locales.map((language) => (
        <TextArea
          key={language}
          id={idOf(language)}
          lang={language}
          label={t('consents.text', { language: t(`languages.${language}`).toLowerCase() })}
          help={t('consents.textHelp', { left: consentLength.most - typed[language].length })}
          maxLength={consentLength.most}
          value={typed[language]}
          onChange={({ target }) =>
            setTyped({ ...typed, [language]: target.value.replaceAll(/\s*\n\s*/g, ' ') })
          }
          error={faults.includes(language) ? t('invalid.consent') : undefined}
        />
      ))}
      <div className="grid gap-1">
        <label className="flex items-start gap-2.5 font-medium">
          <input
            type="checkbox"
            checked={asksAgain}
            aria-describedby={`${purpose}-again`}
            onChange={({ target }) => setAsksAgain(target.checked)}
            className="mt-0.5 size-4 accent-ink"
          />
          {t('consents.again')}
        </label>
        <p id={`${purpose}-again`} className="text-label text-ink-3">
          {t('consents.againHelp')}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="accent" aria-disabled={busy}>
          {busy ? t('consents.publishing') : t('consents.publish')}
        </Button>
        <Button onClick={() => setTyped(ours)}>{t('consents.ourText')}</Button>
        <Button tone="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
