'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { Held } from '@/lib/gym-settings';
import { type KioskLine, kioskLineKeys, kioskLines } from '@/lib/gym-settings/limits';
import { type Locale, locales } from '@/lib/i18n/locale';
import { KioskPreview } from './kiosk-preview';
import type { KioskWords } from './kiosk-words';
import { SettingsForm } from './settings-form';
import { type Faults, useGymForm } from './use-gym-form';

type Lines = Pick<Held, 'kiosk_messages'>;
type Key = `${KioskLine}.${Locale}`;
const keys = kioskLineKeys.flatMap((line) => locales.map((language): Key => `${line}.${language}`));

const fieldsOf = ({ kiosk_messages: stored }: Lines) =>
  Object.fromEntries(
    keys.map((key) => {
      const [line, language] = key.split('.') as [KioskLine, Locale];
      return [key, stored[language]?.[line] ?? ''];
    }),
  ) as Record<Key, string>;

const heldOf = (typed: Record<Key, string>): Lines => {
  const kiosk_messages: Held['kiosk_messages'] = {};
  for (const language of locales) {
    const own = kioskLineKeys
      .map((line) => [line, typed[`${line}.${language}`].trim()])
      .filter(([, text]) => text);
    if (own.length > 0) kiosk_messages[language] = Object.fromEntries(own);
  }
  return { kiosk_messages };
};

/** The gym's own lines on its kiosk, in each language, with a picture of what that looks like. */
export function KioskLinesForm({
  gymId,
  gymName,
  held,
  words,
  mayChange,
}: {
  gymId: string;
  gymName: string;
  held: Lines;
  /** What the kiosk says where the gym says nothing. */
  words: Record<Locale, KioskWords>;
  mayChange: boolean;
}) {
  const t = useTranslations('gymSettings');
  const [shown, setShown] = useState<{ line: KioskLine; language: Locale }>({
    line: 'attract',
    language: 'fr',
  });
  const form = useGymForm({
    gymId,
    held,
    fieldsOf,
    heldOf,
    check: (typed): Faults =>
      Object.fromEntries(
        keys.filter((key) => /[<>]/.test(typed[key])).map((key) => [key, t('invalid.text')]),
      ),
    said: t('kiosk.saved'),
  });
  const name = (line: KioskLine, language: Locale) => ({
    line: t(`kiosk.line.${line}`),
    language: t(`languages.${language}`),
  });
  const labels = Object.fromEntries(
    keys.map((key) => {
      const [line, language] = key.split('.') as [KioskLine, Locale];
      return [key, Object.values(name(line, language)).join(', ')];
    }),
  );
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <SettingsForm form={form} label={t('kiosk.own')} labels={labels} mayChange={mayChange}>
        {kioskLineKeys.map((line) => (
          <fieldset
            key={line}
            className="grid gap-3 border-t border-line pt-5 first-of-type:border-0 first-of-type:pt-0"
          >
            <legend className="float-left mb-1 w-full text-head">{t(`kiosk.line.${line}`)}</legend>
            <p className="text-ink-2">{t(`kiosk.lineText.${line}`)}</p>
            {locales.map((language) => {
              const key: Key = `${line}.${language}`;
              const text = form.typed[key];
              return (
                <div key={key} lang={language} className="flex items-end gap-2">
                  <Field
                    id={key}
                    label={t(`languages.${language}`)}
                    placeholder={line === 'welcome' ? t('kiosk.none') : words[language][line]}
                    maxLength={kioskLines[line]}
                    value={text}
                    onFocus={() => setShown({ line, language })}
                    onChange={({ target }) => form.change({ [key]: target.value })}
                    help={text ? t('kiosk.left', { left: kioskLines[line] - text.length }) : undefined}
                    error={form.faults[key]}
                    className="flex-1"
                  />
                  {text && mayChange && (
                    <Button
                      size="bar"
                      tone="quiet"
                      className="mb-7 max-md:h-11"
                      aria-label={t('kiosk.resetFor', name(line, language))}
                      title={t('kiosk.reset')}
                      onClick={() => form.change({ [key]: '' })}
                    >
                      JARVIS
                    </Button>
                  )}
                </div>
              );
            })}
          </fieldset>
        ))}
      </SettingsForm>
      <KioskPreview
        gym={gymName}
        caption={t('kiosk.previewOf', name(shown.line, shown.language))}
        line={shown.line}
        language={shown.language}
        own={form.typed[`${shown.line}.${shown.language}`].trim()}
        words={words[shown.language]}
      />
    </div>
  );
}
