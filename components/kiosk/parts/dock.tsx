'use client';

import { ConciergeBell, MicOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Locale, locales } from '@/lib/i18n/locale';
import type { KioskState } from '../machine/types';
import { KioskButton } from './button';
import { useSpeech, useText } from './kiosk-text';

const names: Record<Locale, string> = { fr: 'Français', en: 'English', es: 'Español' };
export const iconSize = '2.25rem';

/** What never moves: that this is an AI and that whether its microphone is open, the language, and the ways out. */
export function Dock({
  says,
  sign,
  onLanguage,
  children,
}: {
  says: string;
  /** Stands for the microphone; the struck one without it. */
  sign?: ReactNode;
  onLanguage: (language: Locale) => void;
  children: ReactNode;
}) {
  const t = useText();
  const { language } = useSpeech();
  return (
    <footer
      aria-label={t('dock.label')}
      className="absolute inset-x-16 top-410 border-t border-line pt-6 wide:top-[56.5rem] wide:flex wide:gap-12"
    >
      <div className="flex items-center justify-between wide:w-[49.5rem]">
        <p className="flex items-center gap-5 text-dock wide:leading-[1.2]" aria-live="polite">
          {sign ?? <MicOff aria-hidden size="2.5rem" strokeWidth={1.4} className="shrink-0 text-ink-3" />}
          <abbr className="rounded-[0.5rem] border border-line-strong px-2 py-1.5 text-ink no-underline">
            {t('ai')}
          </abbr>
          <span>{says}</span>
        </p>
        <fieldset aria-label={t('language')} className="flex shrink-0 gap-4">
          {locales.map((locale) => (
            <KioskButton
              key={locale}
              look="language"
              lang={locale}
              aria-label={`${locale.toUpperCase()}, ${names[locale]}`}
              aria-pressed={locale === language}
              onClick={() => onLanguage(locale)}
            >
              {locale.toUpperCase()}
            </KioskButton>
          ))}
        </fieldset>
      </div>
      <div className="mt-4 flex gap-4 *:flex-1 wide:mt-0 wide:flex-1 has-[>:nth-child(3)]:*:flex-auto has-[>:nth-child(3)]:*:gap-4 has-[>:nth-child(3)]:*:px-4">
        {children}
      </div>
    </footer>
  );
}

/** Calls the team; says what became of the call on the button itself. */
export function StaffButton({ status, onCall }: { status: KioskState['staff']; onCall: () => void }) {
  const t = useText();
  const words = status === 'idle' ? t('dock.staff') : t(`staff.${status}`);
  return (
    <KioskButton look="dock" onClick={onCall}>
      <ConciergeBell aria-hidden size={iconSize} strokeWidth={1.6} className="shrink-0" />
      <span aria-live="polite">{words}</span>
    </KioskButton>
  );
}
