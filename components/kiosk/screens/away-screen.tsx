'use client';

import { CircleCheck, SquarePause } from 'lucide-react';
import { Headline } from '../parts/headline';
import { useText } from '../parts/kiosk-text';

const rows = [
  { key: 'badge', works: true },
  { key: 'reads', works: true },
  { key: 'talk', works: false },
] as const;

/** No network: what works all the same, and what waits. */
export function AwayScreen() {
  const t = useText();
  return (
    <section aria-live="polite" className="absolute inset-x-16 top-203 animate-fade">
      <Headline text={t('away.title')} />
      <p className="mt-7 text-past text-ink-2">{t('away.lead')}</p>
      <ul className="mt-10">
        {rows.map(({ key, works }) => (
          <li key={key} className="flex h-33 items-center gap-8 border-t border-line">
            {works ? (
              <CircleCheck aria-hidden size="3.25rem" strokeWidth={1.3} className="shrink-0 text-good" />
            ) : (
              <SquarePause aria-hidden size="3.25rem" strokeWidth={1.2} className="shrink-0 text-off" />
            )}
            <div>
              <p className="text-class-row leading-[1.2]">{t(`away.${key}.title`)}</p>
              <p className="mt-1 text-help text-ink-2">{t(`away.${key}.detail`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
