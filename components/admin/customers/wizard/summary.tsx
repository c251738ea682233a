import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { DraftStep } from '@/lib/customers';
import { languageNames } from '@/lib/i18n/locale';
import type { Format } from '@/lib/utils/format';
import { type Answers, missingAt } from './draft-rules';

const shown = ['customer', 'plan', 'owner', 'gym', 'kiosk'] as const satisfies DraftStep[];

/** Everything that was answered, each step with the way back to it, before anything is made of it. */
export async function Summary({
  answers,
  hrefOf,
  format,
}: {
  answers: Answers;
  hrefOf: (step: DraftStep) => string;
  format: Format;
}) {
  const t = await getTranslations('customers');
  const language = (name: string) => {
    const code = answers[name];
    return code === 'fr' || code === 'en' || code === 'es' ? languageNames[code] : '';
  };
  const { kind, plan, trial_ends_on: until } = answers;
  const isGym = kind === 'gym';
  const lines: Record<(typeof shown)[number], (string | undefined)[]> = {
    customer: [
      answers.name,
      [kind === 'gym' || kind === 'franchise' ? t(`kinds.${kind}`) : '', answers.city, language('language')]
        .filter(Boolean)
        .join(' · '),
    ],
    plan: [
      plan === 'starter' || plan === 'pro' || plan === 'enterprise' ? t(`plans.${plan}`) : '',
      until ? t('wizard.until', { date: format.calendarDay(until) }) : t('wizard.contract'),
    ],
    owner: [answers.owner_name, `${answers.owner_email ?? ''} · ${language('owner_language')}`],
    gym: [
      isGym ? answers.name : answers.gym_name,
      [isGym ? '' : answers.gym_city, answers.timezone?.replaceAll('_', ' '), language('gym_language')]
        .filter(Boolean)
        .join(' · '),
    ],
    kiosk: answers.kiosk_name ? [answers.kiosk_name, answers.kiosk_place] : [t('wizard.later')],
  };
  return (
    <dl className="max-w-[34rem]">
      {shown.map((step) => (
        <div
          key={step}
          className="grid grid-cols-[8rem_minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-t border-line py-3.5 max-md:grid-cols-[minmax(0,1fr)_auto]"
        >
          <dt className="text-ink-2 max-md:col-span-2">{t(`wizard.step.${step}`)}</dt>
          <dd className="min-w-0">
            <span className="block font-medium break-words">{lines[step][0]}</span>
            {lines[step][1] && <span className="block break-words text-ink-2">{lines[step][1]}</span>}
            {missingAt(step, answers).length > 0 && (
              <span className="block text-label text-act">{t('wizard.missing')}</span>
            )}
          </dd>
          <dd>
            <Link
              href={hrefOf(step)}
              className="link"
              aria-label={t('wizard.changeStep', { step: t(`wizard.step.${step}`) })}
            >
              {t('wizard.change')}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}
