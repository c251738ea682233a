'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Plan } from '@/lib/customers';
import { type LimitKind, limitKinds } from '@/lib/customers/limits';
import { dollars } from '@/lib/utils/format';

/** The plans with what they hold, to choose one. */
export function PlanChoice({
  plans,
  value,
  onChange,
  note,
}: {
  plans: Plan[];
  value: Plan['plan'] | undefined;
  onChange: (plan: Plan['plan']) => void;
  /** What is to be said of a plan beside its limits. */
  note?: (plan: Plan) => string | null;
}) {
  const t = useTranslations('customers');
  const locale = useLocale();
  const held = (plan: Plan, kind: LimitKind) => {
    const most = plan[kind];
    if (most === null) return null;
    const amount = kind === 'budget' ? dollars(most, locale) : new Intl.NumberFormat(locale).format(most);
    return t(`planDialog.holds.${kind}`, { count: most, amount });
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-label font-medium">{t('plan')}</legend>
      {plans.map((plan) => {
        const limits = limitKinds.map((kind) => held(plan, kind)).filter((text) => text !== null);
        return (
          <label
            key={plan.plan}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border border-control px-3 py-2 has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name="plan"
              id={plan.plan === (value ?? plans[0]?.plan) ? 'plan' : undefined}
              value={plan.plan}
              checked={plan.plan === value}
              onChange={() => onChange(plan.plan)}
              className="mt-1 accent-ink outline-none"
            />
            <span className="font-medium">
              {t(`plans.${plan.plan}`)}
              <span className="block text-label font-normal text-ink-2">
                {limits.length > 0 ? limits.join(' · ') : t('planDialog.holds.everything')}
              </span>
              {note?.(plan) && <span className="block text-label font-normal text-ink-3">{note(plan)}</span>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
