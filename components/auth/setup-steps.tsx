import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { clsx } from 'clsx';

export const setupSteps = ['account', 'phone', 'codes'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** The way from an invitation to the dashboard: what is done, what is in hand, what comes. */
export function SetupSteps({ current, mustEnrol }: { current: SetupStep; mustEnrol: boolean }) {
  const t = useTranslations('auth.setup');
  const at = setupSteps.indexOf(current);
  return (
    <ol aria-label={t('steps')} className="grid max-w-[26rem] lg:mt-4">
      {setupSteps.map((step, place) => (
        <li
          key={step}
          aria-current={step === current ? 'step' : undefined}
          className={clsx(
            'flex items-center gap-3 border-line lg:h-10 lg:border-t lg:last:border-b',
            step === current ? 'font-medium text-ink' : 'text-ink-3 max-lg:hidden',
          )}
        >
          <span
            aria-hidden
            className={clsx(
              'grid size-5 place-items-center rounded-full text-small font-medium max-lg:hidden',
              step === current ? 'bg-ink text-canvas' : 'bg-selected text-ink-2',
            )}
          >
            {place < at ? <Check size={12} strokeWidth={2} /> : place + 1}
          </span>
          <span className="font-normal text-ink-2 lg:hidden">
            {t('stepOf', { step: place + 1, steps: setupSteps.length })}
          </span>
          {t(step)}
          {place < at && <span className="sr-only">{t('done')}</span>}
          {place > 0 && place >= at && !mustEnrol && (
            <span className="text-label font-normal text-ink-3">{t('optional')}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
