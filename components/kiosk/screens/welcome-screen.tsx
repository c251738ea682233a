'use client';

import type { View } from '../machine/types';
import { formatClock } from '../parts/format';
import { Headline } from '../parts/headline';
import { useSpeech, useText } from '../parts/kiosk-text';

const longAway = 14;

/**
 * A member whose answers are known is greeted with something true and useful while the conversation opens.
 * @param own what the gym says to everybody below it
 */
export function WelcomeScreen({
  view,
  own,
}: {
  view: Extract<View, { name: 'consent' }>;
  own: string | undefined;
}) {
  const t = useText();
  const { language } = useSpeech();
  const { first_name, next_class, days_away } = view.scan;
  return (
    <section aria-live="polite" className="absolute inset-x-16 top-205 animate-rise">
      <Headline text={t('consent.hello', { name: first_name })} size="greeting" />
      <p className="mt-9 text-past text-ink-2">
        {next_class
          ? t('welcome.nextClass', {
              class: next_class.name,
              time: formatClock(next_class.local_time, language),
            })
          : days_away && days_away > longAway
            ? t('welcome.away', { days: days_away })
            : t('welcome.lead')}
      </p>
      {own && <p className="mt-6 text-kiosk-lead text-ink-2 text-pretty">{own}</p>}
    </section>
  );
}
