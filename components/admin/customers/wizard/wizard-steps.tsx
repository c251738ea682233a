import { Check } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { DraftStep } from '@/lib/customers';
import { cn } from '@/lib/utils/cn';

/** The way through the wizard: what is done can be opened again, what comes cannot be jumped to. */
export async function WizardSteps({
  steps,
  current,
  reached,
  hrefOf,
}: {
  steps: readonly DraftStep[];
  current: DraftStep;
  /** The furthest step that was saved. */
  reached: DraftStep;
  hrefOf: (step: DraftStep) => string;
}) {
  const t = await getTranslations('customers.wizard');
  const furthest = steps.indexOf(reached);
  return (
    <nav aria-label={t('steps')}>
      <ol className="grid gap-0.5 max-lg:flex max-lg:flex-wrap max-lg:gap-x-4">
        {steps.map((step, place) => {
          const isOpen = place <= furthest;
          const isDone = place < furthest && step !== current;
          const text = (
            <>
              <span aria-hidden className="w-4 text-small text-ink-3 tabular-nums">
                {isDone ? <Check size={14} strokeWidth={1.8} /> : place + 1}
              </span>
              {t(`step.${step}`)}
            </>
          );
          const look = 'flex h-8 items-center gap-2 rounded-md lg:px-2';
          return (
            <li key={step}>
              {isOpen && step !== current ? (
                <Link href={hrefOf(step)} className={cn(look, 'text-ink-2 hover:bg-hover')}>
                  {text}
                </Link>
              ) : (
                <span
                  aria-current={step === current ? 'step' : undefined}
                  className={cn(look, step === current ? 'font-medium lg:bg-selected' : 'text-ink-3')}
                >
                  {text}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
