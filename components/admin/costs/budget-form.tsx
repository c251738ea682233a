'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

/** Sets what a gym's voice may cost in a month, or gives it back to the plan alone. */
export function BudgetForm({ gym, usd }: { gym: { id: string; name: string }; usd: number | null }) {
  const t = useTranslations('costs.budget');
  const { busy, problem, act } = useAction();
  const order = (value: number | string | null) => ({
    path: `/api/admin/gyms/${gym.id}/budget` as const,
    method: 'PUT' as const,
    body: { usd: value },
  });
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('usd') ?? '').trim();
    void act(order(typed), t('set', { name: gym.name }), order(usd));
  };
  return (
    <form onSubmit={save} noValidate aria-busy={busy} className="grid gap-3 pt-1">
      <FormProblem problem={problem} labels={{ usd: t('label') }} />
      <Field
        key={usd}
        id="usd"
        name="usd"
        label={t('label')}
        help={t('help')}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={usd ?? ''}
        error={isAtFault(problem, 'usd') ? t('wrong') : undefined}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" aria-disabled={busy}>
          {t('save')}
        </Button>
        {usd !== null && (
          <Button
            tone="quiet"
            aria-disabled={busy}
            onClick={() => void act(order(null), t('cleared', { name: gym.name }), order(usd))}
          >
            {t('clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
